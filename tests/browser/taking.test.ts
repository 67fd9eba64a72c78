import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from './open.ts';
import { taken } from './reading.ts';

const { open } = site('LENS_SITE');

const textOf = async (download: Download) => readFile(await download.path(), 'utf8');
const numbersIn = (text: string) => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];

async function saved(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.locator('dialog.take').getByRole('button', { name: button, exact: true }).click();
  return download;
}

test('a figure is taken as picture, file and page, and each holds the numbers of its table on the page', async () => {
  const page = await open('area/leicestershire/prevalence/', {
    permissions: ['clipboard-read', 'clipboard-write']
  });
  await taken(page);
  const figure = page.locator('[data-chart="ladder"]');
  const title = (await figure.locator('.chart-title').textContent())?.replace(/\d+$/, '').trim() ?? '';
  const cells = (await figure.locator('td.number').allTextContents()).flatMap(numbersIn);
  expect(cells).toContain('235');
  const button = figure.getByRole('button', { name: 'Take this figure' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Take this figure' });
  await dialog.waitFor();

  const svg = await textOf(await saved(page, 'Save SVG'));
  const drawn = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      wrong: read.querySelector('parsererror')?.textContent,
      title: read.querySelector('title')?.textContent,
      words: read.documentElement.textContent ?? ''
    };
  }, svg);
  expect(drawn.wrong).toBeUndefined();
  expect(drawn.title).toBe(title);
  for (const word of ['235', '429', '543', 'neglect', 'Open Government Licence'])
    expect(drawn.words).toContain(word);

  const png = await readFile(await (await saved(page, 'Save PNG')).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1800);
  expect(png.subarray(37, 41).toString()).toBe('pHYs');

  const csv = await saved(page, 'Save CSV');
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  const rows = await textOf(csv);
  for (const cell of cells) expect(rows).toContain(cell.replaceAll(',', ''));

  const described = await saved(page, 'Save CSVW');
  expect(described.suggestedFilename()).toBe(`${csv.suggestedFilename()}-metadata.json`);
  const metadata: unknown = JSON.parse(await textOf(described));
  expect(metadata).toMatchObject({ url: csv.suggestedFilename(), 'dc:spatial': 'Leicestershire, E10000018' });

  const alone = await textOf(await saved(page, 'Save page'));
  expect(alone).not.toMatch(/<script|src=/);
  for (const cell of cells) expect(alone).toContain(`>${cell}<`);
  const narrow = await page.context().newPage();
  await narrow.setViewportSize({ width: 390, height: 800 });
  await narrow.setContent(alone);
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await narrow.close();
  await dialog.getByText('<iframe').waitFor();

  await dialog.getByRole('button', { name: 'Copy table' }).click();
  await dialog.getByText('Table copied').waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  for (const cell of cells) expect(lines.join('\n')).toContain(cell);

  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await dialog.getByText('Link copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\?period=2024&compare=neighbours&vintage=2024#figure=ladder/);
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((pressed) => pressed === document.activeElement)).toBe(true);

  await page.goto(link);
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-chart]')?.getAttribute('data-chart'))
    )
    .toBe('ladder');
});

test('a picture is the same whether the page was delivered or drawn after a change', async () => {
  const page = await open('area/leicestershire/prevalence/');
  await taken(page);
  const picture = async () => {
    await page.locator('[data-chart="ladder"]').getByRole('button', { name: 'Take this figure' }).click();
    const svg = await textOf(await saved(page, 'Save SVG'));
    await page.keyboard.press('Escape');
    // Where it draws on a screen whose points are coarse, Plot moves lines by half of one.
    return svg
      .replace(/<style>.*<\/style>/, '')
      .replaceAll(' transform="translate(0.5,0.5)"', '')
      .split(/(?=<)/);
  };
  const delivered = await picture();
  for (const year of ['2023', '2024']) {
    await page.locator('#choose-period').selectOption(year);
    await page.locator('.position-line', { hasText: `31 March ${year}` }).waitFor();
  }
  expect(await picture()).toEqual(delivered);
});

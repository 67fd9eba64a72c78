import { readFile } from 'node:fs/promises';
import type { Download, FrameLocator, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { PackFile } from '#lib/domain/pack.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { packsOf } from '#lib/sources/bundle-packs.ts';
import { readZip } from '#lib/sources/bundle-zip.ts';
import { RESTRICTED_QUESTION } from '#lib/words/standing.ts';
import { ownFiles } from '../indicators/own-bundle.ts';
import { site } from './open.ts';
import { faults, overflow } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

const paper = (page: Page): FrameLocator => page.frameLocator('.report-frame');
const packed = (text: string) => text.replace(/\s+/g, '');

/** The document, once all its pages are worked out. */
async function made(page: Page): Promise<FrameLocator> {
  await paper(page).locator('#flow #sources').waitFor({ timeout: 60_000 });
  await page.locator('.report-todo progress').waitFor({ state: 'detached' });
  return paper(page);
}

async function begin(page: Page, template: string, area?: string): Promise<FrameLocator> {
  await page.getByText(template, { exact: true }).click();
  if (area !== undefined) {
    await page.locator('#report-area').fill(area);
    await page.locator('#report-area-list').getByRole('option').first().click();
  }
  await page.getByRole('button', { name: 'Begin' }).click();
  return made(page);
}

async function coming(page: Page, act: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

/** The text of each printed sheet, without spaces. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const sheets: string[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    sheets.push(packed(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await loading.destroy();
  return sheets;
}

/** What every figure of a page or a document says in its table, by its title without the numbers of its notes. */
const tablesIn = (scope: FrameLocator | Page, figure: string, title: string) =>
  scope.locator(figure).evaluateAll(
    (figures, heading) =>
      figures.map((each) => {
        const words = each.querySelector(heading);
        const plain = [...(words?.childNodes ?? [])]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent ?? '')
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
        const cells = [...each.querySelectorAll('td.number')].map((cell) =>
          (cell.textContent ?? '').replace(/\s+/g, '')
        );
        return [plain, cells.join('|')] as const;
      }),
    title
  );

test('a template becomes a document with the figures of the pages, is written in, kept, saved and printed', async () => {
  const page = await open('area/leicestershire/');
  const onPage = new Map(await tablesIn(page, 'figure[data-chart]', '.chart-title'));
  await page.locator('.site-views').getByRole('link', { name: 'Report' }).click();
  await page.getByRole('heading', { level: 1, name: 'A report from the figures' }).waitFor();
  expect(await faults(page)).toEqual([]);

  const inside = await begin(page, 'Board pack on neglect', 'leicestershire');
  const figures = await tablesIn(inside, '.figure', '.figure-title');
  expect(figures.length).toBeGreaterThanOrEqual(12);
  expect(await inside.locator('.contents .level-3').count()).toBe(figures.length);
  const shared = figures.filter(([title]) => onPage.has(title));
  expect(shared.length).toBeGreaterThan(2);
  for (const [title, cells] of shared) expect(cells, title).toBe(onPage.get(title));
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Write the next' }).press('Enter');
  await page.keyboard.type('The board is asked to **note** this, says Mrs Example.');
  await page.getByText('It seems to name somebody.').waitFor();
  await page.getByRole('button', { name: 'Save the pack' }).press('Enter');
  await page.getByText('without the role of whoever wrote them').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('words-asks-role');
  await page.keyboard.type('Head of service');
  const written = inside.locator('.written').first();
  await expect.poll(() => written.innerText()).toMatch(/note this[^]*Head of service, /);
  expect(await page.getByText('without the role of whoever wrote them').count()).toBe(0);
  expect(await page.getByText('must still be written').count()).toBe(0);

  const name = (at: number) => page.locator('.report-part .report-title').nth(at).innerText();
  const second = await name(3);
  await page.locator('.report-name').nth(4).press('Enter');
  const moved = await name(4);
  await page.getByRole('button', { name: 'Move up' }).press('Enter');
  expect(await name(3)).toBe(moved);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Move up');
  await page.getByRole('button', { name: 'Take out' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  expect([await name(3), await name(4)]).toEqual([second, moved]);
  const names = await page.locator('.report-part .report-title').allInnerTexts();
  const after = await page.locator('#report-add-after option').allTextContents();
  expect(after).toEqual(names.map((each, at) => `${String(at + 1)}. ${each}`));

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await made(page);
  await expect.poll(() => written.innerText()).toContain('note this');
  const file = await coming(page, () => page.getByRole('button', { name: 'Save the pack' }).click());
  expect(file.suggestedFilename()).toBe('board-pack-on-neglect-leicestershire.pack.json');
  const { commentary } = PackFile.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
  expect(commentary).toMatchObject([{ part: 'asks', role: 'Head of service' }]);
  const whole = await coming(page, () => page.getByRole('button', { name: 'Save as one HTML file' }).click());
  const html = await readFile(await whole.path(), 'utf8');
  expect(html).toContain('font/woff2;base64,');
  expect(html.match(/class="figure-number"/g)?.length).toBe(figures.length);
  expect(html).not.toMatch(/<script|src="http/);

  const tables = await coming(page, () => page.getByRole('button', { name: 'as a workbook' }).click());
  const { files } = readZip(new Uint8Array(await readFile(await tables.path())), tables.suggestedFilename());
  expect([...files.keys()].filter((path) => /worksheets\/sheet\d+\.xml$/.test(path)).length).toBeGreaterThan(
    figures.length
  );

  const sheets = await sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  sheets.forEach((sheet, at) => expect(sheet).toContain(`Page${String(at + 1)}of${String(sheets.length)}`));
  const text = sheets.join('');
  expect(text).not.toContain('Partsinorder');
  for (const [title] of figures) {
    const at = sheets.findIndex((sheet, index) => index > 0 && sheet.includes(packed(title))) + 1;
    expect(sheets[0], title).toContain(`${packed(title)}${String(at)}`);
  }
  expect(await page.locator('.report-editor').isVisible()).toBe(true);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  const reach = await inside.locator('html').evaluate((document) => ({
    over: document.scrollWidth - document.clientWidth,
    cut: [...document.querySelectorAll('.drawn svg[role=img]')]
      .map((svg) => svg.getBoundingClientRect())
      .filter(({ height, right }) => height > 0 && right > document.clientWidth).length
  }));
  expect(reach).toEqual({ over: 0, cut: 0 });
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await overflow(page)).toBe(0);
}, 180_000);

test('the demonstration is marked as made up, changes with what is chosen, and is in no address', async () => {
  const page = await open('report/');
  await page.getByRole('button', { name: 'open the demonstration' }).press('Enter');
  await page.getByText('From which figures').waitFor();
  const area = page.locator('#report-own-area');
  if ((await area.inputValue()) === '') await area.selectOption({ index: 1 });
  const inside = await begin(page, 'Neglect on one page');
  expect(await inside.locator('.standing').innerText()).toContain('Made-up figures');
  const before = await inside.locator('.figure').count();
  expect(before).toBeGreaterThan(2);

  await page.locator('#report-add-view').selectOption('audits');
  const which = page.locator('#report-add-which');
  await which.locator('option', { hasText: 'side by side' }).last().waitFor({ state: 'attached' });
  const choice = await which
    .locator('option')
    .evaluateAll((options) => options.findIndex(({ textContent }) => textContent.startsWith('\u2003')));
  await which.selectOption({ index: choice });
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect.poll(() => inside.locator('.figure').count()).toBe(before + 1);
  const whole = await coming(page, () => page.getByRole('button', { name: 'Save as one HTML file' }).click());
  expect(whole.suggestedFilename()).toMatch(/^made-up-/);
  expect(page.url()).toBe(`${here.address}report/`);
  expect(here.requests.filter((url) => /quillmere|kestrelshire|own[:%]/i.test(url))).toEqual([]);

  await page.locator('.site-views').getByRole('link', { name: 'Your figures' }).click();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Forget them' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your own figures' }).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
}, 120_000);

test('restricted figures are asked about before any file, and a pack travels with their bundle', async () => {
  const page = await open('data/protect/');
  await page.locator('#draft-files').setInputFiles(
    [...ownFiles()].map(([path, content]) => ({
      name: path.replace(/^.*\//, ''),
      mimeType: 'text/plain',
      buffer: Buffer.from(content)
    }))
  );
  await page.getByRole('button', { name: 'Show these figures on the pages' }).click();
  await page.getByRole('heading', { level: 1, name: 'Neglect in our area, 2024' }).waitFor();
  await page.locator('.site-views').getByRole('link', { name: 'Report' }).click();
  await page.locator('#report-own-area').selectOption('tarland');
  const inside = await begin(page, 'Neglect on one page');
  expect(await inside.locator('.standing').innerText()).toContain('Restricted');
  const words = page.locator('.report-part[data-kind=text]').first();
  await words.locator('.report-name').click();
  await words.locator('textarea').fill('Two sentences.');
  await words.getByLabel('Written by').fill('Chair');
  const question = page.getByRole('dialog', { name: RESTRICTED_QUESTION.ask });
  for (const way of ['Print or save as PDF', 'Save as one HTML file', 'as a workbook', 'Save the pack']) {
    await page.getByRole('button', { name: way }).click();
    await question.getByRole('button', { name: 'No' }).press('Enter');
  }
  await page.getByRole('button', { name: 'Save the bundle with this pack' }).click();
  const file = await coming(page, () =>
    question.getByRole('button', { name: 'Yes, save it' }).press('Enter')
  );
  expect(file.suggestedFilename()).toBe('restricted-own-2024.zip');
  const [pack] = packsOf(readZip(new Uint8Array(await readFile(await file.path())), 'own.zip').files, PLAIN);
  expect(pack?.commentary).toMatchObject([{ role: 'Chair', text: 'Two sentences.' }]);

  await page.getByRole('button', { name: 'Put this away and begin another' }).press('Enter');
  await page
    .locator('.report-others')
    .getByRole('button', { name: pack?.pack.title ?? '' })
    .press('Enter');
  await expect
    .poll(async () => (await made(page)).locator('.written').innerText())
    .toContain('Two sentences.');
  expect(here.requests.filter((url) => !/^(blob|data):/.test(url) && /tarland|own-2024/i.test(url))).toEqual(
    []
  );
}, 120_000);

import { readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plansBundle, zipOf } from './drafts.ts';
import { given, site } from './open.ts';
import { load, protect } from './protect-page.ts';
import { faults, headline, overflow, shows } from './reading.ts';

const here = site('LENS_SINGLE_FILE');
const MOST_MB = 16;

/** What was asked for that is neither the file itself nor made by it. */
const beyond = () =>
  here.requests.filter((url) => url.split('#')[0] !== here.address && !/^(blob|data):/.test(url));

const typefaces = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  );

test('one file opens by itself, with England’s headline and the areas it was made for', async () => {
  const page = await here.open('');
  await page.getByRole('heading', { level: 1, name: /known in your area/ }).waitFor();
  expect(await page.locator('#opening').count()).toBe(0);
  await page
    .locator('#england-headline', { hasText: '24,570 children were on a plan for neglect' })
    .waitFor();
  expect(await typefaces(page)).toContain('Atkinson Next');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Rutland' }).click();
  await page.locator('.position-area', { hasText: 'Rutland' }).waitFor();
  await headline(page).waitFor();
  expect(beyond()).toEqual([]);
});

test('a link into it opens its area and year, a change of a control is answered, and its figures are taken away', async () => {
  const page = await here.open('#/area/leeds/prevalence/?period=2020');
  await page.locator('.waiting', { hasText: 'Loading Leeds' }).waitFor();
  await page.locator('.position-line', { hasText: 'Position at 31 March 2020' }).waitFor();
  await page.locator('#choose-period').selectOption('2016');
  await shows(page, '135');
  expect(page.url()).toBe(`${here.address}#/area/leeds/prevalence/?period=2016`);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.locator('[data-take]').first().click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save SVG/ }).click();
  const svg = readFileSync(await (await coming).path(), 'utf8');
  expect(svg).toContain('data:font/woff2;base64,');
  expect(svg).toContain('neglect-lens.html#/area/leeds/prevalence/?period=2016');
  expect(svg).not.toContain('file:');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Present' }).click();
  await page.locator('.presenter-count').waitFor();
  expect(page.url()).toMatch(/#\/area\/leeds\/prevalence\/\?period=2016#present=1$/);
  await page.keyboard.press('Escape');
  await page.locator('[data-pin]').first().click();
  await page.locator('.pin-said a').click();
  await page.locator('.agenda-item .chart-title').waitFor();
  expect(beyond()).toEqual([]);
});

test('the workers it starts find their programs in it: SQL, the solver, the demonstration', async () => {
  const page = await here.open(`#/explore/#sql=${encodeURIComponent('SELECT 41 + 1 AS answer')}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('#result-title', { hasText: '1 row' }).waitFor();
  expect(await page.locator('.explore-result td, .explore-result th[scope=row]').innerText()).toBe('42');

  await page.goto(`${here.address}#/data/protect/`);
  await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
  await protect(page);

  const other = await here.open('#/own/');
  await other.getByRole('button', { name: 'Open the demonstration' }).click();
  await other.getByRole('heading', { name: 'What is here, and what is not' }).waitFor();
  expect(beyond()).toEqual([]);
});

test('a pack is put together in it, and is saved with its typeface and without the folders of this machine', async () => {
  const page = await here.open('#/report/');
  await page.getByText('Neglect on one page').click();
  await page.locator('#report-area').fill('Leeds');
  await page.locator('#report-area-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.frameLocator('.report-frame').locator('h1', { hasText: 'Neglect on one page: Leeds' }).waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one HTML file' }).click();
  const pack = readFileSync(await (await coming).path(), 'utf8');
  expect(pack).toContain('data:font/woff2;base64,');
  expect(pack).not.toContain('file:');
  expect(beyond()).toEqual([]);
});

test('it says that it opens before it can, and what it needs where scripts are off', async () => {
  const html = readFileSync(given('LENS_SINGLE_FILE'), 'utf8');
  expect(html.indexOf('<strong>Opening.</strong>')).toBeGreaterThan(0);
  expect(html.indexOf('<strong>Opening.</strong>')).toBeLessThan(html.indexOf('data-held='));
  const page = await here.open('', { javaScriptEnabled: false });
  expect(await page.getByText('so needs JavaScript').isVisible()).toBe(true);
  expect(await page.locator('#opening').isVisible()).toBe(false);
});

test('its policy lets nothing be fetched, and it is as small as the README says', () => {
  const html = readFileSync(given('LENS_SINGLE_FILE'), 'utf8');
  const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/default-src 'none'.*connect-src 'none'/);
  expect(policy).not.toMatch(/'self'|https?:|file:|'unsafe-eval'/);
  expect(html).not.toMatch(/<(link|script|img)[^>]* (href|src)="(?!data:)/);
  const size = statSync(given('LENS_SINGLE_FILE')).size / 1e6;
  expect(size).toBeLessThan(MOST_MB);
  const said = Number(/one file of about (\d+) MB/.exec(readFileSync('README.md', 'utf8'))?.[1]);
  expect(Math.abs(size - said)).toBeLessThan(1);
});

import { expect, test } from 'vitest';
import { site } from './open.ts';
import { overflow } from './reading.ts';

const { open } = site('LENS_SITE');
const TITLE = 'Can anybody be identified from these figures?';

test('the page of disclosure control reads whole without a script', async () => {
  const page = await open('data/disclosure/', { javaScriptEnabled: false });
  expect(await page.locator('main h1').textContent()).toBe(TITLE);
  expect(await page.locator('main').textContent()).toMatch(
    /Of [\d,]+ figures that are loaded, [\d,]+ are withheld/
  );
  expect(await page.locator('.worked table').count()).toBe(2);
  expect(await page.locator('[aria-labelledby="withheld-caption"] tbody tr').count()).toBeGreaterThan(10);
});

test.each(['data/', 'methods/'])('/%s leads to it, and so does the foot of every page', async (path) => {
  const page = await open(path);
  const links = page.locator('a[href$="/data/disclosure/"]');
  expect(await links.count()).toBeGreaterThan(1);
  await page.locator('main a[href$="/data/disclosure/"]').first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
});

test('on paper it has no controls, and nothing runs over the edge', async () => {
  const page = await open('data/disclosure/');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1000 });
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await page.locator('main h1').isVisible()).toBe(true);
  expect(await overflow(page)).toBe(0);
});

test('public figures of real places carry no mark, and a page says so to the next', async () => {
  const page = await open('area/leeds/');
  expect(await page.locator('.standing').count()).toBe(0);
  expect(await page.locator('meta[name="lens-standing"]').getAttribute('content')).toBe('plain');
  expect(await page.title()).not.toMatch(/Restricted|Made-up/);
  expect(await page.locator('.download-question').count()).toBe(0);
});

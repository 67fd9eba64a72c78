import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from './open.ts';
import { taken } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;
const count = (page: Page) => page.locator('.presenter-count');
const inSight = async (page: Page) =>
  (await page.locator('.slot-words h2').all()).length === 0
    ? []
    : (await page.locator('.slot-words h2:visible').allTextContents()).map((text) => text.trim());

test('a view is presented by keys alone, one message a screen, and a link opens the same screen', async () => {
  const page = await open('area/leicestershire/');
  await taken(page);
  await page.getByRole('button', { name: 'Present' }).focus();
  await page.keyboard.press('Enter');
  await count(page).waitFor();
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await inSight(page)).toEqual([]);
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await inSight(page)).toEqual(['What the category may hide']);
  // Every screen has a first heading, for who hears it.
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect((await page.locator('h1').boundingBox())?.width).toBeLessThan(4);
  expect(await page.locator('.chart:visible').count()).toBe(1);
  expect(page.url().slice(here.address.length)).toBe('area/leicestershire/#present=3');
  expect(await page.locator('.presenter [role=status]').textContent()).toContain('Screen 3 of');

  const other = await open('area/leicestershire/#present=3');
  await count(other).waitFor();
  await expect.poll(() => inSight(other)).toEqual(['What the category may hide']);
  await other.context().close();

  await page.keyboard.press('Escape');
  await page.locator('.site-header').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Present');
  expect(page.url().slice(here.address.length)).toBe('area/leicestershire/');
});

test('a table too long for a screen is parted over several, each row once; pressed early, it begins when it can', async () => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  const page = await open('area/leicestershire/', {
    viewport: { width: 1280, height: 720 },
    prepare: (context) =>
      context.route(/\/_app\/.*\.js$/, async (route) => {
        await held;
        await route.continue();
      })
  });
  await page.getByRole('button', { name: 'Present' }).click();
  expect(await count(page).count()).toBe(0);
  letThrough();
  await count(page).waitFor();
  const all = await page.locator('[data-slot=scorecard] tbody tr:not(.row-group) th').allTextContents();
  const rows = page.locator('[data-slot=scorecard] tbody tr:not(.row-group) th:visible');
  for (let key = 0; key < 30 && (await rows.count()) === 0; key++) await page.keyboard.press('ArrowRight');
  const seen: string[] = [];
  let screens = 0;
  for (let next = await rows.allTextContents(); next.length > 0; next = await rows.allTextContents()) {
    seen.push(...next);
    screens++;
    expect(await inSight(page)).toEqual(['Scorecard']);
    expect(
      await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
    ).toBeLessThanOrEqual(0);
    await page.keyboard.press('ArrowRight');
  }
  expect(screens).toBeGreaterThan(1);
  expect(seen).toEqual(all);
});

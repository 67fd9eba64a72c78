import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from './open.ts';
import { hold, taken } from './reading.ts';

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

test('a scorecard shows each group in one line, after the questions, and nothing lies out of sight; pressed early, it begins when it can', async () => {
  const { prepare, release } = hold(/\.js$/);
  const page = await open('area/leicestershire/', {
    viewport: { width: 1280, height: 720 },
    prepare
  });
  await page.getByRole('button', { name: 'Present' }).click();
  expect(await count(page).count()).toBe(0);
  release();
  await count(page).waitFor();
  const all = await page.locator('[data-slot=scorecard] .fold-name').allTextContents();
  const opened = await page.locator('[data-slot=scorecard] .fold[open]').count();
  const said = page.locator('.presenter [role=status]');
  const titles: string[] = [];
  const lines: string[] = [];
  for (
    let more = true;
    more;
    more = await page.getByRole('button', { name: 'Next', exact: true }).isEnabled()
  ) {
    if (titles.length > 0) await page.keyboard.press('ArrowRight');
    const title = (await said.textContent())?.replace(/^Screen[^:]*: /, '').trim() ?? '';
    titles.push(title);
    if (title === 'Scorecard')
      lines.push(...(await page.locator('[data-slot=scorecard] .fold-name:visible').allTextContents()));
    expect(
      await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight
      ),
      title
    ).toBeLessThanOrEqual(0);
  }
  expect(lines).toEqual(all);
  const questions = titles.findLastIndex((title) => title.startsWith('Questions to ask'));
  expect(titles.indexOf('Scorecard')).toBeGreaterThan(questions);
  expect(titles.filter((title) => title.startsWith('Scorecard: ')).length).toBeLessThanOrEqual(3 * opened);
});

test('on a screen of 640 by 360 nothing is smaller than 16 pixels, and few screens are longer than that', async () => {
  const page = await open('area/leicestershire/audits/#present=1', { viewport: { width: 640, height: 360 } });
  await count(page).waitFor();
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const longer: number[] = [];
  for (let more = true; more; more = await next.isEnabled()) {
    if (longer.length > 0) await next.click();
    const { over, smallest } = await page.evaluate(() => ({
      over: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      smallest: Math.min(
        ...[...document.querySelectorAll('.view :is(p, td, dd, text)')]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
          .map((each) => {
            const drawn = each instanceof SVGTextElement ? (each.getScreenCTM()?.d ?? 1) : 1;
            return Number.parseFloat(getComputedStyle(each).fontSize) * drawn;
          })
      )
    }));
    longer.push(over);
    expect(smallest).toBeGreaterThanOrEqual(15.9);
  }
  expect(longer.length).toBeGreaterThan(3);
  expect(longer.filter((over) => over > 0).length).toBeLessThanOrEqual(longer.length / 4);
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from './open.ts';
import { faults, taken } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

/** The figures on the page, in order, once all of them stand there. */
async function figuresOn(page: Page, count: number): Promise<readonly string[]> {
  await expect.poll(() => page.locator('.agenda-item .chart-title').count(), { timeout: 40_000 }).toBe(count);
  const titles = page.locator('.agenda-item .chart-title');
  return (await titles.allTextContents()).map((title) => title.replace(/\d+$/, '').trim());
}

async function pinFirst(page: Page): Promise<string> {
  await taken(page);
  const button = page.locator('[data-pin]').first();
  const name = (await button.getAttribute('aria-label')) ?? '';
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.pin-said').waitFor();
  return name.replace('Pin to the agenda: ', '');
}

test('figures pinned on delivered pages are ordered, shared as a link, taken off and brought back', async () => {
  const page = await open('area/leicestershire/');
  const first = await pinFirst(page);
  expect(await page.locator('.pin-said').textContent()).toBe('Pinned. See the agenda, 1 figure');
  await page.goto(`${here.address}area/rutland/prevalence/`);
  const second = await pinFirst(page);
  expect(await page.locator('[data-pin][aria-pressed=true]').count()).toBe(1);
  expect(await page.locator('.site-header').getByText('Agenda (2)').isVisible()).toBe(true);
  await page.locator('.pin-said a').click();
  expect(await figuresOn(page, 2)).toEqual([first, second]);
  expect(await page.locator('.agenda-item h2').allTextContents()).toEqual([
    '1. Leicestershire: Overview',
    '2. Rutland: Prevalence'
  ]);
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: /^Move up.*figure 2/ }).focus();
  await page.keyboard.press('Enter');
  expect(await figuresOn(page, 2)).toEqual([second, first]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Move down: figure 1, Rutland');
  await page.getByLabel('Title of this agenda').fill('Board & partners, March');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('h1').textContent()).toContain('Board & partners, March');

  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) })
  );
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.getByLabel('Copy this link:').inputValue();
  expect(new URL(link).search).toBe('');

  await page.getByRole('button', { name: /^Remove.*figure 1/ }).click();
  expect(await figuresOn(page, 1)).toEqual([first]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
  await page.keyboard.press('Enter');
  expect(await figuresOn(page, 2)).toEqual([second, first]);

  const other = await open(link.slice(here.address.length));
  expect(await figuresOn(other, 2)).toEqual([second, first]);
  expect(await other.locator('h1').textContent()).toContain('Board & partners, March');
  await other.getByRole('button', { name: 'Present' }).click();
  await other.getByRole('group', { name: 'Presentation' }).waitFor();
  await other.keyboard.press('ArrowRight');
  await expect.poll(() => other.locator('.agenda-item:visible').count()).toBe(1);
  expect(here.requests.filter((url) => /Board|pin=|leicestershire%2F/.test(url.split('#')[0] ?? ''))).toEqual(
    []
  );
});

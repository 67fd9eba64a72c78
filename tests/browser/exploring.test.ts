import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { hold, faults, overflow } from './reading.ts';

const here = site('LENS_SITE');

const shown = (page: Page, words: string | RegExp) =>
  page.locator('#chart-explored').filter({ hasText: words }).waitFor();
const linked = (page: Page) => page.locator('[data-chart="filtered"]');
const result = (page: Page) => page.locator('#result-title');

async function fits(page: Page, state: string): Promise<void> {
  expect(await faults(page), state).toEqual([]);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${state}, ${String(width)} pixels`).toBe(0);
  }
}

/** Types into the box of SQL in the stead of what is there. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
}

describe('Explore', () => {
  test('is chosen, filtered by a click and by a key, and undone by going back', async () => {
    const page = await here.open('explore/');
    await shown(page, 'Children on a plan: England');
    await page.getByLabel('Told apart by').selectOption('category_latest');
    await shown(page, 'by latest category');
    await page.getByLabel('When').selectOption('2024');
    await shown(page, 'England, 31 March 2024');
    expect(page.url()).toContain('explore/?count=plans&measure=open&by=category_latest&periods=2024');

    const drawing = page.locator('.explore-chart .drawing');
    const box = await drawing.boundingBox();
    if (box === null) throw new Error('no chart');
    await page.mouse.click(box.x + box.width / 2, box.y + 50);
    await linked(page).getByRole('heading', { name: 'Children on a plan: Neglect, over time' }).waitFor();
    expect(page.url()).toContain('only=category_latest-neglect');
    await fits(page, 'filtered');

    const button = page.getByRole('button', { name: 'Emotional abuse', exact: true });
    await button.press('Enter');
    await linked(page)
      .getByRole('heading', { name: /Emotional abuse/ })
      .waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await linked(page)
      .getByRole('heading', { name: /Neglect/ })
      .waitFor();
    await page.goBack();
    await linked(page).waitFor({ state: 'detached' });
  });

  test('opens on the area that was looked at, and is left alone by what was still loading there', async () => {
    const { prepare, release } = hold(/\.arrow(\.|$|\?)/);
    const page = await here.open('area/leicestershire/', { prepare });
    await page.locator('html[data-started]').waitFor();
    await page.locator('#choose-compare').selectOption('england');
    await page.getByText('Working.').first().waitFor();
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
    release();
    await shown(page, 'Children on a plan: Leicestershire');
    expect(page.url()).toContain('explore/?areas=leicestershire');
  });

  test('opens on the area of the address, however early its link is pressed', async () => {
    const { prepare, release } = hold(/\.js$/);
    const page = await here.open('indicator/cpp-neg-rate/?area=leicestershire', { prepare });
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    release();
    await shown(page, 'Children on a plan: Leicestershire');
    expect(page.url()).toContain('explore/?areas=leicestershire');
  });

  test('waits with the SELECT of a link, says what is wrong with others, and ends one that has no end', async () => {
    const page = await here.open(`explore/#sql=${encodeURIComponent('SELECT 7 AS seven')}`);
    await page.getByText('It has not been run').waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain('SELECT 7 AS seven');
    expect(await result(page).count()).toBe(0);
    expect(page.workers()).toHaveLength(1);
    await page.getByRole('button', { name: /plan for neglect/ }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
    await result(page)
      .filter({ hasText: /Result: 1\d+ rows/ })
      .waitFor();
    await fits(page, 'a result');
    expect(page.url()).toMatch(/explore\/#sql=SELECT/);

    await write(page, 'SELECT 1;\nDROP VIEW referrals');
    await page.keyboard.press('Control+Enter');
    await page.getByText('There is more after the semicolon').waitFor();
    await write(page, 'SELECT areas FROM referrals');
    await page.keyboard.press('Control+Enter');
    await page.getByText('column called “areas”').waitFor();

    await write(page, 'SELECT count(*) FROM range(1e12::BIGINT) a');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/It is ended in 1\d seconds/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByText('You cancelled the query').waitFor();
    await write(page, 'SELECT 41 + 1 AS answer');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run');
    await page.keyboard.press('Enter');
    await result(page).filter({ hasText: '1 row' }).waitFor();
    expect(await page.locator('.explore-result td, .explore-result th[scope=row]').innerText()).toBe('42');
    expect(here.requests.filter((url) => /seven|answer/.test(url))).toEqual([]);
  });
});

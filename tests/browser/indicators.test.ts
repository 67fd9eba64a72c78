import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import {
  faults,
  focused,
  headline,
  hold,
  overflow,
  shows,
  tabTo,
  taken,
  typeArea,
  wordsOf
} from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;
const ALL = /^\d+ indicators$/;

const pathOf = (page: Page) => page.url().slice(here.address.length);
const found = (page: Page) => page.locator('[data-found]');
const rows = (page: Page) => page.locator('[data-indicator]:visible');
const engineAsked = () => here.requests.filter((url) => /\.wasm|\.arrow|catalogue\.json/.test(url));

describe('the list of indicators', () => {
  test('is whole without any script', async () => {
    const page = await open('indicators/', { javaScriptEnabled: false });
    expect(await page.locator('[data-indicator]').count()).toBeGreaterThan(120);
    expect(await page.locator('.finder').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Children on a plan for neglect', exact: true }).click();
    expect(await headline(page).textContent()).toContain('24,570');
  });

  test('keeps what was typed before its script arrived', async () => {
    const { prepare, release } = hold(/\.js$/);
    const page = await open('indicators/', { prepare });
    await page.getByLabel('Search by name').fill('chron');
    release();
    await expect.poll(() => found(page).textContent()).toMatch(/^\d+ of \d+ indicators$/);
    expect(await page.getByLabel('Search by name').inputValue()).toBe('chron');
    await expect.poll(() => pathOf(page)).toBe('indicators/#find=chron');
  });

  test('is searched and filtered where it stands, counted aloud, with no engine and no list fetched', async () => {
    const page = await open('indicators/');
    await found(page).filter({ hasText: ALL }).waitFor();
    const all = await rows(page).count();
    await page.getByLabel('Search by name').fill('chron');
    await expect.poll(() => found(page).textContent()).toMatch(/^\d+ of \d+ indicators$/);
    expect(await rows(page).count()).toBeLessThan(20);
    await expect.poll(() => pathOf(page)).toBe('indicators/#find=chron');
    await page.getByLabel('Search by name').fill('');
    await page.getByLabel('Group').selectOption('plans');
    await page.getByLabel('Have we figures?').selectOption('yes');
    await expect.poll(() => pathOf(page)).toBe('indicators/?group=plans&figures=yes');
    expect(await found(page).textContent()).toBe(`${await rows(page).count()} of ${all} indicators`);
    expect(await page.getByRole('heading', { level: 2 }).filter({ visible: true }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.getByLabel('Have we figures?').inputValue()).toBe('');
    await page.reload();
    await expect.poll(() => page.getByLabel('Group').inputValue()).toBe('plans');
    await expect.poll(() => rows(page).count()).toBeLessThan(all);
    expect(engineAsked()).toEqual([]);
  });

  test('finds nothing with a way back, by keyboard alone', async () => {
    const page = await open('indicators/');
    await found(page).filter({ hasText: ALL }).waitFor();
    await tabTo(page, 'find');
    await page.keyboard.type('zebra');
    await page.getByText('No indicator is like that.').waitFor();
    expect(await found(page).textContent()).toMatch(/^0 of/);
    expect(await faults(page)).toEqual([]);
    const back = page.getByRole('button', { name: /^Show all \d+ indicators$/ });
    for (let step = 0; step < 12 && !(await back.evaluate((it) => it === document.activeElement)); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await found(page).filter({ hasText: ALL }).waitFor();
    expect(await focused(page)).toBe('find');
    await expect.poll(() => pathOf(page)).toBe('indicators/');
  });

  test('a link to a narrowed list shows that list, and names what it does not understand', async () => {
    const page = await open('indicators/?mark=includes&colour=red');
    await found(page).filter({ hasText: ' of ' }).waitFor();
    expect(await page.locator('.indicators').isVisible()).toBe(true);
    for (const mark of await page.locator('[data-indicator]:visible .mark').allTextContents())
      expect(mark.trim()).toBe('includes neglect');
    expect(await page.locator('.notice').first().textContent()).toContain('colour=red');
    expect(await page.locator('#asked').textContent()).toBe('');
  });

  test('every control and link is 44 pixels high or a line of words with room', async () => {
    const page = await open('indicators/', { viewport: { width: 390, height: 844 } });
    for (const control of await page.locator('.finder select, .finder input').all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('prints as a list, without its controls', async () => {
    const page = await open('indicators/');
    await found(page).filter({ hasText: ALL }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.finder').isVisible()).toBe(false);
    expect(await rows(page).first().isVisible()).toBe(true);
  });
});

describe('the page of an indicator', () => {
  test('shows England at once, and starts nothing', async () => {
    const page = await open('indicator/cpp-neg-rate/');
    await taken(page);
    await page.waitForLoadState('networkidle');
    expect(await headline(page).textContent()).toContain('24,570');
    expect(await page.locator('nav.site-views [aria-current]').textContent()).toContain('Indicators');
    expect(here.requests.filter((url) => url.includes('.wasm'))).toEqual([]);
  });

  test('of another area, by its code and in capitals, never shows England’s figures first, and the header names that area', async () => {
    const page = await open('indicator/CPP-NEG-RATE/?area=855', { expects: /status of 404/ });
    await shows(page, '16.2');
    expect(pathOf(page)).toContain('indicator/cpp-neg-rate/');
    const again = await open('indicator/cpp-neg-rate/?area=leicestershire');
    await again.locator('.waiting').waitFor();
    expect(await headline(again).isVisible()).toBe(false);
    await again.close();
    expect(await page.locator('#area-picker').inputValue()).toBe('Leicestershire');
    expect(await page.title()).toContain('Leicestershire');
  });

  test('keeps the indicator when an area is chosen, and the way back leads to England', async () => {
    const page = await open('indicator/cpp-neg-rate/');
    await taken(page);
    await typeArea(page, 'rutl');
    await shows(page, 'withheld');
    expect(pathOf(page)).toBe('indicator/cpp-neg-rate/?area=rutland');
    await typeArea(page, 'leeds');
    await page.locator('.position-area', { hasText: 'Leeds' }).waitFor();
    expect(pathOf(page)).toBe('indicator/cpp-neg-rate/?area=leeds');
    await page.locator('#choose-period').selectOption('2020');
    await page.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
    expect(pathOf(page)).toBe('indicator/cpp-neg-rate/?area=leeds&period=2020');
    await page.goBack();
    await page.goBack();
    await shows(page, 'withheld');
  });

  test('keeps the name of an area that was typed before its script arrived, and offers what it means', async () => {
    const { prepare, release } = hold(/\.js$/);
    const page = await open('indicator/cpp-neg-rate/', { prepare });
    // A click leaves the name that stands there, which a started page would have marked to be typed over.
    await page.locator('#area-picker').click();
    await page.keyboard.type('leic');
    expect(await page.locator('#area-picker').inputValue()).not.toBe('leic');
    release();
    await page.locator('#area-picker-list [role=option]', { hasText: 'Leicestershire' }).waitFor();
    expect(await page.locator('#area-picker').inputValue()).toBe('leic');
    expect(await focused(page)).toBe('area-picker');
  });

  test('says the same worked out in the browser as it was delivered', async () => {
    const ids = ['cpp-neg-rate', 'ref-neg-src', 'data-cover'];
    const delivered = new Map<string, string>();
    for (const id of ids) {
      const page = await open(`indicator/${id}/`);
      await taken(page);
      delivered.set(id, await wordsOf(page));
    }
    const page = await open('indicators/');
    for (const id of ids) {
      await page.locator(`[data-indicator] a[href*="/${id}/"]`).first().click();
      await page.locator('.position-area', { hasText: 'England' }).waitFor();
      await typeArea(page, 'leeds');
      await page.locator('.position-area', { hasText: 'Leeds' }).waitFor();
      await typeArea(page, 'england');
      await page.locator('.position-area', { hasText: 'England' }).waitFor();
      expect(pathOf(page)).toBe(`indicator/${id}/`);
      await expect.poll(() => wordsOf(page)).toBe(delivered.get(id));
      await page.getByRole('link', { name: 'Indicators', exact: true }).click();
      await found(page).filter({ hasText: ALL }).waitFor();
    }
  });

  test('is reached from a figure, for the same area, and leads on to the list', async () => {
    const page = await open('area/rutland/');
    await taken(page);
    await page.locator('a.about').first().click();
    await page.locator('article[data-view=indicator]').waitFor();
    expect(new URL(page.url()).searchParams.get('area')).toBe('rutland');
    await page.locator('.position-area', { hasText: 'Rutland' }).waitFor();
    await page.getByRole('link', { name: 'Indicators', exact: true }).click();
    await found(page).filter({ hasText: ALL }).waitFor();
  });

  test('an unknown one and an unknown area say so, with ways on', async () => {
    const page = await open('indicator/no-such/', { expects: /status of 404|Not found: / });
    await page.getByText('No indicator is called “no-such”').waitFor();
    const other = await open('indicator/cpp-neg-rate/?area=atlantis');
    await other.getByText('There is no area called “atlantis”').waitFor();
    expect(await headline(other).textContent()).toContain('24,570');
  });
});

describe.each(['indicators/', 'indicator/cpp-neg-rate/', 'indicator/ref-neg-src/', 'indicator/adult-ref/'])(
  '/%s',
  (path) => {
    test('has no fault against WCAG 2.2 AA, and fits 1280, 390 and 320 pixels', async () => {
      const page = await open(path);
      await page.locator('main h1').first().waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await faults(page)).toEqual([]);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await overflow(page), `${width} pixels`).toBe(0);
        if (width === 390) expect(await faults(page, 'rules of width')).toEqual([]);
      }
    });
  }
);

test('a page of Rutland worked out in the browser has no fault', async () => {
  const page = await open('indicator/cpp-neg/?area=rutland', { viewport: { width: 390, height: 844 } });
  await shows(page, 'withheld');
  expect(await faults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

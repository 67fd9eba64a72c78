import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { focused, shows, taken } from './reading.ts';

const { open } = site('LENS_SITE');

test('Tab leads first to the skip link, which leads past the header', async () => {
  const page = await open('area/leeds/');
  await taken(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the figures' });
  const box = await skip.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('choose-period');
});

test('every stop of Tab can be seen to have the focus, and lies on the page', async () => {
  const page = await open('area/leicestershire/');
  await taken(page);
  const unseen: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const part = document.activeElement;
      if (part === null || part === document.body) return 'none';
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      const { top, bottom, width } = part.getBoundingClientRect();
      const there = bottom > 0 && top < innerHeight && width > 0;
      return marked && there ? '' : part.outerHTML.slice(0, 140);
    });
    if (fault === 'none') break;
    if (fault !== '') unseen.push(fault);
  }
  expect(unseen).toEqual([]);
});

test('a note is followed there and back with the keyboard', async () => {
  const page = await open('area/leicestershire/');
  await taken(page);
  const call = page.locator('.note-ref a').first();
  const id = await call.getAttribute('id');
  await call.focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toMatch(/^note-/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe(id);
});

describe('on paper', () => {
  const pagesOf = async (page: Page) =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

  /** Notes, sources and the list of words may run to a second page; all that they explain may not. */
  const withoutNotes = (page: Page) =>
    page.addStyleTag({ content: '@media print { .notes, .words-here { display: none !important } }' });

  /** The smallest text that is printed, in points, with its words. */
  const smallest = (page: Page) =>
    page.evaluate(() => {
      let least = { points: Infinity, words: '' };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const holder = node.parentElement;
        const words = (node.textContent ?? '').trim();
        if (holder === null || words === '' || holder.closest('style, script, noscript, .visually-hidden'))
          continue;
        if (holder.getClientRects().length === 0) continue;
        const svg = holder.closest('svg');
        const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const points = parseFloat(getComputedStyle(holder).fontSize) * scale * 0.75;
        if (points < least.points) least = { points, words };
      }
      return least;
    });

  test.each(['area/leicestershire/', 'area/rutland/', 'area/leicestershire/prevalence/'])(
    'no text of %s is smaller than seven and a half points',
    async (address) => {
      const page = await open(address, { viewport: { width: 710, height: 1050 } });
      await taken(page);
      await page.emulateMedia({ media: 'print' });
      const { points, words } = await smallest(page);
      expect(points, words).toBeGreaterThanOrEqual(7.49);
    }
  );

  test.each(['leicestershire', 'leeds', 'rutland', 'england'])(
    'the Overview of %s stands on one A4 page but for its notes, without controls, with its foot',
    async (area) => {
      const page = await open(`area/${area}/`);
      await taken(page);
      expect(await pagesOf(page)).toBeLessThanOrEqual(2);
      await withoutNotes(page);
      expect(await pagesOf(page)).toBe(1);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.site-header', '.site-footer', '.controls', '.skip', 'details summary'])
        expect(await page.locator(part).filter({ visible: true }).count(), part).toBe(0);
      const foot = await page.locator('article style').first().textContent();
      expect(foot).toMatch(/@bottom-left\{content:".*31 March 2024.*"/);
      expect(foot).toContain('counter(page) " of " counter(pages)');
      expect(await page.locator('.drawing svg').filter({ visible: true }).count()).toBeGreaterThan(0);
    }
  );

  test('a page that was worked out in the browser prints as the delivered one does', async () => {
    const page = await open('area/leeds/prevalence/?period=2023');
    await shows(page, /./);
    await page.locator('.position-line', { hasText: '2023' }).waitFor();
    const live = await pagesOf(page);
    expect(live).toBeLessThanOrEqual((await pagesOf(await open('area/leeds/prevalence/'))) ?? 0);
    await page.getByRole('link', { name: 'Overview', exact: true }).first().click();
    await page.locator('article[data-view=overview]').waitFor();
    await withoutNotes(page);
    expect(await pagesOf(page)).toBe(1);
  });
});

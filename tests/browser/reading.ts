import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export const headline = (page: Page) => page.locator('article h1');

/** Waits for the figures of one place to stand on the page. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  await headline(page).filter({ hasText: words }).waitFor();
}

/** Waits until the page has been taken over by its script, which is when it says how old its figures are. */
export async function taken(page: Page): Promise<void> {
  await page.locator('[data-age-of]', { hasText: 'ago' }).first().waitFor();
}

/** The words of a view as they are read, charts included: those that are not displayed at this width left out. */
export const wordsOf = (page: Page): Promise<string> =>
  page.locator('article.view').evaluate((article) => {
    const kept: string[] = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const drawing = node.parentElement?.closest('.drawing') ?? null;
      const hidden = drawing !== null && getComputedStyle(drawing).display === 'none';
      if (!hidden && node.parentElement?.closest('style, noscript') === null)
        kept.push(node.textContent ?? '');
    }
    return kept.join('').replace(/\s+/g, ' ').trim();
  });

/** Lays the whole page out, so that what is not in sight is measured too. */
const layOut = (page: Page) => page.addStyleTag({ content: '* { content-visibility: visible !important }' });

/** How many pixels wider than the window the page is. */
export async function overflow(page: Page): Promise<number> {
  await layOut(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, one line each; every table and note opened first. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  await layOut(page);
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => id + ': ' + node.target.join(' ') + ' ' + node.failureSummary)))`
  );
  if (!Array.isArray(found)) throw new Error('axe gave no answer');
  return found.map(String);
}

/** Presses Tab until the element with this id has the focus. */
export async function tabTo(page: Page, id: string, most = 40): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach #${id} in ${most} steps`);
}

/** The id of what has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** Chooses an area by typing a part of its name. */
export async function typeArea(page: Page, name: string): Promise<void> {
  await tabTo(page, 'area-picker');
  await page.keyboard.type(name);
  await page.locator('#area-picker-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

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

/** What is wrong with the headings, landmarks and sizes of controls of a page, in words. */
export async function disorder(page: Page): Promise<readonly string[]> {
  const levels = await page
    .locator('main')
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  const landmarks = ['header.site-header', 'main', 'footer.site-footer'];
  const counts = await Promise.all(landmarks.map((landmark) => page.locator(landmark).count()));
  const names = await page
    .locator('nav, section[aria-label], section[aria-labelledby], form[aria-label], [role=region]')
    .evaluateAll((parts) =>
      parts.map((part) => {
        const label = part.getAttribute('aria-labelledby');
        const by = label === null ? null : document.getElementById(label);
        return `${part.tagName} ${part.getAttribute('aria-label') ?? by?.textContent?.trim() ?? ''}`;
      })
    );
  const small = await page
    .locator('select, button, input, summary, .site-views a, .site-footer nav a, .site-name, a.download')
    .filter({ visible: true })
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.getBoundingClientRect().height < 43.5 && !part.closest('p, .term'))
        .map((part) => part.outerHTML.slice(0, 120))
    );
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one first heading']),
    ...levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 1) + 1 ? [`a leap to h${level}`] : []
    ),
    ...landmarks.flatMap((landmark, index) => (counts[index] === 1 ? [] : [`not one ${landmark}`])),
    ...names.filter((name) => name.endsWith(' ')).map((name) => `no name: ${name}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `named twice: ${name}`),
    ...small.map((part) => `small: ${part}`)
  ];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of WCAG 2.2 AA another width can break in what is there already. */
const OF_WIDTH = ['target-size', 'scrollable-region-focusable'];

/** What axe finds against WCAG 2.2 A and AA, one line each; every table and note opened first. */
export async function faults(page: Page, rules: 'every rule' | 'rules of width' = 'every rule') {
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  await layOut(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const runOnly = rules === 'every rule' ? RULES : OF_WIDTH;
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
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

/**
 * Chooses an area by typing a part of its name. Where a link was followed just before, the new page takes the focus once it
 * stands, and a name typed at that moment goes nowhere: it is typed once more, as a reader would.
 */
export async function typeArea(page: Page, name: string): Promise<void> {
  const offered = page.locator('#area-picker-list [role=option]').first();
  await tabTo(page, 'area-picker');
  await page.keyboard.type(name);
  if ((await focused(page)) !== 'area-picker') {
    await tabTo(page, 'area-picker');
    await page.keyboard.type(name);
  }
  await offered.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Holds back what a page asks for, such as its scripts, until it is let go, so that a journey can act before it has arrived. */
export function hold(what: string | RegExp): {
  readonly prepare: (context: BrowserContext) => Promise<unknown>;
  readonly release: () => void;
} {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  return {
    prepare: (context) =>
      context.route(what, async (route) => {
        await held;
        await route.continue();
      }),
    release: () => release()
  };
}

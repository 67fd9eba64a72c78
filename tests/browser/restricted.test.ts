/** A site that was built for the partnership alone. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RESTRICTED_QUESTION } from '#lib/words/standing.ts';
import { site } from './open.ts';
import { faults, overflow, taken } from './reading.ts';

const { open } = site('LENS_RESTRICTED_SITE');
const AREA = 'area/leicestershire/';
const MEANING = 'For the partnership only. Do not pass on.';

const mark = (page: Page) => page.locator('.standing [data-standing="restricted"]');
const question = (page: Page) => page.locator('.download-question').first();

/** Opens the table of the first chart, under which its file is offered, and hands back the link to the file. */
async function offered(page: Page): Promise<Locator> {
  await page.locator('details:has(.download-question) > summary').first().click();
  const link = question(page).locator('a.download');
  expect(await question(page).locator('summary').isVisible()).toBe(true);
  expect(await link.isVisible()).toBe(false);
  await question(page).locator('summary').click();
  expect(await question(page).getByText(RESTRICTED_QUESTION.ask).isVisible()).toBe(true);
  return link;
}

/** What a link of a file gives, as text. */
async function savedBy(page: Page, link: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test.each(['', 'areas/', AREA, 'report/', 'data/', 'data/disclosure/', 'methods/', 'privacy/'])(
  '/%s says on screen and in its title that it is restricted, without a script too',
  async (path) => {
    const page = await open(path, { javaScriptEnabled: false });
    expect(await mark(page).isVisible()).toBe(true);
    expect(await mark(page).textContent()).toContain(MEANING);
    expect(await page.title()).toMatch(/^Restricted · /);
    expect(await page.locator('meta[name="lens-standing"]').getAttribute('content')).toContain('restricted');
  }
);

test('the marks stay when another year and another page are chosen', async () => {
  const page = await open(AREA);
  await taken(page);
  await page.locator('#choose-period').selectOption({ index: 1 });
  await page.waitForURL(/period=/);
  expect(await mark(page).isVisible()).toBe(true);
  expect(await page.title()).toMatch(/^Restricted · /);
  await page.locator('.site-footer a[href$="/data/disclosure/"]').click();
  await page.waitForURL(/data\/disclosure/);
  await expect.poll(() => page.title()).toMatch(/^Restricted · .*identified/);
  expect(await mark(page).isVisible()).toBe(true);
});

test('each printed sheet has the mark at its head, and the first says what it means', async () => {
  const page = await open(AREA);
  await taken(page);
  await page.emulateMedia({ media: 'print' });
  expect(await mark(page).isVisible()).toBe(true);
  const heads = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map(({ cssText }) => cssText).filter((text) => /^@page/.test(text))
    )
  );
  expect(heads.join('\n')).toContain('Restricted: for the partnership only');
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

test('a file of figures is asked about first, and says itself that it is restricted', async () => {
  const page = await open(AREA);
  await taken(page);
  const { name, text } = await savedBy(page, await offered(page));
  expect(name).toMatch(/^restricted-.*\.csv$/);
  expect(text).toContain('Restricted: for the partnership only');
  expect(await page.locator('a.download:not(.download-question a)').count()).toBe(0);
});

test('the question is asked without a script as well', async () => {
  const page = await open(AREA, { javaScriptEnabled: false });
  expect(await (await offered(page)).isVisible()).toBe(true);
});

test.each([1280, 390])(
  'with its marks a page of %i pixels has no fault against WCAG 2.2 AA',
  async (width) => {
    const page = await open(AREA, { viewport: { width, height: 900 } });
    await taken(page);
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  }
);

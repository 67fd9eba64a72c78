/** All tables of a page as a workbook: from a delivered page, from one drawn here, and from one that is restricted. */
import { readFile } from 'node:fs/promises';
import { read, type WorkBook } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { RESTRICTED_QUESTION } from '#lib/words/standing.ts';
import { site } from './open.ts';
import { taken } from './reading.ts';

const button = (page: Page) => page.locator('[data-action="tables"]');

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; book: WorkBook }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), book: read(await readFile(await download.path())) };
}

const titleOf = (book: WorkBook, sheet: string) => String(book.Sheets[sheet]?.['A1']?.v ?? '');
const tablesOn = (page: Page) => page.locator('figure[data-chart], figure[data-table]').count();
const tablesIn = (book: WorkBook) => book.SheetNames.filter((name) => name.startsWith('Table_')).length;

describe('among published figures', () => {
  const { open } = site('LENS_SITE');

  test('a delivered page gives every table it shows, and one drawn here those of its year', async () => {
    const page = await open('area/leeds/');
    await taken(page);
    const first = await saved(page, () => button(page).click());
    expect(first.name).toBe('tables-leeds-overview-2024.xlsx');
    expect(tablesIn(first.book)).toBe(await tablesOn(page));
    expect(tablesIn(first.book)).toBeGreaterThan(3);
    await expect
      .poll(() => page.locator('[data-tables-status]').textContent())
      .toContain('saved as tables-leeds');
    expect(JSON.stringify(first.book.Sheets['Cover'])).toContain('/area/leeds/?period=2024');

    await page.locator('#choose-period').selectOption('2020');
    await page.waitForURL(/period=2020/);
    await expect.poll(() => page.locator('.delivered').count()).toBe(0);
    const second = await saved(page, () => button(page).click());
    expect(second.name).toBe('tables-leeds-overview-2020.xlsx');
    expect(tablesIn(second.book)).toBe(await tablesOn(page));
    expect(titleOf(second.book, 'Table_1')).toContain('2020');
  });
});

describe('among restricted figures', () => {
  const { open } = site('LENS_RESTRICTED_SITE');

  test('it is asked first, no is an answer, and the file says on every sheet and in its name what it is', async () => {
    const page = await open('area/leicestershire/');
    await taken(page);
    await button(page).click();
    const dialog = page.getByRole('dialog', { name: RESTRICTED_QUESTION.ask });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'No, leave them here' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await button(page).evaluate((own) => own === document.activeElement)).toBe(true);

    await button(page).click();
    const { name, book } = await saved(page, () =>
      dialog.getByRole('button', { name: RESTRICTED_QUESTION.yes }).click()
    );
    expect(name).toMatch(/^restricted-.*tables-leicestershire-overview-2024\.xlsx$/);
    for (const sheet of book.SheetNames) expect(titleOf(book, sheet)).toMatch(/^Restricted · /);
  });
});

/** The page that protects figures, as a reader handles it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ChosenFile } from './drafts.ts';

export const PAGE = 'data/protect/';
export const MARK = 'DRAFT: not protected, not to be shared';

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });

export async function choose(page: Page, files: ChosenFile | readonly ChosenFile[]): Promise<void> {
  await page.locator('#draft-files').setInputFiles(Array.isArray(files) ? [...files] : [files]);
}

export async function load(page: Page, files: ChosenFile | readonly ChosenFile[]): Promise<void> {
  await choose(page, files);
  await heading(page, 'What was read').waitFor();
}

export async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Protect and check' }).click();
  await heading(page, /^Protected and checked/).waitFor();
}

/** Presses what saves, and reads the file. */
export async function saved(
  page: Page,
  press: () => Promise<void>
): Promise<{ name: string; bytes: Uint8Array }> {
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

export const save = (page: Page) =>
  saved(page, () => page.getByRole('button', { name: 'Save the protected bundle' }).click());

export const words = (files: ReadonlyMap<string, string | Uint8Array>) =>
  new Map(
    [...files]
      .map(
        ([path, file]) => [path, typeof file === 'string' ? file : new TextDecoder().decode(file)] as const
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );

import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ownFiles } from '../indicators/own-bundle.ts';
import type { ChosenFile } from './drafts.ts';
import { site, type Site } from './open.ts';
import { faults, overflow } from './reading.ts';

const here = site('LENS_SITE');
const inFragment = site('LENS_HASH_SITE');
const TITLE = 'Neglect in our area, 2024';
const WORDS = /tarland|our safeguarding|neglect in our area|own-2024/i;

const files: readonly ChosenFile[] = [...ownFiles()].map(([path, content]) => ({
  name: path.replace(/^.*\//, ''),
  mimeType: 'text/plain',
  buffer: Buffer.from(content)
}));

const heading = (page: Page, name: string | RegExp, level = 2) => page.getByRole('heading', { level, name });

/** Presses Tab until what has the focus says this. */
async function tabToWords(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const said = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (said === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${words}”`);
}

const press = async (page: Page, words: string) => {
  await tabToWords(page, words);
  await page.keyboard.press('Enter');
};

/** Loads the bundle where it is checked, and shows it on the pages; files apart, without a mouse. */
async function loadOwn(page: Page): Promise<void> {
  await page.locator('#draft-files').setInputFiles([...files]);
  await heading(page, /^This bundle is safe/).waitFor();
  await press(page, 'Show these figures on the pages');
  await heading(page, TITLE, 1).waitFor();
  await heading(page, 'What is here, and what is not').waitFor();
}

const databases = (page: Page) => page.evaluate(() => indexedDB.databases().then((all) => all.length));

/** Nothing before `#`, and nothing asked for, names what was loaded. */
function staysPrivate(page: Page, from: Site): void {
  expect(page.url().replace(/#.*$/, '')).not.toMatch(WORDS);
  expect(from.requests.filter((url) => !/^(blob|data):/.test(url) && WORDS.test(url))).toEqual([]);
}

async function journey(from: Site, start: string, own: string): Promise<Page> {
  const page = await from.open(start, { permissions: ['clipboard-read', 'clipboard-write'] });
  await loadOwn(page);
  expect(page.url()).toBe(from.address + own);
  expect(await page.locator('.standing').innerText()).toContain('Restricted');
  expect(await databases(page)).toBe(0);

  await press(page, 'Tarland');
  await page.locator('.position-area', { hasText: 'Tarland' }).waitFor();
  expect(page.url()).toBe(`${from.address}${own}#area=tarland`);
  await page.getByRole('button', { name: 'Copy link' }).press('Enter');
  await page.getByText('The figures are not in it.').waitFor();
  expect((await page.locator('.position-line').boundingBox())?.width).toBeGreaterThan(300);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${from.address}${own}#`)).toBe(true);
  staysPrivate(page, from);

  await page.locator('#own-area').selectOption('leicestershire');
  await page.locator('.position-area', { hasText: 'Leicestershire' }).waitFor();
  await page.getByRole('link', { name: 'Indicators', exact: true }).click();
  await heading(page, /Indicators/, 1).waitFor();
  await page.getByRole('link', { name: 'Your figures' }).click();
  await heading(page, TITLE, 1).waitFor();
  staysPrivate(page, from);
  return page;
}

describe('figures of one’s own', () => {
  test('are shown without a mouse, survive other pages, are kept when asked and forgotten without a trace', async () => {
    const page = await journey(here, 'data/protect/', 'own/');

    await page.getByRole('button', { name: 'Save the protected bundle' }).click();
    const saving = page.getByRole('dialog', { name: 'Save restricted figures on this computer?' });
    await saving.getByRole('button', { name: 'No' }).press('Enter');
    await page.getByRole('button', { name: 'Save the protected bundle' }).click();
    const coming = page.waitForEvent('download');
    await saving.getByRole('button', { name: 'Save them' }).press('Enter');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('restricted-own-2024.zip');
    expect(existsSync(await download.path()) && readFileSync(await download.path()).length).toBeGreaterThan(
      500
    );

    await page.getByRole('button', { name: 'Keep them on this machine' }).press('Enter');
    const keeping = page.getByRole('dialog', { name: 'Keep restricted figures on this machine?' });
    expect(await databases(page)).toBe(0);
    await keeping.getByRole('button', { name: 'Keep them' }).press('Enter');
    await page.getByText('This machine keeps these figures since').waitFor();
    expect(await databases(page)).toBe(1);

    await page.reload();
    await heading(page, TITLE, 1).waitFor();
    await page.getByText('This machine keeps these figures since').waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Forget them' }).press('Enter');
    await heading(page, 'Your own figures', 1).waitFor();
    await expect.poll(() => databases(page)).toBe(0);
    expect(
      await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))
    ).not.toMatch(WORDS);
    expect(await page.locator('.standing').count()).toBe(0);
    await page.reload();
    await heading(page, 'Your own figures', 1).waitFor();
    expect(await page.content()).not.toMatch(WORDS);
  }, 120_000);

  test('are a journey with addresses in the fragment too', async () => {
    await journey(inFragment, '#/data/protect/', '#/own/');
  }, 120_000);

  test('keep their mark on paper, and a link to them says what it needs', async () => {
    const page = await here.open('own/#area=tarland');
    await page.getByText('This link leads to figures that somebody loaded').waitFor();
    await page.goto(`${here.address}data/protect/`);
    await loadOwn(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.standing').isVisible()).toBe(true);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('style')].some(
          ({ textContent }) => textContent.includes('@page') && /Restricted/.test(textContent)
        )
      )
    ).toBe(true);
  });

  test('an address put into the open tab is a step of its history, back to which its page comes', async () => {
    const page = await here.open('own/');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await heading(page, 'What is here, and what is not').waitFor();
    const position = page.locator('.position-area');
    for (const [slug, name] of [
      ['kestrelshire', 'Kestrelshire'],
      ['lanternport', 'Lanternport']
    ]) {
      await page.evaluate((hash) => (location.hash = hash), `area=${String(slug)}&view=overview`);
      await position.filter({ hasText: String(name) }).waitFor();
    }
    await page.getByRole('link', { name: 'All areas' }).first().click();
    await heading(page, 'All areas', 1).waitFor();
    for (const name of ['Lanternport', 'Kestrelshire']) {
      await page.goBack();
      await position.filter({ hasText: name }).waitFor();
    }
    await page.goForward();
    await position.filter({ hasText: 'Lanternport' }).waitFor();
  }, 120_000);

  test('are left for another of their pages at its top, and come back to where they were read', async () => {
    const page = await here.open('own/');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await heading(page, 'What is here, and what is not').waitFor();
    await page.evaluate(() => (location.hash = 'area=kestrelshire&view=prevalence'));
    await page.locator('article[data-view=prevalence] .drawing svg').nth(4).waitFor();
    const link = page.locator('.slot').getByRole('link', { name: 'About this figure' }).last();
    await link.scrollIntoViewIfNeeded();
    const top = () => link.evaluate((each) => Math.round(each.getBoundingClientRect().top));
    const read = await top();
    await link.press('Enter');
    await page.locator('article[data-view=indicator]').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.locator('article[data-view=prevalence]').waitFor();
    await expect.poll(async () => Math.abs((await top()) - read)).toBeLessThan(3);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  }, 60_000);

  test('are announced by the title of the page that is shown, and not of the one before', async () => {
    const page = await here.open('own/');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await heading(page, 'What is here, and what is not').waitFor();
    const announced = () => page.locator('#svelte-announcer').innerText();
    for (const [slug, name] of [
      ['quill-vale-partnership', 'Quill Vale partnership'],
      ['kestrelshire', 'Kestrelshire'],
      ['amberfold', 'Amberfold']
    ] as const) {
      await page.locator('#own-area').selectOption(slug);
      await page.locator('.position-area').filter({ hasText: name }).waitFor();
      expect(await announced()).toContain(`${name}: Overview · Neglect Lens`);
      expect(await page.title()).toContain(`${name}: Overview · Neglect Lens`);
    }
  }, 60_000);

  test('have no fault against WCAG 2.2 AA in any state, and fit wide and narrow screens', async () => {
    const page = await here.open('own/');
    const good = async (state: string) => {
      expect(await faults(page), state).toEqual([]);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `${state}, ${String(width)} pixels`).toBe(0);
      }
    };
    await heading(page, 'Your own figures', 1).waitFor();
    await good('empty');
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await heading(page, 'What is here, and what is not').waitFor();
    await page.locator('table.grid').first().waitFor();
    await good('demonstration');
    await page.getByRole('link', { name: 'Kestrelshire', exact: true }).click();
    await page.locator('article[data-view=overview] .drawing svg').first().waitFor();
    await good('a view of the demonstration');
    await page.goto(`${here.address}data/protect/`);
    await loadOwn(page);
    await page.locator('table.grid').first().waitFor();
    await good('loaded');
    await page.getByRole('link', { name: 'Tarland', exact: true }).click();
    await page.locator('.position-area', { hasText: 'Tarland' }).waitFor();
    await good('a view');
  }, 120_000);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { readZip } from '#lib/sources/bundle-zip.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { readBundleFolder, writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run as protectCommand } from '../../scripts/protect.ts';
import {
  filesOf,
  largeBundle,
  plansBundle,
  rawBundle,
  withManifest,
  zipOf,
  type ChosenFile
} from './drafts.ts';
import { site } from './open.ts';
import { faults, overflow } from './reading.ts';

const here = site('LENS_SITE');
const inFragment = site('LENS_HASH_SITE');
const PAGE = 'data/protect/';
const MARK = 'DRAFT: not protected, not to be shared';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });

async function choose(page: Page, files: ChosenFile | readonly ChosenFile[]): Promise<void> {
  await page.locator('#draft-files').setInputFiles(Array.isArray(files) ? [...files] : [files]);
}

async function load(page: Page, files: ChosenFile | readonly ChosenFile[]): Promise<void> {
  await choose(page, files);
  await heading(page, 'What was read').waitFor();
}

async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Protect and check' }).click();
  await heading(page, /^Protected and checked/).waitFor();
}

/** Presses what saves, and reads the file. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

const save = (page: Page) =>
  saved(page, () => page.getByRole('button', { name: 'Save the protected bundle' }).click());

const words = (files: ReadonlyMap<string, string | Uint8Array>) =>
  new Map(
    [...files]
      .map(
        ([path, file]) => [path, typeof file === 'string' ? file : new TextDecoder().decode(file)] as const
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );

/** What the command line makes of the same files, today. */
async function byCommand(zip: ChosenFile, ...options: string[]): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'lens-protect-'));
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    writeFileSync(join(folder, 'raw.zip'), zip.buffer);
    const code = await protectCommand([join(folder, 'raw.zip'), '--out', join(folder, 'out'), ...options]);
    expect(code).toBe(0);
    return words(await readBundleFolder(join(folder, 'out')));
  } finally {
    printed.mockRestore();
    rmSync(folder, { recursive: true });
  }
}

describe('raw figures', () => {
  test('are protected in the browser into the same bytes as on the command line, official figures compared', async () => {
    const page = await here.open(PAGE);
    const zip = zipOf(rawBundle());
    await load(page, zip);
    await page.getByText('Always taken into account:').filter({ hasText: 'Rutland' }).waitFor();
    expect(here.requests.some((url) => /duckdb/.test(url))).toBe(false);
    await protect(page);
    const { name, bytes } = await save(page);
    const { files, problems } = readZip(bytes, name);
    expect(problems).toEqual([]);
    expect(name).toMatch(/^vale-\d{4}-\d{2}-\d{2}-public\.zip$/);
    expect(words(files)).toEqual(await byCommand(zip));

    await page.getByRole('button', { name: 'Forget everything and start again' }).click();
    await choose(page, { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await heading(page, 'This bundle is safe by its rules').waitFor();
    await page.getByRole('table', { name: /how many numbers it could be/ }).waitFor();
    expect(await page.getByText(MARK).count()).toBe(0);
  }, 120_000);

  test('are taken as a folder, and as files without one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lens-folder-'));
    try {
      await writeBundleFolder(join(folder, 'ours'), writeBundle(rawBundle()));
      const page = await here.open(PAGE);
      await page.locator('#draft-folder').setInputFiles(join(folder, 'ours'));
      await heading(page, 'What was read').waitFor();
      const size = await page.getByText(/figures in 22 tables/).textContent();
      await page.getByRole('button', { name: 'Forget these figures' }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await load(page, filesOf(rawBundle()));
      expect(await page.getByText(/figures in 22 tables/).textContent()).toBe(size);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are taken where they are dropped, and the page stays where they miss', async () => {
    const page = await here.open(PAGE);
    const zip = zipOf(plansBundle([40, 3, 30, 12, 15], 'no'));
    await page.locator('#draft-files').waitFor();
    await page.waitForLoadState('networkidle');
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'ours.zip', { type: 'application/zip' }));
      return transfer;
    }, zip.buffer.toString('base64'));
    await page.locator('.site-footer').dispatchEvent('drop', { dataTransfer: dropped });
    await page.locator('.chooser').dispatchEvent('drop', { dataTransfer: dropped });
    await heading(page, 'What was read').waitFor();
    expect(page.url()).toBe(here.address + PAGE);
  });

  test('with mistakes are not loaded: each is listed with its place and remedy, and what was loaded before stays', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(rawBundle()));
    const files = filesOf(rawBundle()).map((file) =>
      file.name === 'plans-age.csv'
        ? { ...file, buffer: Buffer.from(file.buffer.toString().replace(/,(\d+),,\n/, ',lots,,\n')) }
        : file
    );
    await page.locator('#add-earlier-files').setInputFiles(files);
    await heading(page, '1 problem to mend first').waitFor();
    const row = page
      .getByRole('table', { name: /What is wrong/ })
      .getByRole('row')
      .nth(1);
    expect(await row.locator(':scope > th, :scope > td').allTextContents()).toEqual([
      'cubes/plans-age.csv',
      '2',
      'value',
      'lots',
      expect.stringMatching(/./),
      expect.stringMatching(/./)
    ]);
    await heading(page, 'What was read').waitFor();
    expect(await page.getByText('What was loaded before is still here').count()).toBe(1);
    const { name, bytes } = await saved(page, () =>
      page.getByRole('link', { name: 'Download this list (CSV)' }).click()
    );
    expect(name).toBe('problems.csv');
    expect(new TextDecoder().decode(bytes)).toContain('cubes/plans-age.csv,2,value,lots');
  });

  test('with a row for each child are refused', async () => {
    const page = await here.open(PAGE);
    const csv = 'name,date of birth,area\nSomebody,2015-01-02,leeds\n';
    await choose(page, { name: 'children.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await heading(page, /to mend first/).waitFor();
    expect(await page.getByText('Somebody').count()).toBe(0);
  });

  test('of which nothing can be published name the rule in the way, and letting go of it publishes the rest', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(plansBundle([3, 0, 0, 0, 0], 'no')));
    await page.getByText('Change the rules', { exact: true }).click();
    await page.getByLabel('Plans by category').check();
    await page.getByRole('button', { name: 'Protect and check' }).click();
    await heading(page, 'Nothing can be published under these rules').waitFor();
    expect(await page.getByRole('button', { name: 'Save the protected bundle' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Let the totals of ‘Plans by category’ be withheld' }).click();
    await heading(page, /^Protected and checked/).waitFor();
    const { bytes } = await save(page);
    const csv = words(readZip(bytes, 'out.zip').files).get('cubes/plans-neglect.csv');
    expect(csv).toContain('city,2024Q1,open,all,,c,');
  });

  test('for the partnership are asked about twice, and their file says RESTRICTED', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await page.getByLabel('The partnership only (restricted)').check();
    await page.getByRole('button', { name: 'Protect and check' }).press('Enter');
    await page.getByText('Answer the question about who may see the figures first.').waitFor();
    await page.getByLabel(/^Is it agreed/).check();
    await protect(page);
    await page.getByRole('button', { name: 'Save the protected bundle' }).click();
    const question = page.getByRole('dialog', { name: 'Save restricted figures on this computer?' });
    await question.getByRole('button', { name: 'Do not save' }).click();
    await page.getByRole('button', { name: 'Save the protected bundle' }).click();
    const { name, bytes } = await saved(page, () =>
      question.getByRole('button', { name: 'Save it' }).click()
    );
    expect(name).toMatch(/^RESTRICTED-vale-.*-restricted\.zip$/);
    expect(words(readZip(bytes, name).files).get('bundle.json')).toContain('"audience": "restricted"');
  });
});

describe('a bundle that says it is protected', () => {
  test('and gives a withheld count away is refused, with the figure, what gives it away and the smallest repair', async () => {
    const page = await here.open(PAGE);
    await choose(page, zipOf(plansBundle([40, undefined, 30, 10, 15], 'yes', 100)));
    await heading(page, 'This bundle is refused: it must not be published').waitFor();
    const leak = page.locator('.leaks > li').first();
    const said = (await leak.textContent()) ?? '';
    expect(said).toMatch(/physical/i);
    expect(said).toContain('What gives it away:');
    expect(said).toContain('Smallest repair:');
    await page.getByText('NOT KNOWN TO BE SAFE').waitFor();
    expect(await page.getByRole('button', { name: /Save/ }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  test('and gives none away is safe, and is refused once an earlier release beside it gives one away', async () => {
    const page = await here.open(PAGE);
    await choose(page, zipOf(plansBundle([40, undefined, undefined, 10, 15], 'yes', 100)));
    await heading(page, 'This bundle is safe by its rules').waitFor();
    const earlier = withManifest(plansBundle([40, undefined, 30, undefined, 15], 'yes', 100), {
      id: 'vale-before'
    });
    await page.locator('#add-earlier-files').setInputFiles([zipOf(earlier, 'before.zip')]);
    await heading(page, 'This bundle is refused: it must not be published').waitFor();
  });
});

describe('a draft', () => {
  test('is marked, is not printed, and is in no storage, address, title or history of the browser', async () => {
    const page = await here.open(PAGE);
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await load(page, zipOf(rawBundle()));
    await page.getByText(MARK).waitFor();
    await page.getByText('Look at the figures as they were read').click();
    await page.getByLabel('Table', { exact: true }).selectOption('plans-age');
    await page.getByRole('table', { name: /^Draft, not protected/ }).waitFor();
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      cookies: document.cookie,
      history: JSON.stringify(history.state),
      title: document.title
    }));
    expect(kept).toMatchObject({ local: 0, session: [], databases: [], caches: [], cookies: '' });
    expect(`${kept.history}${kept.title}${page.url()}`).not.toMatch(/vale|city/i);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/vale|city/i);
    expect(logged).toEqual([]);
    const sent = here.requests.filter((url) => !/^(blob|data):/.test(url));
    expect(sent.filter((url) => /vale|city/i.test(url))).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    const printed = (await page.locator('main').innerText()).trim();
    expect(printed).toBe('This page holds figures that are not protected. They are not printed.');
    await page.emulateMedia({ media: 'screen' });
    await protect(page);
    expect(await page.getByText(MARK).count()).toBe(0);
    expect(await page.getByText('Look at the figures as they were read').count()).toBe(0);
  });

  test('is asked about before it is left, and is gone afterwards', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await page.locator('h1').click();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (asked.length < 3 ? dialog.dismiss() : dialog.accept());
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await page.getByText(MARK).waitFor();
    await page.getByRole('link', { name: 'Glossary' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload', 'confirm']);
    await page.getByText(MARK).waitFor();
    await page.getByRole('link', { name: 'Glossary' }).click();
    await page.getByRole('heading', { level: 1, name: /Glossary|Words/i }).waitFor();
    await page.goBack();
    await page.locator('#draft-files').waitFor();
    expect(await page.getByText(MARK).count()).toBe(0);
  });
});

describe('while figures are protected', () => {
  test('the page answers, tells how far it is, and stops at once when asked; the figures stay', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(largeBundle()));
    await page.evaluate(() => {
      const gaps: number[] = [];
      Reflect.set(window, 'lensGaps', gaps);
      let last = performance.now();
      const frame = (now: number) => {
        gaps.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await page.getByRole('button', { name: 'Protect and check' }).click();
    await heading(page, 'Protecting the figures').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Protecting the figures'
    );
    await page
      .getByText(/Choosing what to withhold/)
      .first()
      .waitFor();
    expect(await page.locator('.protect [role=status]').first().textContent()).toMatch(/\.$/);
    await page.getByText(/[1-9]\d* seconds? so far/).waitFor();
    const longest = await page.evaluate(() => {
      const gaps: unknown = Reflect.get(window, 'lensGaps');
      return Array.isArray(gaps) ? Math.max(...gaps.slice(5).map(Number)) : Infinity;
    });
    expect(longest, 'milliseconds without a frame').toBeLessThan(500);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, 'What was read').waitFor({ timeout: 2_000 });
    await page.getByText(MARK).waitFor();
    await protect(page);
  }, 120_000);
});

describe('the page', () => {
  test.each([1280, 390])(
    'has no fault against WCAG 2.2 AA in any state, and fits %i pixels',
    async (width) => {
      const page = await here.open(PAGE, { viewport: { width, height: 900 } });
      const good = async (state: string) => {
        expect(await overflow(page), state).toBe(0);
        expect(await faults(page), state).toEqual([]);
        expect(await overflow(page), `${state}, all opened`).toBe(0);
      };
      await page.locator('#draft-files').waitFor();
      await good('empty');
      await choose(page, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
      await heading(page, /to mend first/).waitFor();
      await good('problems');
      await load(page, zipOf(rawBundle()));
      await page.getByLabel('The partnership only (restricted)').check();
      await good('draft');
      await page.getByLabel('Anybody').check();
      await protect(page);
      await good('result');
    }
  );

  test('without JavaScript says that it needs it, and what happens', async () => {
    const page = await here.open(PAGE, { javaScriptEnabled: false });
    expect(await page.getByText('This page needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('#draft-files').isVisible()).toBe(false);
    expect(await page.getByText('Nothing leaves this computer').isVisible()).toBe(true);
  });

  test('is reached from Data, and from the keyboard the files are chosen and heard of', async () => {
    const page = await here.open('data/');
    await page.getByRole('link', { name: 'Load, protect and check' }).click();
    await page.locator('#draft-files').focus();
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('What was read');
  });

  test('works with its address in the fragment', async () => {
    const page = await inFragment.open(`#/${PAGE}`);
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await protect(page);
    expect(page.url()).toBe(`${inFragment.address}#/${PAGE}`);
    const { bytes } = await save(page);
    const csv = words(readZip(bytes, 'out.zip').files).get('cubes/plans-neglect.csv') ?? '';
    expect(csv).not.toContain(',3,,');
    expect(csv.match(/,,c,/g)?.length).toBeGreaterThan(1);
  });
});

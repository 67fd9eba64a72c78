import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readZip } from '#lib/sources/bundle-zip.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { readBundleFolder, writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run as protectCommand } from '../../scripts/protect.ts';
import { filesOf, plansBundle, rawBundle, withManifest, zipOf, type ChosenFile } from './drafts.ts';
import { site } from './open.ts';
import { choose, heading, load, MARK, PAGE, protect, save, saved, words } from './protect-page.ts';
import { faults } from './reading.ts';

const here = site('LENS_SITE');

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
    expect(name).toMatch(/^made-up-vale-\d{4}-\d{2}-\d{2}-public\.zip$/);
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

  test('for the partnership are asked about twice, and their file says so first', async () => {
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
    expect(name).toMatch(/^restricted-made-up-vale-.*-restricted\.zip$/);
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

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '#lib/db/catalogue.ts';
import { closeEdition, edition } from '#lib/store/editions.ts';
import { encodedAlone } from '#lib/db/encoded-alone.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { viewOf } from '#lib/views/view.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { editionOf, withheldSince } from '../../scripts/edition-of.ts';
import { run as encode } from '../../scripts/encode.ts';
import { readWholeBundle } from '../../scripts/read-published.ts';
import { refuseLeaks } from '../../scripts/refuse-leaks.ts';
import { staticFolder } from '../../scripts/setup/data.mjs';
import { readOptions } from '../../scripts/setup/options.mjs';
import { readChoices } from '../../scripts/setup/site.mjs';
import { bundleOf } from '../disclosure/small-bundle.ts';
import { tablesOf } from '../disclosure/small-tables.ts';
import { EARLIER_VINTAGE, writeTwoReleases } from '../earlier-edition.ts';
import { sharedBundle, STANDARD } from '../published.ts';

let folder: string;
let releases: { readonly now: string; readonly then: string };
const out = () => join(folder, 'site', 'bundle');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editions-'));
  releases = await writeTwoReleases(folder, 'Department for Education');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('figures encoded with an earlier release', () => {
  const said: string[] = [];
  beforeAll(async () => {
    const keep = (text: string) => void said.push(text);
    const spies = (['log', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep)
    );
    const code = await encode(['--bundle', releases.now, '--earlier', releases.then, '--to', out()]);
    spies.forEach((spy) => spy.mockRestore());
    expect([code, said.join('\n')]).toEqual([0, expect.any(String)]);
  });

  test('have what is its own apart, in a folder of its vintage, and name it in their catalogue', async () => {
    const catalogue = readCatalogue(await readFile(join(out(), 'catalogue.json')));
    expect(catalogue.editions).toEqual([EARLIER_VINTAGE]);
    const held = await readdir(join(out(), 'editions', EARLIER_VINTAGE));
    const its = readCatalogue(await readFile(join(out(), 'editions', EARLIER_VINTAGE, 'catalogue.json')));
    expect(its.editions).toBeUndefined();
    const [present, named] = [await readdir(out()), its.cubes.flatMap(({ files }) => files)];
    const folder = `editions/${EARLIER_VINTAGE}/`;
    for (const file of named)
      expect(file.startsWith(folder) ? held : present).toContain(file.replace(folder, ''));
    expect(named.filter((file) => file.startsWith(folder))).toEqual([expect.stringContaining('plans.')]);
    expect(held.filter((file) => present.includes(file))).toEqual(['catalogue.json']);
  });

  test('are said with the size of each, and with what is withheld since', () => {
    const words = said.join('\n');
    expect(words).toMatch(
      /Beside it the 2025\.1 release, for links made on it: [\d,]+ rows in \d+ files, [\d.]+ MB/
    );
    expect(words).toMatch(/warning: .*then shows 4 figures that are withheld now/);
  });

  test('are read from there, with an engine of their own', async () => {
    vi.stubEnv('LENS_STATIC', relative(process.cwd(), join(folder, 'site')));
    try {
      const facts = await edition(EARLIER_VINTAGE);
      expect(await edition(EARLIER_VINTAGE)).toBe(facts);
      const model = await viewOf(facts, { page: 'view', view: 'overview', area: 'riverbank' });
      expect('unanswerable' in model ? '' : model.headline.text).toMatch(/^50 children/);
      await expect(edition('1999')).rejects.toThrow();
    } finally {
      vi.unstubAllEnvs();
      await closeEdition();
    }
  });
});

describe('an earlier release', () => {
  const present = async () => encodedAlone(await sharedBundle(STANDARD)).catalogue;

  test('is refused where no link could name it, or a link would name another', async () => {
    const now = await present();
    const [first, ...others] = now.manifest.sources;
    if (first === undefined) throw new Error('no source');
    const of = (vintage: string) => ({
      ...now,
      manifest: { ...now.manifest, sources: [{ ...first, vintage }, ...others] }
    });
    const named = { named: 'old', present: now, editions: ['2024'] };
    expect(editionOf(of('2023'), named)).toBe('2023');
    expect(() => editionOf(now, named)).toThrow(/its vintage is 2026, which is that of the figures/);
    expect(() => editionOf(of('2024'), named)).toThrow(/another one has the vintage 2024 too/);
    for (const vintage of ['..', '../x', 'March 2025', ''])
      expect(() => editionOf(of(vintage), named)).toThrow(/a link can name only/);
  });

  test('shows what was withheld since, and that is counted', async () => {
    const [now, then] = await Promise.all([readWholeBundle(releases.now), readWholeBundle(releases.then)]);
    expect(withheldSince(then, now)).toBe(4);
    expect(withheldSince(now, then)).toBe(0);
  });

  test('of a partnership is refused where it and the present one together tell what both withhold', async () => {
    const make = tablesOf(await readDictionary());
    const sexes = (male: number | undefined, female: number | undefined) =>
      make(
        't',
        ['plans', 'open'],
        ['sex'],
        [
          { members: ['all'], value: 40 },
          { members: ['male'], value: male },
          { members: ['female'], value: female },
          { members: ['notknown'], value: undefined }
        ]
      );
    const release = (name: string, table: ReturnType<typeof sexes>) =>
      bundleOf([table], { settings: PRESETS.dfe, release: name });
    const now = release('2026-06-30-public', sexes(undefined, 17));
    await expect(refuseLeaks(now, 'now')).resolves.toBeUndefined();
    const then = release('2025-06-30-public', sexes(20, undefined));
    await expect(refuseLeaks(then, 'then')).resolves.toBeUndefined();
    await expect(refuseLeaks(now, 'now', [then])).rejects.toThrow(/^No site is built of now: \d figure/);
  });
});

test('the build takes several, and keeps what it encodes of them apart from the usual figures', () => {
  const read = readOptions(['--earlier', 'a', '--earlier', 'b'], '', { earlier: 'strings' });
  expect(read?.lists['earlier']).toEqual(['a', 'b']);
  const choices = readChoices({ out: join(folder, 'built') }, false, false, [releases.then]);
  expect(choices).toMatchObject({ bundle: '', earlier: [releases.then] });
  expect(staticFolder('', [])).toBe('static');
  expect(staticFolder('', choices.earlier)).not.toBe('static');
  expect(() => readChoices({ out: join(folder, 'built') }, false, false, [join(folder, 'none')])).toThrow(
    /holds no bundle\.json/
  );
});

import { describe, expect, test } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { GivenFile } from '#lib/sources/given/given.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { draftEngine, type DraftEngine } from '#lib/store/draft-engine.ts';
import type { Progress } from '#lib/store/draft-messages.ts';
import { ROWS_SHOWN } from '#lib/store/draft-told.ts';
import { CATALOGUE_FILE } from '#lib/db/catalogue.ts';
import { cubes, plansBundle, rawBundle, withManifest } from '../browser/drafts.ts';

const asked = { settings: PRESETS.dfe, audience: 'public', madeOn: '2026-11-22' } as const;

/** A site whose official figures are of nobody. */
const { manifest } = rawBundle();
const catalogue = {
  manifest: { ...manifest, areas: [], tables: [], title: 'Official' },
  dictionary: { tables: [], measures: [], areas: [], periods: [], members: {} },
  cubes: []
};

const readOfficial = (name: string): Promise<Uint8Array> =>
  name === CATALOGUE_FILE
    ? Promise.resolve(new TextEncoder().encode(JSON.stringify(catalogue)))
    : Promise.reject(new Error(`asked for ${name}`));

function engine(onProgress: (progress: Progress) => void = () => {}, read = readOfficial): DraftEngine {
  return draftEngine({ cubes, today: () => '2026-11-22', onProgress, readOfficial: read });
}

const given = (bundle: Bundle, words: Readonly<Record<string, string>> = {}): GivenFile[] => [
  { path: 'ours.zip', content: writeZip(new Map([...writeBundle(bundle), ...Object.entries(words)])) }
];

describe('a draft', () => {
  test('is read without any of its counts being told', async () => {
    const bundle = plansBundle([40, 3, 77_777_777, 12, 15], 'no');
    const read = await engine().read('draft', given(bundle));
    expect(read.bundle?.manifest.title).toBe(bundle.manifest.title);
    expect(read.bundle?.rows).toEqual({ 'plans-neglect': 6 });
    expect(JSON.stringify(read)).not.toContain('77777777');
  });

  test('says which areas it has figures of, and not those that they lie in', async () => {
    const bundle = plansBundle([40, 3, 30, 12, 15], 'no');
    const own = new Set(bundle.tables.flatMap(({ observations }) => observations.map(({ area }) => area)));
    const around: Bundle['manifest']['areas'][number] = {
      id: 'around',
      slug: 'around',
      kind: 'region',
      name: 'Around',
      codes: []
    };
    const areas = [...bundle.manifest.areas, around];
    const read = await engine().read('draft', given({ ...bundle, manifest: { ...bundle.manifest, areas } }));
    expect(read.bundle?.areas).toEqual([...own]);
    expect(read.bundle?.manifest.areas.map(({ id }) => id)).toContain('around');
  });

  test('with mistakes is not read, and the one before it stays', async () => {
    const drafts = engine();
    await drafts.read('draft', given(plansBundle([40, 3, 30, 12, 15], 'no')));
    const { bundle, problems } = await drafts.read('draft', [
      { path: 'bundle.json', content: new TextEncoder().encode('{}') }
    ]);
    expect(bundle).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(drafts.rows('plans-neglect', 0).of).toBe(6);
  });

  test('shows its rows a page at a time, by the names of areas and periods', async () => {
    const drafts = engine();
    await drafts.read('draft', given(rawBundle()));
    const first = drafts.rows('plans-age', 0);
    const second = drafts.rows('plans-age', ROWS_SHOWN);
    expect(first.rows).toHaveLength(ROWS_SHOWN);
    expect(first.rows.every((row) => row.length === first.columns.length)).toBe(true);
    expect(first.rows).not.toEqual(second.rows);
    expect(first.rows.map(([area]) => area)).toContain('City');
    expect(() => drafts.rows('nothing', 0)).toThrow('no table');
  });

  test('fetches the catalogue of official figures once, and again only where that failed', async () => {
    const asked: string[] = [];
    const drafts = engine(undefined, (name) => {
      asked.push(name);
      return asked.length === 1 ? Promise.reject(new Error('no network')) : readOfficial(name);
    });
    const ours = given(plansBundle([40, 3, 30, 12, 15], 'no'));
    await expect(drafts.read('draft', ours)).rejects.toThrow('no network');
    await drafts.read('draft', ours);
    await drafts.read('earlier', ours);
    expect(asked).toEqual([CATALOGUE_FILE, CATALOGUE_FILE]);
  });

  test('is needed before anything is protected', async () => {
    await expect(engine().protect(asked)).rejects.toThrow('no figures have been read');
  });
});

describe('protecting', () => {
  test('writes the files that the same engine makes of the same bundle, words that go with them included', async () => {
    const bundle = plansBundle([40, 3, 30, 12, 15], 'no');
    const drafts = engine();
    await drafts.read('draft', given(bundle, { 'commentary/plans.md': 'Words.' }));
    const made = await drafts.protect(asked);
    if (made.outcome !== 'safe') throw new Error(made.outcome);
    const files = new Map(
      [...readZip(made.zip, 'out.zip').files].map(([path, file]) => [
        path,
        typeof file === 'string' ? file : new TextDecoder().decode(file)
      ])
    );
    const official: Bundle = {
      manifest: catalogue.manifest,
      cubes: new Map(),
      tables: [],
      registers: {}
    };
    const expected = await protectedRelease({ ...asked, bundle, official: [official] });
    expect(files).toEqual(new Map([['commentary/plans.md', 'Words.'], ...writeBundle(expected.bundle)]));
    expect(made.hash).toBe(expected.hash);
    expect(made.tables).toEqual([
      { table: { id: 'plans-neglect', title: 'Plans by category' }, cells: 6, withheld: 2 }
    ]);
  });

  test('tells how far it is, stage by stage', async () => {
    const stages: string[] = [];
    const drafts = engine(({ stage }) => stages.push(stage));
    await drafts.read('draft', given(plansBundle([40, 3, 30, 12, 15], 'no')));
    await drafts.protect(asked);
    expect([...new Set(stages)]).toEqual(
      expect.arrayContaining(['reading', 'comparing', 'withholding', 'checking'])
    );
  });

  test('of which no set is safe names what must be let go, and makes nothing', async () => {
    const drafts = engine();
    await drafts.read('draft', given(plansBundle([3, 0, 0, 0, 0], 'no')));
    const made = await drafts.protect({
      ...asked,
      settings: { ...PRESETS.dfe, keep: [{ table: 'plans-neglect' }] }
    });
    expect(made).toMatchObject({ outcome: 'no safe set', keep: ['plans-neglect|open|city|2024Q1'] });
    expect(made).not.toHaveProperty('zip');
  });

  test('reckons with earlier releases, until they are taken away', async () => {
    const drafts = engine();
    await drafts.read('draft', given(plansBundle([40, 13, 30, 12, 15], 'no')));
    const before = plansBundle([40, 10, 30, 12, 15], 'yes');
    const { bundle } = await drafts.read('earlier', given(before));
    expect(bundle?.manifest.protected).toBe('yes');
    const withheld = async () => {
      const made = await drafts.protect(asked);
      return made.outcome === 'safe' ? made.tables[0]?.withheld : made.outcome;
    };
    expect(await withheld()).toBeGreaterThan(0);
    drafts.drop('earlier');
    expect(await withheld()).toBe(0);
  });

  test('takes no unprotected bundle for an earlier release', async () => {
    const { bundle, problems } = await engine().read('earlier', given(rawBundle()));
    expect(bundle).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toContain('unprotected-release');
  });
});

describe('checking', () => {
  test('finds what a protected bundle gives away, and the smallest repair', async () => {
    const drafts = engine();
    await drafts.read('draft', given(plansBundle([40, undefined, 30, 10, 15], 'yes', 100)));
    const { safe, audit } = await drafts.check();
    expect(safe).toBe(false);
    expect(audit.leaks.map(({ kind, cell, interval }) => [kind, cell.members, interval])).toEqual([
      ['worked out', { category_latest: 'physical' }, { lower: 5, upper: 5 }]
    ]);
    expect(audit.leaks[0]?.withhold?.length).toBeGreaterThan(0);
  });

  test('finds one that gives nothing away safe, by the rules it says it was made by', async () => {
    const drafts = engine();
    await drafts.read('draft', given(plansBundle([40, undefined, undefined, 10, 15], 'yes', 100)));
    expect(await drafts.check()).toMatchObject({ safe: true, settings: { id: 'dfe' } });
  });

  test('is not for raw figures', async () => {
    const drafts = engine();
    await drafts.read('draft', given(withManifest(rawBundle(), { protected: 'no' })));
    await expect(drafts.check()).rejects.toThrow('not protected yet');
  });
});

test('reasons why there is no value are shown as their marks', async () => {
  const made = plansBundle([40, undefined, undefined, 12, 15], 'yes', 100);
  const [table] = made.tables;
  if (table === undefined) throw new Error('no table');
  const cells = [missing('withheld'), missing('notAvailable'), known(7)];
  const observations = table.observations
    .slice(0, 3)
    .map((row, at) => ({ ...row, cell: cells[at] ?? row.cell }));
  const drafts = engine();
  await drafts.read('draft', given({ ...made, tables: [{ ...table, observations }] }));
  expect(
    drafts
      .rows('plans-neglect', 0)
      .rows.map((row) => row.at(-1))
      .sort()
  ).toEqual(['7', '[c]', '[x]']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver } from '#lib/disclosure/solver.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import {
  NoSafeSetError,
  ProtectedAlready,
  protectedRelease,
  UnprotectedRelease,
  type ProtectProgress,
  type ProtectRequest
} from '#lib/sources/bundle-protected.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { cubes } from '../fixtures/bundles/small-bundle.ts';
import { plansBySex, rawBundle, shownIn } from './raw-bundle.ts';

const solver = await openSolver();

const protect = (bundle: Bundle, request: Partial<ProtectRequest> = {}) =>
  protectedRelease({
    bundle,
    settings: PRESETS.dfe,
    audience: 'public',
    madeOn: '2026-05-01',
    solver,
    ...request
  });

const sexes = { all: 40, male: 4, female: 27, notknown: 9 };
const raw = (counts: Readonly<Record<string, number | undefined>> = sexes) => rawBundle([plansBySex(counts)]);

describe('a release', () => {
  test('withholds small counts and what would give them away, and says by what rules', async () => {
    const { bundle, hash, audit } = await protect(raw());
    expect(shownIn(bundle)).toEqual({ all: 40, male: 'c', female: 27, notknown: 'c' });
    expect(audit.leaks).toEqual([]);
    expect(bundle.manifest).toMatchObject({
      protected: 'yes',
      audience: 'public',
      disclosure: { release: '2026-05-01-public', cells: 4, withheld: 2, kept: 0.5, beside: [], givenAway: 0 }
    });
    expect(bundle.manifest.protection).toMatch(/Counts of 1 to 5 are withheld/);
    expect(bundle.manifest.disclosure?.narrowest).toEqual(audit.narrowest);
    expect(hash).toBe(releaseHash(bundle));
  });

  test('written and read back is the same, and so is its hash', async () => {
    const { bundle, hash } = await protect(raw());
    const read = readBundle(writeBundle(bundle), cubes);
    expect(read.problems).toEqual([]);
    expect(read.bundle && releaseHash(read.bundle)).toBe(hash);
    expect(read.bundle && writeBundle(read.bundle)).toEqual(writeBundle(bundle));
  });

  test('rounds what it shows where the rules say so, and neither staff nor population', async () => {
    const bundle = rawBundle([
      plansBySex({ all: 43, male: 21, female: 22 }),
      { id: 'population', cube: 'population', rows: [{ measure: 'children', value: 81_234 }] },
      {
        id: 'training',
        cube: 'assurance',
        dimensions: ['indicator'],
        rows: [{ measure: 'courses', members: ['train'], value: 2, of: 3 }]
      }
    ]);
    const done = await protect(bundle, { settings: { ...PRESETS.strong, smallGroup: 0 } });
    expect(shownIn(done.bundle)).toEqual({ all: 45, male: 20, female: 20 });
    expect(shownIn(done.bundle, 1)).toEqual({ city: 81_234 });
    expect(shownIn(done.bundle, 2)).toEqual({ train: 2 });
  });

  test('withholds zeros too where the rules say so', async () => {
    const settings = { ...PRESETS.dfe, zerosShown: false };
    const { bundle } = await protect(raw({ all: 60, male: 0, female: 27, notknown: 33 }), { settings });
    expect(shownIn(bundle)).toMatchObject({ all: 60, male: 'c' });
  });

  test('is never made of a bundle that is protected', async () => {
    const { bundle } = await protect(raw());
    await expect(protect(bundle)).rejects.toThrow(ProtectedAlready);
  });

  test('is not made where a small total must be kept, and names it', async () => {
    const settings = { ...PRESETS.dfe, keep: [{ table: 'plans-by-sex' }] };
    const refused = protect(raw({ all: 4, male: 4, female: 0 }), { settings });
    await expect(refused).rejects.toThrow(NoSafeSetError);
    await expect(refused).rejects.toMatchObject({ keep: ['plans-by-sex|open|city|2024'] });
  });

  test('is not made once it was stopped', async () => {
    const control = new AbortController();
    const stages: ProtectProgress['stage'][] = [];
    const asked = protect(raw(), {
      signal: control.signal,
      onProgress: ({ stage }) => {
        stages.push(stage);
        if (stage === 'withholding') control.abort(new Error('enough'));
      }
    });
    await expect(asked).rejects.toThrow('enough');
    expect(new Set(stages)).toEqual(new Set(['comparing', 'withholding']));
  });

  test('names notes and actions that hold a withheld number', async () => {
    const small = raw();
    const bundle: Bundle = {
      ...small,
      manifest: {
        ...small.manifest,
        notes: [
          { id: 'n1', text: 'Of these, four were boys.', table: 'plans-by-sex' },
          { id: 'n2', text: 'Four were boys.', areas: ['county'] },
          { id: 'n3', text: 'Counted on 4/4/2024, 4% more than before.' }
        ]
      },
      registers: { actions: [{ action: 'Visit the 4 boys', owner_role: 'Head', due: '2024-04-04' }] }
    };
    const { warnings } = await protect(bundle, { texts: new Map([['commentary/x.md', 'All 9 and 27.']]) });
    expect(warnings.map(({ file, column }) => [file, column])).toEqual([
      ['bundle.json', 'note n1'],
      ['registers/actions.csv', 'action'],
      ['commentary/x.md', undefined]
    ]);
  });
});

describe('with releases that are out', () => {
  test('a count that two late entries changed is withheld', async () => {
    const first = (await protect(raw({ all: 50, male: 20, female: 22, notknown: 8 }))).bundle;
    expect(shownIn(first)).toMatchObject({ all: 50, male: 20 });
    const later = raw({ all: 52, male: 22, female: 22, notknown: 8 });
    const { bundle } = await protect(later, { previous: [first], madeOn: '2026-08-01' });
    expect(shownIn(bundle)).toEqual({ all: 'c', male: 'c', female: 22, notknown: 8 });
    expect(bundle.manifest.disclosure?.beside).toMatchObject([{ kind: 'earlier' }]);
  });

  test('a count that many changed is shown', async () => {
    const first = (await protect(raw({ all: 50, male: 20, female: 22, notknown: 8 }))).bundle;
    const { bundle } = await protect(raw({ all: 60, male: 30, female: 22, notknown: 8 }), {
      previous: [first]
    });
    expect(shownIn(bundle)).toEqual({ all: 60, male: 30, female: 22, notknown: 8 });
  });

  test('rounded twice, nothing is withheld for a change that nobody can see', async () => {
    const settings = { ...PRESETS.strong, smallGroup: 0 };
    const first = (await protect(raw({ all: 50, male: 20, female: 22, notknown: 8 }), { settings })).bundle;
    const again = raw({ all: 51, male: 21, female: 22, notknown: 8 });
    const { bundle } = await protect(again, { settings, previous: [first] });
    expect(shownIn(bundle)).toEqual({ all: 50, male: 20, female: 20, notknown: 10 });
  });

  test('what was withheld stays so, and the release keeps those before it, each once', async () => {
    const first = (await protect(raw())).bundle;
    const second = (await protect(raw(), { previous: [first] })).bundle;
    expect(shownIn(second)).toEqual(shownIn(first));
    expect(second.manifest.disclosure?.release).toBe('2026-05-01-public-2');
    const third = (await protect(raw(), { previous: [first, second], madeOn: '2026-09-01' })).bundle;
    expect(third.releases?.map(({ id }) => id)).toEqual(['2026-05-01-public', '2026-05-01-public-2']);
    expect(third.releases?.map(({ hash }) => hash)).toEqual([first, second].map(releaseHash));
  });

  test('a quarter that ends with the year is not shown where the year was withheld', async () => {
    const year = (await protect(raw())).bundle;
    const quarter = rawBundle([
      { ...plansBySex(sexes), rows: plansBySex(sexes).rows.map((row) => ({ ...row, period: '2024Q4' })) }
    ]);
    const { bundle } = await protect(quarter, { previous: [year] });
    expect(shownIn(bundle)).toEqual(shownIn(year));
  });

  test('figures that were never protected are no release', async () => {
    await expect(protect(raw(), { previous: [raw()] })).rejects.toThrow(UnprotectedRelease);
  });

  test('official figures are compared under the codes both have, and what they give away is told', async () => {
    const theirs = rawBundle([plansBySex({ ...sexes, male: undefined })], {
      id: 'dfe',
      title: 'Official',
      protected: 'yes'
    });
    const official: Bundle = {
      ...theirs,
      manifest: {
        ...theirs.manifest,
        areas: theirs.manifest.areas.map((area) => ({ ...area, id: `x${area.id}` }))
      },
      tables: theirs.tables.map((table) => ({
        ...table,
        observations: table.observations.map((row) => ({ ...row, area: `x${row.area}` }))
      }))
    };
    const done = await protect(raw(), { official: [official] });
    expect(shownIn(done.bundle)).toMatchObject({ male: 'c' });
    expect(done.givenAway).toContain('plans-by-sex|open|city|2024|sex=male');
    expect(done.bundle.manifest.disclosure?.beside).toMatchObject([{ kind: 'official', title: 'Official' }]);
  });
});

describe('two audiences', () => {
  const lax = { ...PRESETS.dfe, id: 'lax', threshold: 3 };
  const counts = { all: 40, male: 4, female: 2, notknown: 34 };

  test('the public release is protected for itself, though the restricted one shows more', async () => {
    const restricted = (await protect(raw(counts), { settings: lax, audience: 'restricted' })).bundle;
    expect(shownIn(restricted)).toMatchObject({ all: 40, female: 'c' });
    const { bundle } = await protect(raw(counts), { otherAudience: [restricted] });
    expect(shownIn(bundle)).toMatchObject({ male: 'c', female: 'c' });
    expect(bundle.manifest.disclosure?.beside).toMatchObject([{ kind: 'other audience' }]);
    expect(bundle.releases).toBeUndefined();
  });

  test('and does not show what the restricted one withholds', async () => {
    const hides = { all: 40, male: undefined, female: undefined, notknown: 9 };
    const restricted = (await protect(raw(hides), { audience: 'restricted' })).bundle;
    const { bundle } = await protect(raw({ all: 40, male: 24, female: 7, notknown: 9 }), {
      otherAudience: [restricted]
    });
    expect(shownIn(bundle)).toMatchObject({ male: 'c', female: 'c' });
  });

  test('no public release keeps a restricted one', async () => {
    const restricted = (await protect(raw(), { audience: 'restricted' })).bundle;
    const { bundle } = await protect(raw(), { previous: [restricted] });
    expect(bundle.releases).toBeUndefined();
    const next = await protect(raw(), {
      audience: 'restricted',
      previous: [restricted],
      otherAudience: [bundle]
    });
    expect(next.bundle.releases?.map(({ id }) => id)).toEqual(['2026-05-01-restricted']);
  });
});

describe('whatever the counts', () => {
  const counts = fc
    .record({ male: fc.nat(30), female: fc.nat(30), notknown: fc.nat(30) })
    .map((parts) => ({ all: parts.male + parts.female + parts.notknown, ...parts }));

  test('the order of rows makes no difference, and protecting again withholds the same', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (given) => {
        const bundle = raw(given);
        const { bundle: done } = await protect(bundle);
        const turned = bundle.tables.map((table) => ({
          ...table,
          observations: table.observations.toReversed()
        }));
        const other = (await protect({ ...bundle, tables: turned })).bundle;
        expect(writeBundle(other)).toEqual(writeBundle(done));
        const manifest = { ...bundle.manifest };
        const again = (await protect({ ...done, manifest })).bundle;
        expect(shownIn(again)).toEqual(shownIn(done));
      }),
      { numRuns: 25, seed: 7 }
    );
  });

  test('a higher threshold never shows a small count that the lower one withheld', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 2, max: 12 }), async (given, threshold) => {
        const strict = await protect(raw(given), { settings: { ...PRESETS.dfe, threshold: threshold + 3 } });
        const shown = shownIn(strict.bundle);
        const small = Object.entries(given).filter(([, value]) => value > 0 && value < threshold);
        expect(small.filter(([sex]) => shown[sex] !== 'c')).toEqual([]);
      }),
      { numRuns: 25, seed: 7 }
    );
  });
});

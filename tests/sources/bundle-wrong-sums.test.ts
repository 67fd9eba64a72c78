import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver } from '#lib/disclosure/solver.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import { SumsDoNotAddUp, wrongSums } from '#lib/sources/bundle-wrong-sums.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { plansBySex, rawBundle, shownIn } from './raw-bundle.ts';

const solver = await openSolver();
const protect = (bundle: Bundle) =>
  protectedRelease({ bundle, settings: PRESETS.dfe, audience: 'public', madeOn: '2026-05-01', solver });

describe('raw figures that do not add up', () => {
  test('are named with their table, area, period and numbers, and only they', () => {
    const [wrong, ...more] = wrongSums(
      rawBundle([plansBySex({ all: 50, male: 3, female: 40, notknown: 0 }), plansBySex({ all: 50 }, 'two')])
    );
    expect(more).toEqual([]);
    expect(wrong?.problem).toMatchObject({ rule: 'sum-does-not-add-up', file: 'cubes/plans-by-sex.csv' });
    expect(wrong?.problem.message).toMatch(
      /^city, year to 31 March 2024, “Children on a plan”, in “.*”: the figure is 50, .*40 \(sex: Girls\).* = 43$/
    );
    expect(wrongSums(rawBundle([plansBySex({ all: 43, male: 3, female: 40, notknown: 0 })]))).toEqual([]);
  });

  test('are too much of their total even where some of them are not given', () => {
    expect(wrongSums(rawBundle([plansBySex({ all: 30, male: 20, female: 15 })]))).toHaveLength(1);
    expect(wrongSums(rawBundle([plansBySex({ all: 40, male: 20, female: 15 })]))).toEqual([]);
  });

  test('stop the release where a hidden figure hangs on them, with what to correct', async () => {
    const asked = protect(rawBundle([plansBySex({ all: 50, male: 3, female: 40, notknown: 0 })]));
    await expect(asked).rejects.toThrow(SumsDoNotAddUp);
    await expect(asked).rejects.toThrow(/40 .* = 43\. Correct the raw figures/);
    await expect(asked).rejects.not.toThrow(/from the start/);
  });

  test('are named before a small total that must be kept is', async () => {
    const asked = protectedRelease({
      bundle: rawBundle([plansBySex({ all: 4, male: 4, female: 2, notknown: 0 })]),
      settings: { ...PRESETS.dfe, keep: [{ table: 'plans-by-sex' }] },
      audience: 'public',
      madeOn: '2026-05-01',
      solver
    });
    await expect(asked).rejects.toThrow(SumsDoNotAddUp);
  });

  test('are only told of where none is hidden among them', async () => {
    const { bundle, warnings } = await protect(
      rawBundle([plansBySex({ all: 60, male: 13, female: 40, notknown: 0 })])
    );
    expect(warnings.map(({ rule }) => rule)).toEqual(['sum-does-not-add-up']);
    expect(shownIn(bundle)).toEqual({ all: 60, male: 13, female: 40, notknown: 0 });
  });
});

test('a partnership is protected though one authority gave nothing, which readers take for nobody', async () => {
  const { bundle, audit } = await protect(
    rawBundle([
      {
        id: 't',
        cube: 'plans',
        dimensions: ['sex'],
        rows: [
          { area: 'vale', members: ['all'], value: 60 },
          { area: 'county', members: ['all'], value: 22 },
          { area: 'county', members: ['female'], value: 9 },
          { area: 'county', members: ['male'], value: 12 },
          { area: 'county', members: ['notknown'], value: 1 },
          { area: 'city', members: ['all'], value: 36 }
        ]
      }
    ])
  );
  expect(audit.leaks).toEqual([]);
  const rows = bundle.tables[0]?.observations ?? [];
  expect(rows.filter(({ cell }) => cell.kind === 'known').length).toBeGreaterThan(1);
  expect(rows.find(({ members }) => members[0] === 'notknown')?.cell).toEqual({
    kind: 'missing',
    reason: 'withheld'
  });
});

import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver } from '#lib/disclosure/solver.ts';
import { protectedRelease, type ProtectRequest } from '#lib/sources/bundle-protected.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { plansBySex, rawBundle } from './raw-bundle.ts';

const solver = await openSolver();

/** bundle.json by the tables it comes with, of many raw bundles. */
async function recordsByTables(
  raw: readonly Bundle[],
  request: Partial<ProtectRequest> = {}
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const bundle of raw) {
    const release = await protectedRelease({
      bundle,
      settings: PRESETS.dfe,
      audience: 'public',
      madeOn: '2026-05-01',
      solver,
      ...request
    });
    const files = writeBundle(release.bundle);
    const tables = [...files].filter(([path]) => path.startsWith('cubes/')).join('\n');
    found.set(tables, (found.get(tables) ?? new Set()).add(files.get('bundle.json') ?? ''));
  }
  return found;
}

const ages = (counts: Readonly<Record<string, number>>) => ({
  id: 'ages',
  cube: 'plans',
  dimensions: ['age'],
  rows: Object.entries(counts).map(([age, value]) => ({ members: [age], value }))
});

const smalls = [0, 1, 2, 3, 4, 5, 7, 9];
const bundles = smalls.flatMap((male) =>
  [0, 3, 6].map((young) =>
    rawBundle([
      plansBySex({ all: 40, male, female: 20, notknown: 20 - male }),
      ages({ all: 40, '5to9': 20, '5to15': 20 + young, '16to17': 20 - young })
    ])
  )
);

describe('what a release says of its protection tells nothing of what is withheld', () => {
  test.each([
    ['as the Department does', PRESETS.dfe],
    ['with nobody withheld too', { ...PRESETS.dfe, zerosShown: false }],
    ['with small groups withheld', { ...PRESETS.dfe, smallGroup: 20 }],
    ['with what is shown rounded', { ...PRESETS.dfe, rounding: 5 }]
  ])('%s: two bundles that lead to the same tables say the same', async (_, settings) => {
    const found = await recordsByTables(bundles, { settings });
    expect(found.size).toBeLessThan(bundles.length);
    for (const records of found.values()) expect(records.size).toBe(1);
  });

  test('nor where the restricted release shows more', async () => {
    const restricted = await protectedRelease({
      bundle: rawBundle([plansBySex({ all: 40, male: 4, female: 20, notknown: 16 })]),
      settings: PRESETS.dfe,
      audience: 'restricted',
      madeOn: '2026-04-01',
      solver
    });
    const raw = [4, 5].map((male) =>
      rawBundle([plansBySex({ all: 40, male, female: 20, notknown: 20 - male })])
    );
    const found = await recordsByTables(raw, { otherAudience: [restricted.bundle] });
    expect(found.size).toBe(1);
    for (const records of found.values()) expect(records.size).toBe(1);
  });
});

test('where most figures are of nobody, and are withheld, the share that is shown is a share still', async () => {
  const { bundle } = await protectedRelease({
    bundle: rawBundle([plansBySex({ all: 40, male: 0, female: 0, notknown: 40 })]),
    settings: { ...PRESETS.dfe, zerosShown: false },
    audience: 'public',
    madeOn: '2026-05-01',
    solver
  });
  const { kept = -1, cells = 0, withheld = 0 } = bundle.manifest.disclosure ?? {};
  expect(withheld).toBeGreaterThan(1);
  expect(kept).toBe((cells - withheld) / cells);
});

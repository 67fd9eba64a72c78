import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { openSolver } from '#lib/disclosure/solver.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { rawBundle, type RawRow } from './raw-bundle.ts';

const solver = await openSolver();

const periods: Bundle['manifest']['periods'] = [
  { id: '2023', kind: 'year', start: '2022-04-01', end: '2023-03-31', label: '2023' },
  { id: '2024', kind: 'year', start: '2023-04-01', end: '2024-03-31', label: '2024' },
  { id: '2025', kind: 'year', start: '2024-04-01', end: '2025-03-31', label: '2025' },
  { id: '2024Q1', kind: 'quarter', start: '2023-04-01', end: '2023-06-30', label: 'Q1' },
  { id: '2024Q2', kind: 'quarter', start: '2023-07-01', end: '2023-09-30', label: 'Q2' },
  { id: '2024Q3', kind: 'quarter', start: '2023-10-01', end: '2023-12-31', label: 'Q3' },
  { id: '2024Q4', kind: 'quarter', start: '2024-01-01', end: '2024-03-31', label: 'Q4' },
  { id: '2023to2025', kind: 'pooled', start: '2022-04-01', end: '2025-03-31', label: 'three years' },
  { id: '20240331', kind: 'date', start: '2024-03-31', end: '2024-03-31', label: '31 March 2024' }
];

const bundleOf = (rows: readonly RawRow[], isOut = false) =>
  rawBundle([{ id: 't', cube: 'plans', rows: rows.map((row) => ({ measure: 'started', ...row })) }], {
    periods,
    protected: isOut ? 'yes' : 'no',
    ...(isOut ? { id: 'old' } : {})
  });

describe('a release that is out and a new one, safe alone, leak together where', () => {
  test.each<[string, RawRow[], RawRow[]]>([
    [
      'quarters are out, and the year is new',
      [
        { period: '2024Q1', value: 20 },
        { period: '2024Q2', value: 20 },
        { period: '2024Q3', value: 20 }
      ],
      [{ period: '2024', value: 63 }]
    ],
    [
      'the year is out, and three quarters are new',
      [{ period: '2024', value: 63 }],
      [
        { period: '2024Q1', value: 20 },
        { period: '2024Q2', value: 20 },
        { period: '2024Q3', value: 20 }
      ]
    ],
    [
      'two authorities are out, and the partnership is new',
      [
        { area: 'city', value: 20 },
        { area: 'county', value: 20 },
        { area: 'small', value: undefined }
      ],
      [{ area: 'vale', value: 43 }]
    ],
    [
      'three years together are out, and two of them are new',
      [{ period: '2023to2025', value: 103 }],
      [
        { period: '2023', value: 50 },
        { period: '2025', value: 50 },
        { period: '2024', value: undefined }
      ]
    ]
  ])('%s', async (_, old, fresh) => {
    const [bundle, earlier] = [bundleOf(fresh, true), bundleOf(old, true)];
    const options = { settings: PRESETS.dfe, solver };
    expect((await checkReleases({ bundle, ...options })).leaks).toEqual([]);
    expect((await checkReleases({ bundle: earlier, ...options })).leaks).toEqual([]);
    const { leaks } = await checkReleases({ bundle, earlier: [earlier], ...options });
    expect(leaks.length).toBeGreaterThan(0);
  });

  test('a day is out, and the year that ends on it is new', async () => {
    const sexes = (period: string, counts: Readonly<Record<string, number | undefined>>) =>
      rawBundle(
        [
          {
            id: 't',
            cube: 'plans',
            dimensions: ['sex'],
            rows: Object.entries(counts).map(([sex, value]) => ({ period, members: [sex], value }))
          }
        ],
        { periods, protected: 'yes', id: `p${period}` }
      );
    const bundle = sexes('2024', { all: 40, male: undefined, female: 20, notknown: undefined });
    const earlier = sexes('20240331', { all: 40, male: 17 });
    const { leaks } = await checkReleases({ bundle, earlier: [earlier], settings: PRESETS.dfe, solver });
    expect(leaks.map(({ cell }) => cell.members)).toContainEqual({ sex: 'notknown' });
  });
});

test('what is out of three years together is looked at when two of them are protected', async () => {
  const years = [
    { period: '2023', value: 50 },
    { period: '2024', value: 5 },
    { period: '2025', value: 48 }
  ];
  const { bundle } = await protectedRelease({
    bundle: bundleOf(years),
    settings: PRESETS.dfe,
    audience: 'public',
    madeOn: '2026-05-01',
    previous: [bundleOf([{ period: '2023to2025', value: 103 }], true)],
    solver
  });
  const shown = bundle.tables[0]?.observations.filter(({ cell }) => cell.kind === 'known') ?? [];
  expect(shown).toHaveLength(1);
});

test('figures of other areas of the nation play no part', async () => {
  const areas: Bundle['manifest']['areas'] = [
    { id: 'vale', slug: 'vale', kind: 'partnership', name: 'Vale', codes: [] },
    { id: 'city', slug: 'city', kind: 'authority', name: 'City', codes: [], parent: 'vale' },
    { id: 'far', slug: 'far', kind: 'authority', name: 'Far', codes: [] }
  ];
  const of = (area: string, id: string) =>
    rawBundle([{ id: 't', cube: 'plans', rows: [{ area, value: 20, measure: 'started' }] }], {
      areas,
      periods,
      protected: 'yes',
      id
    });
  const alone = await checkReleases({ bundle: of('city', 'a'), solver });
  const beside = await checkReleases({ bundle: of('city', 'a'), earlier: [of('far', 'b')], solver });
  expect(beside).toEqual(alone);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_RULES } from '#lib/sources/rules/rules.ts';
import { problemsOf, rulesOf, type Given, type Row } from './field-bundle.ts';

const table = (cube: string, dimensions: string, ...rows: readonly Row[]): Given => ({
  cube,
  dimensions: dimensions.split(' ').filter((id) => id !== ''),
  rows
});

interface Case {
  readonly rule: string;
  readonly broken: readonly Given[];
  readonly kept: readonly Given[];
}

const ages = (bands: string): Given =>
  table('plans', 'age', ...bands.split(' ').map((band): Row => [`town 2024 open ${band}`, 30]));
const years = (cube: string, measure: string, values: readonly (number | 'c' | 'x')[]): Given =>
  table(cube, '', ...values.map((value, at): Row => [`town ${2018 + at} ${measure}`, value]));
const quarters = (values: readonly number[]): Given =>
  table(
    'plans',
    '',
    ...values.map((value, at): Row => [`town ${at < 4 ? 2023 : 2024}Q${(at % 4) + 1} started`, value])
  );
const multiple = (before: number | 'c', after: number, neglect: number | 'c' = 40): Given =>
  table(
    'plans',
    'category_latest',
    ['town 2023 open all', 100],
    ['town 2023 open multiple', before],
    ['town 2023 open neglect', neglect],
    ['town 2024 open all', 100],
    ['town 2024 open multiple', after],
    ['town 2024 open neglect', 41]
  );
const needs = (value: number): Given =>
  table('primary_need', 'need', ['town 2023 open n1', 61], ['town 2024 open n1', value]);
const neglect = (member: string): Given =>
  table(
    'known',
    'tier neglect',
    [`town 2023 open inneed ${member}`, 61],
    [`town 2024 open inneed ${member}`, 72]
  );
const shares = (total: number): Given =>
  table(
    'plans',
    'sex',
    ...['2021', '2022', '2023', '2024'].flatMap((year): Row[] => [
      [`town ${year} open all`, total],
      [`town ${year} open female`, 45],
      [`town ${year} open male`, total - 45]
    ])
  );
const audits = (of: number): Given =>
  table(
    'assurance',
    'indicator',
    ...['2021', '2022', '2023', '2024'].map((year): Row => [`town ${year} audits VOICE`, [61, of]])
  );
const tiers = (inner: number): Given =>
  table(
    'known',
    'tier',
    ['town 2024 open inneed', 100],
    ['town 2024 open cinplan', 60],
    ['town 2024 open cpplan', inner]
  );

const CASES: readonly Case[] = [
  {
    rule: 'children-over-events',
    broken: [table('referrals', '', ['town 2024 referrals', 12], ['town 2024 children', 13])],
    kept: [table('referrals', '', ['town 2024 referrals', 13], ['town 2024 children', 13])]
  },
  {
    rule: 'more-than-at-any-point',
    broken: [table('plans', '', ['town 2024 open', 31], ['town 2024 anypoint', 30])],
    kept: [table('plans', '', ['town 2024 open', 30], ['town 2024 anypoint', 30])]
  },
  {
    rule: 'stock-pooled',
    broken: [table('plans', '', ['town pool2224 open', 31])],
    kept: [table('plans', '', ['town pool2224 started', 31])]
  },
  {
    rule: 'part-of-year-over-year',
    broken: [table('plans', '', ['town 2024 started', 30], ['town 2024Q1 started', 31])],
    kept: [table('plans', '', ['town 2024 started', 30], ['town 2023Q1 started', 31])]
  },
  {
    rule: 'running-totals',
    broken: [quarters([10, 21, 30, 41, 11, 22, 33, 40])],
    kept: [quarters([10, 21, 30, 41, 42, 43, 44, 45])]
  },
  { rule: 'child-at-two-tiers', broken: [tiers(41)], kept: [tiers(40)] },
  {
    rule: 'nested-parts-over-total',
    broken: [
      table(
        'plans',
        'age',
        ['town 2024 open 5to9', 20],
        ['town 2024 open 5to6', 11],
        ['town 2024 open 7to9', 10]
      )
    ],
    kept: [
      table(
        'plans',
        'age',
        ['town 2024 open 5to9', 20],
        ['town 2024 open 5to6', 10],
        ['town 2024 open 7to9', 10]
      )
    ]
  },
  {
    rule: 'neglect-under-category',
    broken: [
      table(
        'plans',
        'category_latest neglect',
        ['town 2024 open neglect all', 31],
        ['town 2024 open all yes', 30]
      )
    ],
    kept: [
      table(
        'plans',
        'category_latest neglect',
        ['town 2024 open neglect all', 30],
        ['town 2024 open all yes', 30]
      )
    ]
  },
  {
    rule: 'area-over-parent',
    broken: [table('plans', '', ['town 2024 open', 20], ['north 2024 open', 21])],
    kept: [table('plans', '', ['town 2024 open', 20], ['north 2024 open', 20])]
  },
  { rule: 'age-bands-overlap', broken: [ages('5to9 7to15')], kept: [ages('7to15 10to15')] },
  {
    rule: 'age-bands-gap',
    broken: [ages('unborn under1 1to4 10to15 16plus')],
    kept: [ages('unborn under1 1to4 5to9 10to15 16plus')]
  },
  {
    rule: 'unborn-not-told',
    broken: [ages('under1 1to4 5to9 10to15 16plus')],
    kept: [ages('unborn under1 1to4 5to9 10to15 16plus')]
  },
  {
    rule: 'period-in-future',
    broken: [table('plans', '', ['town 2031 open', 3])],
    kept: [table('plans', '', ['town 2031 open', 'x'])]
  },
  {
    rule: 'periods-overlap',
    broken: [table('plans', '', ['town 2024 started', 30], ['town calendar2023 started', 30])],
    kept: [table('plans', '', ['town 2024 started', 30], ['town 2023 started', 30])]
  },
  {
    rule: 'period-missing',
    broken: [table('plans', '', ['town 2021 started', 30], ['town 2023 started', 30])],
    kept: [table('plans', '', ['town 2022 started', 30], ['town 2023 started', 30])]
  },
  {
    rule: 'more-than-live-there',
    broken: [
      table('population', '', ['town mid2023 children', 900]),
      table('plans', '', ['town 2024 open', 901])
    ],
    kept: [
      table('population', '', ['town mid2023 children', 900]),
      table('plans', '', ['town 2024 open', 900])
    ]
  },
  { rule: 'percent-for-count', broken: [shares(100)], kept: [shares(120)] },
  { rule: 'percent-for-count', broken: [audits(100)], kept: [audits(99)] },
  {
    rule: 'tenfold-change',
    broken: [years('plans', 'open', [142, 1390, 150])],
    kept: [years('plans', 'open', [142, 900, 150])]
  },
  {
    rule: 'zero-among-figures',
    broken: [years('plans', 'open', [142, 0, 150])],
    kept: [years('plans', 'open', [142, 'x', 150])]
  },
  {
    rule: 'area-not-there',
    broken: [table('plans', '', ['late 2022 open', 30])],
    kept: [table('plans', '', ['late 2023 open', 30])]
  },
  {
    rule: 'area-not-there',
    broken: [table('plans', '', ['gone 2022 open', 30])],
    kept: [table('plans', '', ['gone 2021 open', 30])]
  },
  { rule: 'n1-as-neglect', broken: [needs(72), neglect('yes')], kept: [needs(73), neglect('yes')] },
  { rule: 'n1-as-neglect', broken: [needs(72), neglect('yes')], kept: [needs(72), neglect('merged')] },
  {
    rule: 'n1-named',
    broken: [{ ...neglect('yes'), title: 'Abuse or neglect (N1)' }],
    kept: [{ ...neglect('merged'), title: 'Abuse or neglect (N1)' }]
  },
  { rule: 'recoded-multiple', broken: [multiple(30, 20)], kept: [multiple(30, 21)] }
];

describe('each rule', () => {
  test.each(CASES)(
    '$rule is broken by a smallest bundle, and kept by one beside it',
    ({ rule, broken, kept }) => {
      expect(rulesOf(broken)).toContain(rule);
      expect(rulesOf(kept)).not.toContain(rule);
    }
  );
  test('is among those tried here', () => {
    const elsewhere = ['period-not-over', 'agency-without-dates', 'supplied-in-future'];
    const tried = new Set([...CASES.map(({ rule }) => rule), ...elsewhere]);
    expect(FIELD_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
  test('a running period is not over, and one that ended is', () => {
    const running = [table('plans', '', ['town 2024 started', 3])];
    expect(rulesOf(running, {}, { today: '2024-02-01' })).toEqual(['period-not-over']);
    expect(rulesOf(running, {}, { today: '2024-04-01' })).toEqual([]);
  });
  test('local agencies need dates, and those with a national code do not', () => {
    const figures = [table('referrals', 'subsource', ['town 2024 referrals all', 30])];
    const agency = { id: 'lighthouse', name: 'Lighthouse' };
    expect(rulesOf(figures, { agencies: [agency] })).toEqual(['agency-without-dates']);
    expect(rulesOf(figures, { agencies: [{ ...agency, from: '2020-01-01' }] })).toEqual([]);
    expect(rulesOf(figures, { agencies: [{ id: 'police', name: 'Police' }] })).toEqual([]);
  });
  test('areas are known to be new from official ones with a code in common', () => {
    const codes = [{ scheme: 'dfe' as const, code: '942' }];
    const own = { id: 'c', slug: 'c', kind: 'authority' as const, name: 'Cumberland', codes };
    const found = rulesOf(
      [table('plans', '', ['c 2022 open', 30])],
      { areas: [own] },
      { official: [{ ...own, id: 'la942', from: 2024 }] }
    );
    expect(found).toEqual(['area-not-there']);
  });
});

describe('what is withheld', () => {
  test('is never computed with', () => {
    expect(
      rulesOf([table('referrals', '', ['town 2024 referrals', 'c'], ['town 2024 children', 13])])
    ).toEqual([]);
    expect(rulesOf([years('plans', 'open', [142, 'c', 1500])])).toEqual([]);
    expect(rulesOf([multiple('c', 20)])).toEqual([]);
  });
  test('as neglect silences what would be said of other categories', () => {
    expect(rulesOf([multiple(30, 20, 'c')])).toEqual([]);
    const physical = (beside: number | 'c') =>
      table(
        'plans',
        'category_latest',
        ...[140, 0, 150].flatMap((value, at): Row[] => [
          [`town ${2021 + at} open physical`, value],
          [`town ${2021 + at} open neglect`, beside]
        ])
      );
    expect(rulesOf([physical(60)])).toEqual(['zero-among-figures']);
    expect(rulesOf([physical('c')])).toEqual([]);
  });
});

describe('a list of problems', () => {
  test('names the file, the row, the column and the value, errors first', () => {
    const [first, second] = problemsOf([
      years('plans', 'open', [142, 0, 150]),
      table('referrals', '', ['town 2024 referrals', 12], ['town 2024 children', 13])
    ]);
    expect(first).toMatchObject({
      severity: 'error',
      file: 'cubes/t1.csv',
      row: 3,
      column: 'value',
      value: '13'
    });
    expect(second).toMatchObject({ severity: 'warning', file: 'cubes/t0.csv', row: 3, value: '0' });
  });
  test('of thousands stays short', () => {
    const rows = Array.from({ length: 400 }, (_, at): Row[] => [
      [`a${at} 2024 referrals`, 1],
      [`a${at} 2024 children`, 2]
    ]).flat();
    expect(problemsOf([table('referrals', '', ...rows)])).toHaveLength(51);
  });
  test('is empty, or is not, and never throws, whatever is counted', () => {
    const row = fc.tuple(
      fc.constantFrom('town', 'north', 'late', 'nowhere'),
      fc.constantFrom('2023', '2024', '2024Q1', 'pool2224', 'mid2023', 'never'),
      fc.constantFrom('open', 'started', 'anypoint', 'started_children', 'other'),
      fc.constantFrom('all', 'neglect', 'multiple', 'strange'),
      fc.constantFrom('all', 'under1', '7to15', '5to9', '16plus'),
      fc.oneof(fc.nat(), fc.constantFrom('c' as const, 'x' as const))
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const figures = rows.map((parts): Row => [parts.slice(0, 5).join(' '), parts[5]]);
        problemsOf([table('plans', 'category_latest age', ...figures)]);
      })
    );
  });
});

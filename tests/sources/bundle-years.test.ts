import { describe, expect, test } from 'vitest';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import { withYears } from '#lib/sources/bundle-years.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const cubes = await readDictionary();
const cubeOf = (id: string) => {
  const cube = cubes.get(id);
  if (!cube) throw new Error(`no cube ${id}`);
  return cube;
};
const quarter = (number: number, start: string, end: string): Period => ({
  id: `2024Q${String(number)}`,
  kind: 'quarter',
  start,
  end,
  label: `quarter ${String(number)}`
});
const PERIODS = [
  reportingYear(2024),
  quarter(1, '2023-04-01', '2023-06-30'),
  quarter(2, '2023-07-01', '2023-09-30'),
  quarter(3, '2023-10-01', '2023-12-31'),
  quarter(4, '2024-01-01', '2024-03-31')
];
const row = (period: string, measure: string, cell: Cell): Observation => ({
  area: 'la855',
  period,
  measure,
  members: [],
  cell
});
const year = (cube: string, rows: readonly Observation[]) =>
  withYears(cubeOf(cube), rows, PERIODS)
    .filter(({ period }) => period === '2024')
    .map(({ measure, cell }) => [measure, cell]);
const quarters = (measure: string, cells: readonly Cell[]) =>
  cells.map((cell, at) => row(`2024Q${String(at + 1)}`, measure, cell));

describe('the year that quarters make', () => {
  test('a stock of the last day is the year’s, and no other quarter is', () => {
    expect(year('plans', quarters('open', [known(50), known(60), known(70), known(80)]))).toEqual([
      ['open', known(80)]
    ]);
    expect(year('plans', quarters('open', [known(50), known(60), known(70)]))).toEqual([]);
  });

  test('events add up, children do not', () => {
    expect(
      year(
        'referrals',
        quarters(
          'referrals',
          [1, 20, 300, 4000].map((value) => known(value))
        )
      )
    ).toEqual([['referrals', known(4321)]]);
    expect(
      year(
        'referrals',
        quarters(
          'children',
          [1, 20, 300, 4000].map((value) => known(value))
        )
      )
    ).toEqual([]);
  });

  test('rounded events do not add up, and a rounded stock is still that of the last day', () => {
    const rounded = (cube: string, measure: string) =>
      withYears(
        cubeOf(cube),
        quarters(
          measure,
          [10, 20, 30, 40].map((value) => known(value))
        ),
        PERIODS,
        10
      ).filter(({ period }) => period === '2024');
    expect(rounded('referrals', 'referrals')).toEqual([]);
    expect(rounded('plans', 'open').map(({ cell }) => cell)).toEqual([known(40)]);
  });

  test('three quarters make no year', () => {
    expect(year('referrals', quarters('referrals', [known(1), known(2), known(3)]))).toEqual([]);
  });

  test('a withheld quarter withholds the year', () => {
    expect(
      year('referrals', quarters('referrals', [known(10), missing('withheld'), known(10), known(10)]))
    ).toEqual([['referrals', missing('withheld')]]);
  });

  test('what is open at any point of a quarter is not added up', () => {
    expect(year('plans', quarters('anypoint', [known(9), known(9), known(9), known(9)]))).toEqual([]);
  });

  test('a year that is given stays, and rows of nothing but years are returned as they are', () => {
    const given = [
      row('2024', 'open', known(7)),
      ...quarters('open', [known(1), known(2), known(3), known(4)])
    ];
    expect(year('plans', given)).toEqual([['open', known(7)]]);
    const only = [row('2024', 'open', known(7))];
    expect(withYears(cubeOf('plans'), only, PERIODS)).toBe(only);
  });

  test('n of N is never added up', () => {
    const rows = quarters('meetings', [known(1), known(1), known(1), known(1)]).map((each) => ({
      ...each,
      of: known(2)
    }));
    expect(year('assurance', rows)).toEqual([]);
  });
});

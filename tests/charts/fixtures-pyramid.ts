/** Bands of age, with girls and boys apart or together. */
import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, PyramidBar } from '#lib/views/model.ts';
import { cellText } from '#lib/words/number.ts';
import { chart, WITHHELD } from './chart-model.ts';

const BANDS = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over'];
const OLDER = ['Under 1', '1 to 4', '5 and 6', '7 to 10', '11 to 15', '16 and over'];
const GIRLS_AND_BOYS = [
  { id: 'female', name: 'Girls' },
  { id: 'male', name: 'Boys' }
];
const TOGETHER = [{ id: 'all', name: 'All children' }];
const SUBTITLE = 'Children on a plan for neglect, 31 March 2024';

type Given = number | 'c' | 'x' | 'none';

const cellOf = (value: Given): Cell =>
  typeof value === 'number'
    ? known(value)
    : value === 'c'
      ? WITHHELD
      : value === 'x'
        ? missing('notAvailable')
        : NOT_SUPPLIED;

function bar(value: Given, decimals: number, behind?: Given, spread = 0): PyramidBar {
  const cell = cellOf(value);
  return {
    cell,
    text: cellText(cell, decimals),
    ...(behind === undefined ? {} : { behind: cellOf(behind) }),
    ...(spread > 0 && cell.kind === 'known'
      ? { lower: cell.value * (1 - spread), upper: cell.value * (1 + spread) }
      : {})
  };
}

const bySex = (id: string, title: string, girls: readonly Given[], boys: readonly Given[]): ChartModel =>
  chart(id, title, SUBTITLE, {
    kind: 'pyramid',
    unit: 'Children',
    decimals: 0,
    sides: GIRLS_AND_BOYS,
    rows: BANDS.map((label, i) => ({
      id: label,
      label,
      bars: [bar(girls[i] ?? 'none', 0), bar(boys[i] ?? 'none', 0)]
    }))
  });

export const PYRAMID_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'pyramid-sexes': bySex(
    'pyramid-sexes',
    'Boys outnumber girls at every age but the last',
    [4020, 14180, 21330, 35510, 24460],
    [4310, 15600, 26120, 37170, 22980]
  ),
  'pyramid-missing-and-zero': bySex(
    'pyramid-missing-and-zero',
    'Withheld, not supplied and none look different',
    ['c', 18, 0, 'c', 'none'],
    [7, 'c', 21, 0, 'x']
  ),
  'pyramid-one-side': chart(
    'pyramid-one-side',
    'Fewer from the age of 7 than England’s rate gives',
    SUBTITLE,
    {
      kind: 'pyramid',
      unit: 'Children on a plan for neglect per 10,000 children of each age',
      decimals: 1,
      sides: TOGETHER,
      behind: { name: 'The dashed marks are England’s rates (first category of the plan)', role: 'england' },
      rows: OLDER.map((label, i) => ({
        id: label,
        label,
        bars: [
          bar(
            (['c', 54.2, 'c', 13.2, 4.8, 'c'] as const)[i] ?? 'none',
            1,
            [18.6, 29.8, 27.7, 21.2, 14.2, 13.9][i],
            0.3
          )
        ]
      }))
    }
  ),
  'pyramid-mark-in-words': chart('pyramid-mark-in-words', 'Close to England at most ages', SUBTITLE, {
    kind: 'pyramid',
    unit: 'Per 10,000 children of each age',
    decimals: 1,
    sides: TOGETHER,
    behind: { name: 'England', role: 'england' },
    rows: BANDS.map((label, i) => ({
      id: label,
      label,
      bars: [bar([12.1, 14.2, 11.4, 8.6, 10][i] ?? 'none', 1, [13, 14.6, 24.1, 8.6, 0][i])]
    }))
  }),
  'pyramid-nothing-known': chart('pyramid-nothing-known', 'No figure can be shown', SUBTITLE, {
    kind: 'pyramid',
    unit: 'Children',
    decimals: 0,
    sides: GIRLS_AND_BOYS,
    rows: BANDS.map((label) => ({ id: label, label, bars: [bar('c', 0), bar('c', 0)] }))
  })
};

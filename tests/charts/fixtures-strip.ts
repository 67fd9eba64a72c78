/** The area among England's quartiles and its neighbours. */
import { known, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { ChartModel, Row } from '#lib/views/model.ts';
import { chart, WITHHELD } from './chart-model.ts';

const RATE = 'Children on a plan for neglect per 10,000 children';
const SIMILAR = [8.1, 9.4, 11.2, 13.9, 14.6, 15.6, 16.8, 19.4, 22.1];
const QUARTILES = { lower: 10.4, median: 17.3, upper: 27.6 };

function strip(
  id: string,
  title: string,
  rows: readonly Row[],
  others: readonly number[],
  more: { quartiles?: typeof QUARTILES; similar?: readonly number[] }
): ChartModel {
  return chart(id, title, 'Children on a plan for neglect per 10,000 children, at 31 March 2024', {
    kind: 'strip',
    unit: RATE,
    decimals: 1,
    rows,
    others,
    ...more
  });
}

const row = (id: string, label: string, role: Row['role'], value: number, spread = 0): Row => ({
  id,
  label,
  role,
  cell: known(value),
  text: value.toFixed(1),
  ...(spread > 0 ? { lower: value - spread, upper: value + spread } : {})
});
const ENGLAND = row('england', 'England', 'england', 20.5);
const MEDIAN = row('neighbours', 'Middle of 9 similar areas', 'neighbours', 14.6);
const LEICESTERSHIRE = row('focus', 'Leicestershire', 'focus', 16.2, 2.4);

/** Strips without more, with quartiles, with similar areas and with both, among the authorities given. */
export const stripFixtures = (others: readonly number[]): Readonly<Record<string, ChartModel>> => ({
  'strip-all-authorities': chart(
    'strip-all-authorities',
    'Leicestershire has fewer plans for neglect than 94 of 150 authorities',
    'Children on a plan for neglect per 10,000 children, at 31 March 2024',
    {
      kind: 'strip',
      unit: RATE,
      decimals: 1,
      rows: [
        {
          id: 'focus',
          label: 'Leicestershire',
          role: 'focus',
          cell: known(16.2),
          text: '16.2',
          lower: 13.6,
          upper: 19.1
        },
        { id: 'england', label: 'England', role: 'england', cell: known(20.5), text: '20.5' },
        {
          id: 'neighbours',
          label: 'Similar areas (median)',
          role: 'neighbours',
          cell: known(15.1),
          text: '15.1'
        },
        { id: 'region', label: 'East Midlands', role: 'region', cell: known(19.8), text: '19.8' }
      ],
      others
    }
  ),
  'strip-focus-withheld': chart(
    'strip-focus-withheld',
    'Rutland’s figure is withheld',
    'Children on a plan for neglect per 10,000 children, at 31 March 2024',
    {
      kind: 'strip',
      unit: RATE,
      decimals: 1,
      rows: [
        { id: 'focus', label: 'Rutland', role: 'focus', cell: WITHHELD, text: 'withheld' },
        { id: 'england', label: 'England', role: 'england', cell: known(20.5), text: '20.5' },
        {
          id: 'neighbours',
          label: 'Similar areas',
          role: 'neighbours',
          cell: NOT_SUPPLIED,
          text: 'not supplied'
        }
      ],
      others
    }
  ),
  'strip-focus-at-the-edge': chart(
    'strip-focus-at-the-edge',
    'The highest of all authorities still has room for its name',
    'Children on a plan for neglect per 10,000 children, at 31 March 2024',
    {
      kind: 'strip',
      unit: RATE,
      decimals: 1,
      rows: [
        {
          id: 'focus',
          label: 'Bournemouth, Christchurch and Poole',
          role: 'focus',
          cell: known(58.9),
          text: '58.9',
          lower: 49.2,
          upper: 69.8
        },
        { id: 'england', label: 'England', role: 'england', cell: known(20.5), text: '20.5' },
        {
          id: 'neighbours',
          label: 'Similar areas (median)',
          role: 'neighbours',
          cell: known(20.3),
          text: '20.3'
        }
      ],
      others
    }
  ),
  'strip-quartiles': strip(
    'strip-quartiles',
    'Leicestershire is among the lower half of authorities',
    [LEICESTERSHIRE, ENGLAND],
    others,
    { quartiles: QUARTILES }
  ),
  'strip-similar': strip(
    'strip-similar',
    'Leicestershire stands in the middle of similar areas',
    [LEICESTERSHIRE, ENGLAND, MEDIAN],
    others,
    { similar: SIMILAR }
  ),
  'strip-quartiles-and-similar': strip(
    'strip-quartiles-and-similar',
    'Leicestershire stands in the middle of similar areas, which are lower than most',
    [LEICESTERSHIRE, ENGLAND, MEDIAN, row('region', 'East Midlands', 'region', 19.8)],
    others,
    { quartiles: QUARTILES, similar: SIMILAR }
  ),
  'strip-quartiles-focus-withheld': strip(
    'strip-quartiles-focus-withheld',
    'Rutland’s figure is withheld; where others stand is not',
    [
      { id: 'focus', label: 'Rutland', role: 'focus', cell: WITHHELD, text: 'withheld' },
      ENGLAND,
      { ...MEDIAN, label: 'Similar areas', cell: WITHHELD, text: 'withheld' }
    ],
    others,
    { quartiles: QUARTILES, similar: [9.4] }
  ),
  'strip-quartiles-close-together': strip(
    'strip-quartiles-close-together',
    'Quartiles that all but meet can still be read',
    [row('focus', 'Bournemouth, Christchurch and Poole', 'focus', 58.9, 8), ENGLAND, MEDIAN],
    others,
    { quartiles: { lower: 19.9, median: 20.3, upper: 20.8 }, similar: [20.2, 20.3, 20.3, 21, 57, 58.9] }
  )
});

/** From England's value to an area's, step by step. */
import type { ChartModel, Role } from '#lib/views/model.ts';
import { chart } from './chart-model.ts';

const LABELS = [
  'How many children are referred',
  'How many of those referred reach a child protection conference',
  'How many of those at a conference start a plan',
  'How often neglect is the category chosen for a new plan'
] as const;

function waterfall(
  id: string,
  title: string,
  from: readonly [string, number, Role],
  changes: readonly number[],
  to: readonly [string, number, Role],
  more: { decimals?: number; labels?: readonly string[]; unit?: string } = {}
): ChartModel {
  const { decimals = 1, labels = LABELS, unit = 'Plans started for neglect per 10,000 children' } = more;
  const end = ([label, value, role]: readonly [string, number, Role]) => ({ label, value, role });
  return chart(id, title, 'Plans started with neglect as first category, year to 31 March 2024', {
    kind: 'waterfall',
    unit,
    decimals,
    from: end(from),
    steps: changes.map((change, i) => ({ id: `s${i}`, label: labels[i] ?? '', change })),
    to: end(to)
  });
}

const ENGLAND = ['England', 25.7, 'england'] as const;

export const WATERFALL_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'waterfall-leeds': waterfall(
    'waterfall-leeds',
    'Nearly all of Leeds’ gap from England is how often neglect is the category chosen',
    ENGLAND,
    [1.6, -2.3, -0.3, -11.8],
    ['Leeds', 12.9, 'focus']
  ),
  'waterfall-steps-that-cancel': waterfall(
    'waterfall-steps-that-cancel',
    'Fewer children are referred in Rutland, and more of them reach a plan',
    ENGLAND,
    [-11.7, 7.6, 1.8, 9.6],
    ['Rutland', 33, 'focus']
  ),
  'waterfall-all-negative': waterfall(
    'waterfall-all-negative',
    'Every step is lower than in England',
    ENGLAND,
    [-5, -6.2, -4.1, -10.3],
    ['Bournemouth, Christchurch and Poole', 0.1, 'focus']
  ),
  'waterfall-zero-change': waterfall(
    'waterfall-zero-change',
    'Nothing differs at the first step, and next to nothing at the third',
    ENGLAND,
    [0, 3.1, -0.04, 0],
    ['Kent', 28.76, 'focus']
  ),
  'waterfall-from-zero': waterfall(
    'waterfall-from-zero',
    'No plan started for neglect in 2023; seven did in 2024',
    ['Rutland in 2023', 0, 'neighbours'],
    [0, 0, 0, 8.8],
    ['Rutland in 2024', 8.8, 'focus']
  ),
  'waterfall-below-zero': waterfall(
    'waterfall-below-zero',
    'The first step alone takes away more than there was',
    ENGLAND,
    [-52.4, 31, 4, 10.2],
    ['City of London', 18.5, 'focus']
  ),
  'waterfall-one-long-step': waterfall(
    'waterfall-one-long-step',
    'One step with a long name, in thousands',
    ['All children on a plan at the start of the year in England', 50_780, 'england'],
    [-12_345],
    ['All children on a plan at the end', 38_435, 'focus'],
    {
      decimals: 0,
      unit: 'Children',
      labels: [
        'Children whose plan ended in the year less those whose plan started in it, twins counted twice'
      ]
    }
  )
};

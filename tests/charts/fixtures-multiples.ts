/** Members of a dimension, each in a panel of its own. */
import type { Break, ChartModel, Panel } from '#lib/views/model.ts';
import { cellText } from '#lib/words/number.ts';
import { chart, points, type Given } from './chart-model.ts';

function panel(
  label: string,
  values: readonly Given[],
  behind?: readonly Given[],
  { first = 2017, spread = 0, decimals = 1 } = {}
): Panel {
  const own = points(first, values, spread);
  const last = own.at(-1);
  return {
    id: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    label,
    points: own,
    ...(behind === undefined ? {} : { behind: points(first, behind) }),
    text: last === undefined ? 'not supplied' : cellText(last.cell, decimals)
  };
}

/** A run of values that wanders between years the same way every time. */
const wander = (from: number, to: number, years = 8): number[] =>
  Array.from({ length: years }, (_, i) =>
    Number((from + ((to - from) * i) / (years - 1) + Math.sin(i * 2.1 + from) * from * 0.06).toFixed(1))
  );

const SOURCES = 'Referrals by source per 10,000 children, year to 31 March 2017 to 2024';
const UNIT = 'Referrals per 10,000 children, year to 31 March';
const MILESTONES: readonly Break[] = [
  { year: 2020, label: 'front door moved into the hub' },
  { year: 2021, label: 'schools closed' }
];

function multiples(
  id: string,
  title: string,
  panels: readonly Panel[],
  more: { milestones?: readonly Break[]; unit?: string; decimals?: number } = {}
): ChartModel {
  const { milestones = [], unit = UNIT, decimals = 1 } = more;
  const compared = panels.some(({ behind }) => behind !== undefined);
  return chart(id, title, SOURCES, {
    kind: 'multiples',
    unit,
    decimals,
    panels,
    ...(compared ? { behind: { name: 'England', role: 'england' as const } } : {}),
    milestones
  });
}

export const MULTIPLES_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'multiples-sources': multiples(
    'multiples-sources',
    'Schools refer as often as before the pandemic; the police more often, health services less',
    [
      panel('Police', wander(128, 171), wander(140, 162)),
      panel('Schools', [102, 108, 111, 99, 68, 96, 107, 110], wander(96, 104)),
      panel('Health services', wander(88, 61), wander(80, 84)),
      panel('Council services', wander(70, 74), wander(66, 70)),
      panel('Individuals', wander(46, 40), wander(42, 39)),
      panel('Housing', [8, 7, 'c', 'c', 6, 7, 'c', 'c'], wander(8, 9))
    ],
    { milestones: MILESTONES }
  ),
  'multiples-twelve': multiples(
    'multiples-twelve',
    'Twelve sources on one scale, two of them all but silent',
    [
      'Individuals',
      'Schools',
      'Education services other than schools',
      'Health services, including general practice and dentists',
      'Housing',
      'Council services',
      'Police',
      'Other legal agencies, probation and prisons',
      'Other',
      'Anonymous',
      'Not known',
      'No code exists'
    ].map((label, i) =>
      label === 'No code exists'
        ? { ...panel(label, []), text: 'no code exists' }
        : panel(label, wander(4 + ((i * 37) % 90), 2 + ((i * 53) % 110)), wander(30, 40 + i), {
            spread: i === 1 ? 0.2 : 0
          })
    ),
    { milestones: [{ year: 2021, label: 'pandemic: fewer referrals' }] }
  ),
  'multiples-missing-and-zero': multiples(
    'multiples-missing-and-zero',
    'Withheld, not supplied and none look different',
    [
      panel('Under 1', ['c', 'c', 4, 6, 'c', 5, 7, 6], undefined, { decimals: 0 }),
      panel('1 to 4', [12, 14, 'none', 13, 'x', 11, 9, 'c'], undefined, { decimals: 0 }),
      panel('5 to 9', [3, 2, 0, 0, 0, 2, 1, 0], undefined, { decimals: 0 }),
      panel('10 to 15', ['c', 'c', 'c', 'c', 'c', 'c', 'c', 'c'], undefined, { decimals: 0 })
    ],
    { unit: 'Children on a plan for neglect, at 31 March', decimals: 0 }
  ),
  'multiples-one-point': multiples(
    'multiples-one-point',
    'One year only, with ranges, and one of three withheld',
    [
      panel('Cumberland', [31.4], [20.5], { first: 2024, spread: 0.2 }),
      panel('Westmorland and Furness', [27.9], ['c'], { first: 2024, spread: 0.3 }),
      panel('Rutland', ['c'], [20.5], { first: 2024 })
    ],
    { unit: 'Children on a plan for neglect per 10,000 children' }
  ),
  'multiples-ragged': multiples(
    'multiples-ragged',
    'A panel with a single point beside one with eight, ranges on both',
    [
      panel('Early help', wander(40, 52), wander(35, 38), { spread: 0.15 }),
      { ...panel('Family Help', [61], undefined, { first: 2022, spread: 0.2 }), text: '61.0 in 2022' }
    ]
  ),
  'multiples-nothing-known': multiples('multiples-nothing-known', 'No figure can be shown', [
    panel('Police', ['c', 'c', 'c'], undefined, { first: 2022 }),
    panel('Schools', ['none', 'none', 'x'], undefined, { first: 2022 })
  ])
};

/** Lines over years as they mostly are, and awkward ones, on which values are withheld or zero. */
import { known } from '#lib/domain/cell.ts';
import type { ChartModel } from '#lib/views/model.ts';
import { chart, points } from './chart-model.ts';

export const RATE = 'Children on a plan for neglect per 10,000 children';

const leicestershire = points(
  2013,
  [14.2, 15.9, 17.1, 18, 17.3, 18.4, 19.2, 20.1, 18.8, 18.3, 17.2, 16.2],
  0.14
);
export const england = points(2013, [15.8, 17.8, 19, 19.6, 20.7, 21.8, 21.6, 21.9, 20.9, 21, 20.8, 20.5]);
const similar = points(2013, [13.1, 14, 14.6, 15.8, 15.1, 16.6, 17, 16.2, 15.8, 15.9, 15.4, 15.1]);

export const LINE_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'series-with-comparators': chart(
    'series-with-comparators',
    'Neglect plans in Leicestershire have been below England since 2017',
    'Children on a child protection plan for neglect per 10,000 children, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: RATE,
      decimals: 1,
      series: [
        { id: 'focus', name: 'Leicestershire', role: 'focus', points: leicestershire },
        { id: 'england', name: 'England', role: 'england', points: england },
        { id: 'neighbours', name: 'Similar areas (median)', role: 'neighbours', points: similar }
      ],
      breaks: [],
      milestones: [
        { year: 2016, label: 'Neglect strategy adopted' },
        { year: 2021, label: 'Pandemic: fewer referrals' }
      ]
    }
  ),
  'series-chosen-year': chart(
    'series-chosen-year',
    'Neglect plans in Leicestershire were below England in 2018',
    'Children on a child protection plan for neglect per 10,000 children, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: RATE,
      decimals: 1,
      at: 2018,
      series: [
        { id: 'focus', name: 'Leicestershire', role: 'focus', points: leicestershire },
        { id: 'england', name: 'England', role: 'england', points: england },
        { id: 'neighbours', name: 'Similar areas (median)', role: 'neighbours', points: similar }
      ],
      breaks: [],
      milestones: [{ year: 2021, label: 'Pandemic: fewer referrals' }]
    }
  ),
  'series-chosen-year-withheld': chart(
    'series-chosen-year-withheld',
    'The second year is the chosen one, and withheld',
    'Children on a plan for neglect, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan',
      decimals: 0,
      at: 2014,
      series: [
        {
          id: 'focus',
          name: 'Rutland',
          role: 'focus',
          points: points(2013, [12, 'c', 11, 9, 8, 8, 7, 7, 9, 12, 8, 9])
        }
      ],
      breaks: [],
      milestones: []
    }
  ),
  'series-with-band-and-break': chart(
    'series-with-band-and-break',
    'Leeds stopped using “multiple” in 2016, so years before cannot be compared',
    'Children on a plan for neglect in Leeds, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan',
      decimals: 0,
      series: [
        {
          id: 'focus',
          name: 'Neglect',
          role: 'focus',
          points: points(2013, [52, 48, 39, 135, 172, 210, 233, 261, 240, 214, 198, 185])
        }
      ],
      band: {
        name: 'neglect or “multiple”',
        points: [
          [2013, 52, 610],
          [2014, 48, 574],
          [2015, 39, 538],
          [2016, 135, 135],
          [2017, 172, 172],
          [2018, 210, 240],
          [2019, 233, 270],
          [2020, 261, 300],
          [2021, 240, 262],
          [2022, 214, 239],
          [2023, 198, 230],
          [2024, 185, 226]
        ].map(([year = 0, lower = 0, upper = 0]) => ({ year, lower: known(lower), upper: known(upper) }))
      },
      breaks: [
        { year: 2014, label: 'use of “multiple” changed' },
        { year: 2016, label: 'use of “multiple” changed' }
      ],
      milestones: []
    }
  ),
  'series-with-withheld-and-zero': chart(
    'series-with-withheld-and-zero',
    'Neglect plans in Rutland are too few to show in most years',
    'Children on a plan for neglect in Rutland, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan',
      decimals: 0,
      series: [
        {
          id: 'focus',
          name: 'Rutland',
          role: 'focus',
          points: points(2013, ['x', 8, 11, 'c', 'c', 'c', 0, 7, 9, 12, 'c', 'c'])
        }
      ],
      breaks: [],
      milestones: []
    }
  ),
  'series-ending-in-zero-then-withheld': chart(
    'series-ending-in-zero-then-withheld',
    'Rutland had no plans for neglect in 2021 and 2022',
    'Children on a plan for neglect per 10,000 children, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'per 10,000 children',
      decimals: 1,
      series: [
        {
          id: 'focus',
          name: 'Rutland',
          role: 'focus',
          points: points(2013, [22.8, 8.9, 'c', 12.5, 'c', 8.6, 21, 11, 0, 0, 'c', 'c'])
        },
        { id: 'england', name: 'England', role: 'england', points: england },
        { id: 'neighbours', name: 'Middle of similar areas', role: 'neighbours', points: similar }
      ],
      band: {
        name: 'neglect and multiple',
        points: [2013, 2021, 2022].map((year) => ({
          year,
          lower: known(year === 2013 ? 22.8 : 0),
          upper: known(year === 2013 ? 31 : 0)
        }))
      },
      breaks: [],
      milestones: []
    }
  ),
  'series-all-withheld': chart(
    'series-all-withheld',
    'Rutland’s figures are withheld in every year',
    'Children on a plan for neglect per 10,000 children, at 31 March 2019 to 2024',
    {
      kind: 'series',
      unit: RATE,
      decimals: 1,
      series: [
        { id: 'focus', name: 'Rutland', role: 'focus', points: points(2019, ['c', 'c', 'c', 'c', 'c', 'c']) },
        { id: 'england', name: 'England', role: 'england', points: england.slice(6) }
      ],
      breaks: [],
      milestones: []
    }
  ),
  'series-nothing-known': chart(
    'series-nothing-known',
    'No figure can be shown for the Isles of Scilly',
    'Children on a plan for neglect, at 31 March 2019 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan',
      decimals: 0,
      series: [
        {
          id: 'focus',
          name: 'Isles of Scilly',
          role: 'focus',
          points: points(2019, ['c', 'c', 'none', 'none', 'c', 'c'])
        }
      ],
      breaks: [],
      milestones: []
    }
  )
};

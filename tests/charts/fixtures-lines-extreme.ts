/** Lines of one point, of long names, and of huge and tiny values. */
import type { ChartModel } from '#lib/views/model.ts';
import { chart, points } from './chart-model.ts';
import { england, RATE } from './fixtures-lines.ts';

export const EXTREME_LINE_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'series-single-point': chart(
    'series-single-point',
    'Cumberland has one year of figures',
    'Children on a plan for neglect per 10,000 children, at 31 March 2024',
    {
      kind: 'series',
      unit: RATE,
      decimals: 1,
      series: [
        { id: 'focus', name: 'Cumberland', role: 'focus', points: points(2024, [31.4], 0.2) },
        { id: 'england', name: 'England', role: 'england', points: points(2024, [20.5]) }
      ],
      breaks: [],
      milestones: []
    }
  ),
  'series-long-names-ending-together': chart(
    'series-long-names-ending-together',
    'Four areas end within one child in 10,000 of each other',
    'Children on a plan for neglect per 10,000 children, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: RATE,
      decimals: 1,
      series: [
        {
          id: 'focus',
          name: 'Bournemouth, Christchurch and Poole',
          role: 'focus',
          points: points(2013, [
            'none',
            'none',
            'none',
            'none',
            'none',
            'none',
            'none',
            22,
            21.2,
            20.9,
            20.7,
            20.4
          ])
        },
        { id: 'england', name: 'England', role: 'england', points: england },
        {
          id: 'region',
          name: 'Yorkshire and The Humber',
          role: 'region',
          points: points(2013, [17, 18, 18.5, 19.2, 20, 20.4, 20.1, 20.9, 21.3, 20.8, 20.2, 20.3])
        },
        {
          id: 'neighbours',
          name: 'Similar areas (median)',
          role: 'neighbours',
          points: points(2013, [14, 15, 16.5, 16.2, 17, 18.4, 19.1, 19.9, 19.3, 19.8, 19.9, 20.6])
        }
      ],
      breaks: [
        { year: 2020, label: 'New authority from April 2019' },
        { year: 2023, label: 'New case system' }
      ],
      milestones: [{ year: 2021, label: 'Pandemic' }]
    }
  ),
  'series-huge-values': chart(
    'series-huge-values',
    'Fewer children were on plans in England in 2024 than in 2018',
    'Children on a plan in England by latest category, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan',
      decimals: 0,
      series: [
        {
          id: 'focus',
          name: 'Neglect',
          role: 'focus',
          points: points(
            2013,
            [17930, 20540, 22230, 23150, 24590, 25820, 25330, 25980, 25250, 25110, 24940, 24570]
          )
        },
        {
          id: 'second',
          name: 'Emotional',
          role: 'second',
          points: points(
            2013,
            [13640, 15860, 16660, 17770, 17280, 18860, 18460, 18690, 18620, 19150, 18940, 18500]
          )
        },
        {
          id: 'third',
          name: 'Physical',
          role: 'third',
          points: points(2013, [4670, 4760, 4350, 4200, 3950, 4120, 3820, 3770, 3600, 3530, 3510, 3580])
        },
        {
          id: 'fourth',
          name: 'Multiple',
          role: 'fourth',
          points: points(2013, [4500, 4830, 4320, 3550, 3460, 3260, 2880, 2690, 2030, 2330, 2490, 2600])
        }
      ],
      breaks: [],
      milestones: []
    }
  ),
  'series-tiny-values': chart(
    'series-tiny-values',
    'A ratio under one is still read from zero',
    'Plans started for neglect for each child at conference, year to 31 March 2020 to 2024',
    {
      kind: 'series',
      unit: 'Plans started for neglect per child at conference',
      decimals: 2,
      series: [
        {
          id: 'focus',
          name: 'City of London',
          role: 'focus',
          points: points(2020, [0.02, 0.04, 'c', 0.03, 0.05])
        }
      ],
      breaks: [],
      milestones: []
    }
  )
};

/** Realistic charts and awkward ones; drawn by the tests and by the gallery of `npm run dev`. */
import { known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { ChartModel } from '#lib/views/model.ts';
import { chart, points, WITHHELD } from './chart-model.ts';
import { CONTROL_FIXTURES } from './fixtures-control.ts';
import { FUNNEL_FIXTURES } from './fixtures-funnel.ts';
import { HEAT_FIXTURES } from './fixtures-heat.ts';
import { MULTIPLES_FIXTURES } from './fixtures-multiples.ts';
import { SERIES_FIXTURES } from './fixtures-series.ts';
import { stripFixtures } from './fixtures-strip.ts';
import { WATERFALL_FIXTURES } from './fixtures-waterfall.ts';

const RATE = 'Children on a plan for neglect per 10,000 children';

const leicestershire = points(
  2013,
  [14.2, 15.9, 17.1, 18, 17.3, 18.4, 19.2, 20.1, 18.8, 18.3, 17.2, 16.2],
  0.14
);
const england = points(2013, [15.8, 17.8, 19, 19.6, 20.7, 21.8, 21.6, 21.9, 20.9, 21, 20.8, 20.5]);
const similar = points(2013, [13.1, 14, 14.6, 15.8, 15.1, 16.6, 17, 16.2, 15.8, 15.9, 15.4, 15.1]);

const others = Array.from({ length: 150 }, (_, i) => {
  const turn = Math.sin(i * 12.9898) * 43758.5453;
  const even = turn - Math.floor(turn);
  return Number((4 + 42 * even ** 1.7 + (i % 7)).toFixed(1));
});

const HOLLOW = 'not published for any authority';

export const FIXTURES: Readonly<Record<string, ChartModel>> = {
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
  ),
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
  ),
  'ladder-published': chart(
    'ladder-published',
    '235 of the 429 children on plans in Leicestershire are there for neglect',
    'Children known at each tier in Leicestershire, at 31 March 2024',
    {
      kind: 'ladder',
      unit: 'Children at 31 March 2024',
      rungs: [
        {
          id: 'inneed',
          label: 'All children in need (includes the tiers below, children in care and care leavers)',
          all: known(3816),
          allText: '3,816 children',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'above'
        },
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(429),
          allText: '429 children',
          neglect: known(235),
          neglectText: '235 children',
          place: 'rung'
        },
        {
          id: 'cin',
          label: 'Child in need plan',
          all: known(1204),
          allText: '1,204 children',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'rung'
        },
        {
          id: 'eh',
          label: 'Early help',
          all: NOT_SUPPLIED,
          allText: HOLLOW,
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'rung'
        }
      ]
    }
  ),
  'ladder-short-texts': chart(
    'ladder-short-texts',
    'Neglect is counted at one tier of help, and unseen at the other',
    'Children at each tier of help, 31 March 2024',
    {
      kind: 'ladder',
      unit: 'children',
      rungs: [
        {
          id: 'inneed',
          label: 'Children in need',
          all: known(3359),
          allText: '3,359',
          neglect: NOT_SUPPLIED,
          neglectText: HOLLOW,
          place: 'above'
        },
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(429),
          allText: '429',
          neglect: known(235),
          neglectText: '235',
          place: 'rung'
        }
      ]
    }
  ),
  'ladder-local-with-withheld-and-zero': chart(
    'ladder-local-with-withheld-and-zero',
    'Neglect is withheld on plans in Rutland and nobody recorded it in early help',
    'Children known at each tier in Rutland, at 31 March 2024',
    {
      kind: 'ladder',
      unit: 'Children at 31 March 2024',
      rungs: [
        {
          id: 'cp',
          label: 'Child protection plan',
          all: known(26),
          allText: '26 children',
          neglect: WITHHELD,
          neglectText: 'withheld',
          place: 'rung'
        },
        {
          id: 'cin',
          label: 'Child in need plan',
          all: known(74),
          allText: '74 children, 92.8 per 10,000',
          neglect: known(31),
          neglectText: '31 children, 38.9 per 10,000',
          place: 'rung'
        },
        {
          id: 'eh',
          label: 'Early help',
          all: known(118),
          allText: '118 children, 148.0 per 10,000',
          neglect: known(0),
          neglectText: '0 children: none recorded',
          place: 'rung'
        }
      ]
    }
  ),
  'nested-published': chart(
    'nested-published',
    'Between 235 and 294 of 429 plans may involve neglect',
    'Children on a plan by what is known of neglect, at 31 March 2024',
    {
      kind: 'nested',
      unit: 'Share of all children on a plan',
      rows: [
        {
          id: 'focus',
          label: 'Leicestershire',
          role: 'focus',
          total: known(429),
          certain: known(235),
          recorded: NOT_SUPPLIED,
          possible: known(294),
          certainText: '235 of 429',
          recordedText: 'not supplied',
          possibleText: '294 of 429'
        },
        {
          id: 'leeds',
          label: 'Leeds',
          role: 'neighbours',
          total: known(674),
          certain: known(185),
          recorded: NOT_SUPPLIED,
          possible: known(185),
          certainText: '185 of 674',
          recordedText: 'not published',
          possibleText: 'no “multiple”'
        },
        {
          id: 'england',
          label: 'England',
          role: 'england',
          total: known(49900),
          certain: known(24570),
          recorded: NOT_SUPPLIED,
          possible: known(27170),
          certainText: '24,570 of 49,900',
          recordedText: 'not supplied',
          possibleText: '27,170 of 49,900'
        }
      ]
    }
  ),
  'nested-local-with-withheld': chart(
    'nested-local-with-withheld',
    'Neglect is certain for 80 children and possible for 190 of 210',
    'Children on a plan by what is known of neglect, at 30 June 2024',
    {
      kind: 'nested',
      unit: 'Share of all children on a plan',
      rows: [
        {
          id: 'focus',
          label: 'Demonstration partnership',
          role: 'focus',
          total: known(210),
          certain: known(80),
          recorded: known(131),
          possible: known(190),
          certainText: '80 of 210',
          recordedText: '131 of 210, in the assessment, a tool or the conference',
          possibleText: '190 of 210, where the record cannot tell'
        },
        {
          id: 'rutland',
          label: 'Rutland',
          role: 'neighbours',
          total: known(26),
          certain: WITHHELD,
          recorded: WITHHELD,
          possible: WITHHELD,
          certainText: 'withheld',
          recordedText: 'withheld',
          possibleText: 'withheld'
        },
        {
          id: 'none',
          label: 'An area with none',
          role: 'neighbours',
          total: known(40),
          certain: known(0),
          recorded: NOT_SUPPLIED,
          possible: known(4),
          certainText: '0 of 40',
          recordedText: 'not supplied',
          possibleText: '4 of 40'
        }
      ]
    }
  ),
  'bars-with-ranges': chart(
    'bars-with-ranges',
    'Leeds records neglect in more assessments than England and similar areas',
    'Assessments that recorded neglect per 10,000 children, year to 31 March 2024',
    {
      kind: 'bars',
      unit: 'Assessments that recorded neglect per 10,000 children',
      decimals: 1,
      rows: [
        {
          id: 'focus',
          label: 'Leeds',
          role: 'focus',
          cell: known(91.8),
          text: '91.8',
          lower: 84.1,
          upper: 99.9
        },
        {
          id: 'neighbours',
          label: 'Similar areas (median of ten)',
          role: 'neighbours',
          cell: known(71.2),
          text: '71.2'
        },
        { id: 'region', label: 'Yorkshire and The Humber', role: 'region', cell: known(74), text: '74.0' },
        { id: 'england', label: 'England', role: 'england', cell: known(69.5), text: '69.5' }
      ]
    }
  ),
  'bars-missing-and-zero': chart(
    'bars-missing-and-zero',
    'Withheld, not supplied and none look different',
    'Referrals by source per 10,000 children, year to 31 March 2024',
    {
      kind: 'bars',
      unit: 'Referrals per 10,000 children',
      decimals: 1,
      rows: [
        { id: 'schools', label: 'Schools', role: 'focus', cell: known(103.4), text: '103.4' },
        {
          id: 'health',
          label: 'Health services, including GPs and dentists',
          role: 'focus',
          cell: known(0.4),
          text: '0.4'
        },
        { id: 'housing', label: 'Housing', role: 'focus', cell: WITHHELD, text: 'withheld' },
        {
          id: 'probation',
          label: 'Probation',
          role: 'focus',
          cell: missing('noCode'),
          text: 'no code exists'
        },
        { id: 'dentists', label: 'Dentists', role: 'focus', cell: NOT_SUPPLIED, text: 'not supplied' },
        { id: 'fire', label: 'Fire service', role: 'focus', cell: known(0), text: '0.0' }
      ]
    }
  ),
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
  ...CONTROL_FIXTURES,
  ...FUNNEL_FIXTURES,
  ...HEAT_FIXTURES,
  ...MULTIPLES_FIXTURES,
  ...SERIES_FIXTURES,
  ...stripFixtures(others),
  ...WATERFALL_FIXTURES
};

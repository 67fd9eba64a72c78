import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, Rung, Series, TableModel, ViewModel } from '#lib/views/model.ts';

/** A whole Overview, as a reader of Leicestershire's page meets it: figures of the 2024 release. */

const WITHHELD = missing('withheld');

const table = (caption: string, label: string, rows: readonly [string, Cell][]): TableModel => ({
  caption,
  columns: [
    { key: 'what', label, kind: 'text' },
    { key: 'value', label: 'Children', kind: 'number', decimals: 0, unit: 'children' }
  ],
  rows: rows.map(([what, value]) => ({ what, value }))
});

const rung = (id: string, label: string, all: number | undefined, neglect: number | undefined): Rung => ({
  id,
  label,
  all: all === undefined ? NOT_SUPPLIED : known(all),
  allText: all === undefined ? 'not supplied' : all.toLocaleString('en-GB'),
  neglect: neglect === undefined ? NOT_SUPPLIED : known(neglect),
  neglectText: neglect === undefined ? 'not published for any authority' : String(neglect),
  place: id === 'in-need' ? 'above' : 'rung'
});

const line = (
  id: string,
  name: string,
  role: Series['role'],
  values: readonly (number | undefined)[]
): Series => ({
  id,
  name,
  role,
  points: values.map((value, index) => ({
    year: 2013 + index,
    cell: value === undefined ? WITHHELD : known(value)
  }))
});

const ladder: ChartModel = {
  id: 'ladder',
  title: 'Neglect is published for one tier of help only',
  subtitle: 'Children at each tier, and of them those with neglect recorded, Leicestershire, 31 March 2024',
  description:
    'A ladder of three tiers. 235 of 429 children on a child protection plan have neglect as category.',
  mark: 'neglect',
  spec: {
    kind: 'ladder',
    unit: 'children',
    rungs: [
      rung('in-need', 'Children in need', 3810, undefined),
      rung('early-help', 'Early help', undefined, undefined),
      rung('cin', 'Child in need plan', 1204, undefined),
      rung('cp', 'Child protection plan', 429, 235)
    ]
  },
  table: table('Children at each tier of help, 31 March 2024', 'Tier', [
    ['Children in need', known(3810)],
    ['Early help', NOT_SUPPLIED],
    ['Child in need plan', known(1204)],
    ['Child protection plan', known(429)]
  ]),
  notes: [1],
  covers: '31 March 2024',
  sources: ['Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.'],
  file: 'leicestershire-ladder-2024'
};

const hidden: ChartModel = {
  id: 'hidden',
  title: 'Between 235 and 294 of 429 plans may hold neglect',
  subtitle: 'Children on a plan by latest category, Leicestershire, 31 March 2024',
  description: '235 of 429 plans are certain. With “multiple”, up to 294.',
  mark: 'neglect',
  spec: {
    kind: 'nested',
    unit: 'children on a plan',
    rows: [
      {
        id: 'focus',
        label: 'Leicestershire',
        role: 'focus',
        total: known(429),
        certain: known(235),
        recorded: NOT_SUPPLIED,
        possible: known(294),
        certainText: '235 certain',
        recordedText: 'recorded: not published',
        possibleText: '294 possible'
      }
    ]
  },
  table: table('Plans that hold neglect', 'How sure', [
    ['Certain: latest category is neglect', known(235)],
    ['Possible: neglect or multiple', known(294)]
  ]),
  notes: [2],
  covers: '31 March 2024',
  sources: ['Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.'],
  file: 'leicestershire-hidden-2024'
};

const naming: ChartModel = {
  id: 'naming',
  title: 'Neglect is recorded less often here than in all but four of 150 authorities',
  subtitle: 'Assessments that recorded neglect, per 10,000 children, year to 31 March 2024',
  description: 'Leicestershire 26.8 per 10,000 children, England 69.5.',
  mark: 'neglect',
  spec: {
    kind: 'strip',
    unit: 'per 10,000 children',
    decimals: 1,
    rows: [
      { id: 'focus', label: 'Leicestershire', role: 'focus', cell: known(26.8), text: '26.8' },
      { id: 'england', label: 'England', role: 'england', cell: known(69.5), text: '69.5' },
      {
        id: 'neighbours',
        label: 'Similar areas, median',
        role: 'neighbours',
        cell: known(61.2),
        text: '61.2'
      }
    ],
    others: Array.from({ length: 150 }, (_, index) => 18 + index * 0.9)
  },
  table: table('Assessments that recorded neglect', 'Area', [
    ['Leicestershire', known(389)],
    ['Rutland', WITHHELD]
  ]),
  notes: [3],
  covers: '31 March 2024',
  sources: ['Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.'],
  file: 'leicestershire-naming-2024'
};

const changed: ChartModel = {
  id: 'changed',
  title: 'Neglect plans barely moved while all plans fell by 86',
  subtitle: 'Children on a plan at 31 March, Leicestershire, 2013 to 2024',
  description: 'Neglect plans went from 250 to 235 in a year; all plans from 515 to 429.',
  mark: 'neglect',
  spec: {
    kind: 'series',
    unit: 'children',
    decimals: 0,
    series: [
      line('all', 'All plans', 'second', [411, 420, 398, 405, 432, 450, 447, 470, 455, 490, 515, 429]),
      line('neglect', 'Neglect', 'focus', [120, 131, undefined, 128, 142, 160, 171, 201, 214, 236, 250, 235])
    ],
    breaks: [],
    milestones: [{ year: 2021, label: 'pandemic year' }]
  },
  table: table('Children on a plan for neglect', 'Year', [
    ['2023', known(250)],
    ['2024', known(235)]
  ]),
  covers: '31 March 2024',
  sources: ['Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0.'],
  file: 'leicestershire-changed-2024'
};

export const leicestershire: ViewModel = {
  view: 'overview',
  area: { id: 'la855', slug: 'leicestershire', name: 'Leicestershire', kind: 'authority' },
  period: { id: '2024', label: '31 March 2024', end: '2024-03-31' },
  compare: { id: 'neighbours', label: 'similar areas' },
  choices: {
    periods: [
      { id: '2024', label: '31 March 2024' },
      { id: '2023', label: '31 March 2023' },
      { id: '2020', label: '31 March 2020' }
    ],
    compares: [
      { id: 'neighbours', label: 'Similar areas' },
      { id: 'region', label: 'East Midlands' },
      { id: 'england', label: 'England' }
    ]
  },
  title: 'Leicestershire: overview of neglect',
  position: 'Position at 31 March 2024',
  edition: 'DfE, Children in need, 2024 release',
  vintage: '2024',
  newer: 'A 2025 release was published on 30 October 2025. These figures are from the one before.',
  headline: {
    text: '235 children were on a plan for neglect. That is close to similar areas and below England.',
    mark: 'neglect',
    notes: [1]
  },
  slots: [
    {
      id: 'position',
      heading: 'Position',
      statements: [
        {
          text: '235 children were on a child protection plan for neglect at 31 March 2024, out of 429 on a plan for any reason.',
          mark: 'neglect',
          notes: [1]
        }
      ],
      figures: [
        {
          id: 'plans-rate',
          label: 'On a plan for neglect',
          cell: known(16.2),
          text: '16.2',
          unit: 'per 10,000 children',
          range: { lower: 13.7, upper: 19, text: '13.7 to 19.0' },
          certainty: 'clearly below England (20.5); close to similar areas (15.1, nine with data)',
          mark: 'neglect'
        }
      ],
      charts: [ladder]
    },
    {
      id: 'hidden',
      heading: 'What the category may hide',
      statements: [
        {
          text: '59 more children are on a plan for “multiple” reasons, which may include neglect. For the other single categories it is not known.',
          mark: 'neglect',
          notes: [2]
        }
      ],
      figures: [],
      charts: [hidden]
    },
    {
      id: 'naming',
      heading: 'Naming against acting',
      statements: [
        {
          text: 'Assessments recorded neglect 389 times in the year to 31 March 2024: 1.4 for each plan newly started with neglect as first category. England records 2.7.',
          mark: 'neglect',
          notes: [3]
        }
      ],
      figures: [
        {
          id: 'recorded-rate',
          label: 'Assessments that recorded neglect',
          cell: known(26.8),
          text: '26.8',
          unit: 'per 10,000 children',
          range: { lower: 24.2, upper: 29.6, text: '24.2 to 29.6' },
          certainty: 'clearly below England (69.5); four of 150 authorities are lower',
          mark: 'neglect',
          notes: [3]
        }
      ],
      charts: [naming]
    },
    {
      id: 'changed',
      heading: 'What changed unusually',
      statements: [
        {
          text: 'Neglect plans were little changed, 250 to 235, while all plans fell from 515 to 429. So the share rose without more children being on a plan for neglect.',
          mark: 'neglect'
        },
        {
          text: 'Referrals rose by 17%, and those assessed as not in need from 18.6% to 34.9%. Both are bigger than such figures usually change.',
          mark: 'all'
        }
      ],
      figures: [],
      charts: [changed]
    },
    {
      id: 'return',
      heading: 'Time and return',
      statements: [
        {
          text: 'No figure on time or return is published for neglect. Of 402 plans started for any reason, 98 were for a child who had been on a plan before.',
          mark: 'all'
        }
      ],
      figures: [
        {
          id: 'two-years',
          label: 'On a plan for two years or more',
          cell: WITHHELD,
          text: 'withheld',
          unit: 'children on a plan',
          mark: 'all',
          notes: [4]
        }
      ],
      charts: []
    },
    {
      id: 'voice',
      heading: 'What children, families and practitioners say',
      statements: [],
      figures: [],
      charts: [],
      notSupplied: {
        what: 'No survey, audit or feedback is loaded for Leicestershire.',
        remedy: 'Ask your partnership for its last audit of neglect and the views of families in it.'
      }
    },
    {
      id: 'unseen',
      heading: 'What we cannot see',
      statements: [
        {
          text: 'Neglect in early help and in child in need plans is not published for any authority. Your case system holds it.'
        }
      ],
      figures: [],
      charts: [],
      notSupplied: {
        what: 'Neglect recorded on child in need plans.',
        remedy: 'Count factor 16A on open plans at one date.'
      }
    }
  ],
  questions: [
    {
      id: 'naming',
      ask: 'Are fewer children neglected here, or is neglect recorded less often?',
      because: 'Assessments recorded neglect 26.8 times per 10,000 children; England 69.5.',
      who: 'Head of the front door, with the principal social worker',
      evidence: 'Twenty assessments read again by two people for signs of neglect.'
    },
    {
      id: 'nfa',
      ask: 'Why are more referrals assessed as not in need?',
      because: '18.6% became 34.9% in one year.',
      who: 'Director of children’s services',
      evidence: 'The same referrals by source and by month, and any change of threshold.'
    }
  ],
  notes: [
    {
      number: 1,
      text: 'Category is the **latest** one on the plan. A child can be neglected and be on a plan in another category.'
    },
    {
      number: 2,
      text: '“Multiple” is used by some authorities and not by others. See [methods](/methods/).'
    },
    {
      number: 3,
      text: 'Factors are counted once per episode. They show what is recorded, not how common neglect is.'
    },
    { number: 4, text: 'Withheld so that no child can be identified.' }
  ],
  sources: [
    {
      id: 'cin-2024',
      text: 'Department for Education, Children in need, 2024 release, tables B7, C1, C3, D1 to D5. Open Government Licence v3.0.',
      url: 'https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2024'
    },
    {
      id: 'pop',
      text: 'Office for National Statistics, mid-2023 population estimates. Open Government Licence v3.0.'
    }
  ],
  successors: [],
  predecessors: [],
  notices: []
};

/** A former area, with the things only such a page has. */
export const cumbria: ViewModel = {
  ...leicestershire,
  area: { id: 'la909', slug: 'cumbria', name: 'Cumbria', kind: 'authority' },
  title: 'Cumbria: overview of neglect',
  successors: [
    { slug: 'cumberland', name: 'Cumberland' },
    { slug: 'westmorland-and-furness', name: 'Westmorland and Furness' }
  ],
  predecessors: [],
  notices: ['Cumbria ended on 31 March 2023.']
};

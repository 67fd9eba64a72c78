/** Charts of an Overview: figures of the 2024 release. */
import { known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, Rung, Series, TableModel } from '#lib/views/model.ts';

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

export const ladder: ChartModel = {
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

export const hidden: ChartModel = {
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

export const naming: ChartModel = {
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

export const changed: ChartModel = {
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

/** Known attacks on published tables, each as whole tables of a made-up partnership: what is withheld, and what gives it away. */
import { ALL } from '#lib/domain/cube.ts';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import { plansBy, type MakeTable, type Row } from './small-tables.ts';

export interface Attack {
  readonly name: string;
  readonly tables: readonly ReleasedTable[];
  readonly beside?: readonly ReleasedTable[];
  /** Kind and cell of what is given away. */
  readonly leaks: readonly (readonly [kind: string, id: string])[];
  /** The value that is given away first. */
  readonly value: number;
  /** Words of the relations that give the first of them away. */
  readonly why: string;
}

const CATEGORIES = ['neglect', 'physical', 'emotional', 'sexual', 'multiple'];
const DURATIONS = ['upto3m', 'm3to6', 'm6to12', 'y1to2', 'y2plus'];

/** Four by four counts as plans by category and duration, with their totals, and nobody in the fifth of each. */
function square(
  make: MakeTable,
  counts: readonly (readonly number[])[],
  hidden: readonly string[]
): ReleasedTable {
  const at = (category: number, duration: number) => counts[category]?.[duration] ?? 0;
  const rows = [...CATEGORIES.keys(), -1].flatMap((category) =>
    [...DURATIONS.keys(), -1].map((duration): Row => {
      const some = (place: number, all: readonly string[]) => (place < 0 ? [...all.keys()] : [place]);
      const value = some(category, CATEGORIES).reduce(
        (sum, c) => sum + some(duration, DURATIONS).reduce((part, d) => part + at(c, d), 0),
        0
      );
      const members = [CATEGORIES[category] ?? ALL, DURATIONS[duration] ?? ALL];
      return { members, value: hidden.includes(members.join(' ')) ? undefined : value };
    })
  );
  return make('t', ['plans', 'open'], ['category_latest', 'duration'], rows);
}

/** The attacks that protection has to withstand, each on tables that withhold too little. */
export function attacksWith(make: MakeTable): readonly Attack[] {
  return [
    {
      name: 'two withheld in every line, and still one of them is 1',
      tables: [
        square(
          make,
          [
            [15, 1, 3, 1],
            [20, 10, 10, 15],
            [3, 10, 10, 2],
            [12, 14, 7, 2]
          ],
          [
            'neglect m3to6',
            'neglect m6to12',
            'neglect y1to2',
            'physical m3to6',
            'physical m6to12',
            'emotional upto3m',
            'emotional y1to2',
            'sexual upto3m',
            'sexual y1to2'
          ]
        )
      ],
      leaks: [['worked out', 't|open|city|2024|category_latest=neglect|duration=y1to2']],
      value: 1,
      why: 'add up to all'
    },
    {
      name: 'a count that lies alone where two rows and two columns cross',
      tables: [
        square(
          make,
          [
            [30, 47, 64, 89],
            [90, 124, 5, 31],
            [92, 100, 59, 85],
            [800, 991, 651, 685]
          ],
          [
            'neglect upto3m',
            'neglect m3to6',
            'neglect m6to12',
            'physical upto3m',
            'physical m6to12',
            'emotional m3to6',
            'emotional y1to2',
            'sexual m3to6',
            'sexual y1to2'
          ]
        )
      ],
      leaks: [['worked out', 't|open|city|2024|category_latest=neglect|duration=m3to6']],
      value: 47,
      why: 'add up to all'
    },
    {
      name: 'two tables that share their totals',
      tables: [
        make(
          'one',
          ['plans', 'open'],
          ['neglect'],
          [
            { members: ['all'], value: 36 },
            { members: ['yes'], value: 20 },
            { members: ['no'], value: undefined },
            { members: ['notknown'], value: undefined }
          ]
        ),
        make(
          'two',
          ['plans', 'open'],
          ['neglect', 'sex'],
          [
            { members: ['all', 'all'], value: 36 },
            { members: ['no', 'all'], value: 13 },
            { members: ['no', 'male'], value: 6 },
            { members: ['no', 'female'], value: 7 },
            { members: ['no', 'notknown'], value: 0 }
          ]
        )
      ],
      leaks: [
        ['worked out', 'one|open|city|2024|neglect=no'],
        ['worked out', 'one|open|city|2024|neglect=notknown']
      ],
      value: 13,
      why: 'the same figure in two tables'
    },
    {
      name: 'bands of ages that overlap',
      tables: [plansBy(make, 'age', { '5to9': 40, '10to15': 50, '7to15': 88 })],
      leaks: [['implied', 't|open|city|2024|age=5to6']],
      value: 2,
      why: 'ages add up'
    },
    {
      name: '48 of 50',
      tables: [
        make('t', ['assurance', 'families'], ['indicator'], [{ members: ['chron'], value: 48, of: 50 }])
      ],
      leaks: [['implied', 't|families|city|2024|indicator=chron|not']],
      value: 2,
      why: 'n of N'
    },
    {
      name: 'the year to date',
      tables: [
        make(
          't',
          ['plans', 'started'],
          [],
          Object.entries({ '2024Q1': 14, '2024Q2': 9, '2024Q4': 12, ytd2: 23, ytd3: 26, '2024': 38 })
            .map(([period, value]): Row => ({ period, value }))
            .concat([{ period: '2024Q3', value: undefined }])
        )
      ],
      leaks: [['worked out', 't|started|city|2024Q3']],
      value: 3,
      why: 'shorter periods'
    },
    {
      name: 'a partnership without its other authorities',
      tables: [
        make(
          't',
          ['plans', 'open'],
          [],
          Object.entries({ llr: 129, city: 55, county: 70, rutland: undefined }).map(([area, value]) => ({
            area,
            value
          }))
        )
      ],
      leaks: [['worked out', 't|open|rutland|2024']],
      value: 4,
      why: 'made up of its authorities'
    },
    {
      name: 'a revision',
      tables: [make('t', ['plans', 'open'], [], [{ value: 52 }])],
      beside: [make('t', ['plans', 'open'], [], [{ value: 50 }], { id: 'may', kind: 'earlier' })],
      leaks: [['implied', 't|open|city|2024 changed since may']],
      value: 2,
      why: 'changed between two releases'
    },
    {
      name: 'all but neglect',
      tables: [
        plansBy(make, 'category_latest', {
          all: 44,
          neglect: 40,
          physical: undefined,
          emotional: undefined,
          sexual: 0,
          multiple: 0
        })
      ],
      leaks: [['implied', 't|open|city|2024|category_latest=not neglect']],
      value: 4,
      why: 'taken away'
    },
    {
      name: 'two withheld counts that come to two',
      tables: [plansBy(make, 'sex', { all: 22, male: 20, female: undefined, notknown: undefined })],
      leaks: [
        ['worked out', 't|open|city|2024|sex=female'],
        ['worked out', 't|open|city|2024|sex=notknown']
      ],
      value: 1,
      why: 'add up to all'
    },
    {
      name: 'a table that leaves out those who are nobody',
      tables: [plansBy(make, 'sex', { all: 40, male: 36, female: undefined })],
      leaks: [['worked out', 't|open|city|2024|sex=female']],
      value: 4,
      why: 'what is left'
    }
  ];
}

/** A small bundle of a partnership’s own, as it comes from its analyst: two authorities, counts that nobody publishes. */
import { periodOf } from '#lib/domain/period.ts';
import type { BundleFiles } from '#lib/sources/bundle.ts';

export const QUARTERS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'] as const;
const ENDS = ['2023-06-30', '2023-09-30', '2023-12-31', '2024-03-31'];
const STARTS = ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'];

const KNOWN = [
  'area,period,measure,tier,neglect,value,status,flags',
  ...['la855', 'tarland'].flatMap((area, a) =>
    QUARTERS.flatMap((quarter, q) =>
      ['targeted', 'cinplan'].flatMap((tier, t) => [
        `${area},${quarter},open,${tier},all,${String(800 + 100 * a + 40 * q + 300 * t)},,`,
        `${area},${quarter},open,${tier},yes,${String(200 + 10 * a + 12 * q + 90 * t)},,`
      ])
    )
  )
];

const CONTACTS = [
  'area,period,measure,neglect,outcome,value,status,flags',
  ...QUARTERS.flatMap((quarter, q) => [
    `la855,${quarter},children,yes,earlyhelp,${String(40 + q)},,`,
    `la855,${quarter},contacts,yes,earlyhelp,${String(50 + q)},,`
  ])
];

/** Leicestershire by its code, and a place that no official figures know. `tables` leaves some out. */
export function ownFiles(tables: readonly ('known' | 'contacts')[] = ['known', 'contacts']): BundleFiles {
  const manifest = {
    id: 'own-2024',
    title: 'Neglect in our area, 2024',
    publisher: 'Our Safeguarding Partnership',
    audience: 'restricted',
    protected: 'yes',
    protection: 'No count here is small.',
    licence: 'Not for publication',
    sources: [
      {
        id: 'case-system',
        publisher: 'Our Safeguarding Partnership',
        title: 'Case system',
        edition: 'Quarters of 2023-24',
        vintage: '2024-06',
        licence: 'Not for publication'
      }
    ],
    areas: [
      {
        id: 'la855',
        slug: 'leicestershire',
        kind: 'authority',
        name: 'Leicestershire',
        codes: [{ scheme: 'dfe', code: '855' }]
      },
      { id: 'tarland', slug: 'tarland', kind: 'authority', name: 'Tarland', codes: [] }
    ],
    periods: QUARTERS.map((id, at) => ({
      id,
      kind: 'quarter',
      start: STARTS[at],
      end: ENDS[at],
      label: `quarter ${String(at + 1)} of 2023-24`
    })),
    tiers: [
      { id: 'targeted', name: 'Early help', order: 1, place: 'rung', statutory: false },
      { id: 'cinplan', name: 'Child in need plan', order: 2, place: 'rung', statutory: true }
    ],
    agencies: [],
    categories: [],
    ageBands: [],
    tables: tables.map((id) => ({
      id,
      file: `cubes/${id}.csv`,
      cube: id,
      source: 'case-system',
      title: id === 'known' ? 'Children known, by tier' : 'Contacts about neglect, by what became of them',
      dimensions: id === 'known' ? ['tier', 'neglect'] : ['neglect', 'outcome']
    })),
    notes: [{ id: 'n1', text: 'Counted by hand.', table: tables[0] }],
    terms: { board: 'partnership', assessment: 'assessment', tool: 'tool' }
  };
  return new Map([
    ['bundle.json', JSON.stringify(manifest)],
    ...tables.map((id): [string, string] => [
      `cubes/${id}.csv`,
      (id === 'known' ? KNOWN : CONTACTS).join('\n')
    ])
  ]);
}

const LATER = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] as const;

/**
 * Plans by category two years after the last that is published, as a workbook of quarters gives them: with the country
 * and region named to say where the area is, and no row of either.
 */
export function laterFiles(): BundleFiles {
  const [manifest] = [...ownFiles(['known'])].filter(([path]) => path === 'bundle.json');
  const read: object = JSON.parse(String(manifest?.[1]));
  const plans = [
    'area,period,measure,category_latest,value,status,flags',
    ...LATER.flatMap((quarter, q) => [
      `la855,${quarter},open,all,${String(500 + 10 * q)},,`,
      `la855,${quarter},open,neglect,${String(240 + 5 * q)},,`,
      `la855,${quarter},open,multiple,${String(10 + q)},,`
    ])
  ];
  const areas = [
    {
      id: 'E92000001',
      slug: 'england',
      kind: 'country',
      name: 'England',
      codes: [{ scheme: 'ons', code: 'E92000001' }]
    },
    {
      id: 'la855',
      slug: 'leicestershire',
      kind: 'authority',
      name: 'Leicestershire',
      codes: [{ scheme: 'dfe', code: '855' }],
      parent: 'E92000001'
    }
  ];
  return new Map([
    [
      'bundle.json',
      JSON.stringify({
        ...read,
        areas,
        periods: LATER.map((id) => periodOf(id)),
        notes: [],
        tables: [
          {
            id: 'plans',
            file: 'cubes/plans.csv',
            cube: 'plans',
            source: 'case-system',
            title: 'Plans by category',
            dimensions: ['category_latest']
          }
        ]
      })
    ],
    ['cubes/plans.csv', plans.join('\n')]
  ]);
}

/** The same with an estimate of its own of how many children live there, by which its year can be rated. */
export function peopledFiles(): BundleFiles {
  const files = laterFiles();
  const read: { periods: object[]; tables: object[] } = JSON.parse(String(files.get('bundle.json')));
  const people = {
    id: 'population',
    file: 'cubes/population.csv',
    cube: 'population',
    source: 'case-system',
    title: 'Children who live here',
    dimensions: []
  };
  const mid = { id: 'mid2025', kind: 'date', start: '2025-06-30', end: '2025-06-30', label: 'mid-2025' };
  return new Map([
    ...files,
    [
      'bundle.json',
      JSON.stringify({ ...read, periods: [...read.periods, mid], tables: [...read.tables, people] })
    ],
    ['cubes/population.csv', 'area,period,measure,value,status,flags\nla855,mid2025,children,150000,,']
  ]);
}

/** Plans for neglect on 31 March 2024 by age, in a cut that no official table has. */
export function agedFiles(): BundleFiles {
  const files = ownFiles(['known']);
  const read: object = JSON.parse(String(files.get('bundle.json')));
  const rows = Object.entries({ all: 235, under1: 22, '1to4': 49, '5to6': 30, '7to15': 114, '16plus': 20 });
  return new Map([
    [
      'bundle.json',
      JSON.stringify({
        ...read,
        notes: [],
        tables: [
          {
            id: 'plans-age',
            file: 'cubes/plans-age.csv',
            cube: 'plans',
            source: 'case-system',
            title: 'Plans by age',
            dimensions: ['category_latest', 'age']
          }
        ]
      })
    ],
    [
      'cubes/plans-age.csv',
      [
        'area,period,measure,category_latest,age,value,status,flags',
        ...rows.map(([age, value]) => `la855,2024Q4,open,neglect,${age},${String(value)},,`)
      ].join('\n')
    ]
  ]);
}

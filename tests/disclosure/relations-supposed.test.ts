import { describe, expect, test } from 'vitest';
import { relationsOf, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { told } from './small-tables.ts';
import { frame, leaksOf, rowsOf, tableOf, tried } from './tried-tables.ts';

const relationsIn = (...tables: ReleasedTable[]) => relationsOf(tables, frame).map(told);

describe('sources in detail', () => {
  const SOURCES = rowsOf('city 2024 referrals', { all: 100, health: 33, schools: 60, education: 7 });
  const DETAIL = {
    gp: 10,
    healthvisitor: 20,
    schoolnurse: 3,
    dentist: 0,
    adultmental: 0,
    otherprimary: 0,
    emergency: 0,
    otherhealth: 0,
    school: 60,
    educationservice: 7
  };
  const detailed = (values: Readonly<Record<string, number>>) => [
    tableOf('sources', 'referrals', ['source'], SOURCES),
    tableOf('detail', 'referrals', ['subsource'], rowsOf('city 2024 referrals', values))
  ];

  test('are parts of the source whose code they have, and do not give one of them away', async () => {
    const at = (detail: string) => `detail|referrals|city|2024|subsource=${detail}`;
    const tables = detailed(DETAIL);
    const withheld = [at('schoolnurse'), at('educationservice')];
    expect(await leaksOf(tables, withheld, [])).toEqual([at('schoolnurse')]);
    const { bare, released } = await tried(tables);
    expect(bare).toEqual([at('schoolnurse')]);
    expect(released).toEqual([]);
  });

  test('whose codes are of several sources are divided among these', () => {
    const found = relationsIn(...detailed({ gp: 10, adultmental: 9 }));
    expect(found).toContain(
      'detail|referrals|city|2024|subsource=adultmental = detail|referrals|city|2024|source=council|subsource=adultmental + detail|referrals|city|2024|source=health|subsource=adultmental'
    );
    expect(found).toContain(
      'sources|referrals|city|2024|source=health = detail|referrals|city|2024|source=health|subsource=adultmental + detail|referrals|city|2024|subsource=gp + sources|referrals|city|2024|subsource=the others, in all tables|source=health'
    );
  });

  test('under names of our own may be of any source, and nobody takes what is left for nobody', () => {
    const found = relationsIn(...detailed({ gp: 10, hospice: 9 }));
    expect(found.filter((each) => each.includes('source=health ='))).toEqual([
      'sources|referrals|city|2024|source=health = detail|referrals|city|2024|subsource=gp + sources|referrals|city|2024|subsource=under other names|source=health'
    ]);
  });

  test('of children, who may be referred by several, are each no more than the source', () => {
    const rows = (values: Readonly<Record<string, number>>) => rowsOf('city 2024 children', values);
    const found = relationsIn(
      tableOf('sources', 'referrals', ['source'], rows({ health: 33, council: 9 })),
      tableOf('detail', 'referrals', ['subsource'], rows({ gp: 10, adultmental: 9 }))
    );
    expect(found).toEqual([
      'sources|children|city|2024|source=health ≥ detail|children|city|2024|subsource=gp'
    ]);
  });
});

describe('what is open, comes and goes', () => {
  const FLOW = {
    'city 2023 open': 100,
    'city q1 open': 104,
    'city q2 open': 110,
    'city q3 open': 101,
    'city q4 open': 99,
    'city q1 started': 20,
    'city q2 started': 21,
    'city q3 started': 3,
    'city q4 started': 22,
    'city q1 ended': 16,
    'city q2 ended': 15,
    'city q3 ended': 12,
    'city q4 ended': 24
  };

  test('is one sum before a period and after it, and does not give away what started in it', async () => {
    const plans = tableOf('plans', 'plans', [], FLOW);
    const whole = 'plans|anypoint|city|q3';
    expect(relationsIn(plans)).toContain(`${whole} = plans|open|city|q2 + plans|started|city|q3`);
    expect(relationsIn(plans)).toContain(`${whole} = plans|ended|city|q3 + plans|open|city|q3`);
    const { bare, released } = await tried([plans]);
    expect(bare).toEqual(['plans|started|city|q3']);
    expect(released).toEqual([]);
  });

  test('is what is open at any point, where a table shows that', async () => {
    const rows = { 'city 2023 open': 60, 'city 2024 anypoint': 63, 'city 2024 started': 3 };
    const { bare, released } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(bare).toEqual(['plans|started|city|2024']);
    expect(released).toEqual([]);
  });

  test('is tied over the cubes that count one tier', () => {
    const found = relationsIn(
      tableOf('known', 'known', ['tier'], rowsOf('city 2024 open', { inneed: 60, cpplan: 20 })),
      tableOf('work', 'work', ['tier'], {
        ...rowsOf('city 2024 ended', { inneed: 30, cpplan: 9 }),
        ...rowsOf('city 2024 anypoint', { inneed: 90, cpplan: 29 })
      })
    );
    for (const tier of ['inneed', 'cpplan'])
      expect(found).toContain(
        `work|anypoint|city|2024|tier=${tier} = known|open|city|2024|tier=${tier} + work|ended|city|2024|tier=${tier}`
      );
  });

  test('is not tied along what does not last, such as ages', () => {
    const rows = { 'city 2024 open 5to9': 60, 'city 2024 ended 5to9': 30, 'city 2024 anypoint 5to9': 90 };
    const found = relationsIn(tableOf('plans', 'plans', ['age'], rows));
    expect(found.filter((each) => each.includes('|open|'))).toEqual([]);
  });

  test('bounds children, who may start and end twice', () => {
    const rows = {
      'city 2023 open': 20,
      'city 2024 open': 18,
      'city 2024 started_children': 12,
      'city 2024 anypoint_children': 31
    };
    const found = relationsIn(tableOf('plans', 'plans', [], rows));
    expect(found).toEqual([
      'plans|anypoint_children|city|2024 ≥ plans|open|city|2023',
      'plans|anypoint_children|city|2024 ≥ plans|open|city|2024',
      'plans|anypoint_children|city|2024 ≥ plans|started_children|city|2024',
      'plans|open before or started since|city|2024 ≥ plans|anypoint_children|city|2024',
      'plans|open before or started since|city|2024 = plans|open|city|2023 + plans|started_children|city|2024'
    ]);
  });

  test('is hidden from whoever takes it to add up where it does not, as it mostly does', async () => {
    const others = ['county', 'rutland'].flatMap((area) =>
      Object.entries(FLOW).map(([key, value]) => [
        key.replace('city', area),
        value === 3 ? 23 : key.endsWith('q2 open') ? 90 : key.endsWith('q2 ended') ? 35 : value
      ])
    );
    const rows = { ...FLOW, ...Object.fromEntries(others), 'city q3 ended': 13 };
    const { done, bare, released } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(done.primary).toEqual(['plans|started|city|q3']);
    expect(done.complementary).toHaveLength(1);
    expect(bare).toEqual(['plans|started|city|q3']);
    expect(released).toEqual([]);
  });

  test('is not believed of a table that mostly shows otherwise, by the protector or by the auditor', async () => {
    const rows = { ...FLOW, 'city q1 ended': 12, 'city q2 ended': 25, 'city q4 ended': 18 };
    const { done, bare } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(bare).toEqual([]);
    expect(done.complementary).toEqual([]);
  });
});

describe('neglect that is recorded', () => {
  const CATEGORIES = { all: 131, neglect: 52, physical: 30, emotional: 40, sexual: 9, multiple: 0 };
  const RECORDED = { all: 131, yes: 55, no: 76, notknown: 0 };

  test('does not tell of how few it is not the latest category', async () => {
    const tables = [
      tableOf('categories', 'plans', ['category_latest'], rowsOf('city 2024 open', CATEGORIES)),
      tableOf('recorded', 'plans', ['neglect'], rowsOf('city 2024 open', RECORDED))
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['recorded|open|city|2024|category_latest=not neglect|neglect=yes']);
    expect(released).toEqual([]);
  });

  test('is recorded of all in the category where both are told together', () => {
    const across = { 'all neglect': 52, 'yes all': 60, 'yes neglect': 52 };
    const table = tableOf('t', 'plans', ['neglect', 'category_latest'], rowsOf('city 2024 open', across));
    expect(relationsIn(table)).toContain(
      't|open|city|2024|category_latest=neglect = t|open|city|2024|neglect=yes|category_latest=neglect'
    );
  });
});

describe('contacts that are accepted', () => {
  const OUTCOMES = { all: 200, referral: 97, none: 100, advice: 3, earlyhelp: 0, notknown: 0 };
  const at = (outcome: string, year = 2024) => `contacts|contacts|city|${year}|outcome=${outcome}`;
  const tablesWith = (referrals: number) => [
    tableOf('contacts', 'contacts', ['outcome'], rowsOf('city 2024 contacts', OUTCOMES)),
    tableOf('referrals', 'referrals', [], { 'city 2024 referrals': referrals })
  ];
  const withheld = [at('advice'), at('referral')];

  test('are taken for the referrals, and give another outcome away', async () => {
    const tables = tablesWith(97);
    expect(await leaksOf(tables, withheld, [])).toEqual(withheld);
    const { released } = await tried(tables);
    expect(released).toEqual([]);
  });

  test('add up to the referrals where only their parts are shown', async () => {
    const sources = ['individual', 'schools', 'education', 'health', 'housing', 'council', 'police', 'legal'];
    const values = [0, 40, 0, 30, 3, 0, 27, 0, 0, 0, 0];
    const rows = [...sources, 'other', 'anonymous', 'unknown'].map((source, index) => [
      `city 2024 contacts ${source} referral`,
      values[index] ?? 0
    ]);
    const tables = [
      tableOf('contacts', 'contacts', ['source', 'outcome'], Object.fromEntries(rows)),
      tableOf('referrals', 'referrals', [], { 'city 2024 referrals': 100 })
    ];
    const { bare, released } = await tried(tables);
    expect(bare).toEqual(['contacts|contacts|city|2024|source=housing|outcome=referral']);
    expect(released).toEqual([]);
  });

  test('are not where other periods show that they differ', async () => {
    const before = tablesWith(130).map(({ observations }) =>
      observations.map((row) => ({ ...row, period: '2023' }))
    );
    const tables = tablesWith(97).map((table, index) => ({
      ...table,
      observations: [...table.observations, ...(before[index] ?? [])]
    }));
    expect(await leaksOf(tables, [...withheld, at('advice', 2023), at('none', 2023)], [])).toEqual([]);
  });
});

describe('tables of which one figure differs', () => {
  const ours = tableOf('a', 'plans', ['category_latest'], {
    'llr 2024 open all': 129,
    'city 2024 open physical': 20
  });
  const theirs = (physical: number) =>
    tableOf('b', 'plans', ['category_latest'], {
      'city 2024 open all': 55,
      'county 2024 open all': 70,
      'rutland 2024 open all': 4,
      'city 2024 open physical': physical
    });

  test('are still read together', async () => {
    const { bare, released } = await tried([ours, theirs(21)]);
    expect(bare).toEqual(['b|open|rutland|2024']);
    expect(released).toEqual([]);
  });

  test('are not where it has nothing to do with the other', async () => {
    const { bare } = await tried([ours, theirs(40)]);
    expect(bare).toEqual([]);
  });
});

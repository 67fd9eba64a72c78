import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import {
  cellsOf,
  relationsOf,
  type Frame,
  type Relation,
  type ReleasedTable
} from '#lib/disclosure/relations.ts';
import { doubtedFamilies } from '#lib/disclosure/relation-doubt.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { readBundleFolder } from '../../scripts/bundle-folder.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const dictionary = await readDictionary();

interface Row {
  readonly area?: string;
  readonly period?: string;
  readonly measure?: string;
  readonly members: readonly string[];
  readonly value: number | undefined;
  readonly of?: number;
}

function tableOf(
  id: string,
  cube: string,
  dimensions: readonly string[],
  rows: readonly Row[],
  release?: ReleasedTable['release']
): ReleasedTable {
  const declared = dictionary.get(cube);
  if (!declared) throw new Error(`no cube “${cube}”`);
  const cell = (value: number | undefined): Cell =>
    value === undefined ? missing('withheld') : known(value);
  return {
    table: { id, file: `cubes/${id}.csv`, cube, source: 'made', title: id, dimensions: [...dimensions] },
    cube: declared,
    observations: rows.map(({ area = 'la1', period = '2024', measure = 'open', members, value, of }) => ({
      area,
      period,
      measure,
      members,
      cell: cell(value),
      ...(of === undefined ? {} : { of: known(of) })
    })),
    ...(release === undefined ? {} : { release })
  };
}

const quarter = (number: number): Period => ({
  id: `2024Q${number}`,
  kind: 'quarter',
  start: ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'][number - 1] ?? '',
  end: ['2023-06-30', '2023-09-30', '2023-12-31', '2024-03-31'][number - 1] ?? '',
  label: `quarter ${number}`
});
const toDate = (number: number): Period => ({
  ...quarter(number),
  id: `2024D${number}`,
  kind: 'to-date',
  start: '2023-04-01'
});

const frame: Frame = {
  areas: [
    { id: 'partners', slug: 'partners', kind: 'partnership', name: 'Partners', codes: [] },
    { id: 'la1', slug: 'one', kind: 'authority', name: 'One', codes: [], parent: 'partners' },
    { id: 'la2', slug: 'two', kind: 'authority', name: 'Two', codes: [], parent: 'partners' },
    { id: 'north', slug: 'north', kind: 'locality', name: 'North', codes: [], parent: 'la1' }
  ],
  periods: [reportingYear(2024), ...[1, 2, 3, 4].map(quarter), ...[2, 3, 4].map(toDate)],
  tiers: [
    {
      id: 'inneed',
      name: 'In need',
      order: 0,
      place: 'above',
      statutory: true,
      contains: ['cinplan', 'cpplan']
    },
    { id: 'cinplan', name: 'Plan', order: 1, place: 'rung', statutory: true }
  ]
};

const told = ({ total, parts, sense }: Relation) =>
  `${total} ${sense === 'equal' ? '=' : '≥'} ${[...parts].sort().join(' + ')}`;
const relationsIn = (...tables: ReleasedTable[]) => relationsOf(tables, frame).map(told);

describe('relations found from declarations', () => {
  test('parts of a partition add up, with a rest where members are missing, and neglect has its complement', () => {
    const rows = [
      { members: ['all'], value: 20 },
      { members: ['neglect'], value: 9 },
      { members: ['physical'], value: 4 }
    ];
    expect(relationsIn(tableOf('t', 'plans', ['category_latest'], rows))).toEqual([
      't|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=not neglect',
      't|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=physical + t|open|la1|2024|category_latest=the others'
    ]);
  });

  test('bands of ages that overlap are tied through the ages they share', () => {
    const rows = ['5to9', '10to15', '7to15'].map((age, index) => ({
      members: [age],
      value: [40, 50, 88][index]
    }));
    expect(relationsIn(tableOf('t', 'plans', ['age'], rows))).toEqual([
      't|open|la1|2024|age=5to9 = t|open|la1|2024|age=5to6 + t|open|la1|2024|age=7to9',
      't|open|la1|2024|age=7to15 = t|open|la1|2024|age=10to15 + t|open|la1|2024|age=7to9'
    ]);
  });

  test('members of a nested dimension add up to their parent, and parents to all, with a rest of each', () => {
    const rows = ['all', 'white', 'white_british', 'asian'].map((ethnicity, at) => ({
      members: [ethnicity],
      value: 40 - at
    }));
    const id = 't|open|la1|2024';
    const at = (member: string) => `${id}|ethnicity=${member}`;
    expect(relationsIn(tableOf('t', 'plans', ['ethnicity'], rows))).toEqual([
      `${id} = ${at('asian')} + ${at('the others')} + ${at('white')}`,
      `${at('white')} = ${at('the others of white')} + ${at('white_british')}`
    ]);
  });

  test('of a dimension whose members may overlap, only the complement of neglect', () => {
    const rows = ['all', 'f16a', 'f4b'].map((factor, index) => ({
      measure: 'episodes',
      members: [factor],
      value: 50 - index
    }));
    expect(relationsIn(tableOf('t', 'assessments', ['factor'], rows))).toEqual([
      't|episodes|la1|2024 = t|episodes|la1|2024|factor=f16a + t|episodes|la1|2024|factor=not f16a'
    ]);
  });

  test('quarters, the year to date and the year of a flow add up; people and stocks do not', () => {
    const periods = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2024D2', '2024D3', '2024'];
    const rows = (measure: string) => periods.map((period) => ({ measure, period, members: [], value: 9 }));
    expect(relationsIn(tableOf('t', 'plans', [], rows('started')))).toEqual([
      't|started|la1|2024 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3 + t|started|la1|2024Q4',
      't|started|la1|2024D2 = t|started|la1|2024Q1 + t|started|la1|2024Q2',
      't|started|la1|2024D3 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3'
    ]);
    expect(relationsIn(tableOf('t', 'plans', [], rows('open'))).filter((each) => each.includes('+'))).toEqual(
      []
    );
    const children = relationsIn(tableOf('t', 'plans', [], rows('started_children')));
    expect(children).toContain('t|started_children|la1|2024 ≥ t|started_children|la1|2024Q1');
    expect(children.filter((each) => each.includes(' = '))).toEqual([]);
  });

  test('a partnership is its authorities, and an authority its localities and the rest', () => {
    const rows = ['partners', 'la1', 'la2', 'north'].map((area) => ({ area, members: [], value: 9 }));
    expect(relationsIn(tableOf('t', 'plans', [], rows))).toEqual([
      't|open|la1|2024 = t|open|north|2024 + t|open|rest of la1|2024',
      't|open|partners|2024 = t|open|la1|2024 + t|open|la2|2024'
    ]);
  });

  test('a tier is at least each it contains, and children on plans are the plans of another cube', () => {
    const tiers = tableOf(
      'known',
      'known',
      ['tier'],
      ['inneed', 'cinplan', 'cpplan'].map((tier) => ({ members: [tier], value: 9 }))
    );
    const plans = tableOf('plans', 'plans', [], [{ members: [], value: 9 }]);
    expect(relationsIn(tiers, plans)).toEqual([
      'known|open|la1|2024|tier=inneed ≥ known|open|la1|2024|tier=cinplan',
      'known|open|la1|2024|tier=inneed ≥ known|open|la1|2024|tier=cpplan',
      'known|open|la1|2024|tier=cpplan = plans|open|la1|2024'
    ]);
  });

  test('n of N leaves the rest of N', () => {
    const rows = [{ measure: 'families', members: ['chron'], value: 48, of: 50 }];
    const id = 't|families|la1|2024|indicator=chron';
    expect(relationsIn(tableOf('t', 'assurance', ['indicator'], rows))).toEqual([
      `${id}|of = ${id} + ${id}|not`
    ]);
  });

  test('the same figure in two tables is one, save where it differs', () => {
    const one = tableOf('one', 'plans', [], [{ members: [], value: 9 }]);
    const same = tableOf('two', 'plans', ['age'], [{ members: ['all'], value: 9 }]);
    const other = tableOf('two', 'plans', ['age'], [{ members: ['all'], value: 8 }]);
    expect(relationsIn(one, same)).toEqual(['one|open|la1|2024 = two|open|la1|2024']);
    expect(relationsIn(one, other)).toEqual([]);
  });

  test('what a revision changed is a figure of its own; an official figure that differs is another figure', () => {
    const now = tableOf('t', 'plans', [], [{ members: [], value: 52 }]);
    const before = tableOf('t', 'plans', [], [{ members: [], value: 50 }], { id: 'may', kind: 'earlier' });
    expect(relationsIn(now, before)).toEqual([
      't|open|la1|2024 = may:t|open|la1|2024 + t|open|la1|2024 changed since may'
    ]);
    const official = tableOf('d1', 'plans', [], [{ members: [], value: 50 }], {
      id: 'dfe',
      kind: 'official'
    });
    expect(relationsIn(now, official)).toEqual([]);
    const withheld = tableOf('d1', 'plans', [], [{ members: [], value: undefined }], {
      id: 'dfe',
      kind: 'official'
    });
    expect(relationsIn(now, withheld)).toEqual(['t|open|la1|2024 = dfe:d1|open|la1|2024']);
  });
});

describe('relations that no one table shows', () => {
  const official = { id: 'dfe', kind: 'official' } as const;

  test('ages of one table are cut where those of another begin or end', () => {
    const five = ['5to9', '10to15'].map((age) => ({ members: [age], value: 45 }));
    const seven = [{ members: ['7to15'], value: 88 }];
    const found = relationsIn(
      tableOf('one', 'plans', ['age'], five),
      tableOf('two', 'plans', ['age'], seven)
    );
    expect(found).toContain(
      'one|open|la1|2024|age=5to9 = one|open|la1|2024|age=5to6 + one|open|la1|2024|age=7to9'
    );
    expect(found).toContain(
      'two|open|la1|2024|age=7to15 = one|open|la1|2024|age=10to15 + one|open|la1|2024|age=7to9'
    );
  });

  test('quarters of ours add up to the year of an official figure', () => {
    const quarters = [1, 2, 3, 4].map((n) => ({
      measure: 'started',
      period: `2024Q${n}`,
      members: [],
      value: 9
    }));
    const year = [{ measure: 'started', period: '2024', members: [], value: 36 }];
    expect(
      relationsIn(tableOf('t', 'plans', [], quarters), tableOf('d2', 'plans', [], year, official))
    ).toEqual([
      'dfe:d2|started|la1|2024 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3 + t|started|la1|2024Q4'
    ]);
  });

  test('our partnership is made up of authorities that only official figures tell of', () => {
    const ours = [{ area: 'partners', members: [], value: 60 }];
    const theirs = [
      { area: 'la1', members: [], value: 55 },
      { area: 'la2', members: [], value: undefined }
    ];
    expect(
      relationsIn(tableOf('t', 'plans', [], ours), tableOf('d1', 'plans', [], theirs, official))
    ).toEqual(['t|open|partners|2024 = dfe:d1|open|la1|2024 + dfe:d1|open|la2|2024']);
  });

  test('parts of ours and a total that only another release has leave what is in neither', () => {
    const ours = [{ members: ['neglect'], value: 9 }];
    const theirs = [{ members: [], value: 30 }];
    const found = relationsIn(
      tableOf('t', 'plans', ['category_latest'], ours),
      tableOf('d1', 'plans', [], theirs, official)
    );
    expect(found).toContain(
      'dfe:d1|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=not neglect'
    );
  });

  test('a table of which most figures differ is not read together with another', () => {
    const five = ['all', '5to9', '10to15'].map((age, at) => ({ members: [age], value: [90, 40, 50][at] }));
    const sevenOf = (all: number) => [
      { members: ['all'], value: all },
      { members: ['7to15'], value: 88 }
    ];
    const readTogether = (all: number) =>
      relationsIn(
        tableOf('one', 'plans', ['age'], five),
        tableOf('two', 'plans', ['age'], sevenOf(all))
      ).filter((each) => each.includes('one|') && each.includes('two|'));
    expect(readTogether(120)).toEqual([]);
    expect(readTogether(91)).toEqual([
      'two|open|la1|2024|age=7to15 = one|open|la1|2024|age=10to15 + one|open|la1|2024|age=7to9'
    ]);
  });

  test('a figure that one table withholds is that of another, save where most of what both show differs', () => {
    const sexes = ['male', 'female', 'notknown'];
    const linked = (values: readonly (number | undefined)[]) =>
      relationsIn(
        tableOf(
          'one',
          'plans',
          ['sex'],
          sexes.map((sex, at) => ({ members: [sex], value: [40, 30, 9][at] }))
        ),
        tableOf(
          'd1',
          'plans',
          ['sex'],
          sexes.map((sex, at) => ({ members: [sex], value: values[at] })),
          official
        )
      ).filter((each) => each.includes('sex=notknown ='));
    const link = ['one|open|la1|2024|sex=notknown = dfe:d1|open|la1|2024|sex=notknown'];
    expect(linked([40, 30, undefined])).toEqual(link);
    expect(linked([41, 30, undefined])).toEqual(link);
    expect(linked([41, 29, undefined])).toEqual([]);
  });

  test('a stock of a quarter, of the year and of the day on which both end is one figure', () => {
    const at = {
      id: 'at20240331',
      kind: 'date',
      start: '2024-03-31',
      end: '2024-03-31',
      label: 'day'
    } as const;
    const rows = (period: string) => [{ period, members: [], value: 9 }];
    const tables = [
      tableOf('q', 'plans', [], rows('2024Q4')),
      tableOf('y', 'plans', [], rows('2024'), official),
      tableOf('d', 'plans', ['sex'], [{ period: at.id, members: ['all'], value: 9 }])
    ];
    const found = relationsOf(tables, { ...frame, periods: [...frame.periods, at] }).map(told);
    expect(found).toContain('q|open|la1|2024Q4 = dfe:y|open|la1|2024');
    expect(found).toContain('q|open|la1|2024Q4 = d|open|la1|at20240331');
    const flows = [{ measure: 'started', period: '2024Q4', members: [], value: 9 }];
    const year = [{ measure: 'started', period: '2024', members: [], value: 9 }];
    expect(relationsIn(tableOf('q', 'plans', [], flows), tableOf('y', 'plans', [], year))).not.toContain(
      'q|started|la1|2024Q4 = y|started|la1|2024'
    );
  });
});

const read = async (folder: string) => {
  const { bundle } = readBundle(
    await readBundleFolder(fileURLToPath(new URL(folder, import.meta.url))),
    dictionary
  );
  if (!bundle) throw new Error(`${folder} could not be read`);
  return bundle;
};

/** Relations that are believed and whose cells are all known, and those of them that do not hold. */
async function checked(
  folder: string
): Promise<{ checked: number; broken: Relation[]; doubted: readonly string[] }> {
  const { tables, manifest } = await read(folder);
  const values = new Map(
    tables
      .flatMap(cellsOf)
      .flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
  );
  const relations = relationsOf(tables, manifest);
  const doubted = doubtedFamilies(relations, {
    rangeOf: (id) => {
      const value = values.get(id);
      return value === undefined ? undefined : { lower: value, upper: value };
    },
    isWithheld: () => false
  });
  const full = relations.filter(
    ({ total, parts, family = '' }) => !doubted.has(family) && [total, ...parts].every((id) => values.has(id))
  );
  const broken = full.filter(({ total, parts, sense }) => {
    const sum = parts.reduce((running, part) => running + (values.get(part) ?? 0), 0);
    return sense === 'equal' ? sum !== values.get(total) : sum > (values.get(total) ?? 0);
  });
  return { checked: full.length, broken, doubted: [...doubted] };
}

describe('relations in figures that are there', () => {
  test('all hold in the made-up partnership', async () => {
    const { checked: count, broken } = await checked('../bundles/standard');
    expect(count).toBeGreaterThan(75);
    expect(broken).toEqual([]);
  });

  test('all that are believed hold in the published figures, save where DfE’s own do not add up', async () => {
    const { checked: count, broken, doubted } = await checked('../../data/published');
    expect(count).toBeGreaterThan(25_000);
    expect(broken.map(({ total }) => total)).toEqual([
      'cin-plans-year|anypoint_children|la213|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la391|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la852|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la870|2024|tier=cinplan',
      'in-need-year|anypoint_children|la201|2014|tier=inneed',
      'in-need-year|anypoint_children|la201|2024|tier=inneed',
      'in-need-year|anypoint_children|la420|2023|tier=inneed',
      'in-need-year|anypoint_children|la891|2015|tier=inneed',
      'in-need-year|anypoint_children|la926|2017|tier=inneed',
      'cin-plans-year|anypoint|la341|2022|tier=cinplan',
      'cin-plans-year|anypoint|la938|2022|tier=cinplan',
      'in-need-year|anypoint|la878|2014|tier=inneed',
      'in-need-year|anypoint|la937|2014|tier=inneed',
      'plan-starts-by-category|started|la384|2016',
      'plan-starts-by-category|started|la384|2016',
      'plans|anypoint|la938|2019',
      'primary-need|open|la205|2016',
      'primary-need|open|la210|2016',
      'primary-need|open|la332|2016',
      'primary-need|open|la352|2016',
      'primary-need|open|la881|2014',
      'primary-need|open|la928|2016',
      'referrals-by-source|referrals|la316|2014',
      'referrals-by-source|referrals|la316|2018',
      'referrals-by-source|referrals|la316|2019',
      'referrals-by-source|referrals|la330|2014',
      'referrals-by-source|referrals|la852|2014',
      'referrals-by-source|referrals|la878|2014',
      'referrals-by-source|referrals|la890|2016'
    ]);
    expect(doubted).toEqual([
      'children: :cin-plans open tier; :cin-plans-year anypoint_children tier; :cin-plans-year started_children tier',
      'came: :cin-plans open tier; :cin-plans-year anypoint tier; :cin-plans-year started tier',
      'came: :in-need open ; :in-need-year anypoint tier; :in-need-year started ',
      'came: :plans anypoint ; :plans open ; :plans started '
    ]);
  }, 60_000);
});

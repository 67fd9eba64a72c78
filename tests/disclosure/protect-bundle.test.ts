import { beforeAll, describe, expect, test } from 'vitest';
import { auditCells, type AuditedTable } from '#lib/disclosure/audit.ts';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import { protectBundle, type ProtectedBundle } from '#lib/disclosure/protect-bundle.ts';
import { NoSafeSetError } from '#lib/disclosure/protect.ts';
import { trueRelations } from '#lib/disclosure/relation-truth.ts';
import { cellsOf, relationsOf, type Frame, type ReleasedTable } from '#lib/disclosure/relations.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { PRESETS, publishedCount } from '#lib/disclosure/settings.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { madePartnership } from './made-partnership.ts';

const dictionary = await readDictionary();
const slow = 120_000;

interface Row {
  readonly area?: string;
  readonly period?: string;
  readonly members?: readonly string[];
  readonly value: number | undefined;
  readonly of?: number;
}

function tableOf(
  id: string,
  [cube, measure]: readonly [string, string],
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
    observations: rows.map(({ area = 'city', period = '2024', members = [], value, of }) => ({
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

const days = ['06-30', '09-30', '12-31', '03-31'];
const to = (number: number) => `${number === 4 ? 2024 : 2023}-${days[number - 1] ?? ''}`;
const from = (number: number) => ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'][number - 1] ?? '';
const periods: Period[] = [
  reportingYear(2024),
  ...[1, 2, 3, 4].map((n): Period => ({
    id: `q${n}`,
    kind: 'quarter',
    start: from(n),
    end: to(n),
    label: `q${n}`
  })),
  ...[2, 3, 4].map((n): Period => ({
    id: `ytd${n}`,
    kind: 'to-date',
    start: from(1),
    end: to(n),
    label: `ytd${n}`
  }))
];
const frame: Frame = {
  areas: [
    { id: 'llr', slug: 'llr', kind: 'partnership', name: 'Joint', codes: [] },
    ...['city', 'county', 'rutland'].map((id) => ({
      id,
      slug: id,
      kind: 'authority' as const,
      name: id,
      codes: [],
      parent: 'llr'
    })),
    { id: 'east', slug: 'east', kind: 'locality', name: 'East', codes: [], parent: 'city' },
    { id: 'west', slug: 'west', kind: 'locality', name: 'West', codes: [], parent: 'city' }
  ],
  periods,
  tiers: []
};

const exactOnly: DisclosureSettings = { ...PRESETS.dfe, minimumWidth: 1 };
const plans = ['plans', 'open'] as const;

const protect = (
  tables: readonly ReleasedTable[],
  settings = exactOnly,
  beside: readonly ReleasedTable[] = []
) => protectBundle({ tables, frame, settings, beside });

/** The bundle as the auditor sees it: what is published as it is shown, all else hidden. */
function asAudited(
  tables: readonly ReleasedTable[],
  place: Frame,
  settings: DisclosureSettings,
  done: ProtectedBundle,
  beside: readonly ReleasedTable[] = []
): AuditedTable {
  const cells = [...tables, ...beside].flatMap(cellsOf);
  const untrue = new Set(done.untrue.map(({ total, parts }) => `${total} ${parts.join()}`));
  const relations = trueRelations(cells, relationsOf([...tables, ...beside], place)).holding.filter(
    ({ total, parts }) => !untrue.has(`${total} ${parts.join()}`)
  );
  const withheld = new Set([
    ...done.primary,
    ...done.complementary,
    ...cells.flatMap(({ id, cell }) => (cell.kind === 'missing' ? [id] : []))
  ]);
  const shown = cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []));
  const equations = relations.map(({ total, parts, sense }, index) => ({
    total,
    parts: sense === 'equal' ? [...parts] : [...parts, `over ${index}`]
  }));
  const ids = new Set(shown.map(([id]) => id));
  const never = new Set(
    equations
      .flatMap(({ total, parts }) => [total, ...parts])
      .filter((id) => !ids.has(id) && !withheld.has(id))
  );
  return {
    cells: Object.fromEntries(
      shown.map(([id, value]) => {
        const centre = publishedCount(value, settings);
        const half = Math.floor(settings.rounding / 2);
        return [
          id,
          settings.rounding === 1 || value === 0
            ? value
            : { lower: Math.max(0, centre - half), upper: centre + half }
        ];
      })
    ),
    equations,
    suppressed: [...withheld],
    neverPublished: [...never],
    lower: 1,
    upper: null,
    integer: true
  };
}

/** Withheld or implied figures that the auditor works out to within less than the settings ask. */
async function exposedIn(
  tables: readonly ReleasedTable[],
  place: Frame,
  settings: DisclosureSettings,
  done: ProtectedBundle,
  beside: readonly ReleasedTable[] = []
): Promise<string[]> {
  const { intervals } = await auditCells(asAudited(tables, place, settings, done, beside));
  return [...done.primary, ...done.complementary, ...done.implied].filter((id) => {
    const interval = intervals[id];
    if (interval === undefined) return true;
    const { lower, upper } = interval;
    return lower !== null && upper !== null && upper - lower < settings.minimumWidth;
  });
}

describe('attacks', () => {
  test('bands of ages that overlap do not give the children of 5 and 6 away', async () => {
    const ages = { '5to9': 40, '10to15': 50, '7to15': 88 };
    const table = tableOf(
      't',
      plans,
      ['age'],
      Object.entries(ages).map(([age, value]) => ({ members: [age], value }))
    );
    const done = await protect([table]);
    expect(done.implied).toEqual(['t|open|city|2024|age=5to6']);
    expect(done.primary).toEqual([]);
    expect(done.complementary).toHaveLength(1);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('48 of 50 does not say that 2 are not', async () => {
    const table = tableOf(
      't',
      ['assurance', 'families'],
      ['indicator'],
      [{ members: ['chron'], value: 48, of: 50 }]
    );
    const done = await protect([table]);
    expect(done.implied).toEqual(['t|families|city|2024|indicator=chron|not']);
    expect(done.complementary).toEqual(['t|families|city|2024|indicator=chron']);
  });

  test('the year to date does not give a quarter away', async () => {
    const values = { q1: 14, q2: 9, q3: 3, q4: 12, ytd2: 23, ytd3: 26, '2024': 38 };
    const table = tableOf(
      't',
      ['plans', 'started'],
      [],
      Object.entries(values).map(([period, value]) => ({ period, value }))
    );
    const done = await protect([table]);
    expect(done.primary).toEqual(['t|started|city|q3']);
    expect(done.complementary.length).toBeGreaterThan(0);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('a partnership without its other authorities does not give the small one away', async () => {
    const values = { llr: 129, city: 55, county: 70, rutland: 4, east: 20, west: 35 };
    const table = tableOf(
      't',
      plans,
      [],
      Object.entries(values).map(([area, value]) => ({ area, value }))
    );
    const done = await protect([table]);
    expect(done.primary).toEqual(['t|open|rutland|2024']);
    expect(done.complementary).toHaveLength(1);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('a revision does not tell of two late entries, unless that is allowed', async () => {
    const now = tableOf('t', plans, [], [{ value: 52 }]);
    const before = tableOf('t', plans, [], [{ value: 50 }], { id: 'may', kind: 'earlier' });
    expect((await protect([now], exactOnly, [before])).complementary).toEqual(['t|open|city|2024']);
    const allowed = { ...exactOnly, revisionsProtected: false };
    expect((await protect([now], allowed, [before])).complementary).toEqual([]);
  });

  test('what was withheld before stays withheld, with what it was withheld for', async () => {
    const rows = (small: number | undefined, other: number | undefined) => [
      { members: ['all'], value: 40 },
      { members: ['male'], value: small },
      { members: ['female'], value: other },
      { members: ['notknown'], value: 9 }
    ];
    const now = tableOf('t', plans, ['sex'], rows(4, 27));
    const before = tableOf('t', plans, ['sex'], rows(undefined, undefined), { id: 'may', kind: 'earlier' });
    const done = await protect([now], exactOnly, [before]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['t|open|city|2024|sex=female']);
  });

  test('figures the Department withheld are not given back by ours, nor ours by theirs', async () => {
    const official = (neglect: number | undefined, physical: number | undefined) =>
      tableOf(
        'd4',
        plans,
        ['category_latest'],
        [
          { members: ['all'], value: 40 },
          { members: ['neglect'], value: neglect },
          { members: ['physical'], value: physical },
          { members: ['emotional'], value: 20 },
          { members: ['sexual'], value: 0 },
          { members: ['multiple'], value: 8 }
        ],
        { id: 'dfe', kind: 'official' }
      );
    const ours = tableOf('t', plans, ['category_latest'], [{ members: ['physical'], value: 7 }]);
    const done = await protect([ours], exactOnly, [official(undefined, undefined)]);
    expect(done.complementary).toEqual(['t|open|city|2024|category_latest=physical']);
    expect((await protect([ours])).complementary).toEqual([]);
  });

  test('official figures that contradict themselves leave ours protected by themselves', async () => {
    const rows = [
      { members: ['all'], value: 10 },
      { members: ['male'], value: undefined },
      { members: ['female'], value: undefined },
      { members: ['notknown'], value: 9 }
    ];
    const official = tableOf('d', plans, ['sex'], rows, { id: 'dfe', kind: 'official' });
    const ours = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 30 },
        { members: ['male'], value: 4 },
        { members: ['female'], value: 20 },
        { members: ['notknown'], value: 6 }
      ]
    );
    const done = await protect([ours], exactOnly, [official]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['t|open|city|2024|sex=notknown']);
    expect(done.untrue.length).toBeGreaterThan(0);
  });

  test('what official figures give away already is told, and stops nothing', async () => {
    const rows = (male: number | undefined) => [
      { members: ['all'], value: 30 },
      { members: ['male'], value: male },
      { members: ['female'], value: 20 },
      { members: ['notknown'], value: 6 }
    ];
    const official = tableOf('d', plans, ['sex'], rows(undefined), { id: 'dfe', kind: 'official' });
    const done = await protect([tableOf('t', plans, ['sex'], rows(4))], exactOnly, [official]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.givenAway).toEqual(['dfe:d|open|city|2024|sex=male', 't|open|city|2024|sex=male']);
  });

  test('the same small number in two tables is withheld in both, and what gives it away in either', async () => {
    const totals = { all: 30, male: 18, female: 8, notknown: 4 };
    const one = tableOf(
      'one',
      plans,
      ['sex'],
      Object.entries(totals).map(([sex, value]) => ({ members: [sex], value }))
    );
    const two = tableOf(
      'two',
      plans,
      ['sex'],
      Object.entries(totals).map(([sex, value]) => ({ members: [sex], value }))
    );
    const done = await protect([one, two]);
    expect(done.primary).toEqual(['one|open|city|2024|sex=notknown', 'two|open|city|2024|sex=notknown']);
    expect(done.complementary).toEqual(['one|open|city|2024|sex=female', 'two|open|city|2024|sex=female']);
  });

  test('ages of one table and of another do not give the children of 5 and 6 away', async () => {
    const one = tableOf(
      'one',
      plans,
      ['age'],
      [
        { members: ['5to9'], value: 40 },
        { members: ['10to15'], value: 50 }
      ]
    );
    const two = tableOf('two', plans, ['age'], [{ members: ['7to15'], value: 88 }]);
    const done = await protect([one, two]);
    expect(done.implied).toEqual(['one|open|city|2024|age=5to6']);
    expect(done.complementary).toHaveLength(1);
  });

  test('an official year does not give a quarter of ours away', async () => {
    const values = { q1: 14, q2: 9, q3: 3, q4: 12 };
    const rows = Object.entries(values).map(([period, value]) => ({ period, value }));
    const year = tableOf('d2', ['plans', 'started'], [], [{ value: 38 }], { id: 'dfe', kind: 'official' });
    const ours = tableOf('t', ['plans', 'started'], [], rows);
    expect((await protect([ours])).complementary).toEqual([]);
    expect((await protect([ours], exactOnly, [year])).complementary).toHaveLength(1);
  });

  test('a total of our partnership does not give away the authority that the Department withheld', async () => {
    const rows = [
      { area: 'city', value: 55 },
      { area: 'county', value: 70 },
      { area: 'rutland', value: undefined }
    ];
    const official = tableOf('d1', plans, [], rows, { id: 'dfe', kind: 'official' });
    const done = await protect([tableOf('t', plans, [], [{ area: 'llr', value: 129 }])], exactOnly, [
      official
    ]);
    expect(done.complementary).toEqual(['t|open|llr|2024']);
  });

  test('a stock is withheld under each name of the day it is of', async () => {
    const rows = (period: string) => [
      { period, members: ['all'], value: 40 },
      { period, members: ['male'], value: 4 },
      { period, members: ['female'], value: 27 },
      { period, members: ['notknown'], value: 9 }
    ];
    const done = await protect([
      tableOf('q', plans, ['sex'], rows('q4')),
      tableOf('y', plans, ['sex'], rows('2024'))
    ]);
    expect(done.primary).toEqual(['q|open|city|q4|sex=male', 'y|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['q|open|city|q4|sex=notknown', 'y|open|city|2024|sex=notknown']);
  });

  test('two tables that count otherwise are no revision of each other', async () => {
    const table = (id: string, value: number, release?: ReleasedTable['release']) =>
      tableOf(id, plans, [], [{ value }], release);
    const before = { id: 'may', kind: 'earlier' } as const;
    const done = await protect([table('one', 50), table('two', 52)], exactOnly, [
      table('one', 50, before),
      table('two', 52, before)
    ]);
    expect([...done.primary, ...done.complementary]).toEqual([]);
  });

  test('a figure that was rounded before may be what rounds to it, and no other', async () => {
    const rule = { rounding: 5, threshold: 6 };
    const before = (value: number) =>
      tableOf('t', plans, [], [{ value }], { id: 'may', kind: 'earlier', rule });
    const now = tableOf('t', plans, [], [{ value: 52 }]);
    expect((await protect([now], exactOnly, [before(50)])).complementary).toEqual([]);
    const exact = tableOf('t', plans, [], [{ value: 50 }], { id: 'may', kind: 'earlier' });
    expect((await protect([now], exactOnly, [exact])).complementary).toEqual(['t|open|city|2024']);
  });

  test('that all of a small group is something is withheld where the rules ask', async () => {
    const table = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 9 },
        { members: ['male'], value: 9 },
        { members: ['female'], value: 0 },
        { members: ['notknown'], value: 0 }
      ]
    );
    expect((await protect([table])).primary).toEqual([]);
    const done = await protect([table], { ...exactOnly, smallGroup: 10 });
    expect(done.primary).toEqual(['female', 'male', 'notknown'].map((sex) => `t|open|city|2024|sex=${sex}`));
  });

  test('nor does a year in which there was nobody say that nobody of a small group was', async () => {
    const rows = ['q1', 'q2', '2024'].flatMap((period) =>
      Object.entries({ male: 9, female: 0, notknown: period === 'q2' ? 0 : 14 }).map(([sex, value]) => ({
        period,
        members: [sex],
        value: period === '2024' && sex === 'male' ? 36 : value
      }))
    );
    const totals = Object.entries({ q1: 23, q2: 9, '2024': 50 }).map(([period, value]) => ({
      period,
      members: ['all'],
      value
    }));
    const table = tableOf('t', ['plans', 'started'], ['sex'], [...rows, ...totals]);
    const done = await protect([table], { ...exactOnly, smallGroup: 10 });
    expect(done.primary).toContain('t|started|city|q2|sex=female');
    expect(done.primary).toContain('t|started|city|2024|sex=female');
  });

  test('counts of staff and services are nobody’s children', async () => {
    const table = tableOf(
      't',
      ['assurance', 'courses'],
      ['indicator'],
      [{ members: ['train'], value: 2, of: 3 }]
    );
    expect((await protect([table])).summary).toMatchObject({ primary: 0, cells: 0 });
  });

  test('totals that must be kept are, or nothing is published', async () => {
    const table = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 14 },
        { members: ['male'], value: 3 },
        { members: ['female'], value: 11 },
        { members: ['notknown'], value: 0 }
      ]
    );
    const keep = { ...exactOnly, keep: [{ table: 't' }] };
    expect((await protect([table], keep)).complementary).toEqual(['t|open|city|2024|sex=female']);
    const small = tableOf('t', plans, ['sex'], [{ members: ['all'], value: 3 }]);
    await expect(protect([small], keep)).rejects.toThrow(NoSafeSetError);
  });
});

describe('a partnership’s bundle made up from a seed', () => {
  const made = madePartnership(dictionary, { years: [2026], authorities: 1 });
  let done: ProtectedBundle;
  beforeAll(async () => {
    done = await protectBundle({ ...made, settings: PRESETS.dfe });
  }, slow);

  test(
    'passes the auditor',
    async () => {
      expect(done.primary.length).toBeGreaterThan(300);
      expect(await exposedIn(made.tables, made.frame, PRESETS.dfe, done)).toEqual([]);
    },
    slow
  );

  test('withholds each small count and no zero', () => {
    const values = new Map(
      made.tables
        .flatMap(cellsOf)
        .flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
    );
    const withheld = new Set([...done.primary, ...done.complementary]);
    expect([...values].filter(([id, value]) => value > 0 && value < 6 && !withheld.has(id))).toEqual([]);
    expect([...withheld].filter((id) => values.get(id) === 0)).toEqual([]);
    expect(done.summary.kept).toBeGreaterThan(0.5);
  });

  test(
    'with counts rounded passes it too, and withholds little besides',
    async () => {
      const settings = { ...PRESETS.strong, smallGroup: 0 };
      const strong = await protectBundle({ ...made, settings });
      expect(await exposedIn(made.tables, made.frame, settings, strong)).toEqual([]);
      expect(strong.complementary.length).toBeLessThan(done.complementary.length);
    },
    slow
  );

  test(
    'stops when it is told to, and tells how far it is',
    async () => {
      const control = new AbortController();
      const told: number[] = [];
      const asked = protectBundle({
        ...made,
        settings: PRESETS.dfe,
        signal: control.signal,
        onProgress: (parts) => {
          told.push(parts);
          if (parts === 3) control.abort(new Error('enough'));
        }
      });
      await expect(asked).rejects.toThrow('enough');
      expect(told).toEqual([1, 2, 3]);
    },
    slow
  );
});

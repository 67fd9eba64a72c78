/** The cells that terms name, for some areas over all periods, and for a wide field of areas at some periods. */
import { missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import { derive, restOf } from '#lib/disclosure/may-say.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { cellOf } from '#lib/db/encode.ts';
import { tableOf, type Facts } from '#lib/db/facts.ts';
import type { RowOf } from '#lib/db/port.ts';

interface Row {
  readonly term: number;
  readonly area: number;
  readonly period: number;
  readonly value: number | null;
  readonly status: number;
  readonly flags: number;
}

/** Checked by hand: thousands of rows stand between a reader's choice and the answer, and a schema takes ten times as long. */
function isRow(row: RowOf): row is RowOf & Row {
  return (
    typeof row['term'] === 'number' &&
    typeof row['area'] === 'number' &&
    typeof row['period'] === 'number' &&
    (typeof row['value'] === 'number' || row['value'] === null) &&
    typeof row['status'] === 'number' &&
    typeof row['flags'] === 'number'
  );
}

export interface Scope {
  /** Areas wanted over every period. */
  readonly areas: readonly string[];
  /** Periods wanted for a wider field of areas, such as every authority. */
  readonly field?: { readonly areas: readonly string[]; readonly periods: readonly string[] };
}

/** Looks a term up; an absent row is `notSupplied`, and a sum with a withheld part is withheld. */
export type CellLookup = (term: PlacedTerm, area: string, period: string) => Cell;

interface Single {
  readonly cube: string;
  readonly table: string;
  readonly measure: string;
  readonly members: Readonly<Record<string, string>>;
  readonly field: 'value' | 'of';
}

function keyOf(single: Single): string {
  const members = Object.entries(single.members)
    .filter(([, member]) => member !== ALL)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([single.table, single.measure, single.field, members]);
}

function singlesWith(term: PlacedTerm, named: PlacedTerm['members'] = {}): readonly Single[] {
  const entries = Object.entries(named);
  const combinations = entries.reduce<Record<string, string>[]>(
    (soFar, [dimension, member]) =>
      soFar.flatMap((chosen) => [member].flat().map((one) => ({ ...chosen, [dimension]: one }))),
    [{}]
  );
  return combinations.map((members) => ({
    cube: term.cube,
    table: term.table,
    measure: term.measure,
    members,
    field: term.field ?? 'value'
  }));
}

/** The single cells a term adds up, one unless a dimension names several members, and those it takes from them. */
function singlesOf(term: PlacedTerm): {
  readonly added: readonly Single[];
  readonly taken: readonly Single[];
} {
  return {
    added: singlesWith(term, term.members),
    taken: term.except ? singlesWith(term, { ...term.members, ...term.except }) : []
  };
}

function eachOf(term: PlacedTerm): readonly Single[] {
  const { added, taken } = singlesOf(term);
  return [...added, ...taken];
}

function codeIn(list: readonly string[] | undefined, word: string): number {
  return list?.indexOf(word) ?? -1;
}

/** The rows a scope wants, or a few more: a field of areas is the span of its codes, which is cheap to test. */
function within({ areas, field }: Scope, { catalogue }: Facts): string {
  const { dictionary } = catalogue;
  const codes = (list: readonly string[], words: readonly string[]) =>
    words.map((word) => codeIn(list, word)).filter((code) => code >= 0);
  const own = `area IN (${[-1, ...codes(dictionary.areas, areas)].join(', ')})`;
  const fieldAreas = codes(dictionary.areas, field?.areas ?? []);
  if (!field || fieldAreas.length === 0) return own;
  const periods = [-1, ...codes(dictionary.periods, field.periods)].join(', ');
  const span = `area BETWEEN ${Math.min(...fieldAreas)} AND ${Math.max(...fieldAreas)}`;
  return `(${own} OR (period IN (${periods}) AND ${span}))`;
}

interface Placed {
  readonly index: number;
  readonly single: Single;
  readonly table: number;
  readonly measure: number;
  /** Dimensions of the table, in its order, and the code of the member wanted of each. */
  readonly members: readonly (readonly [string, number])[];
}

/** A term by its codes; undefined where the dictionary does not hold a word of it, so that no row can match. */
function placedOf(single: Single, index: number, { catalogue }: Facts): Placed | undefined {
  const { dictionary, manifest, cubes } = catalogue;
  const table = manifest.tables.find((candidate) => candidate.id === single.table);
  if (!table || !cubes.some(({ cube }) => cube === single.cube)) return undefined;
  const members = table.dimensions.map((dimension): [string, number] => [
    dimension,
    codeIn(dictionary.members[dimension], single.members[dimension] ?? ALL)
  ]);
  const tableCode = codeIn(dictionary.tables, single.table);
  const measure = codeIn(dictionary.measures, single.measure);
  const named = Object.keys(single.members).every((dimension) => table.dimensions.includes(dimension));
  return !named || tableCode < 0 || measure < 0 || members.some(([, code]) => code < 0)
    ? undefined
    : { index, single, table: tableCode, measure, members };
}

const answerOf = ({ field }: Single) =>
  field === 'of' ? '"of" AS value, of_status AS status, 0 AS flags' : 'value, status, flags';

function selectOne({ index, single, table, measure, members }: Placed, wanted: string): string {
  const where = [
    `tbl = ${table}`,
    `measure = ${measure}`,
    ...members.map(([dimension, code]) => `"${dimension}" = ${code}`),
    wanted
  ];
  return `SELECT ${index} AS term, area, period, ${answerOf(single)} FROM ${tableOf(single.cube)} WHERE ${where.join(' AND ')}`;
}

/** Many terms of one table by a join with the list of them: a thousand statements in a row exhaust the engine. */
function selectMany(first: Placed, group: readonly Placed[], wanted: string): string {
  const { single, table, members } = first;
  const list = group.map(
    (each) => `(${[each.index, each.measure, ...each.members.map(([, code]) => code)].join(', ')})`
  );
  const names = members.map((_, at) => `m${at}`);
  const on = ['measure = asked', ...members.map(([dimension], at) => `"${dimension}" = m${at}`)];
  return `SELECT term, area, period, ${answerOf(single)} FROM ${tableOf(single.cube)} JOIN (VALUES ${list.join(', ')}) AS wanted(${['term', 'asked', ...names].join(', ')}) ON ${on.join(' AND ')} WHERE tbl = ${table} AND ${wanted}`;
}

/** From so many terms of one table on, a join is quicker than a statement for each. */
const MANY = 12;

function selectsOf(asked: readonly Placed[], scope: Scope, facts: Facts): readonly string[] {
  const wanted = within(scope, facts);
  const groups = new Map<string, Placed[]>();
  for (const each of asked) {
    const key = JSON.stringify([each.single.cube, each.table, each.single.field]);
    const group = groups.get(key) ?? [];
    group.push(each);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < MANY) return group.map((each) => selectOne(each, wanted));
    return [selectMany(first, group, wanted)];
  });
}

/** The SQL of a question, and the cubes it reads. Exported so that it can be run bare beside the product. */
export function cellsSql(facts: Facts, terms: readonly PlacedTerm[], scope: Scope) {
  const singles = new Map(terms.flatMap(eachOf).map((single) => [keyOf(single), single]));
  const list = [...singles.values()];
  const asked = list.flatMap((single, index) => placedOf(single, index, facts) ?? []);
  return {
    list,
    cubes: [...new Set(asked.map(({ single }) => single.cube))],
    sql: selectsOf(asked, scope, facts).join('\nUNION ALL ')
  };
}

function codesOf(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, code) => [word, code]));
}

/** How many periods of a kind make a year; others cannot be pooled by the year. */
const IN_A_YEAR: Partial<Record<Period['kind'], number>> = { year: 1, quarter: 4, month: 12 };

/** The periods whose cells a term adds up for one that is asked for; none where one of them is not there. */
function periodsRead(term: PlacedTerm, asked: string, periods: readonly Period[]): readonly string[] {
  if (term.at === undefined && term.pool === undefined) return [asked];
  const kind = periods.find(({ id }) => id === asked)?.kind;
  const alike = periods.filter((period) => period.kind === kind).sort((a, b) => (a.end < b.end ? -1 : 1));
  const last = alike.findIndex(({ id }) => id === asked) - (term.at === 'before' ? 1 : 0);
  const inYear = kind === undefined ? undefined : IN_A_YEAR[kind];
  if (term.pool !== undefined && inYear === undefined) return [];
  const first = last - (term.pool === undefined ? 1 : term.pool * (inYear ?? 1)) + 1;
  return first < 0 ? [] : alike.slice(first, last + 1).map(({ id }) => id);
}

/** The periods of a wide field, with those that its terms look back to. */
function withEarlier(
  { areas, field }: Scope,
  terms: readonly PlacedTerm[],
  periods: readonly Period[]
): Scope {
  if (!field) return { areas };
  const read = terms.flatMap((term) => field.periods.flatMap((period) => periodsRead(term, period, periods)));
  return { areas, field: { ...field, periods: [...new Set([...field.periods, ...read])] } };
}

/** Whether the loaded figures have the category of plan that a term names: where categories combine, none is “multiple”. */
function isCategory({ catalogue }: Facts, { cube, members }: PlacedTerm): boolean {
  const { category_initial: initial, category_latest: latest } = members ?? {};
  const [id, member] = initial === undefined ? ['category_latest', latest] : ['category_initial', initial];
  if (member !== 'multiple') return true;
  const held = catalogue.cubes.find((file) => file.cube === cube)?.dimensions.find((each) => each.id === id);
  return held === undefined || held.members.some((each) => each.id === member);
}

/** Fetches, in one statement, every cell that the terms name within the scope. */
export async function cellsOf(facts: Facts, terms: readonly PlacedTerm[], scope: Scope): Promise<CellLookup> {
  const { dictionary, manifest } = facts.catalogue;
  const { list, cubes, sql } = cellsSql(facts, terms, withEarlier(scope, terms, manifest.periods));
  const [areas, periods] = [codesOf(dictionary.areas), codesOf(dictionary.periods)];
  const found = new Map<number, Cell>();
  const place = (term: number, area: number, period: number) =>
    (term * areas.size + area) * periods.size + period;
  for (const row of sql === '' ? [] : await facts.query(sql, cubes)) {
    if (!isRow(row))
      throw new Error(`the database answered with a row that is no cell: ${JSON.stringify(row)}`);
    found.set(place(row.term, row.area, row.period), cellOf(row.value, row.status, row.flags));
  }
  const indexes = new Map(list.map((single, index) => [keyOf(single), index]));
  type Indexes = readonly (number | undefined)[];
  const indexesOfTerm = new Map<PlacedTerm, { readonly added: Indexes; readonly taken: Indexes }>();
  const indexesOf = (term: PlacedTerm) => {
    const seen = indexesOfTerm.get(term);
    if (seen) return seen;
    const { added, taken } = singlesOf(term);
    const indexOf = (single: Single) => indexes.get(keyOf(single));
    const made = { added: added.map(indexOf), taken: taken.map(indexOf) };
    indexesOfTerm.set(term, made);
    return made;
  };
  const single = (index: number | undefined, area: number | undefined, period: string): Cell => {
    const periodCode = periods.get(period);
    return index === undefined || area === undefined || periodCode === undefined
      ? NOT_SUPPLIED
      : (found.get(place(index, area, periodCode)) ?? NOT_SUPPLIED);
  };
  const counted = (term: PlacedTerm) => isCategory(facts, term);
  return (term, area, period) => {
    if (!counted(term)) return missing('notApplicable');
    const areaCode = areas.get(area);
    const read = periodsRead(term, period, manifest.periods);
    if (read.length === 0) return NOT_SUPPLIED;
    const { added, taken } = indexesOf(term);
    const sumOf = (some: Indexes): Cell => {
      const [at = period] = read;
      if (some.length === 1 && read.length === 1) return single(some[0], areaCode, at);
      const cells = some.flatMap((index) => read.map((each) => single(index, areaCode, each)));
      return derive(cells, (...values) => values.reduce((sum, value) => sum + value, 0));
    };
    return taken.length === 0
      ? sumOf(added)
      : restOf(sumOf(added), sumOf(taken), manifest.disclosure?.settings);
  };
}

/** The cells that terms name, for some areas over all periods, and for a wide field of areas at some periods. */
import { derive, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Term } from '#lib/domain/indicator.ts';
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

/** Looks a term up; an absent row is `notSupplied`, a sum with a withheld part is withheld. */
export type CellLookup = (term: Term, area: string, period: string) => Cell;

interface Single {
  readonly cube: string;
  readonly table: string;
  readonly measure: string;
  readonly members: Readonly<Record<string, string>>;
}

function keyOf(single: Single): string {
  const members = Object.entries(single.members)
    .filter(([, member]) => member !== ALL)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([single.table, single.measure, members]);
}

/** The single cells a term adds up: one, unless a dimension names several members. */
function singlesOf(term: Term): readonly Single[] {
  const entries = Object.entries(term.members ?? {});
  const combinations = entries.reduce<Record<string, string>[]>(
    (soFar, [dimension, member]) =>
      soFar.flatMap((chosen) => [member].flat().map((one) => ({ ...chosen, [dimension]: one }))),
    [{}]
  );
  return combinations.map((members) => ({
    cube: term.cube,
    table: term.table,
    measure: term.measure,
    members
  }));
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

/** One SELECT for a term; undefined where the dictionary does not hold a word of it, so that no row can match. */
function selectOf(single: Single, index: number, scope: Scope, facts: Facts): string | undefined {
  const { dictionary, manifest } = facts.catalogue;
  const table = manifest.tables.find((candidate) => candidate.id === single.table);
  const cube = facts.catalogue.cubes.find((candidate) => candidate.cube === single.cube);
  if (!table || !cube) return undefined;
  const members = table.dimensions.map((dimension): [string, number] => [
    dimension,
    codeIn(dictionary.members[dimension], single.members[dimension] ?? ALL)
  ]);
  const tableCode = codeIn(dictionary.tables, single.table);
  const measure = codeIn(dictionary.measures, single.measure);
  const named = Object.keys(single.members).every((dimension) => table.dimensions.includes(dimension));
  if (!named || tableCode < 0 || measure < 0 || members.some(([, code]) => code < 0)) return undefined;
  const where = [
    `tbl = ${tableCode}`,
    `measure = ${measure}`,
    ...members.map(([dimension, code]) => `"${dimension}" = ${code}`),
    within(scope, facts)
  ];
  return `SELECT ${index} AS term, area, period, value, status, flags FROM ${tableOf(single.cube)} WHERE ${where.join(' AND ')}`;
}

/** The SQL of a question, and the cubes it reads. Exported so that it can be run bare beside the product. */
export function cellsSql(facts: Facts, terms: readonly Term[], scope: Scope) {
  const singles = new Map(terms.flatMap(singlesOf).map((single) => [keyOf(single), single]));
  const list = [...singles.values()];
  const selects = list.map((single, index) => selectOf(single, index, scope, facts));
  const asked = list.filter((_, index) => selects[index] !== undefined);
  return {
    list,
    cubes: [...new Set(asked.map((single) => single.cube))],
    sql: selects.filter((select) => select !== undefined).join('\nUNION ALL ')
  };
}

function codesOf(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, code) => [word, code]));
}

/** Fetches, in one statement, every cell that the terms name within the scope. */
export async function cellsOf(facts: Facts, terms: readonly Term[], scope: Scope): Promise<CellLookup> {
  const { list, cubes, sql } = cellsSql(facts, terms, scope);
  const { dictionary } = facts.catalogue;
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
  const indexesOfTerm = new Map<Term, readonly (number | undefined)[]>();
  const indexesOf = (term: Term) => {
    const seen = indexesOfTerm.get(term);
    if (seen) return seen;
    const made = singlesOf(term).map((single) => indexes.get(keyOf(single)));
    indexesOfTerm.set(term, made);
    return made;
  };
  return (term, area, period) => {
    const [areaCode, periodCode] = [areas.get(area), periods.get(period)];
    const cells = indexesOf(term).map((index) =>
      index === undefined || areaCode === undefined || periodCode === undefined
        ? NOT_SUPPLIED
        : (found.get(place(index, areaCode, periodCode)) ?? NOT_SUPPLIED)
    );
    const [only] = cells;
    if (cells.length === 1 && only) return only;
    return derive(cells, (...values) => values.reduce((sum, value) => sum + value, 0));
  };
}

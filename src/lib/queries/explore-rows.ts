/** The rows that Explore shows: one measure of one table, for some areas and periods. */
import type { Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import { cellOf } from '#lib/db/encode.ts';
import { tableOf, type Facts } from '#lib/db/facts.ts';
import type { RowOf } from '#lib/db/port.ts';

export interface ExploreRow {
  /** Ids. */
  readonly area: string;
  readonly period: string;
  /** By dimension that is told apart; `all` for all of it. */
  readonly members: Readonly<Record<string, string>>;
  readonly cell: Cell;
  /** The N of n of N. */
  readonly of?: Cell;
}

export interface RowsWanted {
  readonly cube: string;
  readonly table: string;
  readonly measure: string;
  /** Dimensions told apart; the table's others are for all. */
  readonly by: readonly string[];
  /** Ids. */
  readonly areas: readonly string[];
  readonly periods: readonly string[];
}

const codesIn = (list: readonly string[] | undefined, words: readonly string[]) =>
  words.map((word) => list?.indexOf(word) ?? -1).filter((code) => code >= 0);

const among = (codes: readonly number[]) => `IN (${[-1, ...codes].join(', ')})`;

/**
 * The SQL of a question; exported so that a test can run it bare.
 * @throws RangeError for a breakdown that the kind of count does not have
 */
export function rowsSql({ catalogue }: Pick<Facts, 'catalogue'>, wanted: RowsWanted): string {
  const { cubes, dictionary } = catalogue;
  const dimensions = cubes.find(({ cube }) => cube === wanted.cube)?.dimensions.map(({ id }) => id) ?? [];
  const strange = wanted.by.find((id) => !dimensions.includes(id));
  if (strange !== undefined) throw new RangeError(`the kind of count has no such breakdown: ${strange}`);
  const whole = dimensions.filter((id) => !wanted.by.includes(id)).map((id) => `AND "${id}" = 0`);
  return `SELECT * FROM ${tableOf(wanted.cube)}
  WHERE tbl ${among(codesIn(dictionary.tables, [wanted.table]))} AND measure ${among(codesIn(dictionary.measures, [wanted.measure]))}
    AND area ${among(codesIn(dictionary.areas, wanted.areas))} AND period ${among(codesIn(dictionary.periods, wanted.periods))}
    ${whole.join(' ')}`;
}

const numberOf = (value: RowOf[string] | undefined) => (typeof value === 'number' ? value : null);

/** Every row that is published of what is wanted, totals included. */
export async function exploreRows(facts: Facts, wanted: RowsWanted): Promise<readonly ExploreRow[]> {
  const { dictionary } = facts.catalogue;
  const word = (list: readonly string[] | undefined, code: RowOf[string] | undefined) =>
    list?.[numberOf(code) ?? -1] ?? '';
  const rows = await facts.query(rowsSql(facts, wanted), [wanted.cube]);
  return rows.map((row) => ({
    area: word(dictionary.areas, row['area']),
    period: word(dictionary.periods, row['period']),
    members: Object.fromEntries(wanted.by.map((id) => [id, word(dictionary.members[id] ?? [ALL], row[id])])),
    cell: cellOf(numberOf(row['value']), numberOf(row['status']) ?? 0, numberOf(row['flags']) ?? 0),
    ...(row['of_status'] === undefined
      ? {}
      : { of: cellOf(numberOf(row['of']), numberOf(row['of_status']) ?? 0, 0) })
  }));
}

/** How complete tables are: for each area and period, how many figures are there, and why the others are not. */
import type { Reason } from '#lib/domain/cell.ts';
import { cellOf } from '#lib/db/encode.ts';
import { tableOf, type Facts } from '#lib/db/facts.ts';
import type { RowOf } from '#lib/db/port.ts';

/** What a table holds of one area at one period. Absent where it holds nothing. */
export interface Held {
  readonly table: string;
  readonly area: string;
  readonly period: string;
  /** Rows that hold a number. */
  readonly known: number;
  /** Of those, zeros. */
  readonly zeros: number;
  /** Of those, numbers at which what is counted changed. */
  readonly breaks: number;
  /** How many rows the table has of the area and period that it has most of. */
  readonly most: number;
  /** Rows that hold none, by why. */
  readonly missing: Readonly<Partial<Record<Reason, number>>>;
}

/** In the stead of an area: areas of the kind of the one that was asked for, told together, and all others. */
export const ALIKE = '*alike';
export const ELSEWHERE = '*elsewhere';

/** A break stands in the fourth bit of the flags. */
const BREAK = 8;

interface Row {
  readonly tbl: number;
  readonly area: number;
  readonly period: number;
  readonly status: number;
  readonly n: number;
  readonly zeros: number;
  readonly breaks: number;
  readonly most: number;
}

const COLUMNS = ['tbl', 'area', 'period', 'status', 'n', 'zeros', 'breaks', 'most'] as const;

const isRow = (row: RowOf): row is RowOf & Row => COLUMNS.every((name) => typeof row[name] === 'number');

const sqlOf = (cube: string, tables: readonly number[], area: string) => {
  const rows = `${tableOf(cube)} WHERE tbl IN (${tables.join(', ')})`;
  return `WITH held AS (
     SELECT tbl AS t, max(n)::INTEGER AS most
     FROM (SELECT tbl, area, period, count(*) AS n FROM ${rows} GROUP BY ALL) GROUP BY tbl
   ), told AS (
     SELECT tbl, ${area} AS area, period, status, count(*)::INTEGER AS n,
       count(*) FILTER (WHERE status = 0 AND value = 0)::INTEGER AS zeros,
       count(*) FILTER (WHERE flags & ${BREAK} <> 0)::INTEGER AS breaks
     FROM ${rows} GROUP BY ALL
   ) SELECT told.*, most FROM told JOIN held ON tbl = t`;
};

/**
 * What the tables named hold, area by area and period by period. Where one area is asked for, what the others hold is
 * told together: under `ALIKE` for areas of its kind, and under `ELSEWHERE`.
 */
export async function completenessOf(
  facts: Facts,
  tables: readonly string[],
  asked?: string
): Promise<readonly Held[]> {
  const { manifest, dictionary } = facts.catalogue;
  const kind = manifest.areas.find(({ id }) => id === asked)?.kind;
  const alike = manifest.areas
    .filter((area) => area.kind === kind)
    .map(({ id }) => dictionary.areas.indexOf(id));
  const area =
    asked === undefined
      ? 'area::INTEGER'
      : `CASE WHEN area = ${String(dictionary.areas.indexOf(asked))} THEN area::INTEGER ` +
        `WHEN area IN (${[-3, ...alike].join(', ')}) THEN -1 ELSE -2 END`;
  const wanted = manifest.tables.filter(({ id }) => tables.includes(id));
  const found = new Map<string, Held>();
  for (const cube of new Set(wanted.map((table) => table.cube))) {
    const codes = wanted
      .filter((table) => table.cube === cube)
      .map(({ id }) => dictionary.tables.indexOf(id))
      .filter((code) => code >= 0);
    if (codes.length === 0) continue;
    for (const row of await facts.query(sqlOf(cube, codes, area), [cube])) {
      if (!isRow(row))
        throw new Error(`the database answered with a row that tells nothing: ${JSON.stringify(row)}`);
      const [table, area, period] = [
        dictionary.tables[row.tbl] ?? '',
        dictionary.areas[row.area] ?? (row.area === -1 ? ALIKE : ELSEWHERE),
        dictionary.periods[row.period] ?? ''
      ];
      const key = [table, area, period].join('|');
      const none: Held = { table, area, period, known: 0, zeros: 0, breaks: 0, most: row.most, missing: {} };
      const held = found.get(key) ?? none;
      const cell = cellOf(0, row.status, 0);
      found.set(key, {
        ...held,
        breaks: held.breaks + row.breaks,
        ...(cell.kind === 'known'
          ? { known: held.known + row.n, zeros: held.zeros + row.zeros }
          : { missing: { ...held.missing, [cell.reason]: (held.missing[cell.reason] ?? 0) + row.n } })
      });
    }
  }
  return [...found.values()];
}

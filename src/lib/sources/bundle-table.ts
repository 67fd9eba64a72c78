import type { Table } from '#lib/domain/bundle.ts';
import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { tableColumns } from './bundle.ts';
import { cellKey, checkParts } from './bundle-parts.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { RowReader, type TableContext } from './bundle-row.ts';
import { readCsv } from './csv.ts';
import { keepFileRows } from './file-rows.ts';
import { refusePeople } from './people.ts';

function checkHeader(
  file: string,
  header: readonly string[],
  table: Table,
  cube: Cube,
  list: ProblemList
): boolean {
  const wanted = tableColumns(cube, table.dimensions);
  const unknown = header.filter((name) => name !== '' && !wanted.includes(name));
  const absent = wanted.filter((name) => !header.includes(name));
  for (const column of unknown)
    list.error('unknown-column', file, () => ({
      row: 1,
      column,
      value: column,
      message: `the column is not one of table “${table.id}”`,
      remedy: cube.dimensions.some((dimension) => dimension.id === column)
        ? `Add “${column}” to the dimensions of the table in bundle.json, or delete the column.`
        : `Delete it, or correct its name. Columns: ${wanted.join(', ')}.`
    }));
  for (const column of absent)
    list.error('missing-column', file, () => ({
      row: 1,
      column,
      message: 'the column is missing',
      remedy: table.dimensions.includes(column)
        ? `Add it, with “${ALL}” for totals, or take “${column}” out of the dimensions of the table in bundle.json.`
        : `Add it. Columns: ${wanted.join(', ')}.`
    }));
  return absent.length === 0;
}

function sameAgain(
  list: ProblemList,
  table: Table,
  { area, period, measure, members }: Observation,
  row: number,
  earlier: number
): void {
  list.error('duplicate-key', table.file, () => ({
    row,
    column: ['area', 'period', 'measure', ...table.dimensions].join(', '),
    value: [area, period, measure, ...members].join(', '),
    message: `the row is for the same thing as row ${earlier}`,
    remedy: `Keep one: row ${earlier} or row ${row}.`
  }));
}

/**
 * Reads one table's file against its cube. Rows that are wrong are left out and named in the list; the caller
 * drops the bundle if there is any error.
 */
export function readTable(
  content: string | Uint8Array,
  table: Table,
  cube: Cube,
  context: TableContext,
  list: ProblemList
): Observation[] {
  const file = table.file;
  const csv = readCsv(content, file);
  if (refusePeople(file, [csv.header, ...csv.rows.map(({ cells }) => cells)], list)) return [];
  list.take(csv.problems);
  if (csv.header.length === 0 || !checkHeader(file, csv.header, table, cube, list)) return [];
  if (csv.rows.length === 0 && csv.problems.length === 0)
    list.warning('no-rows', file, () => ({
      message: 'the table has a header and no rows',
      remedy: 'Add its rows, or take the table out of bundle.json.'
    }));

  const dimensions = table.dimensions.flatMap((id): Dimension[] =>
    cube.dimensions.filter((dimension) => dimension.id === id)
  );
  const reader = new RowReader(table, cube, dimensions, csv.header, context, list);
  const observations: Observation[] = [];
  const rows: number[] = [];
  const index = new Map<string, number>();
  for (const { row, cells } of csv.rows) {
    const observation = reader.read(row, cells);
    if (observation === undefined) continue;
    const key = cellKey(observation.area, observation.period, observation.measure, observation.members);
    const earlier = index.get(key);
    if (earlier !== undefined) {
      sameAgain(list, table, observation, row, rows[earlier] ?? 0);
      continue;
    }
    index.set(key, observations.length);
    rows.push(row);
    observations.push(observation);
  }
  keepFileRows(observations, rows);
  checkParts({ file, cube, dimensions, observations, rows, index }, list);
  return observations;
}

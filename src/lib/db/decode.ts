/** Takes back what `encode.ts` wrote, without the database: Arrow streams in codes into observations. */
import { tableFromIPC } from 'apache-arrow';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Table } from '#lib/domain/bundle.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Dictionary } from './dictionary.ts';
import { cellOf } from './encode.ts';
import { rowsOf } from './rows.ts';
import type { RowOf } from './port.ts';

export interface DecodedTable {
  readonly table: Table;
  readonly cube: Cube;
  readonly observations: readonly Observation[];
}

/** What a cube was encoded into. */
export interface EncodedStreams {
  readonly streams: readonly Uint8Array[];
  /** Rows as they were published, which stand in the first as they may be said. */
  readonly unsaid?: readonly Uint8Array[];
}

/**
 * The tables of one cube as they were published, in the order of `tables`; only rows of areas that `wanted` names.
 * @throws where a stream holds a code that the dictionary does not.
 */
export function decodeCube(
  cube: Cube,
  tables: readonly Table[],
  { streams, unsaid = [] }: EncodedStreams,
  dictionary: Dictionary,
  wanted: (area: string) => boolean = () => true
): readonly DecodedTable[] {
  const own = new Map(tables.filter((table) => table.cube === cube.id).map((table) => [table.id, table]));
  const found = new Map([...own.keys()].map((id) => [id, new Map<string, Observation>()]));
  for (const stream of [...streams, ...unsaid])
    for (const row of rowsOf(tableFromIPC(stream))) {
      const area = wordOf(dictionary.areas, row['area']);
      if (!wanted(area)) continue;
      const id = wordOf(dictionary.tables, row['tbl']);
      const table = own.get(id);
      if (table === undefined) throw new Error(`the figures hold a table that is not declared: ${id}`);
      const observation = observationOf(row, area, table, cube, dictionary);
      found.get(id)?.set(keyOf(observation), observation);
    }
  return [...own.values()].map((table) => ({
    table,
    cube,
    observations: [...(found.get(table.id)?.values() ?? [])]
  }));
}

const keyOf = ({ area, period, measure, members }: Observation) =>
  [area, period, measure, ...members].join('|');

function observationOf(
  row: RowOf,
  area: string,
  table: Table,
  cube: Cube,
  dictionary: Dictionary
): Observation {
  return {
    area,
    period: wordOf(dictionary.periods, row['period']),
    measure: wordOf(dictionary.measures, row['measure']),
    members: table.dimensions.map((id) => wordOf(dictionary.members[id] ?? [ALL], row[id])),
    cell: cellOf(numberOf(row['value']), numberOf(row['status']) ?? 0, numberOf(row['flags']) ?? 0),
    ...(cube.outOf ? { of: cellOf(numberOf(row['of']), numberOf(row['of_status']) ?? 0, 0) } : {})
  };
}

const numberOf = (value: RowOf[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;

function wordOf(list: readonly string[], code: RowOf[string] | undefined): string {
  const word = typeof code === 'number' ? list[code] : undefined;
  if (word === undefined) throw new Error(`the figures hold a code that has no word: ${String(code)}`);
  return word;
}

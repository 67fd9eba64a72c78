import { type Cell, known, missing, reasonOf } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { readCharacteristic } from './dfe-characteristics.ts';
import { positionOf } from './dfe-match.ts';
import type { ReadTable } from './dfe-release.ts';
import { type Reading, readCell } from './dfe-symbols.ts';
import type { OutputTable } from './dfe-table-spec.ts';

/** A value or symbol that means nothing to the importer, where it was first met, and how often. */
export interface UnknownValue {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly times: number;
}

/** Gathers unknown values, one line for each value of a column. */
export class UnknownValues {
  readonly #found = new Map<string, UnknownValue>();

  add(file: string, row: number, column: string, value: string): void {
    const key = `${file}\n${column}\n${value}`;
    const earlier = this.#found.get(key);
    this.#found.set(key, { ...(earlier ?? { file, row, column, value }), times: (earlier?.times ?? 0) + 1 });
  }

  all(): readonly UnknownValue[] {
    return [...this.#found.values()];
  }
}

/** The cell a reading stands for, or undefined where it is unknown (then there is no row: “not supplied”). */
export function cellOf(reading: Reading): Cell | undefined {
  switch (reading.kind) {
    case 'number':
      return known(reading.value);
    case 'status':
      return missing(reasonOf(reading.status));
    case 'unknown':
      return undefined;
  }
}

/** Every cell that one DfE table gives one of ours, in the order of the file. */
export function observationsOf(
  table: ReadTable,
  output: OutputTable,
  codes: CodeBook,
  unknown: UnknownValues
): Observation[] {
  const columns = output.columns.flatMap((spec) => {
    const position = positionOf(table.file, spec, table.dfe);
    return position === undefined ? [] : [{ spec, position, header: table.file.headers[position] ?? '' }];
  });
  const characteristic = table.frame.characteristics
    .map((position) => table.file.headers[position] ?? '')
    .join(', ');
  return table.rows.flatMap((row) => {
    const area = areaIdOf(row, codes);
    const members = table.dfe.characteristic ? readCharacteristic(row.characteristic) : {};
    if (members === undefined) unknown.add(row.file, row.row, characteristic, row.characteristic);
    if (area === undefined || members === undefined || members === 'left-out') return [];
    return columns.flatMap(({ spec, position, header }): Observation[] => {
      const text = row.cells[position] ?? '';
      const cell = cellOf(readCell(text));
      if (cell === undefined) {
        unknown.add(row.file, row.row, header, text);
        return [];
      }
      const all = { ...members, ...spec.members };
      return [
        {
          area,
          period: String(row.year),
          measure: spec.measure,
          members: output.dimensions.map((dimension) => all[dimension] ?? ALL),
          cell
        }
      ];
    });
  });
}

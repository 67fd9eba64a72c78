/** A validated bundle as what the database takes in: one Arrow stream for each cube, in codes, sorted. */
import {
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  RecordBatch,
  Schema,
  Struct,
  Table,
  makeData,
  tableToIPC,
  type Data
} from 'apache-arrow';
import { FLAG_CODES, STATUS_CODES, type Cell, type Flag, type Reason, reasonOf } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { enterCube, membersOf, type Dictionary } from './dictionary.ts';

export interface TableRows {
  readonly table: { readonly id: string; readonly dimensions: readonly string[] };
  readonly observations: readonly Observation[];
}

export interface EncodedCube {
  readonly cube: string;
  readonly rows: number;
  readonly stream: Uint8Array;
}

const CODE_OF_REASON = new Map<Reason, number>();
STATUS_CODES.forEach((code, index) => {
  if (!CODE_OF_REASON.has(reasonOf(code))) CODE_OF_REASON.set(reasonOf(code), index + 1);
});

/** 0 for a value; otherwise the position of its reason among `STATUS_CODES`, from 1. */
export function statusNumber(cell: Cell): number {
  return cell.kind === 'known' ? 0 : (CODE_OF_REASON.get(cell.reason) ?? 0);
}

/** Flags as bits, in the order of `FLAG_CODES`. */
export function flagBits(flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << FLAG_CODES.indexOf(flag)), 0);
}

/** The cell that a row of the database holds. */
export function cellOf(value: number | null, status: number, flags: number): Cell {
  if (status === 0 && value !== null)
    return { kind: 'known', value, flags: FLAG_CODES.filter((_, bit) => (flags & (1 << bit)) !== 0) };
  const code = STATUS_CODES[status - 1];
  return { kind: 'missing', reason: code === undefined ? 'notSupplied' : reasonOf(code) };
}

/** Codes below this fit in one byte. */
const NARROW = 128;

class Words {
  readonly #codes: Map<string, number>;
  readonly #list: string[];
  constructor(list: string[]) {
    this.#list = list;
    this.#codes = new Map(list.map((word, code) => [word, code]));
  }
  code(word: string): number {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.#list.push(word) - 1;
      this.#codes.set(word, code);
    }
    return code;
  }
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function codes(values: readonly number[], widest: number): Data {
  return widest < NARROW
    ? makeData({ type: new Int8(), data: Int8Array.from(values) })
    : makeData({ type: new Int16(), data: Int16Array.from(values) });
}

function small(values: readonly number[]): Data {
  return makeData({ type: new Int8(), data: Int8Array.from(values) });
}

function numbers(cells: readonly Cell[], whole: boolean): Data {
  const nullBitmap = new Uint8Array(Math.ceil(cells.length / 8));
  const values = cells.map((cell, row) => {
    if (cell.kind === 'missing') return 0;
    nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7));
    return cell.value;
  });
  const nullCount = cells.filter((cell) => cell.kind === 'missing').length;
  return whole
    ? makeData({ type: new Int32(), data: Int32Array.from(values), nullCount, nullBitmap })
    : makeData({ type: new Float64(), data: Float64Array.from(values), nullCount, nullBitmap });
}

export interface Encoding {
  /** Rows in a stream, at most. */
  readonly most?: number;
  /**
   * Codes in two bytes even where one would do: rows coded in one byte can be added to them, which cannot be done the
   * other way round.
   */
  readonly wide?: boolean;
}

/**
 * Encodes every table of one cube. Columns: `tbl`, `measure`, each dimension, `area`, `period` (codes of the
 * dictionary, which grows as needed), `value`, `status`, `flags`, and `of`, `of_status` where the cube counts n of N.
 * Rows are sorted by table, measure, members, area and period.
 */
export function encodeCube(
  cube: Cube,
  tables: readonly TableRows[],
  dictionary: Dictionary,
  { most = Infinity, wide = false }: Encoding = {}
): readonly EncodedCube[] {
  enterCube(dictionary, cube);
  const words = {
    tables: new Words(dictionary.tables),
    measures: new Words(dictionary.measures),
    areas: new Words(dictionary.areas),
    periods: new Words(dictionary.periods)
  };
  const dimensions = cube.dimensions.map((dimension) => ({
    id: dimension.id,
    words: new Words(membersOf(dictionary, dimension.id))
  }));
  const rows = tables.flatMap(({ table, observations }) => {
    const places = dimensions.map(({ id }) => table.dimensions.indexOf(id));
    const tableCode = words.tables.code(table.id);
    return observations.map((observation) => ({
      key: [
        tableCode,
        words.measures.code(observation.measure),
        ...dimensions.map(({ words: members }, d) =>
          members.code(observation.members[places[d] ?? -1] ?? ALL)
        ),
        words.areas.code(observation.area),
        words.periods.code(observation.period)
      ],
      observation
    }));
  });
  rows.sort((a, b) => compareRows(a.key, b.key));
  const names = ['tbl', 'measure', ...dimensions.map(({ id }) => id), 'area', 'period'];
  const parts: EncodedCube[] = [];
  const widths = names.map((_, index) =>
    rows.reduce((widest, row) => Math.max(widest, row.key[index] ?? 0), wide ? NARROW : 0)
  );
  for (let from = 0; from === 0 || from < rows.length; from += most)
    parts.push(encodeRows(cube, names, widths, rows.slice(from, from + most)));
  return parts;
}

interface CodedRow {
  readonly key: readonly number[];
  readonly observation: Observation;
}

function encodeRows(
  cube: Cube,
  names: readonly string[],
  widths: readonly number[],
  rows: readonly CodedRow[]
): EncodedCube {
  const cells = rows.map((row) => row.observation.cell);
  const columns: { name: string; data: Data }[] = [
    ...names.map((name, index) => ({
      name,
      data: codes(
        rows.map((row) => row.key[index] ?? 0),
        widths[index] ?? 0
      )
    })),
    { name: 'value', data: numbers(cells, cube.value === 'count') },
    { name: 'status', data: small(cells.map(statusNumber)) },
    { name: 'flags', data: small(cells.map((cell) => (cell.kind === 'known' ? flagBits(cell.flags) : 0))) }
  ];
  if (cube.outOf) {
    const totals = rows.map((row): Cell => row.observation.of ?? { kind: 'missing', reason: 'notSupplied' });
    columns.push(
      { name: 'of', data: numbers(totals, true) },
      { name: 'of_status', data: small(totals.map(statusNumber)) }
    );
  }
  const fields = columns.map(({ name, data }) => new Field(name, data.type, data.nullCount > 0));
  const schema = new Schema(fields);
  const struct = makeData({
    type: new Struct(fields),
    length: rows.length,
    nullCount: 0,
    children: columns.map(({ data }) => data)
  });
  const table = new Table(schema, new RecordBatch(schema, struct));
  return { cube: cube.id, rows: rows.length, stream: tableToIPC(table, 'stream') };
}

import { DataType, type Table, type Vector } from 'apache-arrow';
import type { RowOf, Value } from './port.ts';

function valueOf(raw: unknown, decimals: number): Value {
  if (raw === null || raw === undefined) return null;
  switch (typeof raw) {
    case 'number':
    case 'string':
    case 'boolean':
      return raw;
    case 'bigint':
      return Number(raw);
    default:
      // DuckDB's sum of integers is a 128-bit number in four 32-bit words, lowest first.
      if (raw instanceof Uint32Array) return wide(raw) / 10 ** decimals;
      if (raw instanceof Date) return raw.toISOString();
      return String(raw);
  }
}

function wide(words: Uint32Array): number {
  let value = 0n;
  words.forEach((word, index) => {
    value |= BigInt(word) << BigInt(32 * index);
  });
  return Number(BigInt.asIntN(32 * words.length, value));
}

/** The values of one column, in order. Whole arrays at once where they hold plain numbers. */
function valuesOf(vector: Vector | null, rows: number, decimals: number): ArrayLike<Value> {
  if (vector && vector.nullCount === 0) {
    const plain: unknown = vector.toArray();
    if (plain instanceof Int8Array || plain instanceof Int16Array || plain instanceof Int32Array)
      return plain;
  }
  return Array.from({ length: rows }, (_, row) => valueOf(vector?.get(row), decimals));
}

/** Dates and times come as milliseconds since 1970, or as objects: a time at midnight is its date. */
function dateOf(raw: unknown): Value {
  if (typeof raw !== 'number' && !(raw instanceof Date)) return valueOf(raw, 0);
  const date = new Date(raw);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('T00:00:00.000Z', '');
}

/** An Arrow table as rows of plain numbers and words. A date is its ISO words. */
export function rowsOf(table: Table): readonly RowOf[] {
  const columns = table.schema.fields.map((field, index) => {
    const decimals = DataType.isDecimal(field.type) ? field.type.scale : 0;
    const vector = table.getChildAt(index);
    const dated = DataType.isDate(field.type) || DataType.isTimestamp(field.type);
    const values = dated
      ? Array.from({ length: table.numRows }, (_, row) => dateOf(vector?.get(row)))
      : valuesOf(vector, table.numRows, decimals);
    return { name: field.name, values };
  });
  return Array.from({ length: table.numRows }, (_, row) => {
    const out: Record<string, Value> = {};
    for (const { name, values } of columns) out[name] = values[row] ?? null;
    return out;
  });
}

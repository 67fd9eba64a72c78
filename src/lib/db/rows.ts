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

/** An Arrow table as rows of plain numbers and words. */
export function rowsOf(table: Table): readonly RowOf[] {
  const columns = table.schema.fields.map((field, index) => {
    const vector: Vector | null = table.getChildAt(index);
    const decimals = DataType.isDecimal(field.type) ? field.type.scale : 0;
    return { name: field.name, vector, decimals };
  });
  return Array.from({ length: table.numRows }, (_, row) => {
    const out: Record<string, Value> = {};
    for (const { name, vector, decimals } of columns) out[name] = valueOf(vector?.get(row), decimals);
    return out;
  });
}

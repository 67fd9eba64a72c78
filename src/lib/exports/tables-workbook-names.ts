/** What the sheets, tables and notes of a workbook of tables are called. */
import type { SheetTable } from './tables-workbook-table.ts';

export const SHEET = {
  cover: 'Cover',
  contents: 'Contents',
  notes: 'Notes',
  symbols: 'Symbols'
} as const;

/** Where a table stands in a workbook, and the numbers of its notes there. */
export interface Placing {
  /** `Table 3` */
  readonly called: string;
  /** `Table_3` */
  readonly sheet: string;
  /** Of the table itself: `Table_3_plans_over_time`. */
  readonly name: string;
  readonly numbers: readonly number[];
}

/** `[note 1] [note 3]`, as the Analysis Function writes them; empty where there are none. */
export const noteMarks = (numbers: readonly number[]): string =>
  numbers.map((number) => `[note ${String(number)}]`).join(' ');

/** Every note once, in the order in which tables call them. */
export function notesOfAll(tables: readonly SheetTable[]): readonly string[] {
  return [...new Set(tables.flatMap(({ notes }) => notes))];
}

/** @param word what each is called with its number: `Table`, or `Figure` where pages number them so */
export function placings(tables: readonly SheetTable[], word: string): readonly Placing[] {
  const notes = notesOfAll(tables);
  return tables.map(({ id, notes: own }, index) => {
    const called = `${word} ${String(index + 1)}`;
    const sheet = called.replace(' ', '_');
    const plain = id.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 60);
    return {
      called,
      sheet,
      name: `${sheet}_${plain}`.replace(/_+$/, ''),
      numbers: own.map((text) => notes.indexOf(text) + 1)
    };
  });
}

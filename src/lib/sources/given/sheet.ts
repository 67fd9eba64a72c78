/** What lies between a workbook and the tidy tables of a bundle: sheets of cells, and rows with where they were written. */
import type { Problem } from '#lib/domain/problem.ts';

/** One cell as its workbook keeps it; `text` is what a reader sees there, as nearly as the file tells. */
export type SheetCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'date'; readonly iso: string; readonly text: string }
  | { readonly kind: 'formula-error'; readonly text: string };

/** A sheet of a workbook; its first row is row 1 of the sheet, its first cell column A. */
export interface Sheet {
  readonly file: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Where a reader wrote something: rows count from 1; a column is its letters in a sheet, its name in a CSV. */
export interface WrittenAt {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column?: string;
}

export interface TidyRow {
  readonly cells: readonly string[];
  /** The figure’s own cell in a pivot; the row alone where the sheet is tidy already. */
  readonly at: WrittenAt;
  /** Letters of the column that another tidy column was written in (`area` → `A`), where it was. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The row of the head that names the figure’s period, above the figure’s own column. */
  readonly headRow?: number;
  /** The row of what the figure is out of, where that stands in another row. */
  readonly ofRow?: number;
}

/** Tidy rows of one table or register, with where each was written. */
export interface TidyTable {
  /** The id of the cube, or the name of the register. */
  readonly cube: string;
  /** The id the table can have in a bundle: lower-case words joined by hyphens. */
  readonly name: string;
  /** What it is called where it was written. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly TidyRow[];
}

export interface AboutEntry {
  readonly value: string;
  readonly at: WrittenAt;
}

/** What is said about the figures as a whole: `title`, `publisher`, `area1`, … by key in lower case. */
export interface About {
  readonly entries: ReadonlyMap<string, AboutEntry>;
}

/** Words about a table, or about all of them where it names none. */
export interface WrittenNote {
  /** As it was written: an id or a name. */
  readonly table?: string;
  readonly text: string;
  readonly at: WrittenAt;
}

/** All that a workbook, or files beside an about sheet, supply. */
export interface Supplied {
  readonly about: About;
  readonly tables: readonly TidyTable[];
  readonly registers: readonly TidyTable[];
  readonly notes?: readonly WrittenNote[];
  readonly problems: readonly Problem[];
}

/** What stands for the value of a formula that a program wrote and no spreadsheet has worked out. */
export const NEVER_WORKED_OUT = 'a formula never worked out';

export const BLANK: SheetCell = { kind: 'blank' };

/** What a cell says; nothing for a blank one. */
export function textOf(cell: SheetCell | undefined): string {
  return cell === undefined || cell.kind === 'blank' ? '' : cell.text.trim();
}

/** `0` → `A`, `26` → `AA`: the letters of a column by its place. */
export function columnLetters(index: number): string {
  const first = Math.floor(index / 26);
  return `${first > 0 ? columnLetters(first - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** `Book.xlsx › Plans`: how a problem names the file where a sheet is meant. */
export function sheetFile(at: Pick<WrittenAt, 'file' | 'sheet'>): string {
  return at.sheet === undefined ? at.file : `${at.file} › ${at.sheet}`;
}

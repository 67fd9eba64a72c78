/** Files as they go into a bundle, and where a reader wrote each of their rows. */
import type { TidyRow } from './sheet.ts';

/** Where a file of the bundle came from. */
export interface WrittenFile {
  /** Its path in the bundle. */
  readonly path: string;
  /** As the reader calls it, the sheet included. */
  readonly file: string;
  /** What the reader calls its columns, by their names in the bundle. */
  readonly columns: ReadonlyMap<string, string>;
  /** Where each row of the bundle’s file was written, by its number; absent where rows have the same numbers. */
  readonly rows?: ReadonlyMap<number, TidyRow>;
  /** Whether the reader wrote no bundle.json: it was made of what was given. */
  readonly madeManifest?: boolean;
  /** The rows that were written, for a preview; the same file may be looked at often. */
  readonly look?: LookAt;
}

export interface LookAt {
  readonly header: readonly string[];
  /** Rows from one number to another, both included. */
  readonly rows: (
    from: number,
    to: number
  ) => readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** One cell of comma-separated text. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated text whose rows stand where they are put: rows that are left out leave blank lines. */
export class RowText {
  readonly #pieces: string[] = [];
  #text = '';
  #next = 1;

  /** Puts text that holds the rows before `next` as they are. */
  start(text: string, next: number): void {
    this.#text = text;
    this.#next = next;
  }

  put(row: number, cells: readonly string[]): void {
    if (row > this.#next) this.#pieces.push('\n'.repeat(row - this.#next));
    this.#pieces.push(`${cells.map(csvCell).join(',')}\n`);
    this.#next = row + 1;
    if (this.#pieces.length >= 5_000) this.#gather();
  }

  text(): string {
    this.#gather();
    return this.#text;
  }

  #gather(): void {
    this.#text += this.#pieces.join('');
    this.#pieces.length = 0;
  }
}

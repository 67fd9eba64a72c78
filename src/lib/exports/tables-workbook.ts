/**
 * Tables as one accessible workbook, by the Analysis Function’s “Making spreadsheets accessible”: cover, contents, notes and
 * symbols, then one named table to a sheet. Figures are numbers with the decimals that are shown; a missing one is its
 * shorthand, never blank and never nought.
 */
import type { Standing } from '#lib/domain/standing.ts';
import { markedTitle } from '#lib/words/standing.ts';
import { contentsSheet, coverSheet, notesSheet, symbolsSheet } from './tables-workbook-front.ts';
import { placings } from './tables-workbook-names.ts';
import { tableSheet } from './tables-workbook-sheet.ts';
import type { SheetTable } from './tables-workbook-table.ts';
import { makeXlsx } from './xlsx.ts';

export interface TablesBook {
  readonly title: string;
  /** In a sentence what the page says; empty where nothing does. */
  readonly message: string;
  readonly areas: readonly string[];
  /** `Position at 31 March 2024 · DfE, Children in need, 2024 release` */
  readonly positions: readonly string[];
  readonly standing: Standing;
  /** ISO date on which it is made. */
  readonly made: string;
  readonly licence: string;
  /** How to cite the workbook as a whole. */
  readonly cite: string;
  /** Where the same figures stand; absent for figures that only one machine holds. */
  readonly link?: string;
  /** What tables are called with their number; `Table` where nothing is said. */
  readonly word?: string;
  readonly tables: readonly SheetTable[];
}

/**
 * The bytes of the workbook. The same tables on the same day make the same bytes.
 * @throws where there is no table
 */
export function tablesWorkbook(book: TablesBook): Uint8Array<ArrayBuffer> {
  const places = placings(book.tables, book.word ?? 'Table');
  const notes = notesSheet(book, places);
  const title = markedTitle(book.title, book.standing);
  return makeXlsx(
    title,
    [
      coverSheet(book),
      contentsSheet(book, places),
      ...(notes === undefined ? [] : [notes]),
      symbolsSheet(book),
      ...book.tables.flatMap((table, index) => {
        const place = places[index];
        return place === undefined ? [] : [tableSheet(table, place, book.standing)];
      })
    ],
    { made: book.made, ...(book.message === '' ? {} : { description: book.message }) }
  );
}

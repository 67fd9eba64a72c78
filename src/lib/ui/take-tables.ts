/** Saves all tables of a page as a workbook, on delivered pages and on pages drawn here; restricted ones are asked about first. */
import { isoDate } from '#lib/domain/dates.ts';
import { tablesWorkbook, type TablesBook } from '#lib/exports/tables-workbook.ts';
import { counted } from '#lib/words/number.ts';
import { markedFile } from '#lib/words/standing.ts';
import { askRestricted } from './ask-restricted.ts';
import { saveFile } from './save-file.ts';
import { tablesFrom } from './taking-tables.ts';

export interface TakeTablesAt {
  /** The address of exactly this page, and of one figure of it; absent where only this machine holds its figures. */
  readonly link?: string | undefined;
  readonly linkTo?: ((figure: string, seen?: string) => string) | undefined;
  /** File name without its ending and marks. */
  readonly file: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function saveBook(book: TablesBook, file: string): string {
  const name = markedFile(`${file}.xlsx`, book.standing);
  saveFile(name, tablesWorkbook(book), TYPE);
  return `${counted(book.tables.length, 'table', 'tables')} saved as ${name}. Look among your downloads.`;
}

/**
 * Takes the tables of a page.
 * @param button the one that was pressed: focus goes back to it
 * @returns what became of it, for the reader; undefined where the reader has to answer first or said no
 */
export function takeTables(
  page: HTMLElement,
  button: HTMLElement,
  { file, ...links }: TakeTablesAt
): Promise<string | undefined> {
  const book = tablesFrom(page, { ...links, title: document.title, made: isoDate(new Date()) });
  if (book === undefined) return Promise.resolve('This page shows no table.');
  if (!book.standing.restricted) return Promise.resolve(saveBook(book, file));
  return new Promise((resolve) => {
    let said: string | undefined;
    askRestricted(
      button,
      () => (said = saveBook(book, file)),
      () => resolve(said)
    );
  });
}

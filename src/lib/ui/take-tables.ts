/** Saves all tables of a page as a workbook, on delivered pages and on pages drawn here; restricted ones are asked about first. */
import { mount, unmount } from 'svelte';
import { isoDate } from '#lib/domain/dates.ts';
import { tablesWorkbook, type TablesBook } from '#lib/exports/tables-workbook.ts';
import { counted } from '#lib/words/number.ts';
import { markedFile } from '#lib/words/standing.ts';
import AskRestricted from './AskRestricted.svelte';
import { save } from './taking-files.ts';
import { tablesFrom } from './taking-tables.ts';

export interface TakeTablesAt {
  /** The address of exactly this page, and of one figure of it; absent where only this machine holds its figures. */
  readonly link?: string | undefined;
  readonly linkTo?: ((figure: string) => string) | undefined;
  /** File name without its ending and marks. */
  readonly file: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function saveBook(book: TablesBook, file: string): string {
  const name = markedFile(`${file}.xlsx`, book.standing);
  save(new Blob([tablesWorkbook(book)], { type: TYPE }), name);
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
    const dialog: object = mount(AskRestricted, {
      target: document.body,
      props: {
        onyes: () => (said = saveBook(book, file)),
        onclose: () => {
          void unmount(dialog);
          button.focus();
          resolve(said);
        }
      }
    });
  });
}

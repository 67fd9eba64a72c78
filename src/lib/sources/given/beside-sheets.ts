/** The sheets of a workbook that hold no pivot: what is said of the figures, notes, and registers. */
import { REGISTERS, type RegisterName } from '#lib/domain/register.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { registerColumns } from '../registers.ts';
import { plain, SHEETS } from './layout.ts';
import {
  columnLetters,
  sheetFile,
  textOf,
  type AboutEntry,
  type Sheet,
  type SheetCell,
  type TidyTable,
  type WrittenNote
} from './sheet.ts';

/** The keys of an about sheet; `area`, `locality` and `agency` may be repeated with a number behind. */
export const ABOUT_KEYS = [
  'title',
  'publisher',
  'audience',
  'area',
  'source title',
  'source edition',
  'supplied on',
  'licence',
  'board',
  'assessment',
  'tool',
  'contact role',
  'locality',
  'agency'
] as const;

/** `Area 1` → `area1`, `Source title` → `source title`; undefined for anything else. */
export function aboutKey(text: string): string | undefined {
  const wanted = text
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
  const [, word = '', number = ''] = /^(.*?)\s*(\d*)$/.exec(wanted) ?? [];
  const key = ABOUT_KEYS.find((known) => known === word);
  if (key === undefined) return undefined;
  const repeated = key === 'area' || key === 'locality' || key === 'agency';
  return repeated ? `${key}${number === '' ? '1' : number}` : number === '' ? key : undefined;
}

/** Text of a cell for a register or an about sheet, where dates are written out. */
const written = (cell: SheetCell | undefined) => (cell?.kind === 'date' ? cell.iso : textOf(cell));

/** Whether a sheet says what the figures are: by its name, or because its first column does. */
export function isAbout(sheet: Sheet): boolean {
  if (plain(sheet.name) === plain(SHEETS.about)) return true;
  const keys = new Set(sheet.rows.map((row) => aboutKey(textOf(row[0]))));
  return keys.has('title') && keys.has('publisher');
}

/** The filled entries of an about sheet, added to those found already; the first of a key holds. */
export function readAbout(sheet: Sheet, entries: Map<string, AboutEntry>, list: ProblemList): void {
  sheet.rows.forEach((row, index) => {
    const key = aboutKey(textOf(row[0]));
    const value = written(row[1]);
    if (key === undefined || value === '') return;
    const earlier = entries.get(key);
    if (earlier !== undefined && earlier.value !== value)
      list.error('given-twice', sheetFile({ file: sheet.file, sheet: sheet.name }), () => ({
        row: index + 1,
        column: 'B',
        value,
        message: `“${key}” is given twice, and differs: ${sheetFile(earlier.at)}, cell B${earlier.at.row} says “${earlier.value}”`,
        remedy: `Correct cell B${index + 1} here or B${earlier.at.row} there, or clear one of them.`
      }));
    else if (earlier === undefined)
      entries.set(key, { value, at: { file: sheet.file, sheet: sheet.name, row: index + 1, column: 'B' } });
  });
}

/** The register whose columns a row of the sheet names, and that row. */
export function registerOf(sheet: Sheet): { readonly name: RegisterName; readonly head: number } | undefined {
  for (const [head, row] of sheet.rows.slice(0, 20).entries()) {
    const names = new Set(row.map((cell) => plain(textOf(cell))));
    const found = REGISTER_NAMES.find((name) => {
      const columns = registerColumns(name).map(plain);
      return (
        columns.length > 2 &&
        columns.filter((column) => names.has(column)).length >= Math.max(3, columns.length - 1)
      );
    });
    if (found !== undefined) return { name: found, head };
  }
  return undefined;
}

const REGISTER_NAMES = Object.keys(REGISTERS).filter(isRegister);

function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(REGISTERS, name);
}

/** The rows of a register sheet as a table; none where nothing is written. */
export function readRegisterSheet(sheet: Sheet): TidyTable[] {
  const found = registerOf(sheet);
  if (found === undefined) return [];
  const columns = (sheet.rows[found.head] ?? []).flatMap((cell, at) => {
    const name = registerColumns(found.name).find((column) => plain(column) === plain(textOf(cell)));
    return name === undefined ? [] : [{ name, at }];
  });
  const letters = Object.fromEntries(columns.map(({ name, at }) => [name, columnLetters(at)]));
  const rows = sheet.rows.flatMap((row, index) => {
    const cells = columns.map(({ at }) => written(row[at]));
    if (index <= found.head || cells.every((text) => text === '')) return [];
    return [{ cells, at: { file: sheet.file, sheet: sheet.name, row: index + 1 }, columns: letters }];
  });
  const header = columns.map(({ name }) => name);
  return rows.length === 0 ? [] : [{ cube: found.name, name: found.name, title: found.name, header, rows }];
}

const NOTE_COLUMNS = { table: 'Table', note: 'Note' } as const;

/** What is written on the sheet of notes, each bound to a table where it names one. */
export function readNotes(sheet: Sheet): WrittenNote[] {
  const head = sheet.rows.findIndex((row) =>
    Object.values(NOTE_COLUMNS).every((name) => row.some((cell) => plain(textOf(cell)) === plain(name)))
  );
  const at = (name: string) =>
    (sheet.rows[head] ?? []).findIndex((cell) => plain(textOf(cell)) === plain(name));
  if (head === -1) return [];
  const [table, note] = [at(NOTE_COLUMNS.table), at(NOTE_COLUMNS.note)];
  return sheet.rows.slice(head + 1).flatMap((row, index) => {
    const text = textOf(row[note]);
    if (text === '') return [];
    const about = textOf(row[table]);
    const place = { file: sheet.file, sheet: sheet.name, row: head + index + 2, column: columnLetters(note) };
    return [{ ...(about === '' ? {} : { table: about }), text, at: place }];
  });
}

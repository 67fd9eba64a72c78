/** The nation that About names, found before anything is read by its categories and its calendar. */
import type { Nation } from '#lib/domain/nation.ts';
import { NATIONS, nationOf } from '../nations.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { aboutKey } from './about.ts';
import { kindOfSheet } from './sheet-kind.ts';
import { sheetFile, textOf, type About, type Sheet } from './sheet.ts';

const KEY = 'nation';

function writtenIn(abouts: readonly About[], sheets: readonly Sheet[]): string | undefined {
  for (const { entries } of abouts) {
    const value = entries.get(KEY)?.value;
    if (value !== undefined) return value;
  }
  for (const sheet of sheets) {
    if (kindOfSheet(sheet) !== 'about') continue;
    const row = sheet.rows.find(([key]) => aboutKey(textOf(key)) === KEY);
    if (row !== undefined) return textOf(row[1]);
  }
  return undefined;
}

/** Undefined where About names none. */
export function nationSaid(abouts: readonly About[], sheets: readonly Sheet[]): Nation | undefined {
  return nationOf(writtenIn(abouts, sheets));
}

/** Says where About names a nation that is none. */
export function sayUnknownNation({ entries }: About, list: ProblemList): void {
  const entry = entries.get(KEY);
  if (entry === undefined || nationOf(entry.value) !== undefined) return;
  list.error('bad-about', sheetFile(entry.at), () => ({
    row: entry.at.row,
    column: KEY,
    value: entry.value,
    message: 'it is no nation that is known',
    remedy: `Write one of: ${NATIONS.map(({ name }) => name).join(', ')}.`
  }));
}

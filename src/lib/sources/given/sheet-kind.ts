/** What a sheet is, by what is on it: nobody has to keep the name that a sheet was given. */
import { isAbout, readNotes, registerOf } from './beside-sheets.ts';
import { plain, SHEETS } from './layout.ts';
import { headRow } from './pivot-head.ts';
import type { Sheet } from './sheet.ts';

export type SheetKind = 'pivot' | 'about' | 'register' | 'notes' | 'lists' | 'other';

export function kindOfSheet(sheet: Sheet): SheetKind {
  if (headRow(sheet) !== -1) return 'pivot';
  if (isAbout(sheet)) return 'about';
  if (registerOf(sheet) !== undefined) return 'register';
  const name = plain(sheet.name);
  if (name === plain(SHEETS.lists)) return 'lists';
  return name === plain(SHEETS.notes) || readNotes(sheet).length > 0 ? 'notes' : 'other';
}

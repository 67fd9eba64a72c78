/** Sheets as people fill them in → tidy rows, each with the cell it came from. */
import type { Cube } from '#lib/domain/cube.ts';
import { TO_MARCH } from '#lib/domain/period.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { readAbout, readNotes, readRegisterSheet } from './beside-sheets.ts';
import { headRow, readHead } from './pivot-head.ts';
import { readPivot } from './pivot-rows.ts';
import { kindOfSheet } from './sheet-kind.ts';
import {
  sheetFile,
  type AboutEntry,
  type Sheet,
  type Supplied,
  type TidyTable,
  type WrittenNote
} from './sheet.ts';

/**
 * What the sheets of one or more workbooks supply. A sheet is known by what is on it, not by its name; one that is
 * nothing that is looked for is named and left out. Members and areas that are no id or name of the dictionary stay as
 * they were written.
 */
export function unpivot(
  sheets: readonly Sheet[],
  cubes: ReadonlyMap<string, Cube>,
  calendar = TO_MARCH
): Supplied {
  const list = new ProblemList();
  const entries = new Map<string, AboutEntry>();
  const tables: TidyTable[] = [];
  const registers: TidyTable[] = [];
  const notes: WrittenNote[] = [];
  for (const sheet of sheets)
    switch (kindOfSheet(sheet)) {
      case 'pivot': {
        const head = readHead(sheet, headRow(sheet), cubes, list, calendar);
        if (head !== undefined) tables.push(...readPivot(sheet, head, cubes, list));
        break;
      }
      case 'about':
        readAbout(sheet, entries, list);
        break;
      case 'register':
        registers.push(...(readRegisterSheet(sheet) ?? []));
        break;
      case 'notes':
        notes.push(...readNotes(sheet));
        break;
      case 'lists':
        break;
      case 'other':
        list.warning('sheet-not-read', sheetFile({ file: sheet.file, sheet: sheet.name }), () => ({
          message: 'the sheet is none of those that are asked for, and was not read',
          remedy: 'A sheet of figures needs its row of headers: “Area”, “What is counted”, and the periods.'
        }));
    }
  return { about: { entries }, tables: named(tables), registers, notes, problems: list.all() };
}

/** Tables of one cube from several sheets get names of their own: `plans`, `plans-2`. */
function named(tables: readonly TidyTable[]): TidyTable[] {
  const seen = new Map<string, number>();
  return tables.map((table) => {
    const number = (seen.get(table.name) ?? 0) + 1;
    seen.set(table.name, number);
    return number === 1 ? table : { ...table, name: `${table.name}-${number}` };
  });
}

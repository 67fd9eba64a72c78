/** Sheets of a workbook that is filled in. */
import type { Sheet } from '#lib/sources/given/sheet.ts';
import { filled, workbook } from './filled.ts';

export function sheetNamed(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

export const PLANS = 'Child protection plans';
export const plans = sheetNamed(filled(workbook('plans')), PLANS);
export const assurance = sheetNamed(filled(workbook('assurance')), 'Assurance');
/** Index of the header of a sheet. */
export const headOf = (sheet: Sheet) =>
  sheet.rows.findIndex((row) => row.some((cell) => cell.kind === 'text' && cell.text === 'What is counted'));
export const FIRST = headOf(plans) + 2;

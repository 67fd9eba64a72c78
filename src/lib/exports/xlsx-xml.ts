/** What the parts of a workbook are written with: names, safe text, references, relationships (ECMA-376 part 2). */
import { columnLetters } from '#lib/sources/given/sheet.ts';
import { escapeMarkup } from './escape.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Text that is read back as it is: nothing of it is markup, and nothing a coded character (part 1, 22.9.2.19). */
export function escaped(text: string): string {
  return escapeMarkup(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** `B3` for row 2 and column 1, both counted from nought. */
export const reference = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  /** Leads out of the file. */
  readonly external?: boolean;
}

export function relationships(items: readonly Relationship[]): string {
  const each = items.map(
    ({ id, type, target, external = false }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

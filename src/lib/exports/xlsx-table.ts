/** A named table of a sheet (ECMA-376 part 1, 18.5): what a screen reader announces as one, with its heads. */
import { escaped, MAIN, reference, XML } from './xlsx-xml.ts';
import type { MadeSheet } from './xlsx.ts';

/** From column A of its head row to the last row of the sheet. */
export interface NamedTable {
  /** Unique in the workbook: letters, digits and underscores, the first a letter. */
  readonly name: string;
  /** Counted from nought. */
  readonly headRow: number;
}

/** @throws {Error} where it has no rows, or heads that are not text or are the same but for case */
export function tableXml(
  { name: sheet, rows }: MadeSheet,
  { name, headRow }: NamedTable,
  id: number
): string {
  const heads = (rows[headRow] ?? []).map((cell) => cell?.text ?? '');
  const unlike = new Set(heads.map((head) => head.toLowerCase()));
  if (heads.length === 0 || unlike.size < heads.length || unlike.has(''))
    throw new Error(`the table of sheet “${sheet}” has heads that are blank or the same`);
  if (rows.length < headRow + 2) throw new Error(`the table of sheet “${sheet}” has no rows`);
  const range = `${reference(headRow, 0)}:${reference(rows.length - 1, heads.length - 1)}`;
  const columns = heads.map(
    (head, index) => `<tableColumn id="${index + 1}" name="${escaped(head.replace(/\s+/g, ' '))}"/>`
  );
  return (
    `${XML}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>' +
    '</table>'
  );
}

/** Names of tables may not be longer, look like a cell, or be the same but for case. */
export function checkTables(sheets: readonly MadeSheet[]): void {
  const seen = new Set<string>();
  for (const name of sheets.flatMap(({ table }) => table?.name ?? [])) {
    const looksLikeCell = /^[A-Za-z]{1,3}\d+$/.test(name) || /^[CcRr]$/.test(name);
    if (!/^[A-Za-z_]\w{0,254}$/.test(name) || looksLikeCell || seen.has(name.toLowerCase()))
      throw new Error(`“${name}” cannot be the name of a table`);
    seen.add(name.toLowerCase());
  }
}

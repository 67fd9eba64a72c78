/** The sheet of one table, as the Analysis Function asks: what it is above, then one table with one head row from column A. */
import { FLAG_CODES, isKnown, SHORTHAND, type Cell, type Flag } from '#lib/domain/cell.ts';
import { markedTitle } from '#lib/words/standing.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { SheetColumn, SheetTable } from './tables-workbook-table.ts';
import { markMeaning } from './tables-workbook-table.ts';
import { SHEET, noteMarks, type Placing } from './tables-workbook-names.ts';
import { numberStyle } from './xlsx-styles.ts';
import type { MadeCell, MadeSheet } from './xlsx.ts';

type Value = string | Cell | readonly Flag[];

/** A column of the sheet: one of the table, or what is said of the figures of the one before. */
interface Laid extends SheetColumn {
  readonly values: readonly Value[];
}

const flagsOf = (value: string | Cell | undefined): readonly Flag[] =>
  typeof value === 'object' && isKnown(value) ? value.flags : [];

/** Heads of a table must differ: the second that is called the same says so. */
function apart(columns: readonly Laid[]): readonly Laid[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const head = column.head.replace(/\s+/g, ' ').trim() || 'Column';
    const times = (seen.get(head.toLowerCase()) ?? 0) + 1;
    seen.set(head.toLowerCase(), times);
    return { ...column, head: times === 1 ? head : `${head} (${String(times)})` };
  });
}

function laidOut({ columns, rows }: SheetTable): readonly Laid[] {
  return apart(
    columns.flatMap((column, at): Laid[] => {
      const values = rows.map((row) => row[at] ?? '');
      const flags = values.map(flagsOf);
      return [
        { ...column, values },
        ...(flags.some((each) => each.length > 0)
          ? [{ head: `${column.head}: what to know`, kind: 'text' as const, decimals: 0, values: flags }]
          : [])
      ];
    })
  );
}

function cellOf(value: Value, { kind, decimals, rowDecimals }: Laid, row: number): MadeCell {
  if (typeof value === 'string')
    return value === ''
      ? { style: 'text' }
      : { text: value, style: kind === 'number' ? 'shorthand' : 'text' };
  if (!('kind' in value)) {
    const text = FLAG_CODES.filter((flag) => value.includes(flag)).map((flag) => `[${flag}]`);
    return text.length === 0 ? { style: 'text' } : { text: text.join(' '), style: 'text' };
  }
  if (!isKnown(value))
    return { text: SHORTHAND[value.reason], style: kind === 'number' ? 'shorthand' : 'text' };
  return { number: value.value, style: numberStyle(rowDecimals?.[row] ?? decimals) };
}

const ended = (text: string) => text.replace(/[\s.]+$/, '');
const isBlank = ({ text, number }: MadeCell) => text === undefined && number === undefined;

/** `What, where, when`, and the sentences after it. */
function captionParts(caption: string): readonly [first: string, rest: string] {
  const found = /^(.+?[.!?])\s+(?=[A-Z“])(.+)$/s.exec(caption);
  return found === null ? [ended(caption), ''] : [ended(found[1] ?? ''), found[2] ?? ''];
}

function countsText(mark: string): string {
  const meaning = markMeaning(mark);
  return meaning === undefined
    ? 'Columns differ in what they count. The head of each says it: neglect, includes neglect, or all reasons.'
    : `Counts: ${mark}. ${meaning}`;
}

function linesAbove(
  table: SheetTable,
  { called, numbers }: Placing,
  standing: Standing,
  blanks: boolean
): readonly MadeCell[] {
  const line = (text: string): MadeCell[] => (text === '' ? [] : [{ text, style: 'text' }]);
  const [what, more] = captionParts(table.caption);
  const area = table.areaCode === undefined ? table.area : `${table.area} (${table.areaCode})`;
  const marks = noteMarks(numbers);
  const chosen = [area, table.period, table.filters].filter((part) => part !== '').join(', ');
  const from = [
    ...(table.source === '' ? [] : [`Source: ${ended(table.source)}`]),
    ...(table.vintage === '' ? [] : [`Release: ${table.vintage}`]),
    ...(table.licence === '' ? [] : [`Licence: ${ended(table.licence)}`])
  ];
  const title = `${called}: ${what}${marks === '' ? '' : ` ${marks}`}`;
  return [
    { text: markedTitle(title, standing), style: 'heading' },
    ...line(table.use),
    ...line(table.message),
    ...line(more),
    ...line(countsText(table.mark)),
    ...line(chosen === '' ? '' : `Area, dates and comparison: ${chosen}.`),
    ...line(from.length === 0 ? '' : `${from.join('. ')}.`),
    ...line(`How to cite it: ${table.cite}`),
    ...line(
      `This sheet holds one table. ${blanks ? 'Where a cell is blank there is nothing to say. ' : ''}A figure that is missing has its reason in square brackets.`
    ),
    ...(marks === ''
      ? []
      : [{ text: `${marks}: see the sheet Notes`, style: 'link' as const, link: { sheet: SHEET.notes } }]),
    {
      text: 'What words in square brackets mean: see the sheet Symbols',
      style: 'link',
      link: { sheet: SHEET.symbols }
    },
    { text: 'Back to Contents', style: 'link', link: { sheet: SHEET.contents } }
  ];
}

/** Column A holds the lines above as well. */
const FIRST_WIDTH = 62;

function widthOf({ kind, head, values }: Laid, index: number): number {
  if (index === 0) return FIRST_WIDTH;
  if (kind === 'number') return Math.min(26, Math.max(14, Math.ceil(head.length / 3)));
  const longest = Math.max(...values.map((value) => (typeof value === 'string' ? value.length : 0)));
  return Math.min(60, Math.max(16, longest + 2));
}

/** A table without rows has one that says so, because a named table needs one. */
const withRows = (table: SheetTable): SheetTable =>
  table.rows.length > 0
    ? table
    : { ...table, rows: [table.columns.map((_, at) => (at === 0 ? 'There is nothing to list.' : ''))] };

export function tableSheet(given: SheetTable, placing: Placing, standing: Standing): MadeSheet {
  const table = withRows(given);
  const columns = laidOut(table);
  const body = table.rows.map((_, row) =>
    columns.map((column) => cellOf(column.values[row] ?? '', column, row))
  );
  const above = linesAbove(
    table,
    placing,
    standing,
    body.some((row) => row.some(isBlank))
  );
  return {
    name: placing.sheet,
    widths: columns.map(widthOf),
    table: { name: placing.name, headRow: above.length },
    rows: [
      ...above.map((cell) => [cell]),
      columns.map(({ head, kind }): MadeCell => ({
        text: head,
        style: kind === 'number' ? 'numberHead' : 'columnHead'
      })),
      ...body
    ]
  };
}

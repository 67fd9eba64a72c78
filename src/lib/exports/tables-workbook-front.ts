/** The sheets before the tables: cover, contents, notes, and what symbols and marks mean. */
import {
  FLAG_CODES,
  isKnown,
  REASON_MEANINGS,
  SHORTHAND,
  type Cell,
  type Flag,
  type Reason
} from '#lib/domain/cell.ts';
import { MARK_LABELS, MARK_MEANINGS } from '#lib/domain/mark.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { counted } from '#lib/words/number.ts';
import { markedTitle, standingText } from '#lib/words/standing.ts';
import { SHEET, noteMarks, notesOfAll, type Placing } from './tables-workbook-names.ts';
import type { SheetTable } from './tables-workbook-table.ts';
import type { TablesBook } from './tables-workbook.ts';
import type { MadeCell, MadeSheet } from './xlsx.ts';

const FLAG_MEANINGS: Readonly<Record<Flag, string>> = {
  r: 'Revised since it was first published.',
  p: 'Provisional: it may still change.',
  e: 'Estimated.',
  b: 'Break in the series: not like what was counted before.'
};

const text = (words: string): MadeCell => ({ text: words, style: 'text' });
const head = (words: string): MadeCell => ({ text: words, style: 'columnHead' });
const title = (words: string): MadeCell => ({ text: words, style: 'heading' });
const above = (called: string, words: string): readonly MadeCell[] => [title(called), text(words)];
/** Of a first column of short words, so that what stands above it does not go over many lines. */
const FIRST_WIDTH = 36;
const to = (sheet: string, words: string): MadeCell => ({ text: words, style: 'link', link: { sheet } });

/** A subheading and its lines; nothing where there are no lines. */
const section = (words: string, lines: readonly MadeCell[]): readonly MadeCell[] =>
  lines.length === 0 ? [] : [{ text: words, style: 'subheading' }, ...lines];

export function coverSheet(book: TablesBook): MadeSheet {
  const { standing, tables, link } = book;
  const use = standingText(standing);
  const lines = [
    title(markedTitle(book.title, standing)),
    ...(use === '' ? [] : [text(use)]),
    ...(book.message === '' ? [] : [text(book.message)]),
    ...section(book.areas.length > 1 ? 'Areas' : 'Area', book.areas.map(text)),
    ...section('Position and edition', book.positions.map(text)),
    ...section('What is in this workbook', [
      text(
        `${counted(tables.length, 'table', 'tables')}, each on a sheet of its own. Every figure is as it stands on the page that it was taken from.`
      ),
      to(SHEET.contents, 'Contents: all tables, what they count, and their dates'),
      ...(notesOfAll(tables).length === 0
        ? []
        : [to(SHEET.notes, 'Notes: what to know before reading a table')]),
      to(
        SHEET.symbols,
        'Symbols: what [c] and its like mean, and what “neglect”, “includes neglect” and “all reasons” count'
      )
    ]),
    ...section('Licence', book.licence === '' ? [] : [text(book.licence)]),
    ...section('How to cite it', [text(book.cite)]),
    ...section('Made on', [text(dateInWords(book.made))]),
    ...section(
      'Where the same figures stand',
      link === undefined ? [] : [{ text: link, style: 'link', link: { address: link } }]
    )
  ];
  return { name: SHEET.cover, widths: [90], rows: lines.map((cell) => [cell]) };
}

export function contentsSheet(
  { tables, areas, standing }: TablesBook,
  places: readonly Placing[]
): MadeSheet {
  const several = areas.length > 1;
  const lines = above(
    markedTitle('Contents', standing),
    'This sheet holds one table. Each row leads to the sheet of one table.'
  );
  return {
    name: SHEET.contents,
    widths: [FIRST_WIDTH, 90, ...(several ? [28] : []), 34, 34],
    table: { name: 'Contents_of_workbook', headRow: lines.length },
    rows: [
      ...lines.map((cell) => [cell]),
      ['Sheet', 'What it shows', ...(several ? ['Area'] : []), 'Counts', 'Dates'].map(head),
      ...tables.map((table, index) => {
        const sheet = places[index]?.sheet ?? '';
        return [
          to(sheet, sheet),
          text(table.caption),
          ...(several ? [text(table.area)] : []),
          text(table.mark),
          text(table.period === '' ? '[z]' : table.period)
        ];
      })
    ]
  };
}

/** Undefined where no table has a note. */
export function notesSheet(
  { tables, standing }: TablesBook,
  places: readonly Placing[]
): MadeSheet | undefined {
  const notes = notesOfAll(tables);
  if (notes.length === 0) return undefined;
  const lines = above(markedTitle('Notes', standing), 'This sheet holds one table.');
  return {
    name: SHEET.notes,
    widths: [FIRST_WIDTH, 100, 30],
    table: { name: 'Notes_of_workbook', headRow: lines.length },
    rows: [
      ...lines.map((cell) => [cell]),
      ['Note', 'What to know', 'Sheets'].map(head),
      ...notes.map((note, index) => [
        text(noteMarks([index + 1])),
        text(note),
        text(
          places
            .filter(({ numbers }) => numbers.includes(index + 1))
            .map(({ sheet }) => sheet)
            .join(', ')
        )
      ])
    ]
  };
}

const cellsOf = (tables: readonly SheetTable[]): readonly Cell[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((value) => (typeof value === 'object' ? [value] : [])))
  );

export function symbolsSheet({ tables, standing }: TablesBook): MadeSheet {
  const cells = cellsOf(tables);
  const reasons = new Set<Reason>(cells.flatMap((cell) => (isKnown(cell) ? [] : [cell.reason])));
  if (tables.some(({ period }) => period === '')) reasons.add('notApplicable');
  const flags = new Set<Flag>(cells.flatMap((cell) => (isKnown(cell) ? cell.flags : [])));
  const lines = above(
    markedTitle('Symbols and marks', standing),
    'This sheet holds one table. It lists symbols that are used in this workbook, and the marks of what is counted.'
  );
  return {
    name: SHEET.symbols,
    widths: [FIRST_WIDTH, 100],
    table: { name: 'Symbols_of_workbook', headRow: lines.length },
    rows: [
      ...lines.map((cell) => [cell]),
      ['Symbol or mark', 'Meaning'].map(head),
      ...[...reasons].map((reason) => [text(SHORTHAND[reason]), text(REASON_MEANINGS[reason])]),
      ...FLAG_CODES.filter((flag) => flags.has(flag)).map((flag) => [
        text(`[${flag}]`),
        text(FLAG_MEANINGS[flag])
      ]),
      ...(notesOfAll(tables).length === 0
        ? []
        : [[text('[note 1]'), text('The note with this number on the sheet Notes.')]]),
      ...(['neglect', 'includes', 'all'] as const).map((mark) => [
        text(MARK_LABELS[mark]),
        text(MARK_MEANINGS[mark])
      ])
    ]
  };
}

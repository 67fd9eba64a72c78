/** The rows of one CSV of counts, below its header. */
import type { ProblemList } from '../bundle-problem-list.ts';
import { Notes } from './csv-notes.ts';
import { eachRecord, isBlank } from './csv-records.ts';
import type { CsvShape } from './csv-shape.ts';
import type { RecognisedList } from './recognised.ts';
import type { RowTidier } from './row-tidier.ts';
import { cellAt, type TableColumn } from './table-columns.ts';
import { RowText, type LookAt } from './written.ts';

export interface Body {
  readonly file: string;
  readonly shape: CsvShape;
  readonly header: readonly string[];
  readonly tidier: RowTidier;
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  /** Whether the text is what the bundle holds, as long as no row says otherwise. */
  readonly untouched: boolean;
  readonly columns: readonly TableColumn[];
  /** Called now and then, with how much of the file was read. */
  readonly onPart?: ((part: number) => void) | undefined;
}

/** Where a row begins in the text. */
interface Mark {
  readonly row: number;
  readonly at: number;
}

export interface BodyRead {
  /** Absent where the text as it came says it already. */
  readonly text?: string;
  readonly rows: number;
  readonly marks: readonly Mark[];
}

const PART = 20_000;

/** Reads the rows below the header: what cannot be read is left out and told to the list, by the row it stands in. */
export function readBody({
  file,
  shape,
  header,
  tidier,
  list,
  recognised,
  untouched,
  columns,
  onPart
}: Body): BodyRead {
  const { text, separator, headerRow } = shape;
  const marks: Mark[] = [];
  const notes = new Notes(header.length, columns);
  let out: RowText | undefined;
  let rows = 0;
  let held: { row: number; found: number } | undefined;
  const rewrite = (row: number, start: number): RowText => {
    if (out !== undefined) return out;
    out = new RowText();
    if (untouched) out.start(text.slice(0, start), row);
    else
      out.put(
        headerRow,
        columns.map(({ name }) => name)
      );
    return out;
  };
  if (!untouched) rewrite(headerRow, 0);
  const say = (rule: string, row: number, value: string, message: string, remedy: string) =>
    list.error(rule, file, () => ({ row, value, message, remedy }));
  const openQuote = eachRecord(text, separator, (cells, row, start) => {
    if (row % 512 === 1) marks.push({ row, at: start });
    if (row % PART === 0) onPart?.(start / text.length);
    if (row <= headerRow || isBlank(cells)) return true;
    const spare = cells.length > header.length && isBlank(cells.slice(header.length));
    if (notes.take(cells, row)) {
      rewrite(row, start);
      return true;
    }
    for (const note of notes.before())
      say(
        'note-among-rows',
        note,
        '',
        'words stand among the rows of figures',
        'Move them below the last row, or delete them.'
      );
    if (held !== undefined)
      say('ragged-row', held.row, cellsInWords(held.found), wanted(header.length), RAGGED);
    held = undefined;
    if (cells.length !== header.length && !spare) {
      held = { row, found: cells.length };
      rewrite(row, start);
      return true;
    }
    if (cells[0]?.trim() === header[0] && header.every((name, at) => cells[at]?.trim() === name)) {
      recognised.add({
        file,
        column: '',
        from: 'the header again',
        to: 'left out',
        name: 'the header repeated among the rows',
        kind: 'file'
      });
      rewrite(row, start);
      return true;
    }
    rows += 1;
    const tidy = tidier.tidy(cells, row);
    if (tidy === undefined) rewrite(row, start);
    else if (tidy !== 'same') rewrite(row, start).put(row, tidy);
    else
      out?.put(
        row,
        columns.map((column) => cellAt(cells, column).trim())
      );
    return true;
  });
  if (held !== undefined)
    say(
      'ragged-row',
      held.row,
      cellsInWords(held.found),
      wanted(header.length),
      held.found < header.length ? CUT : RAGGED
    );
  if (openQuote !== undefined)
    say(
      'open-quote',
      openQuote,
      '',
      'a double quote is opened and never closed, so the rest of the file is one cell',
      'Close the quote; if the file ends there, it was cut short: save it again.'
    );
  const after = notes.before().length;
  if (after > 0)
    recognised.add(
      {
        file,
        column: '',
        from: 'words below the last row',
        to: 'left out',
        name: 'notes that are not figures',
        kind: 'file'
      },
      after
    );
  return { ...(out === undefined ? {} : { text: out.text() }), rows, marks };
}

const RAGGED = 'Look for a separator too many or too few; text with one in it needs double quotes around it.';
const CUT = 'It is the last row: the file may have been cut short. Save it again.';
const wanted = (width: number) => `the row does not have the ${width} cells of the header`;
const cellsInWords = (found: number) => `${found} ${found === 1 ? 'cell' : 'cells'}`;

/** Rows of the text again, from the nearest mark on. */
export function lookAt({ text, separator, header }: CsvShape, marks: readonly Mark[]): LookAt {
  return {
    header: header.map((name) => name.trim()),
    rows: (from, to) => {
      const mark = marks.findLast(({ row }) => row <= from) ?? { row: 1, at: 0 };
      const found: { row: number; cells: readonly string[] }[] = [];
      eachRecord(
        text,
        separator,
        (cells, row) => {
          if (row >= from && row <= to && !isBlank(cells)) found.push({ row, cells: [...cells] });
          return row < to;
        },
        mark
      );
      return found;
    }
  };
}

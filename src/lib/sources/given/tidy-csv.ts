/** One CSV of counts as a reader’s system wrote it, made into the file of a table: row by row, row numbers kept. */
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { personalIn, refuseSigns } from '../people.ts';
import { eachRecord, firstRecords, isBlank } from './csv-records.ts';
import type { CsvShape } from './csv-shape.ts';
import { exchangedColumns, exchangedInWords, ROWS_LOOKED_AT, tableCells } from './exchanged-columns.ts';
import { RecognisedList } from './recognised.ts';
import { RowTidier, type UsedKeys } from './row-tidier.ts';
import { cellAt, tableLayout, type TableColumn } from './table-columns.ts';
import type { TidyContext } from './tidy-context.ts';
import { UnknownKeys } from './unknown-keys.ts';
import { RowText, type LookAt, type WrittenFile } from './written.ts';

export interface CsvTable {
  readonly file: string;
  readonly content: Uint8Array;
  readonly shape: CsvShape;
  readonly cube: Cube;
  /** Its path in the bundle. */
  readonly path: string;
  readonly context: TidyContext;
  /** Dimensions that a manifest declares. */
  readonly declared?: readonly string[];
  /** Called now and then, with how much of the file was read. */
  readonly onPart?: (part: number) => void;
}

export interface TidiedCsv {
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  /** Names that nothing is known by: they are in the list when they are told to it. */
  readonly unknown: UnknownKeys;
  /** Absent where it is refused. */
  readonly table?: {
    readonly content: string | Uint8Array;
    readonly dimensions: readonly string[];
    readonly used: UsedKeys;
    readonly written: WrittenFile;
    readonly rows: number;
  };
}

const PART = 20_000;

/** Reads a table. Rows that cannot be read are left out and said; a file about single people is refused whole. */
export function tidyCsv(given: CsvTable): TidiedCsv {
  const { file, shape, cube, context } = given;
  const [list, recognised, unknown] = [new ProblemList(), new RecognisedList(), new UnknownKeys()];
  for (const said of shape.recognised) recognised.add({ ...said, file }, said.rows);
  const header = namesOf(shape);
  const layout = tableLayout({
    cube,
    header,
    headerRow: shape.headerRow,
    file,
    context,
    list,
    recognised,
    ...(given.declared === undefined ? {} : { declared: given.declared })
  });
  const exchanged =
    layout === undefined || given.declared !== undefined
      ? undefined
      : exchangedColumns(
          tableCells(cube, layout.columns, shape.sample.slice(shape.headerRow, ROWS_LOOKED_AT), context)
        );
  if (layout === undefined || exchanged !== undefined) {
    if (exchanged !== undefined) {
      const [first, second] = exchanged.map(({ called }) => called);
      list.error('columns-exchanged', file, () => ({
        row: shape.headerRow,
        column: `${first ?? ''}, ${second ?? ''}`,
        ...exchangedInWords(first ?? '', second ?? '')
      }));
    }
    const refused = new ProblemList();
    const [first = [], ...rows] = firstRecords(shape.text, shape.separator, 20_000, Infinity);
    const signs = personalIn(header, rows.slice(shape.headerRow - 1));
    if (refuseSigns(file, signs.length > 0 ? signs : personalIn(first, rows), refused))
      return refusedWith(refused);
    return { list, recognised, unknown };
  }
  const commas = shape.separator !== ',';
  const tidier = new RowTidier({
    cube,
    columns: layout.columns,
    context,
    file,
    list,
    recognised,
    unknown,
    commas,
    inWords: false
  });
  const first = shape.sample.findIndex((cells) => !isBlank(cells)) + 1 === shape.headerRow;
  const untouched = layout.asGiven && shape.separator === ',' && first;
  const body = readBody({ given, header, tidier, list, recognised, untouched, columns: layout.columns });
  const refused = new ProblemList();
  if (refuseSigns(file, personalIn(header, tidier.doubtful), refused)) return refusedWith(refused);
  const content = body.text ?? (shape.asGiven ? given.content : shape.text);
  return {
    list,
    recognised,
    unknown,
    table: {
      content,
      dimensions: layout.dimensions,
      used: tidier.used(),
      rows: body.rows,
      written: {
        path: given.path,
        madeManifest: given.declared === undefined,
        file,
        columns: new Map(layout.columns.map(({ name, called }) => [name, called])),
        look: lookAt(shape, body.marks)
      }
    }
  };
}

function refusedWith(list: ProblemList): TidiedCsv {
  return { list, recognised: new RecognisedList(), unknown: new UnknownKeys() };
}

/** The header without the blank cells that spreadsheets leave at its end. */
export function namesOf({ header }: CsvShape): string[] {
  const names = header.map((name) => name.trim());
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

interface Body {
  readonly given: CsvTable;
  readonly header: readonly string[];
  readonly tidier: RowTidier;
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  readonly untouched: boolean;
  readonly columns: readonly TableColumn[];
}

interface Mark {
  readonly row: number;
  readonly at: number;
}

function readBody({ given, header, tidier, list, recognised, untouched, columns }: Body): {
  /** Absent where the text as it came says it already. */
  readonly text?: string;
  readonly rows: number;
  readonly marks: readonly Mark[];
} {
  const { shape, file } = given;
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
    if (row % PART === 0) given.onPart?.(start / text.length);
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

const NONE: readonly number[] = [];
const NOTE = /^(\*|\(|\[|(source|notes?|extract|data|report|produced|run|figures|key|this|the)\b)|:/i;

/** Rows of words below (or among) the figures: a cell or two at the left, and nothing where a period or a value stands. */
class Notes {
  #held: number[] = [];
  readonly #width: number;
  readonly #places: readonly number[];

  constructor(width: number, columns: Body['columns']) {
    this.#width = width;
    this.#places = columns.flatMap(({ name, from }) =>
      from !== undefined && ['period', 'value', 'status'].includes(name) ? [from] : []
    );
  }

  take(cells: readonly string[], row: number): boolean {
    const blank = (at: number) => (cells[at] ?? '').trim() === '';
    if (this.#width < 4 || (cells.length >= this.#width && !this.#places.every(blank))) return false;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const first = (cells[0] ?? '').trim();
    const isNote = filled === 1 || NOTE.test(first) || first.split(/\s+/).length > 4;
    if (!isNote || filled > 4 || cells.length > this.#width) return false;
    this.#held.push(row);
    return true;
  }

  /** Rows of words since the last figures. */
  before(): readonly number[] {
    if (this.#held.length === 0) return NONE;
    const held = this.#held;
    this.#held = [];
    return held;
  }
}

/** Rows of the text again, from the nearest mark on. */
function lookAt({ text, separator, header }: CsvShape, marks: readonly Mark[]): LookAt {
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

/** One CSV of counts as a reader’s system wrote it, made into the file of a table: row by row, row numbers kept. */
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { personalIn, refuseSigns } from '../people.ts';
import { lookAt, readBody } from './csv-body.ts';
import { firstRecords, isBlank } from './csv-records.ts';
import type { CsvShape } from './csv-shape.ts';
import { exchangedColumns, exchangedInWords, ROWS_LOOKED_AT, tableCells } from './exchanged-columns.ts';
import { RecognisedList } from './recognised.ts';
import { RowTidier, type UsedKeys } from './row-tidier.ts';
import { tableLayout } from './table-columns.ts';
import type { TidyContext } from './tidy-context.ts';
import { UnknownKeys } from './unknown-keys.ts';
import type { WrittenFile } from './written.ts';

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
  const body = readBody({
    file,
    shape,
    header,
    tidier,
    list,
    recognised,
    untouched,
    columns: layout.columns,
    onPart: given.onPart
  });
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

/** A table unpivoted from a sheet, its spellings read like those of any other. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import type { FiguresSeen } from './figures-seen.ts';
import { RecognisedList, type Recognised } from './recognised.ts';
import { RowTidier, type UsedKeys } from './row-tidier.ts';
import { sheetFile, type TidyTable } from './sheet.ts';
import { cellAt, tableLayout } from './table-columns.ts';
import type { TidyContext } from './tidy-context.ts';
import { UnknownKeys } from './unknown-keys.ts';
import { RowText, type WrittenFile } from './written.ts';

export interface TidiedSheet {
  /** At rows of the bundle’s file. */
  readonly problems: readonly Problem[];
  readonly recognised: readonly Recognised[];
  /** Names that nothing is known by, at rows of the bundle’s file. */
  readonly unknown: UnknownKeys;
  readonly written?: WrittenFile;
  readonly table?: {
    readonly content: string;
    readonly dimensions: readonly string[];
    readonly used: UsedKeys;
  };
}

export function tidySheetTable(
  table: TidyTable,
  cube: Cube,
  path: string,
  context: TidyContext,
  seen: FiguresSeen
): TidiedSheet {
  const [first] = table.rows;
  if (first === undefined) return { problems: [], recognised: [], unknown: new UnknownKeys() };
  const file = sheetFile(first.at);
  const [list, recognised] = [new ProblemList(), new RecognisedList()];
  const unknown = new UnknownKeys((row) => table.rows[row - 2]?.at.row ?? row);
  const header = [...table.header];
  const layout = tableLayout({ cube, header, headerRow: 1, file: path, context, list, recognised });
  const written: WrittenFile = {
    path,
    file,
    madeManifest: true,
    columns: new Map(),
    rows: new Map(table.rows.map((row, at) => [at + 2, row]))
  };
  const said = () => recognised.all().map((each) => ({ ...each, file }));
  if (layout === undefined) return { problems: list.all(), recognised: said(), unknown, written };
  const tidier = new RowTidier({
    cube,
    columns: layout.columns,
    context,
    file: path,
    list,
    recognised,
    unknown,
    commas: false,
    inWords: true
  });
  const text = new RowText();
  text.put(
    1,
    layout.columns.map(({ name }) => name)
  );
  const names = layout.columns.map(({ name }) => name);
  let kept = 0;
  table.rows.forEach(({ cells, at: place }, at) => {
    const out = tidier.tidy(cells, at + 2);
    if (out === undefined) return;
    const row = out === 'same' ? layout.columns.map((column) => cellAt(cells, column)) : out;
    if (seen.has(cube, names, row, path, place)) return;
    text.put(at + 2, row);
    kept += 1;
  });
  if (kept === 0) return { problems: list.all(), recognised: said(), unknown, written };
  return {
    problems: list.all(),
    recognised: said(),
    unknown,
    written,
    table: { content: text.text(), dimensions: layout.dimensions, used: tidier.used() }
  };
}

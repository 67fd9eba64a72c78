/** The columns of a table of the bundle, and the columns of a file that they are read from. */
import type { Cube } from '#lib/domain/cube.ts';
import { tableColumns } from '../bundle.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { columnsOf } from './column-names.ts';
import type { RecognisedList } from './recognised.ts';
import type { TidyContext } from './tidy-context.ts';

export interface TableColumn {
  readonly name: string;
  /** What it is called where it was written. */
  readonly called: string;
  /** Its place there; absent where the file has no such column. */
  readonly from?: number;
  /** What it holds in every row where the file has no such column. */
  readonly constant: string;
}

/** What a row has in a column. */
export function cellAt(cells: readonly string[], { from, constant }: TableColumn): string {
  return from === undefined ? constant : (cells[from] ?? '');
}

export interface TableLayout {
  readonly columns: readonly TableColumn[];
  readonly dimensions: readonly string[];
  /** Whether the header is that of a bundle’s table already. */
  readonly asGiven: boolean;
}

interface Written {
  readonly cube: Cube;
  /** Trimmed names, those of blank columns at the end left away. */
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly file: string;
  readonly context: TidyContext;
  readonly list: ProblemList;
  readonly recognised: RecognisedList;
  /** Dimensions that a manifest declares; else those that the header names. */
  readonly declared?: readonly string[];
}

const OPTIONAL = new Set(['status', 'flags', 'of_status']);

/** Where each column of a cube’s table stands in a file; undefined where some cannot be found, which the list says. */
export function tableLayout(written: Written): TableLayout | undefined {
  const { cube, header, headerRow, file, context, list, recognised } = written;
  const { named, unclear, measure } = columnsOf(cube, header);
  const places = new Map<string, number>();
  let whole = true;
  const fail = (rule: string, column: string, message: string, remedy: string) => {
    whole = false;
    list.error(rule, file, () => ({ row: headerRow, column, value: column, message, remedy }));
  };
  const all = tableColumns(cube, written.declared ?? cube.dimensions.map(({ id }) => id)).join(', ');
  header.forEach((text, at) => {
    const name = named[at];
    const earlier = name === undefined ? undefined : places.get(name);
    const several = unclear.find((each) => each.at === at)?.columns;
    if (several !== undefined)
      fail(
        'unclear-column',
        text,
        `the name can mean ${several.join(' or ')}`,
        'Call it by the one that is meant.'
      );
    else if (text === '')
      fail(
        'unnamed-column',
        `number ${at + 1}`,
        'the column has values and no name',
        'Name it or delete it.'
      );
    else if (name === undefined)
      fail(
        'unknown-column',
        text,
        `no column of “${cube.name}” is called so`,
        `Delete it, or correct its name. Columns: ${all}.`
      );
    else if (earlier !== undefined)
      fail(
        'duplicate-column',
        text,
        `the column and “${header[earlier] ?? ''}” are both “${name}”`,
        'Keep one of them.'
      );
    else places.set(name, at);
  });
  const dimensions = written.declared ?? cube.dimensions.map(({ id }) => id).filter((id) => places.has(id));
  const columns = tableColumns(cube, dimensions).map((name): TableColumn => {
    const from = places.get(name);
    if (from !== undefined) return { name, called: header[from] ?? name, from, constant: '' };
    const constant = constantOf(name, cube, measure, context);
    if (constant === undefined)
      fail(
        'missing-column',
        name,
        'the column is missing',
        `Add it. Columns: ${tableColumns(cube, dimensions).join(', ')}.`
      );
    else if (!OPTIONAL.has(name))
      recognised.add(
        { file, column: name, from: 'no such column', to: constant.id, name: constant.name, kind: 'column' },
        1
      );
    return { name, called: name, constant: constant?.id ?? '' };
  });
  for (const [name, at] of places)
    if (!columns.some((column) => column.name === name))
      fail(
        'unknown-column',
        header[at] ?? name,
        'the column is not one of the table',
        `Add “${name}” to the dimensions of the table in bundle.json, or delete the column.`
      );
  if (!whole) return undefined;
  for (const { name, called, from } of columns)
    if (from !== undefined && called !== name)
      recognised.add({
        file,
        column: called,
        from: called,
        to: name,
        name: columnInWords(cube, name),
        kind: 'column'
      });
  const asGiven = columns.every(({ name, called, from }, at) => from === at && name === called);
  return { columns, dimensions, asGiven: asGiven && header.length === columns.length };
}

function constantOf(
  name: string,
  cube: Cube,
  named: string | undefined,
  { onlyArea }: TidyContext
): { readonly id: string; readonly name: string } | undefined {
  if (OPTIONAL.has(name)) return { id: '', name: '' };
  if (name === 'area') return onlyArea;
  const [first, ...more] = cube.measures;
  const measure = cube.measures.find(({ id }) => id === named) ?? (more.length === 0 ? first : undefined);
  return name === 'measure' ? measure : undefined;
}

function columnInWords(cube: Cube, column: string): string {
  return cube.dimensions.find(({ id }) => id === column)?.name ?? `the column “${column}”`;
}

/** Two columns whose cells were exchanged: told once, where each row would be told for itself. */
import { memberSpelling } from './spelt-member.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { measureNamed } from './layout.ts';
import { speltPeriod } from './spelt-period.ts';
import type { TableColumn } from './table-columns.ts';
import { cellAt } from './table-columns.ts';
import type { TidyContext } from './tidy-context.ts';

export interface ColumnCells {
  readonly called: string;
  readonly cells: readonly string[];
  /** Whether a text can stand in the column; absent where that is not known yet, as of areas. */
  readonly knows?: (text: string) => boolean;
}

/** So many rows show what a column holds. */
export const ROWS_LOOKED_AT = 200;

/** The first two columns of which most of what stands in each belongs in the other. */
export function exchangedColumns(
  columns: readonly ColumnCells[]
): readonly [ColumnCells, ColumnCells] | undefined {
  for (const [at, first] of columns.entries())
    for (const second of columns.slice(at + 1)) {
      if (first.knows === undefined && second.knows === undefined) continue;
      const [there, back] = [crossed(first, second), crossed(second, first)];
      const both = there === 'crossed' && back === 'crossed';
      const one = [there, back].includes('crossed many') && [there, back].includes('open');
      const many = there !== 'at home' && back !== 'at home' && there !== 'open' && back !== 'open';
      if (both || one || many) return [first, second];
    }
  return undefined;
}

/** `open`: nothing stands there that could not stand in either. */
function crossed(
  { cells, knows }: ColumnCells,
  other: ColumnCells
): 'crossed' | 'crossed many' | 'at home' | 'open' {
  let [away, home] = [0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    const here = knows?.(text) ?? other.knows?.(text) !== true;
    const there = other.knows?.(text) ?? !here;
    if (here && there) continue;
    if (there) away += 1;
    else home += 1;
  }
  if (away + home === 0) return 'open';
  return away <= home ? 'at home' : away > 1 ? 'crossed many' : 'crossed';
}

/** What is wrong and what to do, for two columns by their names. */
export function exchangedInWords(first: string, second: string): { message: string; remedy: string } {
  return {
    message: `the columns “${first}” and “${second}” look exchanged: most of what stands in each belongs in the other`,
    remedy: 'Exchange their headers, or their cells.'
  };
}

const NO_LOCAL = { members: [], open: false };

/** The columns of a cube’s dimensions and measures, from what a cube alone can know. */
export function knowsOf(cube: Cube, column: string): ((text: string) => boolean) | undefined {
  if (column === 'measure') return (text) => measureNamed(cube, text) !== undefined;
  const dimension = cube.dimensions.find(({ id }) => id === column);
  if (dimension === undefined || dimension.open !== undefined) return undefined;
  const spelt = memberSpelling(dimension, NO_LOCAL);
  return (text) => spelt(text).meanings.length > 0;
}

/** The columns of a tidy table, by what can stand in each. */
export function tableCells(
  cube: Cube,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  context: TidyContext
): ColumnCells[] {
  return columns.flatMap((column): ColumnCells[] => {
    if (column.from === undefined) return [];
    const knows = knowsIn(cube, column.name, context);
    if (knows === undefined) return [];
    return [{ called: column.called, cells: rows.map((cells) => cellAt(cells, column)), knows }];
  });
}

function knowsIn(cube: Cube, column: string, context: TidyContext): ((text: string) => boolean) | undefined {
  if (column === 'area') return (text) => context.area(text).meanings.length > 0;
  if (column === 'period')
    return (text) =>
      speltPeriod(text, 'unknown').meanings.length > 0 || context.period(text, 'unknown').meanings.length > 0;
  if (column === 'value') return (text) => /^\d[\d.,\s]*$/.test(text);
  return knowsOf(cube, column);
}

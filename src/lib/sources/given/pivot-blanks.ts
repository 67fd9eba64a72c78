/** Blank cells where figures belong: whole rows and columns are said at once, so that single ones are seen. */
import { OFFERED } from './layout.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import type { PivotHead } from './pivot-head.ts';
import { columnLetters } from './sheet.ts';

export interface BlankCell {
  readonly index: number;
  readonly at: number;
  /** How many rows of figures the sheet has. */
  readonly rows: number;
}

const REMEDY = `Write 0 for a true zero, or why there is no figure: ${OFFERED.map((word) => `“${word}”`).join(', ')}.`;

function by(blanks: readonly BlankCell[], key: 'index' | 'at'): Map<number, BlankCell[]> {
  const groups = new Map<number, BlankCell[]>();
  for (const blank of blanks) groups.set(blank[key], [...(groups.get(blank[key]) ?? []), blank]);
  return groups;
}

/** Adds an error for each column with nothing in it, then for each such row, then for each cell left over. */
export function blankProblems(
  file: string,
  head: PivotHead,
  blanks: readonly BlankCell[],
  list: ProblemList
): void {
  const columns = by(blanks, 'at');
  const wholeColumns = new Set(
    [...columns].filter(([, cells]) => cells.length === cells[0]?.rows).map(([at]) => at)
  );
  for (const at of wholeColumns)
    list.error('blank', file, () => ({
      row: head.row + 1,
      column: columnLetters(at),
      value: '',
      message: `nothing is written for ${head.periods.find((period) => period.at === at)?.id ?? 'the period'}`,
      remedy: 'Delete the column, if nothing is supplied for the period; otherwise fill it in.'
    }));
  const rest = blanks.filter(({ at }) => !wholeColumns.has(at));
  const asked = head.periods.length - wholeColumns.size;
  for (const [index, cells] of by(rest, 'index')) {
    const whole = asked > 1 && cells.length === asked;
    for (const { at } of whole ? cells.slice(0, 1) : cells)
      list.error('blank', file, () => ({
        row: index + 1,
        column: columnLetters(at),
        value: '',
        message: whole ? 'nothing is written in this row' : 'the cell is blank',
        remedy: whole ? `Delete the row, if nothing of it is supplied. Otherwise: ${REMEDY}` : REMEDY
      }));
  }
}

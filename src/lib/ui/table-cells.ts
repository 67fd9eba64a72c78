/** How the cells of a table read, and which reasons have to be explained beneath it. */
import { isKnown, SHORTHAND, type Reason } from '#lib/domain/cell.ts';
import type { Column, TableModel } from '#lib/views/model.ts';
import { number } from '#lib/words/number.ts';

type Row = TableModel['rows'][number];

/** The words of a cell, its number with commas and decimals, or `[c]` and the like where it is missing. */
export function cellText(row: Row, { key, decimals }: Column): string {
  const value = row[key];
  if (typeof value !== 'object') return value ?? '';
  return isKnown(value) ? number(value.value, decimals) : SHORTHAND[value.reason];
}

/** Why cells of these rows are missing, each reason once. */
export function reasonsIn(rows: readonly Row[], columns: readonly Column[]): ReadonlySet<Reason> {
  return new Set(
    rows.flatMap((row) =>
      columns.flatMap(({ key }): Reason[] => {
        const value = row[key];
        return typeof value === 'object' && !isKnown(value) ? [value.reason] : [];
      })
    )
  );
}

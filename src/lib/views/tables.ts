/** The table behind a chart: the same figures, to be read or taken away. */
import { missing, type Cell } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import type { Context } from './context.ts';
import type { Column, Row, TableModel } from './model.ts';

const AREA: Column = { key: 'area', label: 'Area', kind: 'text' };

/** One row per area or comparator: the value, its range, and for the area the counts it comes from. */
export function comparedTable(
  context: Context,
  result: Result,
  rows: readonly Row[],
  caption: string
): TableModel {
  const { decimals, unit } = result.indicator;
  const hasRange = rows.some((row) => row.lower !== undefined);
  const counts = countsOf(context, result);
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  return {
    caption,
    columns: [
      AREA,
      number('value', 'Figure'),
      ...(hasRange ? [number('lower', 'Range from'), number('upper', 'Range to')] : []),
      { key: 'count', label: counts.label, kind: 'number' as const },
      ...(counts.ofLabel ? [{ key: 'of', label: counts.ofLabel, kind: 'number' as const }] : [])
    ],
    rows: rows.map((row) => {
      const count = counts.of(row.id);
      return {
        area: row.label,
        value: row.cell,
        ...(hasRange ? { lower: limit(row, row.lower), upper: limit(row, row.upper) } : {}),
        count: count.numerator,
        ...(counts.ofLabel ? { of: count.denominator } : {})
      };
    })
  };
}

function limit(row: Row, value: number | undefined): Cell {
  if (value !== undefined) return { kind: 'known', value, flags: [] };
  return row.cell.kind === 'missing' ? row.cell : missing('notApplicable');
}

interface Counts {
  readonly label: string;
  readonly ofLabel?: string;
  of(row: string): { readonly numerator: Cell; readonly denominator: Cell };
}

/** The counts behind a figure, by row of its chart. A median has none. */
function countsOf(context: Context, result: Result): Counts {
  const { kind, id } = result.indicator;
  const none = missing('notApplicable');
  const areaOf = (row: string): string | undefined => {
    if (row === 'past') return context.area.id;
    if (row === context.area.id) return context.area.id;
    if (row === 'england') return context.england.id;
    if (row === 'region') return context.region?.id;
    return undefined;
  };
  return {
    label: 'Count',
    ...(kind === 'count'
      ? {}
      : { ofLabel: kind === 'rate' ? 'Children in the area' : kind === 'share' ? 'Out of' : 'For each of' }),
    of: (row) => {
      const area = areaOf(row);
      if (area === undefined) return { numerator: none, denominator: none };
      const { numerator, denominator } = context.result(
        id,
        area,
        row === 'past' ? context.previous : context.period
      );
      return { numerator, denominator };
    }
  };
}

/** The table behind a chart: the same figures, to be read or taken away. */
import { missing, type Cell } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import type { Context } from './context.ts';
import { listed } from '#lib/words/number.ts';
import type { Break, Column, Row, TableModel } from './model.ts';

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

/** A table of years that says at which of them a series cannot be compared with the year before. */
export function withBreaks(table: TableModel, breaks: readonly Break[]): TableModel {
  if (breaks.length === 0) return table;
  return {
    ...table,
    columns: [...table.columns, { key: 'break', label: 'Compared with the year before', kind: 'text' }],
    rows: table.rows.map((row) => {
      const here = breaks.find(({ year }) => String(year) === row['year']);
      return { ...row, break: here ? `Not comparable: ${here.label}` : '' };
    })
  };
}

/** The same as a sentence, for a reader who does not see the chart; empty where there are none. */
export function breaksText(breaks: readonly Break[]): string {
  const labels = [...new Set(breaks.map(({ label }) => label))];
  return labels
    .map((label) => {
      const years = breaks.filter((each) => each.label === label).map(({ year }) => String(year));
      return ` Not comparable with the year before, ${label}: ${listed(years)}.`;
    })
    .join('');
}

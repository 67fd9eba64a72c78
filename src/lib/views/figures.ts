/** Results as the figures, bars and notes of a page. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { termsOf, type Result } from '#lib/indicators/evaluate.ts';
import { cellText, inWords, rangeText } from '#lib/words/number.ts';
import { certaintyText } from '#lib/words/compare.ts';
import { benchmarkLabel, type Context } from './context.ts';
import type { Figure, NoteRefs, Row } from './model.ts';

/** The bundle's own notes on a term for this area and period, and the caveats of the indicator. */
export function notesOf(context: Context, result: Result): NoteRefs {
  const tables = new Set(termsOf(result.indicator).map((term) => term.table));
  const bound = context.catalogue.manifest.notes.filter(
    (note) =>
      note.table !== undefined &&
      tables.has(note.table) &&
      (note.areas === undefined || note.areas.includes(result.area)) &&
      (note.periods === undefined || note.periods.includes(result.period))
  );
  return context.notes.add(...result.indicator.caveats, ...bound.map((note) => note.text));
}

/** How sure we are, beside the chosen comparator and England. */
function certaintyOf(context: Context, result: Result): string | undefined {
  const said = context.benchmarks(result.indicator.id).flatMap((benchmark) => {
    const comparison = context.compareWith(result, benchmark);
    return comparison ? [certaintyText(comparison, benchmark.name)] : [];
  });
  return said.length > 0 ? said.join('; ') : undefined;
}

/** The value of a result, with its range and certainty. */
export function valueFigure(context: Context, result: Result, label: string): Figure {
  const { indicator, value, ranges } = result;
  const certainty = certaintyOf(context, result);
  return {
    id: indicator.id,
    label,
    cell: value,
    text: cellText(value, indicator.decimals),
    unit: indicator.unit,
    ...(ranges ? { range: { ...ranges.at95, text: rangeText(ranges.at95, indicator.decimals) } } : {}),
    ...(certainty ? { certainty } : {}),
    mark: indicator.mark,
    indicator: indicator.id,
    notes: notesOf(context, result)
  };
}

/** The count behind a result. */
export function countFigure(context: Context, result: Result, label: string, unit: string): Figure {
  return {
    id: `${result.indicator.id}-count`,
    label,
    cell: result.numerator,
    text: cellText(result.numerator),
    unit,
    mark: result.indicator.mark,
    indicator: result.indicator.id,
    notes: notesOf(context, result)
  };
}

/** A row of a chart for the area and one for each comparator. */
export function comparedRows(context: Context, result: Result): readonly Row[] {
  const { decimals } = result.indicator;
  const row = (id: string, label: string, role: Row['role'], cell: Cell): Row => ({
    id,
    label,
    role,
    cell,
    text: cellText(cell, decimals)
  });
  const own = row(context.area.id, context.area.name, 'focus', result.value);
  const ranges = result.ranges?.at95;
  return [
    ranges ? { ...own, lower: ranges.lower, upper: ranges.upper } : own,
    ...context
      .benchmarks(result.indicator.id)
      .map((benchmark) =>
        row(
          benchmark.id,
          benchmarkLabel(context, benchmark.id, benchmark.withData),
          benchmark.role,
          benchmark.value
        )
      )
  ];
}

/** `England 20.5; the middle of nine similar areas 15.1`. */
export function benchmarkText(context: Context, result: Result): string {
  const { id, decimals, kind } = result.indicator;
  const sign = kind === 'share' ? '%' : '';
  return context
    .benchmarks(id)
    .flatMap(({ id: which, name, value, withData }) =>
      isKnown(value)
        ? [
            which === 'neighbours'
              ? `the middle of ${inWords(withData ?? 0)} similar areas ${cellText(value, decimals)}${sign}`
              : `${name} ${cellText(value, decimals)}${sign}`
          ]
        : []
    )
    .reverse()
    .join('; ');
}

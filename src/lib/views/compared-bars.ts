import { isThere } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { sentence } from '#lib/words/number.ts';
import type { Context } from './context.ts';
import { benchmarkText, comparedRows, notesOf } from './figures.ts';
import type { ChartModel } from './model.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import { comparedTable } from './tables.ts';

interface Words {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What follows the title for a reader who does not see the chart; the comparators where not given. */
  readonly said?: string;
  /** Words beside it say that nobody else has a figure: rows of others that hold nothing are left out. */
  readonly saidAlone?: boolean;
}

/** One year of an indicator as bars: the area, then what it is compared with, and the table behind them. */
export function comparedBars(
  context: Context,
  result: Result,
  { id, title, subtitle, said, saidAlone = false }: Words
): ChartModel {
  const { decimals, mark, unit } = result.indicator;
  const rows = comparedRows(context, result).filter(
    ({ role, cell }) => !saidAlone || role === 'focus' || isThere(cell)
  );
  const beside = sentence(benchmarkText(context, result));
  return {
    id,
    title,
    subtitle,
    description:
      said === undefined
        ? `${[title, beside].filter((part) => part !== '').join('. ')}.`
        : `${title}. ${said}`,
    mark,
    indicator: result.indicator.id,
    spec: { kind: 'bars', unit, decimals, rows },
    table: comparedTable(context, result, rows, subtitle),
    notes: notesOf(context, result),
    covers: context.period.label,
    sources: sourcesOf(context, tablesOf(context, result.indicator.id)),
    file: `${id}-${context.area.slug}-${context.period.id}`
  };
}

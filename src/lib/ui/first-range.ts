import type { ChartModel, ViewModel } from '#lib/views/model.ts';
import { chartOwner, figureOwner } from './note-links.ts';

function showsRange({ spec }: ChartModel): boolean {
  if (spec.kind === 'series')
    return spec.series.some(({ points }) => points.some(({ upper }) => upper !== undefined));
  return (
    (spec.kind === 'bars' || spec.kind === 'strip') && spec.rows.some(({ upper }) => upper !== undefined)
  );
}

/** The figure or chart, in reading order, at which a reader of a page first meets a range; nothing where none is shown. */
export function firstRange(model: ViewModel): string | undefined {
  for (const { id, figures, charts } of model.slots) {
    const figure = figures.findIndex(({ range }) => range !== undefined);
    if (figure >= 0) return figureOwner(id, figure);
    const chart = charts.find(showsRange);
    if (chart !== undefined) return chartOwner(chart.id);
  }
  return undefined;
}

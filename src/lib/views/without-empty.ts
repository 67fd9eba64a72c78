/** Slots without drawings and numbers that hold nothing of the area: its words say what is missing. */
import { isThere, type Cell } from '#lib/domain/cell.ts';
import type { ChartModel, ChartSpec, Slot } from './model.ts';

/** The cells that a drawing is about, comparators left out; undefined for kinds that are only made from figures. */
function ownCells(spec: ChartSpec): readonly Cell[] | undefined {
  switch (spec.kind) {
    case 'bars':
    case 'strip':
      return spec.rows.filter(({ role }) => role === 'focus').map(({ cell }) => cell);
    case 'series':
      return spec.series
        .filter(({ role }) => role === 'focus' || role === 'second')
        .flatMap(({ points }) => points.map(({ cell }) => cell));
    case 'nested':
      return spec.rows.filter(({ role }) => role === 'focus').map(({ total }) => total);
    case 'ladder':
      return spec.rungs.flatMap(({ all, neglect }) => [all, neglect]);
    default:
      return undefined;
  }
}

/** Nothing of the area in it: not a figure, and none that is withheld or late. */
export function isEmpty({ spec }: ChartModel): boolean {
  const cells = ownCells(spec);
  return cells !== undefined && cells.every((cell) => !isThere(cell));
}

export function withoutEmpty(slot: Slot): Slot {
  return {
    ...slot,
    figures: slot.figures.filter(({ cell }) => isThere(cell)),
    charts: slot.charts.filter((chart) => !isEmpty(chart))
  };
}

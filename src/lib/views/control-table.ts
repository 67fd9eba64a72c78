/** The table and the sentences behind a control or run chart. */
import { isKnown, known, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { causeWords, readingSentences } from '#lib/words/control.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { ChartSpec, Column, ControlPoint, TableModel } from './model.ts';

export type ControlSpec = Extract<ChartSpec, { kind: 'control' }>;

/** On a run chart the sign is of the whole series: a point of no long run says only where it lies. */
function ruleOf(point: ControlPoint, limits: ControlSpec['limits']): string {
  const { cell, cause, centre } = point;
  if (!isKnown(cell)) return REASON_WORDS[cell.reason];
  if (cause !== 'none' || limits === 'control' || centre === undefined) return causeWords(point, limits);
  const place = Math.sign(cell.value - centre);
  return `${place === 0 ? 'on' : place > 0 ? 'above' : 'below'} the median`;
}

/** Limits started anew at some point, so that what is usual is not the same on both sides of it. */
export function isAnew({ points }: Pick<ControlSpec, 'points'>): boolean {
  return points.some(({ rebased }) => rebased !== undefined);
}

function says(point: ControlPoint, limits: ControlSpec['limits'], after: boolean): string {
  const { rebased, cause, cell } = point;
  const own = ruleOf(point, limits);
  const rule = after && cause === 'none' && isKnown(cell) ? `${own} for its new level` : own;
  return sentence(rebased === undefined ? rule : `${rule}; limits start anew: ${rebased}`);
}

/** Decimals of means and limits, which are no counts: one at least, unless they run to hundreds. */
export function lineDecimals({ decimals, points }: Pick<ControlSpec, 'decimals' | 'points'>): number {
  const largest = Math.max(...points.map(({ centre = 0 }) => centre));
  return largest >= 100 ? decimals : Math.max(1, decimals);
}

/** Every period with its figure, its lines and what it says; nothing stands beside a figure that is missing. */
export function controlTable(spec: ControlSpec, caption: string): TableModel {
  const { limits, decimals, unit } = spec;
  const line = (key: string, label: string): Column => ({
    key,
    label,
    kind: 'number',
    decimals: lineDecimals(spec),
    unit
  });
  return {
    caption,
    columns: [
      { key: 'period', label: 'Period', kind: 'text' },
      { key: 'value', label: 'Figure', kind: 'number', decimals, unit },
      ...(limits === 'run'
        ? [line('centre', 'Median')]
        : [line('centre', 'Mean'), line('lower', 'Lower limit'), line('upper', 'Upper limit')]),
      { key: 'says', label: 'What it says', kind: 'text' }
    ],
    rows: spec.points.map((point, i) => {
      const cellOf = (value: number | undefined): Cell => (value === undefined ? point.cell : known(value));
      return {
        period: point.label,
        value: point.cell,
        centre: cellOf(point.centre),
        ...(limits === 'run' ? {} : { lower: cellOf(point.lower), upper: cellOf(point.upper) }),
        says: says(point, limits, isAnew({ points: spec.points.slice(0, i + 1) }))
      };
    })
  };
}

/** The last figure, what chance allows around the mean, and what the icons say. */
export function saidOf(spec: ControlSpec): string {
  const last = spec.points.findLast(({ cell }) => isKnown(cell));
  if (last === undefined || !isKnown(last.cell) || last.centre === undefined) return '';
  const line = (value: number) => number(value, lineDecimals(spec));
  const { lower, upper } = last;
  return readingSentences({
    limits: spec.limits,
    label: last.label,
    figure: number(last.cell.value, spec.decimals),
    centre: line(last.centre),
    ...(lower === undefined || upper === undefined
      ? {}
      : { between: { lower: line(lower), upper: line(upper) } }),
    last,
    variation: spec.variation,
    assurance: spec.assurance,
    anew: isAnew(spec),
    trial: spec.trial
  });
}

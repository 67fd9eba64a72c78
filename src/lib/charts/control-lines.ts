/** The lines of a control chart: over which periods they run, and what they are called where they end. */
import { isKnown } from '#lib/domain/cell.ts';
import { lineDecimals, type ControlSpec } from '#lib/views/control-table.ts';
import type { ControlPoint } from '#lib/views/model.ts';
import { number } from '#lib/words/number.ts';
import { INK, STYLES } from './palette.ts';
import type { Weight } from './text-width.ts';

/** Level lines of a segment hold for its periods without a figure too; lines that vary with each period stop there. */
export function runOn(points: readonly ControlPoint[]): ControlPoint[] {
  const starts = points.flatMap(({ rebased }, i) => (i === 0 || rebased !== undefined ? [i] : []));
  return starts.flatMap((start, i) => {
    const segment = points.slice(start, starts[i + 1]);
    const [first, ...others] = segment.filter(({ centre }) => centre !== undefined);
    const { centre, lower, upper } = first ?? {};
    const level = others.every(
      (each) => each.centre === centre && each.lower === lower && each.upper === upper
    );
    if (!level || centre === undefined) return segment;
    const lines = { centre, ...(lower === undefined || upper === undefined ? {} : { lower, upper }) };
    return segment.map((point) => ({ ...point, ...lines }));
  });
}

export interface EndText {
  readonly name: string;
  readonly value: number;
  readonly weight: Weight;
  readonly fill: string;
  /** The period of the point it names; a line is named where it ends. */
  readonly at?: number;
}

/** Names of lines that end where another does stand on one label: `Mean and both limits 12.0`. */
export function endTexts(spec: ControlSpec): EndText[] {
  const { points, decimals, limits, target } = spec;
  const text = (value: number, places: number) => number(value, places);
  const index = points.findLastIndex(({ cell }) => isKnown(cell));
  const last = points[index];
  const lined = points.findLast(({ centre }) => centre !== undefined);
  const latest = last !== undefined && isKnown(last.cell) ? last.cell.value : undefined;
  const plain = { weight: 400 as const, fill: INK };
  const line = (name: string, value: number | undefined) =>
    value === undefined
      ? []
      : [
          {
            ...plain,
            name: `${name} ${text(value, lineDecimals(spec))}`,
            value
          }
        ];
  const { centre, lower, upper } = lined ?? {};
  const lines =
    centre !== undefined && lower === centre && upper === centre
      ? line('Mean and both limits', centre)
      : [
          ...line('Upper\u00a0limit', upper),
          ...line(limits === 'run' ? 'Median' : 'Mean', centre),
          ...line('Lower\u00a0limit', lower)
        ];
  return [
    ...(latest === undefined
      ? []
      : [
          {
            name:
              index === points.length - 1
                ? `Latest\u00a0${text(latest, decimals)}`
                : `${text(latest, decimals)} in ${last?.label ?? ''}`,
            value: latest,
            weight: 700 as const,
            fill: STYLES.focus.text,
            at: index
          }
        ]),
    ...lines,
    ...(target === undefined || latest === undefined
      ? []
      : [{ ...plain, name: `${target.label} ${text(target.value, decimals)}`, value: target.value }])
  ];
}

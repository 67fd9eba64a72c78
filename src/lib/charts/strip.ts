import * as Plot from '@observablehq/plot';
import { isKnown, REASON_WORDS } from '#lib/domain/cell.ts';
import { number } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { at, box, hatches, missingBox, plainY, rules, uprights, words, type Word } from './marks.ts';
import { BAND, INK, RANGE_OPACITY, SECONDARY, STYLES, TICK } from './palette.ts';
import { BIG, INSET, layoutStrip, type Named, type StripLayout, type StripSpec } from './strip-layout.ts';
import { widthOf } from './text-width.ts';
import { namedTicks, tickDecimals } from './ticks.ts';

/** One thin upright for each authority, all in one path: a hundred and fifty elements would weigh on the page. */
function authorities(values: readonly number[], [top, bottom]: readonly [number, number]): Plot.Markish {
  const strokes = values.flatMap((value) => [
    { value, y: top },
    { value, y: bottom },
    { value, y: NaN }
  ]);
  return Plot.line(strokes, {
    x: 'value',
    y: at<{ y: number }>(({ y }) => y),
    stroke: TICK,
    strokeWidth: 1.25,
    strokeLinecap: 'butt'
  });
}

function marksOf(layout: StripLayout): Plot.Markish[] {
  const [top, bottom] = layout.strip;
  const upright = ({ value }: Named, y1: number, y2: number) => {
    const x = layout.place(value);
    return { x1: x, x2: x, y1, y2 };
  };
  const comparators = layout.below.flatMap((named) => {
    const { mark, fill, dash } = STYLES[named.row.role];
    const line = [upright(named, top - 6, named.ruleY)];
    const hollow = named.row.role === 'neighbours';
    return [
      ...rules(line, {
        stroke: mark,
        strokeWidth: hollow ? 5 : 2.5,
        ...(dash === undefined ? {} : { strokeDasharray: '5 3' })
      }),
      ...(hollow ? rules(line, { stroke: fill, strokeWidth: 2.5 }) : [])
    ];
  });
  const focus = layout.above.flatMap((named) => {
    const { mark } = STYLES.focus;
    const x = layout.place(named.value);
    const { lower, upper } = named.row;
    const range =
      lower === undefined || upper === undefined
        ? []
        : [
            Plot.rect([named], {
              x1: () => lower,
              x2: () => upper,
              y1: at(() => top - 4),
              y2: at(() => bottom + 4),
              fill: mark,
              fillOpacity: RANGE_OPACITY,
              stroke: mark,
              strokeWidth: 1
            })
          ];
    return [
      ...range,
      ...rules([upright(named, top - 8, bottom + 8)], { stroke: mark, strokeWidth: 5 }),
      Plot.dot([named], {
        x: at(() => x),
        y: at(() => top - 6),
        symbol: 'circle',
        r: 7,
        fill: mark
      })
    ];
  });
  return [...comparators, ...focus];
}

/** The middle half of authorities as a light band, with a thin rule at each quartile down to its words. */
function quartileMarks({ quartiles, strip, place }: StripLayout): Plot.Markish[] {
  const [lower, , upper] = quartiles;
  if (!lower || !upper) return [];
  const [top, bottom] = strip;
  return [
    box({ x1: place(lower.value), x2: place(upper.value), y1: top - 12, y2: bottom + 10 }, { fill: BAND }),
    ...rules(
      quartiles.map(({ value, ruleY }) => ({ x1: place(value), x2: place(value), y1: top - 12, y2: ruleY })),
      { stroke: SECONDARY, strokeWidth: 1 }
    )
  ];
}

/** Similar areas: a diamond on an upright, so that shape tells them from the other authorities. */
function similarMarks(values: readonly number[], { strip, place }: StripLayout): Plot.Markish[] {
  if (values.length === 0) return [];
  const [top, bottom] = strip;
  return [
    ...rules(
      values.map((value) => ({ x1: place(value), x2: place(value), y1: top, y2: bottom })),
      { stroke: INK, strokeWidth: 1.25 }
    ),
    Plot.dot(values, {
      x: at<number>(place),
      y: at<number>(() => (top + bottom) / 2),
      symbol: 'diamond',
      r: 5,
      fill: STYLES.neighbours.fill,
      stroke: INK,
      strokeWidth: 1.25
    })
  ];
}

function labels(layout: StripLayout, frame: Frame): Word[] {
  const big = frame.text * BIG;
  const name = ({ row, lines, left, y }: Named, size: number, line: number): Word[] =>
    lines.map((text, i) => ({
      x: left,
      y: y + (i + 0.5) * line,
      text,
      size,
      ...(row.role === 'focus' ? { weight: 700 as const, anchor: 'middle' as const } : {}),
      fill: STYLES[row.role].text
    }));
  const decimals = tickDecimals(layout.ticks);
  return [
    ...layout.unit.map((text, i) => ({
      x: 0,
      y: (i + 0.5) * frame.line,
      text,
      size: frame.small,
      fill: SECONDARY
    })),
    ...namedTicks(layout.ticks, layout.place, frame.small).map((tick, i) => {
      const text = number(tick, decimals);
      const half = widthOf(text, frame.small) / 2;
      const x = Math.max(half, Math.min(frame.width - half, layout.place(tick)));
      return {
        x,
        y: layout.height - 12,
        text,
        size: frame.small,
        fill: SECONDARY,
        anchor: 'middle' as const,
        i
      };
    }),
    ...layout.above.flatMap((named) => name(named, big, frame.line * BIG)),
    ...layout.below.flatMap((named) => name(named, frame.text, frame.line)),
    ...layout.quartiles.flatMap(({ lines, left, y }) =>
      lines.map((text, i) => ({
        x: left,
        y: y + (i + 0.5) * frame.line,
        text,
        size: frame.small,
        fill: SECONDARY
      }))
    ),
    ...layout.missing.map(({ row, y }) => ({
      x: 44,
      y,
      text: `${row.label}: ${isKnown(row.cell) ? '' : REASON_WORDS[row.cell.reason]}`,
      size: frame.text,
      weight: row.role === 'focus' ? (700 as const) : (400 as const)
    }))
  ];
}

/** Every authority a thin line on one scale; the focus large above it, comparators named below it. */
export function stripOptions(spec: StripSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutStrip(spec, frame);
  const [, bottom] = layout.strip;
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: {
      type: 'linear',
      domain: [0, layout.ticks.at(-1) || 1],
      range: [INSET, frame.width - INSET],
      axis: null
    },
    y: plainY(layout.height),
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...uprights(layout.ticks, layout.place, bottom, layout.bottom),
      ...quartileMarks(layout),
      ...rules([{ x1: INSET, x2: frame.width - INSET, y1: bottom, y2: bottom }], { stroke: INK }),
      authorities(spec.others, layout.strip),
      ...similarMarks(spec.similar ?? [], layout),
      ...marksOf(layout),
      ...layout.missing.flatMap(({ row, y }) =>
        isKnown(row.cell) ? [] : [missingBox({ x1: 4, x2: 36, y1: y - 8, y2: y + 8 }, row.cell.reason, frame)]
      ),
      ...words(labels(layout, frame))
    ]
  };
}

import type * as Plot from '@observablehq/plot';
import { number } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { box, hatches, plainY, rules, uprights, words, zeroLine, type Word } from './marks.ts';
import { INK, SECONDARY, STEP_FILL, STYLES } from './palette.ts';
import { polygons } from './shapes.ts';
import { namedTicks, tickDecimals } from './ticks.ts';
import {
  layoutWaterfall,
  type WaterfallLayout,
  type WaterfallRow,
  type WaterfallSpec
} from './waterfall-layout.ts';

/** Length of an arrow's point. */
const POINT = 9;

function drawRow({ role, start, end, y }: WaterfallRow, { bar, place }: WaterfallLayout): Plot.Markish[] {
  const [y1, y2] = [y - bar / 2, y + bar / 2];
  const [from, to] = [place(start), place(end)];
  const length = Math.abs(to - from);
  if (role !== undefined) {
    const { mark, fill } = STYLES[role];
    if (length === 0) return [box({ x1: from - 1, x2: from + 3, y1, y2 }, { fill: mark })];
    const [x1, x2] = [Math.min(from, to), Math.max(from, to)];
    return [box({ x1, x2, y1, y2 }, { fill, stroke: mark, strokeWidth: 1.5 })];
  }
  if (length < 1) return [box({ x1: from - 1.5, x2: from + 1.5, y1, y2 }, { fill: INK })];
  const neck = to - Math.sign(to - from) * Math.min(POINT, length);
  const arrow = [
    [from, y1],
    [neck, y1],
    [to, y],
    [neck, y2],
    [from, y2]
  ] as const;
  return polygons([arrow], { fill: STEP_FILL, stroke: INK, strokeWidth: 1.25 });
}

function labels(layout: WaterfallLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const wide = frame.size === 'wide';
  const unit = layout.unit.map((words, i) => ({
    x: 0,
    y: (i + 0.5) * line,
    text: words,
    size: small,
    fill: SECONDARY
  }));
  const ticks = namedTicks(layout.ticks, layout.place, small).map((tick, i) => ({
    x: layout.place(tick),
    y: layout.height - 13,
    text: number(tick, tickDecimals(layout.ticks)).replace('-', '\u2212'),
    size: small,
    fill: SECONDARY,
    anchor: i === 0 && layout.left < 10 ? ('start' as const) : ('middle' as const)
  }));
  const rows = layout.rows.flatMap((row): Word[] => {
    const style = { size: text, weight: row.weight, fill: row.role ? STYLES[row.role].text : INK };
    const names = row.lines.map((words, i) => ({
      x: wide ? layout.left - 14 : 0,
      y: row.labelY + (i + 0.5) * line,
      text: words,
      anchor: wide ? ('end' as const) : ('start' as const),
      ...style
    }));
    const end = layout.place(Math.max(row.start, row.end));
    return [...names, { x: end + 9, y: row.y, text: row.text, ...style }];
  });
  return [...unit, ...ticks, ...rows];
}

/**
 * From one total to another in steps: totals are bars from zero, steps are arrows from the running total, to the right
 * where they add and to the left where they take away. No colour says which.
 */
export function waterfallOptions(spec: WaterfallSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutWaterfall(spec, frame);
  const { ticks, left, right, top, bottom, place } = layout;
  const zero = place(0);
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: { type: 'linear', domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], range: [left, right], axis: null },
    y: plainY(layout.height),
    marks: [
      hatches(frame),
      ...uprights(ticks, place, top, bottom),
      ...(frame.size === 'wide'
        ? rules([{ x1: zero, x2: zero, y1: top, y2: bottom }], { stroke: INK, strokeWidth: 1.25 })
        : zeroLine(zero, layout.rows, layout.bar)),
      ...rules(layout.connectors, { stroke: SECONDARY, strokeWidth: 1.25 }),
      ...layout.rows.flatMap((row) => drawRow(row, layout)),
      ...words(labels(layout, frame))
    ]
  };
}

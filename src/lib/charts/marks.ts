import * as Plot from '@observablehq/plot';
import type { Reason } from '#lib/domain/cell.ts';
import type { Frame } from './frame.ts';
import { HAIRLINE, INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import { widest, type Weight } from './text-width.ts';

export interface Word {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** What the words stand on; white where not given. */
  readonly ground?: string;
}

/** A position in the units of the drawing, which no scale changes. */
export function at<T>(value: (datum: T) => number): Plot.ChannelValueSpec {
  return { value, scale: null };
}

/** Lines of text, each on a thin halo of its ground so that a rule or gridline behind never touches a letter. */
export function words(items: readonly Word[]): Plot.Markish[] {
  const groups = new Map<string, Word[]>();
  for (const item of items) {
    const key = [item.size, item.weight, item.fill, item.anchor, item.ground].join();
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group) => {
    const { size = 15, weight = 400, fill = INK, anchor = 'start', ground = WHITE } = group[0] ?? {};
    return Plot.text(group, {
      x: at<Word>(({ x }) => x),
      y: at<Word>(({ y }) => y),
      text: 'text',
      fontSize: size,
      ...(weight === 700 ? { fontWeight: 700 } : {}),
      fill,
      stroke: ground,
      strokeWidth: 4,
      textAnchor: anchor,
      fontVariant: 'tabular-nums'
    });
  });
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export function rules(lines: readonly Line[], style: Plot.LinkOptions): Plot.Markish[] {
  if (lines.length === 0) return [];
  return [
    Plot.link(lines, {
      x1: at<Line>(({ x1 }) => x1),
      x2: at<Line>(({ x2 }) => x2),
      y1: at<Line>(({ y1 }) => y1),
      y2: at<Line>(({ y2 }) => y2),
      ...style
    })
  ];
}

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export function box(place: Box, style: Plot.RectOptions): Plot.Markish {
  return Plot.rect([place], {
    x1: at<Box>(({ x1 }) => x1),
    x2: at<Box>(({ x2 }) => x2),
    y1: at<Box>(({ y1 }) => y1),
    y2: at<Box>(({ y2 }) => y2),
    ...style
  });
}

/** A box whose length is data on the x scale, and whose thickness is in the units of the drawing. */
export function dataBox(
  from: number,
  to: number,
  y1: number,
  y2: number,
  style: Plot.RectOptions
): Plot.Markish {
  return Plot.rect([{ from, to }], { x1: 'from', x2: 'to', y1: at(() => y1), y2: at(() => y2), ...style });
}

/** Withheld is hatched; everything else that is missing is an outlined empty place. The words stand beside it. */
export function missingBox(place: Box, reason: Reason, frame: Frame): Plot.Markish {
  return reason === 'withheld'
    ? box(place, { fill: hatch(frame, 'withheld'), stroke: SECONDARY, strokeWidth: 1 })
    : box(place, { fill: WHITE, stroke: SECONDARY, strokeWidth: 1.25, strokeDasharray: '4 3' });
}

/** Width of a hatched place, and of the space before the words of any missing figure. */
export const HATCHED = 34;
const SLOT_PAD = 10;

/** A missing figure on a row: hatched with its words beside it, or an outlined place that holds its words. */
export function missingPlace(
  zero: number,
  y: number,
  thickness: number,
  reason: Reason,
  lines: readonly string[],
  frame: Frame
): Plot.Markish[] {
  const withheld = reason === 'withheld';
  const x1 = zero + 6;
  const left = withheld ? x1 + HATCHED + 9 : x1 + SLOT_PAD;
  const height = withheld ? thickness : Math.max(thickness, lines.length * frame.line + 2);
  const x2 = withheld ? x1 + HATCHED : left + widest(lines, frame.text) + SLOT_PAD - 4;
  const texts = lines.map((text, i) => ({
    x: left,
    y: y + (i - (lines.length - 1) / 2) * frame.line,
    text,
    size: frame.text,
    fill: withheld ? INK : SECONDARY
  }));
  return [missingBox({ x1, x2, y1: y - height / 2, y2: y + height / 2 }, reason, frame), ...words(texts)];
}

/** The solid line of zero beside bars, given by their middles. */
export function zeroLine(zero: number, bars: readonly { y: number }[], thickness: number): Plot.Markish[] {
  const reach = thickness / 2 + 4;
  return rules(
    bars.map(({ y }) => ({ x1: zero, x2: zero, y1: y - reach, y2: y + reach })),
    { stroke: INK, strokeWidth: 1.25 }
  );
}

/** The reference to a pattern that `hatches` defines. */
export function hatch(frame: Frame, kind: 'withheld' | 'possible'): string {
  return `url(#${frame.id}-${kind})`;
}

/** Patterns for withheld (grey, falling, close) and possible (blue, rising, open), named after the drawing. */
export function hatches(frame: Frame): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const make = (name: string, attributes: Record<string, string | number>) => {
      const element = context.document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      return element;
    };
    const pattern = (
      kind: 'withheld' | 'possible',
      gap: number,
      turn: number,
      stroke: string,
      width: number
    ) => {
      const element = make('pattern', {
        id: `${frame.id}-${kind}`,
        width: gap,
        height: gap,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${turn})`
      });
      element.append(
        make('rect', { width: gap, height: gap, fill: WHITE }),
        make('line', { x1: 0, x2: 0, y1: 0, y2: gap, stroke, 'stroke-width': width })
      );
      return element;
    };
    const defs = make('defs', {});
    defs.append(
      pattern('withheld', 5, -45, SECONDARY, 2.5),
      pattern('possible', 7, 45, STYLES.focus.mark, 2.5)
    );
    return defs;
  };
}

/** Vertical light lines at ticks of a horizontal scale, and the solid line of zero. */
export function uprights(
  ticks: readonly number[],
  place: (value: number) => number,
  top: number,
  bottom: number
): Plot.Markish[] {
  const line = (value: number) => ({ x1: place(value), x2: place(value), y1: top, y2: bottom });
  return rules(ticks.filter((tick) => tick !== 0).map(line), { stroke: HAIRLINE });
}

/** A vertical scale that changes nothing: rows are laid out in the units of the drawing. */
export function plainY(height: number): Plot.ScaleOptions {
  return { type: 'linear', domain: [0, height], range: [0, height], axis: null };
}

/** A drawing laid out in its own units, across as well as down. */
export function plainPlot({ width }: Frame, height: number): Plot.PlotOptions {
  return {
    width,
    height,
    margin: 0,
    x: { type: 'linear', domain: [0, width], range: [0, width], axis: null },
    y: plainY(height)
  };
}

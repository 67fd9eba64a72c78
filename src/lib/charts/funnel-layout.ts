import type { FunnelSpec } from '#lib/views/funnel.ts';
import type { FunnelArea } from '#lib/views/model.ts';
import { listed, number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { BEYOND, curvePoints, curvesOf, type Curves } from './funnel-curves.ts';
import { STYLES } from './palette.ts';
import { nearest, placeBeside, type Span } from './place-beside.ts';
import { placeEnds } from './place-ends.ts';
import { rangeTicks, scaleNote } from './range-ticks.ts';
import type { Corner } from './shapes.ts';
import { widest, widthOf, wrap, type Weight } from './text-width.ts';
import { namedTicks, tickDecimals, ticksTo } from './ticks.ts';

/** Where a curve ends, and its name to the right of it. */
export interface CurveName {
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly fromY: number;
  readonly y: number;
}

/** An area with its own name. */
export interface NamedDot {
  readonly area: FunnelArea;
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly fill: string;
  readonly box: Span;
  /** From the dot to its words where they stand off. */
  readonly leader?: readonly [Corner, Corner];
}

export interface FunnelLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly head: readonly string[];
  /** Where the words on similar areas stand, beside their diamond. */
  readonly key?: { readonly text: string; readonly y: number };
  readonly yTicks: readonly number[];
  readonly yTickText: readonly string[];
  readonly xTicks: readonly number[];
  readonly xNamed: readonly number[];
  readonly axis: readonly string[];
  readonly curves: Curves;
  readonly ends: readonly CurveName[];
  /** Where curves end. */
  readonly endX: number;
  readonly named: readonly NamedDot[];
  readonly placeX: (size: number) => number;
  readonly placeY: (value: number) => number;
}

export const DOT = { other: 3, named: 5.5, focus: 7.5 } as const;

/** The axis of sizes begins a little to the right, so that the dot of a tiny area stands clear of the scale. */
const INSET = 9;
interface End {
  readonly name: string;
  readonly value: number;
  readonly target: boolean;
}

/** Curves that end in one place share a name: `95% and 99.8% limits`. */
function endsOf(spec: FunnelSpec): End[] {
  const last = spec.limits.at(-1);
  const limits =
    last === undefined
      ? []
      : [
          { level: '95%', value: last.upper95 },
          { level: '99.8%', value: last.upper998 },
          { level: '95%', value: last.lower95 },
          { level: '99.8%', value: last.lower998 }
        ];
  const values = [...new Set(limits.map(({ value }) => value))];
  const { target, decimals } = spec;
  return [
    { name: `${target.label} ${number(target.value, decimals)}`, value: target.value, target: true },
    ...values.map((value) => {
      const levels = [...new Set(limits.filter((each) => each.value === value).map(({ level }) => level))];
      const name = `${listed(levels)} ${levels.length > 1 ? 'limits' : 'limit'}`;
      return { name: name.replaceAll(/ (?=limit)/g, '\u00a0'), value, target: false };
    })
  ];
}

function headOf(spec: FunnelSpec, yTicks: readonly number[], frame: Frame): string[] {
  const { areas, adjusted, unit } = spec;
  const dots = areas.length === 1 ? '' : `; each dot is one of ${number(areas.length)} areas`;
  const limits = adjusted
    ? '. Limits are wider than chance alone would make them, because areas record differently'
    : '. Limits show what chance alone allows';
  return wrap(sentence(unit) + dots + scaleNote(yTicks) + limits, frame.width, frame.small);
}

function namedDots(
  spec: FunnelSpec,
  place: { readonly x: (size: number) => number; readonly y: (value: number) => number },
  room: Span,
  frame: Frame
): NamedDot[] {
  const own = spec.areas
    .filter(({ role }) => role !== undefined && role !== 'neighbours')
    .sort((a, b) => Number(b.role === 'focus') - Number(a.role === 'focus'));
  const items = own.map((area) => {
    const focus = area.role === 'focus';
    const weight: Weight = focus ? 700 : 400;
    const text = `${area.label}\u00a0${number(area.value, spec.decimals)}`;
    const lines = wrap(text, frame.size === 'wide' ? 170 : 110, frame.text, weight);
    return {
      area,
      lines,
      weight,
      fill: STYLES[area.role ?? 'focus'].text,
      x: place.x(area.size),
      y: place.y(area.value),
      r: focus ? DOT.focus : DOT.named,
      width: widest(lines, frame.text, weight) + 2,
      height: lines.length * frame.line
    };
  });
  const obstacles = spec.areas.map(({ role, size, value }) => ({
    x: place.x(size),
    y: place.y(value),
    r: role === undefined ? DOT.other : DOT.focus,
    weight: role === undefined ? 1 : role === 'neighbours' ? 4 : 100
  }));
  const boxes = placeBeside(items, obstacles, room, place.y(spec.target.value));
  return items.map(({ area, lines, weight, fill, x, y, r }, i) => {
    const box = boxes[i] ?? { left: x, right: x, top: y, bottom: y };
    const to = nearest({ x, y }, box);
    const far = Math.hypot(to.x - x, to.y - y);
    const from: Corner = [x + ((to.x - x) * r) / far, y + ((to.y - y) * r) / far];
    const leader: readonly [Corner, Corner] = [from, [to.x, to.y]];
    return { area, lines, weight, fill, box, ...(far > r + 8 ? { leader } : {}) };
  });
}

/** Where everything in a funnel stands. Its scale holds every area, the target, and the limits of the largest. */
export function layoutFunnel(spec: FunnelSpec, frame: Frame): FunnelLayout {
  const wide = frame.size === 'wide';
  const { areas, target } = spec;
  const ends = endsOf(spec);
  const values = [...areas.map(({ value }) => value), ...ends.map(({ value }) => value), target.value];
  const yTicks = rangeTicks(Math.min(...values), Math.max(...values), 5, false);
  const yTickText = yTicks.map((tick) => number(tick, tickDecimals(yTicks)));
  const left = Math.max(34, widest(yTickText, frame.small) + 12);
  const weight = (isTarget: boolean): Weight => (isTarget ? 700 : 400);
  const texts = ends.map(({ name, target }) => wrap(name, wide ? 150 : 100, frame.text, weight(target)));
  const endWidth = Math.max(
    ...texts.map((lines, i) => widest(lines, frame.text, weight(ends[i]?.target === true)))
  );
  const right = frame.width - endWidth - 22;
  const largest = Math.max(...areas.map(({ size }) => size));
  const placeX = (size: number) => left + INSET + (size / (largest * BEYOND)) * (right - left - INSET);
  const xTicks = ticksTo(largest, wide ? 5 : 4, true).filter((tick) => tick <= largest * BEYOND);

  const head = headOf(spec, yTicks, frame);
  const similar = areas.filter(({ role }) => role === 'neighbours').length;
  const keyY = head.length * frame.line + 4 + frame.line / 2;
  const top = head.length * frame.line + (similar > 0 ? frame.line + 4 : 0) + 22;
  const axis = wrap(sentence(spec.sizeUnit), right - left, frame.small);
  const foot = 14 + frame.line * (1 + axis.length);
  const bottom = Math.max((wide ? 420 : 440) - foot, top + 220);
  const [lowest = 0, highest = 1] = [yTicks[0], yTicks.at(-1)];
  const placeY = (value: number) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - top);

  const limits = curvePoints(spec);
  const place = { x: placeX, y: placeY };
  const middles = placeEnds(
    ends.map(({ value }, i) => ({ want: placeY(value), height: (texts[i]?.length ?? 1) * frame.line + 3 })),
    top - 14,
    bottom + 12
  );
  return {
    height: bottom + foot,
    left,
    right,
    top,
    bottom,
    head,
    ...(similar === 0
      ? {}
      : { key: { text: similar === 1 ? 'one similar area' : `${number(similar)} similar areas`, y: keyY } }),
    yTicks,
    yTickText,
    xTicks,
    xNamed: namedTicks(xTicks, placeX, frame.small),
    axis,
    curves: curvesOf(limits, place, [lowest, highest]),
    ends: ends.map(({ value, target }, i) => ({
      lines: texts[i] ?? [],
      weight: weight(target),
      fromY: placeY(value),
      y: middles[i] ?? 0
    })),
    endX: placeX(limits.at(-1)?.size ?? largest),
    named: namedDots(
      spec,
      place,
      { left: left + 3, right: right + 2, top: top - 6, bottom: bottom - 3 },
      frame
    ),
    placeX,
    placeY
  };
}

/** How far a tick's name reaches from its middle. */
export function tickHalf(text: string, frame: Frame): number {
  return widthOf(text, frame.small) / 2;
}

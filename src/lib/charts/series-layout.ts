import { isKnown } from '#lib/domain/cell.ts';
import type { Break, ChartSpec, Point } from '#lib/views/model.ts';
import { listed, number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { placeRuns, type PlacedRun } from './missing-runs.ts';
import { STYLES } from './palette.ts';
import { placeEnds } from './place-ends.ts';
import { placeLanes } from './place-lanes.ts';
import { edgeOf, rangeNote } from './series-ranges.ts';
import { widest, wrap, type Weight } from './text-width.ts';
import { tickDecimals, ticksTo, withMarkedYear, yearTicks, type YearTick } from './ticks.ts';

export type SeriesSpec = Extract<ChartSpec, { kind: 'series' }>;

export interface EndText {
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly fill: string;
  /** Where the last value stands, in years and units. */
  readonly year: number;
  readonly value: number;
  /** Middle of the label in pixels. */
  readonly y: number;
}

export interface Annotation {
  readonly kind: 'break' | 'milestone';
  readonly at: number;
  readonly lines: readonly string[];
  readonly left: number;
  readonly y: number;
  /** Where its rule begins. */
  readonly ruleY: number;
}

export interface ChosenYear {
  readonly year: number;
  /** The area's own value in that year, with the middle of its words in pixels. */
  readonly value?: { readonly number: number; readonly text: string; readonly y: number };
}

export interface SeriesLayout {
  readonly height: number;
  readonly years: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly unit: readonly string[];
  readonly yTicks: readonly number[];
  readonly yTickText: readonly string[];
  readonly xTicks: readonly YearTick[];
  readonly runs: readonly PlacedRun[];
  readonly ends: readonly EndText[];
  readonly annotations: readonly Annotation[];
  /** The year the page is about, where it is not the last one drawn. */
  readonly chosen?: ChosenYear;
  readonly placeX: (year: number) => number;
  readonly placeY: (value: number) => number;
}

function knownNumbers(spec: SeriesSpec): number[] {
  const values = spec.series.flatMap((series) =>
    series.points.flatMap(({ cell, upper }) => (isKnown(cell) ? [cell.value, upper ?? 0] : []))
  );
  const band = (spec.band?.points ?? []).flatMap(({ upper }) => (isKnown(upper) ? [upper.value] : []));
  return [...values, ...band];
}

function endTexts(spec: SeriesSpec, last: number, frame: Frame, max: number): Omit<EndText, 'y'>[] {
  const label = (name: string, year: number, value: number, weight: Weight, fill: string) => {
    const figure = number(value, spec.decimals) + (year === last ? '' : `\u00a0in\u00a0${year}`);
    return { lines: wrap(`${name} ${figure}`, max, frame.text, weight), weight, fill, year, value };
  };
  const ends = spec.series.flatMap((series) => {
    const point = series.points.findLast(({ cell }) => isKnown(cell));
    if (!point || !isKnown(point.cell)) return [];
    const weight = series.role === 'focus' ? 700 : 400;
    return [label(series.name, point.year, point.cell.value, weight, STYLES[series.role].text)];
  });
  const edge = spec.band?.points.findLast(({ lower, upper }) => isKnown(lower) && isKnown(upper));
  if (spec.band && edge && isKnown(edge.upper))
    ends.push(label(spec.band.name, edge.year, edge.upper.value, 400, STYLES.focus.text));
  return ends;
}

/** One label for years that share it: `use of “multiple” changed: 2015 and 2016`. */
function once(breaks: readonly Break[]): { text: string; years: readonly number[] }[] {
  return [...new Set(breaks.map(({ label }) => label))].map((label) => {
    const years = breaks.filter((item) => item.label === label).map(({ year }) => year);
    return { text: years.length > 1 ? `${label}: ${listed(years.map(String))}` : label, years };
  });
}

function annotate(
  spec: SeriesSpec,
  frame: Frame,
  bounds: { left: number; right: number; top: number },
  placeX: (year: number) => number
): { annotations: Annotation[]; height: number } {
  const inRange = ({ year }: Break) => placeX(year) >= bounds.left && placeX(year) <= bounds.right + 1;
  const max = frame.size === 'wide' ? 190 : 140;
  const items = [
    ...once(spec.breaks.filter(inRange)).map((item) => ({ ...item, kind: 'break' as const, shift: -0.5 })),
    ...once(spec.milestones.filter(inRange)).map((item) => ({
      ...item,
      kind: 'milestone' as const,
      shift: 0
    }))
  ].map(({ kind, text, years, shift }) => ({
    kind,
    rules: years.map((year) => year + shift),
    at: (years[0] ?? 0) + shift,
    lines: wrap(sentence(text), max, frame.small)
  }));
  const hung = placeLanes(
    items.map(({ at, lines }) => ({ x: placeX(at), width: widest(lines, frame.small) })),
    0,
    frame.width
  );
  const lanes = Math.max(0, ...hung.map(({ lane }) => lane + 1));
  const laneHeights = Array.from({ length: lanes }, (_, lane) =>
    Math.max(...items.map(({ lines }, i) => (hung[i]?.lane === lane ? lines.length : 0)))
  ).map((lines) => lines * frame.line + 4);
  const height = laneHeights.reduce((sum, lane) => sum + lane, 0);
  const annotations = items.flatMap(({ kind, at, rules, lines }, i) => {
    const place = hung[i];
    if (!place) return [];
    const below = laneHeights.slice(0, place.lane).reduce((sum, lane) => sum + lane, 0);
    const bottom = bounds.top + height - below - 4;
    const y = bottom - lines.length * frame.line;
    const beside = placeX(at) < place.left || placeX(at) > place.right;
    const ruleY = beside ? y + frame.line * 0.25 : bottom + 1;
    const further = { kind, lines: [], left: 0, y: 0, ruleY: bounds.top + height };
    return [
      { kind, at, lines, left: place.left, y, ruleY },
      ...rules.slice(1).map((at) => ({ ...further, at }))
    ];
  });
  return { annotations, height };
}

/** The chosen year with the area's own value, its words on the side where other values are further away. */
function chosenYear(
  spec: SeriesSpec,
  [first, last]: readonly [number, number],
  placeY: (value: number) => number,
  { top, bottom, line }: { top: number; bottom: number; line: number }
): ChosenYear | undefined {
  const year = spec.at;
  if (year === undefined || year < first || year >= last) return undefined;
  const valueOf = ({ points }: { points: readonly Point[] }) => {
    const cell = points.find((point) => point.year === year)?.cell;
    return cell !== undefined && isKnown(cell) ? cell.value : undefined;
  };
  const focus = spec.series.find(({ role }) => role === 'focus');
  const own = focus === undefined ? undefined : valueOf(focus);
  if (own === undefined) return { year };
  const edge = spec.band?.points.find((point) => point.year === year)?.upper;
  const others = [
    ...spec.series.filter((series) => series !== focus).flatMap((series) => valueOf(series) ?? []),
    ...(edge !== undefined && isKnown(edge) ? [edge.value] : [])
  ].map(placeY);
  const at = placeY(own);
  const gap = line * 0.95;
  const room = (y: number) => Math.min(...others.map((other) => Math.abs(other - y)), line * 2);
  const [above, below] = [at - gap, at + gap];
  const fitsBelow = below + line / 2 < bottom;
  const fitsAbove = above - line / 2 > top - line;
  const y = (room(below) > room(above) && fitsBelow) || !fitsAbove ? below : above;
  return { year, value: { number: own, text: number(own, spec.decimals), y } };
}

/** One year is a column of points with their names beside it, not a wide empty field. */
const SINGLE_WIDTH = 130;
const SINGLE_HEIGHT = 250;
/** Lines keep this height, however much stands above and below them. */
const LEAST = 150;

/** Where everything in a line chart stands. Heights are equal for charts of one size, so rows line up. */
export function layoutSeries(spec: SeriesSpec, frame: Frame): SeriesLayout {
  const all = spec.series.flatMap(({ points }) => points.map(({ year }) => year));
  const first = Math.min(...all);
  const last = Math.max(...all);
  const single = first === last;
  const years: [number, number] = single ? [first - 1, last + 0.5] : [first, last];

  const numbers = knownNumbers(spec);
  const yTicks = numbers.length === 0 ? [0] : ticksTo(Math.max(...numbers), 5, spec.decimals === 0);
  const yTickText = yTicks.map((tick) => number(tick, tickDecimals(yTicks)));
  const left = Math.max(42, widest(yTickText, frame.small) + 12);

  const texts = endTexts(spec, last, frame, frame.size === 'wide' ? 165 : 108);
  const widestEnd = Math.max(0, ...texts.map(({ lines, weight }) => widest(lines, frame.text, weight)));
  const room = frame.width - Math.max(48, widestEnd + 20);
  const right = single ? Math.min(room, left + SINGLE_WIDTH) : room;
  const placeX = (year: number) =>
    left + 6 + ((year - years[0]) / (years[1] - years[0])) * (right - left - 6);

  const { runs, height: lanes } = placeRuns(
    [...spec.series, ...edgeOf(spec, [first, last])],
    [first, last],
    placeX,
    frame
  );
  const unit = wrap(
    sentence(spec.unit) +
      rangeNote(spec, single) +
      (single ? '; one year only, so there is no line to draw' : ''),
    frame.width,
    frame.small
  );
  const unitHeight = unit.length * frame.line + 6;
  const notes = annotate(spec, frame, { left, right, top: unitHeight }, placeX);

  const usual = frame.size === 'wide' ? 370 : 350;
  const top = unitHeight + notes.height + 10;
  const height = Math.max(
    (numbers.length === 0 ? 190 : single ? SINGLE_HEIGHT : usual) + Math.max(0, lanes - 42),
    numbers.length === 0 ? 0 : top + LEAST + 30 + lanes
  );
  const bottom = height - 30 - lanes;
  const highest = yTicks.at(-1) || 1;
  const placeY = (value: number) => bottom - (value / highest) * (bottom - top);
  const middles = placeEnds(
    texts.map(({ value, lines }) => ({ want: placeY(value), height: lines.length * frame.line + 3 })),
    top - 14,
    lanes > 0 ? bottom + 4 : bottom + 20
  );
  const ticks = yearTicks(first, last, placeX, frame.small, spec.endsIn);
  const chosen = chosenYear(spec, [first, last], placeY, { top, bottom, line: frame.line });
  return {
    height,
    years,
    left,
    right,
    top,
    bottom,
    unit,
    yTicks,
    yTickText,
    xTicks:
      chosen === undefined ? ticks : withMarkedYear(ticks, chosen.year, placeX, frame.small, spec.endsIn),
    ...(chosen === undefined ? {} : { chosen }),
    runs,
    ends: texts.map((text, i) => ({ ...text, y: middles[i] ?? 0 })),
    annotations: notes.annotations,
    placeX,
    placeY
  };
}

import { isKnown, REASON_WORDS, type Cell, type Reason } from '#lib/domain/cell.ts';
import type { Break, ChartSpec, Series } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import { STYLES } from './palette.ts';
import { placeEnds } from './place-ends.ts';
import { placeLanes } from './place-lanes.ts';
import { widest, widthOf, wrap, type Weight } from './text-width.ts';
import { formatNumber, tickDecimals, ticksTo, yearTicks, type YearTick } from './ticks.ts';

export type SeriesSpec = Extract<ChartSpec, { kind: 'series' }>;

/** Years next to each other that lack a figure for the same reason. */
export interface MissingRun {
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
  readonly words: string;
  readonly lane: number;
}

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
  readonly runs: readonly MissingRun[];
  readonly ends: readonly EndText[];
  readonly annotations: readonly Annotation[];
  readonly placeX: (year: number) => number;
  readonly placeY: (value: number) => number;
}

export const RUN_HEIGHT = 13;
const RUN_LANE = 20;

function knownNumbers(spec: SeriesSpec): number[] {
  const values = spec.series.flatMap((series) =>
    series.points.flatMap(({ cell, upper }) => (isKnown(cell) ? [cell.value, upper ?? 0] : []))
  );
  const band = (spec.band?.points ?? []).flatMap(({ upper }) => (isKnown(upper) ? [upper.value] : []));
  return [...values, ...band];
}

/** A year inside a series for which nothing was given is not supplied. */
function cellAt(series: Series, year: number): Cell | undefined {
  const point = series.points.find((p) => p.year === year);
  if (point) return point.cell;
  const years = series.points.map((p) => p.year);
  const inside = year > Math.min(...years) && year < Math.max(...years);
  return inside ? { kind: 'missing', reason: 'notSupplied' } : undefined;
}

/** Runs of missing years, one lane below the axis for each series that has any. */
export function missingRuns(spec: SeriesSpec, first: number, last: number): MissingRun[] {
  const lanes: Omit<MissingRun, 'lane'>[][] = [];
  for (const series of spec.series) {
    const runs: Omit<MissingRun, 'lane'>[] = [];
    for (let year = first; year <= last; year++) {
      const cell = cellAt(series, year);
      if (!cell || isKnown(cell)) continue;
      const open = runs.at(-1);
      if (open && open.to === year - 1 && open.reason === cell.reason)
        runs[runs.length - 1] = { ...open, to: year };
      else {
        const reason = REASON_WORDS[cell.reason];
        const words = series.role === 'focus' ? reason : `${series.name}: ${reason}`;
        runs.push({ from: year, to: year, reason: cell.reason, words });
      }
    }
    if (runs.length > 0) lanes.push(runs);
  }
  return lanes.flatMap((runs, lane) => runs.map((run) => ({ ...run, lane })));
}

function endTexts(spec: SeriesSpec, last: number, frame: Frame, max: number): Omit<EndText, 'y'>[] {
  const label = (name: string, year: number, value: number, weight: Weight, fill: string) => {
    const figure = formatNumber(value, spec.decimals) + (year === last ? '' : ` in ${year}`);
    const lines = wrap(name, max, frame.text, weight);
    const joined = `${lines.at(-1) ?? ''} ${figure}`;
    const fits = widthOf(joined, frame.text, weight) <= max;
    return {
      lines: fits ? [...lines.slice(0, -1), joined] : [...lines, figure],
      weight,
      fill,
      year,
      value
    };
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

function annotate(
  spec: SeriesSpec,
  frame: Frame,
  bounds: { left: number; right: number; top: number },
  placeX: (year: number) => number
): { annotations: Annotation[]; height: number } {
  const inRange = ({ year }: Break) => placeX(year) >= bounds.left && placeX(year) <= bounds.right + 1;
  const max = frame.size === 'wide' ? 190 : 140;
  const items = [
    ...spec.breaks.map((item) => ({ ...item, kind: 'break' as const, at: item.year - 0.5 })),
    ...spec.milestones.map((item) => ({ ...item, kind: 'milestone' as const, at: item.year }))
  ]
    .filter(inRange)
    .map((item) => ({ ...item, lines: wrap(item.label, max, frame.small) }));
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
  const annotations = items.flatMap(({ kind, at, lines }, i) => {
    const place = hung[i];
    if (!place) return [];
    const below = laneHeights.slice(0, place.lane).reduce((sum, lane) => sum + lane, 0);
    const y = bounds.top + height - below - 4 - lines.length * frame.line;
    return [{ kind, at, lines, left: place.left, y }];
  });
  return { annotations, height };
}

/** Where everything in a line chart stands. Heights are equal for charts of one size, so rows line up. */
export function layoutSeries(spec: SeriesSpec, frame: Frame): SeriesLayout {
  const all = spec.series.flatMap(({ points }) => points.map(({ year }) => year));
  const first = Math.min(...all);
  const last = Math.max(...all);
  const years: [number, number] = first === last ? [first - 1, last + 1] : [first, last];

  const numbers = knownNumbers(spec);
  const yTicks = numbers.length === 0 ? [0] : ticksTo(Math.max(...numbers), 5, spec.decimals === 0);
  const yTickText = yTicks.map((tick) => formatNumber(tick, tickDecimals(yTicks)));
  const left = Math.max(38, widest(yTickText, frame.small) + 12);

  const texts = endTexts(spec, last, frame, frame.size === 'wide' ? 165 : 108);
  const widestEnd = Math.max(0, ...texts.map(({ lines, weight }) => widest(lines, frame.text, weight)));
  const right = frame.width - Math.max(40, widestEnd + 20);
  const placeX = (year: number) => left + 6 + ((year - years[0]) / (years[1] - years[0])) * (right - left - 6);

  const runs = missingRuns(spec, first, last);
  const lanes = Math.max(0, ...runs.map(({ lane }) => lane + 1));
  const unit = wrap(spec.unit, frame.width, frame.small);
  const unitHeight = unit.length * frame.line + 6;
  const notes = annotate(spec, frame, { left, right, top: unitHeight }, placeX);

  const height = (frame.size === 'wide' ? 370 : 350) + Math.max(0, lanes - 1) * RUN_LANE;
  const top = unitHeight + notes.height + 10;
  const bottom = height - 30 - lanes * RUN_LANE;
  const highest = yTicks.at(-1) || 1;
  const placeY = (value: number) => bottom - (value / highest) * (bottom - top);
  const middles = placeEnds(
    texts.map(({ value, lines }) => ({ want: placeY(value), height: lines.length * frame.line + 3 })),
    top - 14,
    height - 26
  );
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
    xTicks: yearTicks(first, last, placeX, frame.small),
    runs,
    ends: texts.map((text, i) => ({ ...text, y: middles[i] ?? 0 })),
    annotations: notes.annotations,
    placeX,
    placeY
  };
}

/** Middle of the hatched or empty place of a lane. */
export function runY(layout: SeriesLayout, lane: number): number {
  return layout.bottom + 5 + lane * RUN_LANE + RUN_HEIGHT / 2;
}

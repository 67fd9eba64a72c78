import { isKnown } from '#lib/domain/cell.ts';
import { SETTLED_LIMITS } from '#lib/stats/xmr.ts';
import type { ControlSpec } from '#lib/views/control-table.ts';
import type { ControlPoint } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import { iconsOf, keyOf, type KeyItem, type PlacedIcon } from './control-head.ts';
import { endTexts, runOn } from './control-lines.ts';
import type { Frame } from './frame.ts';
import { hangNotes, type HungNote, type Note } from './hang-notes.ts';
import { placeRuns, type PlacedRun } from './missing-runs.ts';
import { periodTicks, type PeriodTick } from './period-ticks.ts';
import { placeEnds } from './place-ends.ts';
import { rangeTicks, scaleNote } from './range-ticks.ts';
import { widest, wrap, type Weight } from './text-width.ts';
import { tickDecimals } from './ticks.ts';

export type ControlNote = HungNote<'rebase' | 'milestone'>;

/** A line, or the latest point, named to the right of the drawing. */
export interface EndName {
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly fill: string;
  /** Where it ends in the drawing, and the middle of its words. */
  readonly fromX: number;
  readonly fromY: number;
  readonly y: number;
}

export interface ControlLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** From the middle of a period to its edge. */
  readonly half: number;
  /** The points with their lines drawn on over periods without a figure. */
  readonly lined: readonly ControlPoint[];
  readonly head: readonly string[];
  readonly icons: readonly PlacedIcon[];
  readonly key: readonly KeyItem[];
  readonly notes: readonly ControlNote[];
  readonly yTicks: readonly number[];
  readonly yTickText: readonly string[];
  readonly xTicks: readonly PeriodTick[];
  readonly runs: readonly PlacedRun[];
  readonly ends: readonly EndName[];
  readonly placeX: (index: number) => number;
  readonly placeY: (value: number) => number;
}

/** Widest that one period is drawn, so that a few points do not lie far apart. */
const WIDEST_PERIOD = 90;

/** Where a date lies among the ends of periods, as an index; undefined before the first period or after the last. */
function indexOf(on: string, ends: readonly string[]): number | undefined {
  const days = ends.map((end) => Date.parse(end) / 864e5);
  const day = Date.parse(on) / 864e5;
  const [first = NaN, second = first + 92] = days;
  if (day <= first)
    return day > first - (second - first) ? Math.max(-0.5, (day - first) / (second - first)) : undefined;
  const after = days.findIndex((each) => each >= day);
  const [before = NaN, next = NaN] = days.slice(after - 1, after + 1);
  return after < 0 ? undefined : after - 1 + (day - before) / (next - before);
}

function notesOf({ points, milestones }: ControlSpec, placeX: (index: number) => number) {
  const ends = points.map(({ end }) => end);
  const rebased = points.flatMap(({ rebased }, i): Note<'rebase' | 'milestone'>[] =>
    rebased === undefined
      ? []
      : [{ kind: 'rebase', x: placeX(i - 0.5), text: `Limits start anew: ${rebased}` }]
  );
  const dated = milestones.flatMap(({ on, label }): Note<'rebase' | 'milestone'>[] => {
    const index = indexOf(on, ends);
    return index === undefined ? [] : [{ kind: 'milestone', x: placeX(index), text: sentence(label) }];
  });
  return [...rebased, ...dated].sort((a, b) => a.x - b.x);
}

function valuesOf({ points, target }: ControlSpec): number[] {
  const drawn = points.flatMap(({ cell, centre, lower, upper }) =>
    [isKnown(cell) ? cell.value : undefined, centre, lower, upper].filter((value) => value !== undefined)
  );
  return drawn.length === 0 || target === undefined ? drawn : [...drawn, target.value];
}

/** Where everything in a control or run chart stands. */
export function layoutControl(spec: ControlSpec, frame: Frame): ControlLayout {
  const wide = frame.size === 'wide';
  const { points, trial, unit, decimals } = spec;
  const lined = runOn(points);
  const values = valuesOf(spec);
  const yTicks =
    values.length === 0 ? [0] : rangeTicks(Math.min(...values), Math.max(...values), 5, decimals === 0);
  const yTickText = yTicks.map((tick) => number(tick, tickDecimals(yTicks)));
  const left = Math.max(wide ? 42 : 34, widest(yTickText, frame.small) + 12);
  const names = endTexts(spec).map((end) => ({
    ...end,
    lines: wrap(end.name, wide ? 150 : 96, frame.text, end.weight)
  }));
  const ends = Math.max(28, ...names.map(({ lines, weight }) => widest(lines, frame.text, weight) + 20));
  const right = Math.min(frame.width - ends, left + points.length * WIDEST_PERIOD);
  const slot = (right - left) / points.length;
  const placeX = (index: number) => left + (index + 0.5) * slot;

  const trialNote =
    trial && values.length > 0
      ? `; trial limits: they rest on fewer than ${SETTLED_LIMITS} points and may move`
      : '';
  const head = wrap(sentence(unit) + trialNote + scaleNote(yTicks), frame.width, frame.small);
  const { icons, bottom: underIcons } = iconsOf(spec, head.length * frame.line + 4, frame);
  const { key, bottom: underKey } = keyOf(spec, underIcons, frame);
  const { notes, height: hung } = hangNotes(notesOf(spec, placeX), underKey + 4, frame);
  const series = {
    id: 'focus',
    name: '',
    role: 'focus' as const,
    points: points.map(({ cell }, year) => ({ year, cell }))
  };
  const { runs, height: lanes } = placeRuns([series], [0, points.length - 1], placeX, frame);
  const xTicks = periodTicks(
    points.map(({ label }) => label),
    placeX,
    frame
  );
  const foot = 10 + lanes + Math.max(...xTicks.map(({ lines }) => lines.length)) * frame.line;
  const top = underKey + 4 + hung + 10;
  const usual = values.length === 0 ? 0 : wide ? 420 : 440;
  const bottom = Math.max(usual - foot, top + (values.length === 0 ? 60 : 200));
  const [lowest = 0, highest = 1] = [yTicks[0], yTicks.at(-1)];
  const placeY = (value: number) => bottom - ((value - lowest) / (highest - lowest || 1)) * (bottom - top);
  const middles = placeEnds(
    names.map(({ value, lines }) => ({ want: placeY(value), height: lines.length * frame.line + 3 })),
    top - 14,
    lanes > 0 ? bottom + 4 : bottom + 12
  );
  return {
    height: bottom + foot,
    left,
    right,
    top,
    bottom,
    half: slot / 2,
    lined,
    head,
    icons,
    key,
    notes,
    yTicks,
    yTickText,
    xTicks,
    runs,
    ends: names.map(({ lines, weight, fill, value, at }, i) => ({
      lines,
      weight,
      fill,
      fromX: at === undefined ? right : placeX(at) + 7,
      fromY: placeY(value),
      y: middles[i] ?? 0
    })),
    placeX,
    placeY
  };
}

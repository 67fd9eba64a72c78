import { isKnown, REASON_WORDS, type Cell, type Reason } from '#lib/domain/cell.ts';
import type { Series } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import { widthOf } from './text-width.ts';

/** Years next to each other that lack a figure for the same reason, as a place below the axis. */
export interface MissingRun {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
  readonly words: string;
}

export interface PlacedRun extends MissingRun {
  readonly x1: number;
  readonly x2: number;
  /** Middle of the place, below the axis. */
  readonly y: number;
  /** Absent where the same words stand beside another run of the same series. */
  readonly label?: { readonly left: number; readonly y: number };
}

export const RUN_HEIGHT = 13;
const LANE = 21;
const GAP = 6;

/** A year inside a series for which nothing was given is not supplied. */
function cellAt(series: Series, year: number): Cell | undefined {
  const point = series.points.find((p) => p.year === year);
  if (point) return point.cell;
  const years = series.points.map((p) => p.year);
  const inside = year > Math.min(...years) && year < Math.max(...years);
  return inside ? { kind: 'missing', reason: 'notSupplied' } : undefined;
}

/** Runs of missing years of one series; comparators are named in the words. */
export function missingRuns(series: Series, first: number, last: number): MissingRun[] {
  const runs: MissingRun[] = [];
  for (let year = first; year <= last; year++) {
    const cell = cellAt(series, year);
    if (!cell || isKnown(cell)) continue;
    const open = runs.at(-1);
    if (open && open.to === year - 1 && open.reason === cell.reason)
      runs[runs.length - 1] = { ...open, to: year };
    else {
      const reason = REASON_WORDS[cell.reason];
      const words = series.role === 'focus' ? reason : `${series.name}: ${reason}`;
      runs.push({ series: series.id, from: year, to: year, reason: cell.reason, words });
    }
  }
  return runs;
}

type Span = { readonly left: number; readonly right: number };

/** Beside the run to its right or left; else `undefined`. Never over it: hatching behind letters hides them. */
function beside(run: Span, width: number, taken: readonly Span[], room: Span): number | undefined {
  const free = (left: number) =>
    left >= room.left &&
    left + width <= room.right &&
    taken.every((span) => left > span.right + GAP - 1 || left + width < span.left - GAP + 1);
  return [run.right + GAP, run.left - GAP - width].find(free);
}

/**
 * Places for the runs of every series, one lane below the axis for each series that has any.
 * Every reason of a series is said at least once: where there is no room beside a run, on a line below it.
 * @param place position of a year in pixels
 * @returns the runs, with `y` counted from the axis, and the height of all lanes
 */
export function placeRuns(
  all: readonly Series[],
  years: readonly [number, number],
  place: (year: number) => number,
  frame: Frame
): { readonly runs: readonly PlacedRun[]; readonly height: number } {
  const reach = Math.min((place(1) - place(0)) * 0.42, 12);
  const room = { left: place(years[0]) - reach, right: frame.width };
  const placed: PlacedRun[] = [];
  let height = 0;
  for (const series of all) {
    const runs = missingRuns(series, ...years);
    if (runs.length === 0) continue;
    const spans = runs.map(({ from, to }) => ({ left: place(from) - reach, right: place(to) + reach }));
    const y = height + 5 + RUN_HEIGHT / 2;
    const taken: Span[] = [...spans];
    const below: Span[] = [];
    const said = new Set<string>();
    const lane = runs.map((run, i): PlacedRun => {
      const span = spans[i] ?? { left: 0, right: 0 };
      const bare = { ...run, x1: span.left, x2: span.right, y };
      const width = widthOf(run.words, frame.small);
      const left = beside(span, width, taken, room);
      if (left !== undefined) {
        taken.push({ left, right: left + width });
        said.add(run.words);
        return { ...bare, label: { left, y } };
      }
      if (said.has(run.words)) return bare;
      const wanted = (span.left + span.right - width) / 2;
      const after = Math.max(0, ...below.map(({ right }) => right + 12));
      const start = Math.max(after, Math.min(frame.width - width, wanted));
      below.push({ left: start, right: start + width });
      said.add(run.words);
      return { ...bare, label: { left: start, y: y + RUN_HEIGHT / 2 + 2 + frame.line / 2 } };
    });
    placed.push(...lane);
    height += LANE + (below.length > 0 ? frame.line : 0);
  }
  return { runs: placed, height };
}

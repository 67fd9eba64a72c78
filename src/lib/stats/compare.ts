/** A figure beside a benchmark, beside its neighbours, and among all authorities. Never a league table. */
import type { Interval } from './interval.ts';

/** How sure we are that a figure lies on one side of a benchmark. */
export type Certainty = 'clearly' | 'probably' | 'cannotTell';
export type Direction = 'lower' | 'higher' | 'same';

export interface Comparison {
  readonly direction: Direction;
  readonly certainty: Certainty;
  /** True where it cannot be told apart and its range is narrow enough to call that close. */
  readonly close: boolean;
}

/** Half the width of a range, as a share of the benchmark, up to which a figure that cannot be told from it is close to it. */
const NARROW = 0.4;
/** How far from a benchmark, as a share of it, a figure may lie and still be close to it. */
const NEAR = 0.15;

/**
 * Compares a figure with a benchmark value, as Fingertips does: the benchmark has no range of its own.
 * Clearly: outside the 95% range. Probably: outside the 80% range. Otherwise cannot tell.
 */
export function compareWithBenchmark(
  value: number,
  benchmark: number,
  ranges: { readonly at95: Interval; readonly at80: Interval }
): Comparison {
  const direction = value < benchmark ? 'lower' : value > benchmark ? 'higher' : 'same';
  const outside = (range: Interval) => benchmark < range.lower || benchmark > range.upper;
  const certainty = outside(ranges.at95) ? 'clearly' : outside(ranges.at80) ? 'probably' : 'cannotTell';
  const narrow = (ranges.at95.upper - ranges.at95.lower) / 2 <= NARROW * benchmark;
  const near = Math.abs(value - benchmark) <= NEAR * benchmark;
  return { direction, certainty, close: certainty === 'cannotTell' && narrow && near };
}

/** Where a value stands among others: how many are lower and higher, and how many there are with itself. */
export interface Level {
  readonly lower: number;
  readonly higher: number;
  readonly of: number;
}

/** `all` holds every authority's value, the value's own among them. */
export function levelAmong(value: number, all: readonly number[]): Level {
  return {
    lower: all.filter((other) => other < value).length,
    higher: all.filter((other) => other > value).length,
    of: all.length
  };
}

/** So that at least two lie in each quarter. */
const QUARTERS_NEED = 8;

/**
 * Values below which a quarter, half and three quarters of values lie, between neighbours on the line where need be
 * (Hyndman and Fan 1996, type 7, the default of R); undefined of fewer than `QUARTERS_NEED`, and where so many are alike that
 * they do not part the values into quarters.
 */
export function quartiles(
  values: readonly number[]
): { readonly lower: number; readonly median: number; readonly upper: number } | undefined {
  if (values.length < QUARTERS_NEED) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number | undefined => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)];
    const above = sorted[Math.ceil(position)];
    return below === undefined || above === undefined
      ? undefined
      : below + (above - below) * (position - Math.floor(position));
  };
  const [lower, middle, upper] = [at(0.25), at(0.5), at(0.75)];
  return lower !== undefined &&
    middle !== undefined &&
    upper !== undefined &&
    lower < middle &&
    middle < upper
    ? { lower, median: middle, upper }
    : undefined;
}

/** The median of values; undefined where there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  if (sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Which way is better. Volumes of neglect have none. */
export type Polarity = 'higherIsBetter' | 'lowerIsBetter';

export interface BenchmarkJudgement {
  readonly side: 'lower' | 'similar' | 'higher';
  /** Only for an indicator with a direction, and only where the side is not similar. */
  readonly judgement?: 'better' | 'worse';
}

/**
 * Lower, similar or higher than a benchmark value, as Fingertips judges: lower or higher where the whole range lies on
 * that side, similar otherwise. The range carries any design effect or inflation. Better and worse only with a polarity.
 */
export function judgeAgainst(range: Interval, benchmark: number, polarity?: Polarity): BenchmarkJudgement {
  if (!(range.lower <= range.upper))
    throw new RangeError(`a range must not end before it begins: ${range.lower} to ${range.upper}`);
  const side = range.upper < benchmark ? 'lower' : range.lower > benchmark ? 'higher' : 'similar';
  if (polarity === undefined || side === 'similar') return { side };
  return { side, judgement: (side === 'higher') === (polarity === 'higherIsBetter') ? 'better' : 'worse' };
}

/** One of an area's statistical neighbours; its value is undefined where it has none. */
export interface Neighbour {
  readonly value: number | undefined;
  /** As DfE's model words it: `Extremely close` … `Not close`. */
  readonly closeness: string;
}

/** With fewer neighbours than these with figures, only England is compared with. */
export const NEIGHBOURS_NEEDED = 6;

/** Whether more than half of the neighbours are “Not close”, so that no area can be called similar. */
export function mostlyNotClose(neighbours: readonly Pick<Neighbour, 'closeness'>[]): boolean {
  return neighbours.filter(({ closeness }) => closeness === 'Not close').length * 2 > neighbours.length;
}

export type NeighbourComparison =
  | { readonly comparable: true; readonly median: number; readonly level: Level; readonly withData: number }
  | { readonly comparable: false; readonly why: 'mostlyNotClose' | 'tooFew'; readonly withData: number };

/**
 * An area among its statistical neighbours: their median, how many of them lie on each side of it (`level.of` counts
 * the neighbours with figures and the area itself), or why there is no comparison.
 */
export function amongNeighbours(value: number, neighbours: readonly Neighbour[]): NeighbourComparison {
  const values = neighbours.flatMap((neighbour) => (neighbour.value === undefined ? [] : [neighbour.value]));
  const withData = values.length;
  if (mostlyNotClose(neighbours)) return { comparable: false, why: 'mostlyNotClose', withData };
  const middle = median(values);
  if (middle === undefined || withData < NEIGHBOURS_NEEDED)
    return { comparable: false, why: 'tooFew', withData };
  return { comparable: true, median: middle, level: levelAmong(value, [...values, value]), withData };
}

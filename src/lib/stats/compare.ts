import type { Interval } from './interval.ts';

/** How sure we are that a figure lies on one side of a benchmark. */
export type Certainty = 'clearly' | 'probably' | 'cannotTell';
export type Direction = 'lower' | 'higher' | 'same';

export interface Comparison {
  readonly direction: Direction;
  readonly certainty: Certainty;
}

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
  return { direction, certainty };
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

/** The median of values; undefined where there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  if (sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

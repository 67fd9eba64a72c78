/** What figures may be that are known within a range, and what that leaves of their sums. */
import type { Relation } from './relations.ts';

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

const ANYTHING: Range = { lower: 0, upper: Infinity };

/** What relations of one total leave it to be, all together; undefined where nothing is left. */
export function meetingOf(
  relations: readonly Relation[],
  rangeOf: (id: string) => Range | undefined
): Range | undefined {
  let lower = 0;
  let upper = Infinity;
  for (const { total, parts, sense } of relations) {
    const ranges = parts.map((id) => rangeOf(id) ?? ANYTHING);
    const whole = rangeOf(total) ?? ANYTHING;
    lower = Math.max(lower, whole.lower, sumOf(ranges.map((range) => range.lower)));
    upper = Math.min(
      upper,
      whole.upper,
      sense === 'equal' ? sumOf(ranges.map((range) => range.upper)) : Infinity
    );
  }
  return lower <= upper ? { lower, upper } : undefined;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** One in so many of the larger of two figures is no great difference. */
const NEAR = 10;

/** Whether two figures may be the same, or differ so little that one still tells what the other must be about. */
export function isNear(one: Range, other: Range): boolean {
  const gap = Math.max(one.lower - other.upper, other.lower - one.upper);
  return gap * NEAR <= Math.max(one.upper, other.upper);
}

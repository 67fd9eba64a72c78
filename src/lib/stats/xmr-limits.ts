/** Process limits of an XmR chart: the mean, and 2.66 mean moving ranges on each side of it. */

/** A place in a series; undefined where nothing is known for that time. */
export type Place = number | undefined;

/** 2.66 ≈ 3 / 1.128, as NHS England's Making Data Count and NHSRplotthedots have it (Wheeler 1993). */
const LIMIT = 2.66;
/** A moving range this many times the mean of them is an outlier (upper limit of the mR chart, Nelson 1982). */
const OUTLYING_RANGE = 3.267;

export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Two thirds of the way from the mean to the limits. */
  readonly nearLower: number;
  readonly nearUpper: number;
}

function known(values: readonly Place[]): number[] {
  return values.filter((value) => value !== undefined);
}

/** Worked out from the first value, so that equal values have exactly themselves as their mean. */
function meanOf(values: readonly number[]): number {
  const [first = 0] = values;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

/** Differences of neighbours in time, with no step over a gap. */
function movingRanges(values: readonly Place[]): number[] {
  return values.flatMap((value, i) => {
    const before = i === 0 ? undefined : values[i - 1];
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
}

function averageRange(ranges: readonly number[], screenOutliers: boolean): number {
  if (ranges.length === 0) return 0;
  const average = meanOf(ranges);
  if (!screenOutliers || average === 0) return average;
  return meanOf(ranges.filter((range) => range < OUTLYING_RANGE * average));
}

/**
 * Limits from one stretch of a series, with at least one known value. `screenOutliers` leaves out, once, moving ranges
 * of 3.267 times their mean or more: R's NHSRplotthedots does so unless told not to, NHS England's workbook does not.
 * Equal values, or a single one, have limits equal to their mean.
 */
export function limitsOf(values: readonly Place[], screenOutliers: boolean): Limits {
  const mean = meanOf(known(values));
  const reach = LIMIT * averageRange(movingRanges(values), screenOutliers);
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (2 * reach) / 3,
    nearUpper: mean + (2 * reach) / 3
  };
}

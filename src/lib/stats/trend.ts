/** Recent trend, as OHID's Fingertips works it out, with room for figures that jump about more than chance. */
import type { Estimate } from './interval.ts';
import { chiSquaredQuantile } from './quantile.ts';

export const TREND_POINTS = 5;
/** Certainty that a trend is more than chance. */
const TREND_CONFIDENCE = 0.998;
/** Width of a 95% range in standard errors, as Fingertips has it. */
const WIDTH = 3.92;

export interface TrendOptions {
  /** How many times the variance that the ranges tell of, from `inflationOf`: 1 or more, 1 unless told. */
  readonly inflation?: number;
}

export type RecentTrend =
  | {
      readonly trend: 'increasing' | 'decreasing' | 'noChange';
      /** In the unit of the values for each step in time. */
      readonly slope: number;
      readonly chi2: number;
      /** Whether the slope keeps its sign when each point in turn is left out. */
      readonly stableSign: boolean;
    }
  | { readonly trend: 'tooFewPoints'; readonly points: number };

interface Weighted {
  readonly at: number;
  readonly value: number;
  readonly weight: number;
}

/** Weighted least squares of value on time: the slope and its variance. */
function fit(points: readonly Weighted[]): { slope: number; variance: number } {
  const sum = (part: (point: Weighted) => number) => points.reduce((total, point) => total + part(point), 0);
  const weights = sum(({ weight }) => weight);
  const middle = sum(({ weight, at }) => weight * at) / weights;
  const first = points[0]?.value ?? 0;
  const level = first + sum(({ weight, value }) => weight * (value - first)) / weights;
  const spread = sum(({ weight, at }) => weight * (at - middle) ** 2);
  const slope = sum(({ weight, at, value }) => weight * (at - middle) * (value - level)) / spread;
  return { slope, variance: 1 / spread };
}

/**
 * Whether the five latest figures rise or fall: least squares weighted by the standard errors (upper − lower) / 3.92 of
 * their 95% ranges; a trend where (slope / se)² exceeds the 99.8% quantile of χ² with 1 degree of freedom, 9.55, and
 * the slope keeps its sign when each point is left out (OHID Fingertips, recent trends; FingertipsNext,
 * trend-analysis). With fewer than five figures, or one missing (undefined) among the latest five, there are too few.
 * Throws for a range without width, or an inflation below 1.
 */
export function recentTrend(
  series: readonly (Estimate | undefined)[],
  { inflation = 1 }: TrendOptions = {}
): RecentTrend {
  if (!(Number.isFinite(inflation) && inflation >= 1))
    throw new RangeError(`inflation must be 1 or more: ${inflation}`);
  const latest = series.slice(-TREND_POINTS).filter((point) => point !== undefined);
  if (latest.length < TREND_POINTS) return { trend: 'tooFewPoints', points: latest.length };
  const points = latest.map(({ value, lower, upper }, i): Weighted => {
    const error = (upper - lower) / WIDTH;
    if (!(Number.isFinite(error) && error > 0 && Number.isFinite(value)))
      throw new RangeError(`a figure needs a range of some width: ${value}, ${lower} to ${upper}`);
    return { at: i + 1, value, weight: 1 / error ** 2 };
  });
  const { slope, variance } = fit(points);
  const chi2 = slope ** 2 / (variance * inflation);
  const stableSign = points.every(
    (left) => Math.sign(fit(points.filter((point) => point !== left)).slope) === Math.sign(slope)
  );
  const isTrend = stableSign && chi2 > chiSquaredQuantile(TREND_CONFIDENCE, 1);
  return {
    trend: !isTrend ? 'noChange' : slope > 0 ? 'increasing' : 'decreasing',
    slope,
    chi2,
    stableSign
  };
}

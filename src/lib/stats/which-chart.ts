/** What so many figures can carry: the one place that decides between charts and between ways of saying a share. */
import { TREND_POINTS } from './trend.ts';
import { SETTLED_LIMITS } from './xmr.ts';

/**
 * `figures`: too few to say anything of time. `trend`: a line with ranges and the recent trend. `run`: a run chart.
 * `control`: a control chart.
 */
export type TimeChart = 'figures' | 'trend' | 'run' | 'control';

/** Anhøj's rules are not defined for fewer useful points. */
const RUN_POINTS = 10;

/**
 * The chart that a series of so many known points supports: a control chart from 13 (below, its limits would be on
 * trial: NHS England, Making Data Count), a run chart from 10 (Anhøj and Olesen 2014), a recent trend from 5
 * (Fingertips). Eight quarters, or eight years, support no control chart. Throws unless a whole number, 0 or more.
 */
export function chartForPoints(points: number): TimeChart {
  checkWhole(points);
  if (points >= SETTLED_LIMITS) return 'control';
  if (points >= RUN_POINTS) return 'run';
  return points >= TREND_POINTS ? 'trend' : 'figures';
}

/** A percentage of fewer than these says more than is known; `4 of 6` does not. */
export const PERCENTAGE_NEEDS = 20;

/** Whether x of n is said as a percentage, or as the counts themselves. Throws unless n is a whole number, 0 or more. */
export function shareAs(n: number): 'percentage' | 'counts' {
  checkWhole(n);
  return n >= PERCENTAGE_NEEDS ? 'percentage' : 'counts';
}

function checkWhole(count: number): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`number of points must be a whole number, 0 or more: ${count}`);
}

/** What the latest five periods of an indicator show, and when nothing may be said of them. */
import { isKnown } from '#lib/domain/cell.ts';
import { recentTrend, TREND_POINTS, type RecentTrend } from '#lib/stats/trend.ts';
import type { Result } from './evaluate.ts';
import type { Recoding } from './recoding.ts';

/** `notDescribed`: recording moved, or may have, so that no trend may be told. */
export type Trend =
  RecentTrend | { readonly trend: 'notDescribed'; readonly because: Exclude<Recoding, 'none'> };

/** A period's result, and what recording did since the period before. */
export interface TrendPoint {
  readonly result: Pick<Result, 'value' | 'ranges'>;
  readonly recoding: Recoding;
}

/**
 * The recent trend of results in order of time (`stats/trend.ts`). Their ranges carry the inflation of the indicator,
 * so that it is not added again. A change in recording within the five periods forbids a trend.
 */
export function trendOf(upTo: readonly TrendPoint[]): Trend {
  const latest = upTo.slice(-TREND_POINTS);
  const trend = recentTrend(
    latest.map(({ result: { value, ranges } }) =>
      isKnown(value) && ranges ? { value: value.value, ...ranges.at95 } : undefined
    )
  );
  if (trend.trend === 'tooFewPoints') return trend;
  const moved = latest.slice(1).map(({ recoding }) => recoding);
  if (moved.includes('moved')) return { trend: 'notDescribed', because: 'moved' };
  if (moved.includes('unknown')) return { trend: 'notDescribed', because: 'unknown' };
  return trend;
}

/** Whether an indicator has risen or fallen over the latest five years, in words, or why that cannot be told. */
import { trendOf } from '#lib/indicators/trend.ts';
import { TREND_POINTS } from '#lib/stats/trend.ts';
import { trendSentence } from '#lib/words/figure.ts';
import { recoding } from './category-series.ts';
import type { Context } from './context.ts';
import type { Statement } from './model.ts';

/**
 * One sentence about `subject`; silent where there are too few years. `category` says that it counts a category of plan,
 * whose meaning moves when recording does.
 */
export function recentTrendStatement(
  context: Context,
  indicator: string,
  subject: string,
  category: boolean
): Statement | undefined {
  const { area, years, period } = context;
  const upTo = years.slice(0, years.indexOf(period) + 1).slice(-TREND_POINTS);
  const trend = trendOf(
    upTo.map((year, index) => {
      const before = upTo[index - 1];
      return {
        result: context.result(indicator, area.id, year),
        recoding: category && before ? recoding(context, before, year) : 'none'
      };
    })
  );
  if (trend.trend === 'tooFewPoints') return undefined;
  return {
    text: trendSentence(trend, { subject }),
    mark: context.result(indicator).indicator.mark
  };
}

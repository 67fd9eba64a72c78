/** What figures of neglect say beside the position, without a question that goes with it. */
import { isKnown } from '#lib/domain/cell.ts';
import type { Mark } from '#lib/domain/mark.ts';
import { trendOf } from '#lib/indicators/trend.ts';
import { TREND_POINTS } from '#lib/stats/trend.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { countChange } from '#lib/words/change.ts';
import { cellText, number } from '#lib/words/number.ts';
import { changes, countsOf } from './changes.ts';
import type { Context } from './context.ts';
import type { Finding } from './news.ts';
import { recordedSays } from './questions.ts';

const RECORDED = 'assessments-neglect-rate';
/** As far from the usual as the rule of the level, a tenth of all authorities, asks for. */
const JUST = 1;
/** A clear rise or fall over five years is rarer than a level that one authority in ten has. */
const TREND = 1.5;

/** Recorded neglect clearly above the country, and lower than in one of ten authorities at most. */
function manyAssessments(context: Context): readonly Finding[] {
  const result = context.result(RECORDED);
  const rise = recordedTrend(context);
  const level = context.level(result);
  const [national] = context.benchmarks(RECORDED).slice(-1);
  const comparison = national && context.compareWith(result, national);
  const high = comparison?.certainty === 'clearly' && comparison.direction === 'higher';
  if (!level || !high || level.higher > level.of / 10) return [];
  const says = recordedSays(context, level);
  const before = rise?.trend === 'increasing' && rise.before !== undefined ? rise : undefined;
  return [
    {
      weight: before ? TREND : JUST,
      says: before
        ? {
            ...says,
            text: `${says.text} A year earlier it was ${before.before ?? ''}, and over five years it has clearly risen.`
          }
        : says
    }
  ];
}

interface Trending {
  readonly trend: 'increasing' | 'decreasing';
  readonly mark: Mark;
  readonly now: string;
  /** A year earlier; absent where that is not there, or is the year that the five begin with. */
  readonly before?: string;
  /** Whether the latest year moved as the five years did. */
  readonly goesOn: boolean;
  /** `56.3 in 2020`. */
  readonly from: string;
}

/** Recorded neglect that has clearly risen or fallen over five years. */
function recordedTrend(context: Context): Trending | undefined {
  const { years, period, area } = context;
  const upTo = years.slice(0, years.indexOf(period) + 1).slice(-TREND_POINTS);
  const results = upTo.map((year) => context.result(RECORDED, area.id, year));
  const { trend } = trendOf(results.map((result) => ({ result, recoding: 'none' })));
  const [first, before, last] = [results[0], results.at(-2), results.at(-1)];
  const [from] = upTo;
  if ((trend !== 'increasing' && trend !== 'decreasing') || !first || !before || !last || !from)
    return undefined;
  if (!isKnown(first.value) || !isKnown(last.value)) return undefined;
  const few = [first, last].some(({ numerator }) => isKnown(numerator) && numerator.value < PERCENTAGE_NEEDS);
  if (few) return undefined;
  const moved = isKnown(before.value) ? last.value.value - before.value.value : 0;
  return {
    trend,
    mark: last.indicator.mark,
    now: cellText(last.value, 1),
    ...(isKnown(before.value) ? { before: cellText(before.value, 1) } : {}),
    goesOn: trend === 'increasing' ? moved > 0 : moved < 0,
    from: `${cellText(first.value, 1)} in ${from.id}`
  };
}

/** The year before leads; where that went the other way, the first of the years stands beside it. */
function trendFinding(told: Trending): Finding {
  const { trend, mark, now, before, goesOn, from } = told;
  const up = trend === 'increasing';
  const said =
    before === undefined
      ? `, clearly ${up ? 'up' : 'down'} from ${from}`
      : goesOn
        ? `, against ${before} a year earlier: clearly ${up ? 'rising' : 'falling'} over five years`
        : `, against ${before} a year earlier and ${from}: clearly ${up ? 'up' : 'down'} over five years`;
  return {
    weight: TREND,
    overYears: true,
    says: { text: `Assessments recorded neglect ${now} times for every 10,000 children${said}.`, mark }
  };
}

/** The most unusual change in a figure of neglect alone; none is told across a recoding (`changes.ts`). */
function unusualChange(context: Context): readonly Finding[] {
  const change = changes(context).find(
    ({ verdict, to }) => verdict?.unusual === true && to.indicator.mark === 'neglect'
  );
  const counts = change && countsOf(change);
  if (!change?.verdict || !counts) return [];
  const { indicator, value } = change.to;
  const moved =
    indicator.change === 'share' && isKnown(change.from.value) && isKnown(value)
      ? `went from ${number(change.from.value.value, 1)}% to ${number(value.value, 1)}%`
      : countChange(counts.from, counts.to, change.verdict);
  return [
    {
      weight: 2 - change.verdict.inHundred / 10,
      says: { text: `${indicator.name} ${moved} in a year, which is unusual.`, mark: 'neglect' }
    }
  ];
}

export function neglectFindings(context: Context): readonly Finding[] {
  const trending = recordedTrend(context);
  return [
    ...(trending ? [trendFinding(trending)] : []),
    ...unusualChange(context),
    ...manyAssessments(context)
  ];
}

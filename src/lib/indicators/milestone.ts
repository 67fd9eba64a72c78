/** An indicator after a milestone: the years on each side of it, and the verdict beside comparable areas. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { CountKind } from '#lib/db/catalogue.ts';
import { normalDeviate } from '#lib/stats/quantile.ts';
import {
  strategyVerdict,
  YEARS_NEEDED,
  type Around,
  type StrategyVerdict,
  type Yearly
} from '#lib/stats/strategy-verdict.ts';
import type { Result } from './evaluate.ts';
import { recodingOf, type Recoding } from './recoding.ts';

/** More years on one side would judge what came long before or after. */
const YEARS_USED = 3;

/** Whether an indicator tells of one date or of what happened in a period. */
export function countedAs(
  kinds: Readonly<Record<string, CountKind>>,
  { numerator }: PlacedIndicator
): 'stock' | 'flow' {
  const { cube = '', measure = '' } = numerator ?? {};
  return kinds[cube]?.measures.find(({ id }) => id === measure)?.kind ?? 'flow';
}

export interface YearsAround {
  readonly before: readonly Period[];
  readonly after: readonly Period[];
}

/**
 * The years with a figure on each side of a date: the nearest before it and the latest after it, as many on one side as
 * on the other, three at most. A year that the date falls within is on neither side of what happened in it.
 */
export function yearsAround(
  years: readonly Period[],
  date: string,
  counted: 'stock' | 'flow',
  has: (year: Period) => boolean
): YearsAround {
  const known = years.filter(has);
  const before = known.filter(({ end }) => end < date);
  const after = known.filter(({ start, end }) => (counted === 'stock' ? end : start) >= date);
  const sides = Math.min(before.length, after.length, YEARS_USED);
  if (sides < YEARS_NEEDED) return { before: before.slice(-YEARS_USED), after: after.slice(-YEARS_USED) };
  return { before: before.slice(-sides), after: after.slice(-sides) };
}

/** A year’s figure with the variance that its range allows for; undefined where either is missing. */
export function yearlyOf({ value, ranges }: Result): Yearly | undefined {
  if (!isKnown(value) || !ranges) return undefined;
  const { lower, upper } = ranges.at95;
  return { value: value.value, variance: ((upper - lower) / (2 * normalDeviate(0.95))) ** 2 };
}

/** Whether an indicator’s figures have the ranges and the kind that a verdict needs. */
export function canBeJudged({ kind, interval, supplied }: PlacedIndicator): boolean {
  return supplied && interval !== 'none' && (kind === 'rate' || kind === 'share' || kind === 'count');
}

/** What recording did between any two of these years: `multiple` is the share of “multiple” in each. */
export function recodedAmong(multiple: readonly Cell[]): Recoding {
  const pairs = multiple.flatMap((from, i) => multiple.slice(i + 1).map((to) => recodingOf(from, to)));
  return pairs.find((each) => each === 'moved') ?? pairs.find((each) => each === 'unknown') ?? 'none';
}

/** One area’s figures by year, and what recording did to them between two years. */
export interface AreaYears {
  readonly at: (year: Period) => Result;
  readonly recoded: (years: readonly Period[]) => Recoding;
}

export interface JudgeAsked {
  readonly indicator: PlacedIndicator;
  /** The date of the milestone, ISO. */
  readonly date: string;
  readonly counted: 'stock' | 'flow';
  /** Years up to that of the page, in order. */
  readonly years: readonly Period[];
  readonly own: AreaYears;
  readonly similar: readonly AreaYears[];
  readonly country?: AreaYears | undefined;
}

export interface Judged {
  readonly around: YearsAround;
  readonly verdict: StrategyVerdict;
}

/** The verdict of an indicator after a date. Comparators whose own recording moved in those years are left out. */
export function judge(asked: JudgeAsked): Judged {
  const { indicator, date, counted, years, own, similar, country } = asked;
  const around = yearsAround(years, date, counted, (year) => yearlyOf(own.at(year)) !== undefined);
  const first = around.before[0] ?? years[0];
  const last = around.after.at(-1) ?? years.at(-1);
  const spanned = first && last ? years.slice(years.indexOf(first), years.indexOf(last) + 1) : [];
  const figures = ({ at }: AreaYears, side: readonly Period[]): readonly Yearly[] =>
    side.flatMap((year) => yearlyOf(at(year)) ?? []);
  const aroundOf = (area: AreaYears): Around => ({
    before: figures(area, around.before),
    after: figures(area, around.after)
  });
  const steady = (area: AreaYears) => area.recoded(spanned) === 'none';
  const broken = spanned.slice(1).some((year) => {
    const { value } = own.at(year);
    return isKnown(value) && value.flags.includes('b');
  });
  const recoded = own.recoded(spanned);
  return {
    around,
    verdict: strategyVerdict({
      own: aroundOf(own),
      scale: indicator.kind === 'share' ? 'points' : 'ratio',
      similar: similar.filter(steady).map(aroundOf),
      ...(country && steady(country) ? { country: aroundOf(country) } : {}),
      ...(recoded !== 'none' ? { redefined: recoded } : broken ? { redefined: 'break' } : {})
    })
  };
}

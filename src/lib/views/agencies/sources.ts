/** Sources of referrals in order, and what each is compared with. */
import { isKnown, isThere, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { middleOf } from '#lib/indicators/comparators.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Benchmark, Context } from '../context.ts';
import type { Breakdown, MemberAnswer } from '../reading.ts';
import { countryName } from '../setting.ts';

/** A breakdown with any figure of the area for the period. */
export function hereNow(
  context: Context,
  breakdown: Breakdown | undefined,
  period: Period = context.period
): Breakdown | undefined {
  const there = breakdown?.members.some(({ at }) => isThere(at(context.area.id, period).numerator));
  return there === true ? breakdown : undefined;
}

/** Those with a figure, the highest first, and then the others in the order of the cube, which tells nothing of them. */
export function ranked(
  context: Context,
  { members }: Breakdown,
  area: string = context.area.id
): readonly MemberAnswer[] {
  const valueOf = ({ at }: MemberAnswer) => at(area).value;
  const known = members.flatMap((each) => {
    const value = valueOf(each);
    return isKnown(value) ? [{ each, value: value.value }] : [];
  });
  const others = members.filter((each) => {
    const value = valueOf(each);
    return !isKnown(value) && isThere(value);
  });
  return [...known.sort((a, b) => b.value - a.value).map(({ each }) => each), ...others];
}

/** The chosen comparator and England for one source; the area itself and the year before left out. */
export function besides(context: Context, { at }: MemberAnswer): readonly Benchmark[] {
  const { area, compare, england, neighbours, region } = context;
  if (area.id === england.id) return [];
  const national: Benchmark = {
    id: 'england',
    name: countryName(england),
    role: 'england',
    value: at(england.id).value
  };
  if (compare === 'neighbours' && neighbours.length > 0) {
    const middle = middleOf(neighbours.map((each) => at(each).value));
    return [{ id: 'neighbours', name: 'similar areas', role: 'neighbours', ...middle }, national];
  }
  if (compare === 'region' && region)
    return [
      { id: 'region', name: areaInSentence(region), role: 'region', value: at(region.id).value },
      national
    ];
  return [national];
}

/** How one source stands beside England; undefined where either is missing. */
export function besideEngland(context: Context, member: MemberAnswer): Comparison | undefined {
  const national = besides(context, member).find(({ id }) => id === 'england');
  return national && context.compareWith(member.at(), national);
}

/** Years with any figure of these for the area, of those up to the one of the page. */
export function yearsOf(
  context: Context,
  breakdown: Breakdown,
  area: string = context.area.id
): readonly Period[] {
  const upTo = context.years.filter(({ end }) => end <= context.period.end);
  const first = upTo.findIndex((year) =>
    breakdown.members.some(({ at }) => isThere(at(area, year).numerator))
  );
  return first < 0 ? [] : upTo.slice(first);
}

/** The cells of one member over years, as a table has them. */
export function cellAt({ at }: MemberAnswer, area: string, year: Period): Cell {
  const { value } = at(area, year);
  return isThere(value) ? value : NOT_SUPPLIED;
}

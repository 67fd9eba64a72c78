/** What the figures of an area say of one standard: by round where they name rounds, else by period. */
import { isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { AnswerAt, Breakdown } from '../reading.ts';

export interface Seen {
  /** Id of the round, where the figures give one. */
  readonly round?: string;
  readonly period: Period;
  readonly answer: Answer;
}

const holds = ({ numerator, denominator }: Answer) => isThere(numerator) || isThere(denominator);

const contains = (whole: Period, part: Period) => part.start >= whole.start && part.end <= whole.end;

/** Those with figures, the longest first; a quarter of a year that has figures is left to that year. */
function widest(periods: readonly Period[], at: AnswerAt, area: string): readonly Period[] {
  const span = ({ start, end }: Period) => Date.parse(end) - Date.parse(start);
  return periods
    .filter((period) => holds(at(area, period)))
    .sort((a, b) => span(b) - span(a))
    .filter((period, index, all) => !all.slice(0, index).some((whole) => contains(whole, period)));
}

/** Earlier and present figures of one standard in one area, once for each round or period. */
export function seenIn(
  area: string,
  periods: readonly Period[],
  plain: AnswerAt,
  byRound: Breakdown | undefined
): readonly Seen[] {
  const named = (byRound?.members ?? []).flatMap(({ member, at }) =>
    widest(periods, at, area).map((period): Seen => ({
      round: member.id,
      period,
      answer: at(area, period)
    }))
  );
  const told = (period: Period) =>
    named.some((each) => contains(each.period, period) || contains(period, each.period));
  const unnamed = widest(
    periods.filter((period) => !told(period)),
    plain,
    area
  ).map((period): Seen => ({ period, answer: plain(area, period) }));
  return [...named, ...unnamed];
}

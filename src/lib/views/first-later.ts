/** The first year after the date of a page that has something which that date has not. */
import type { Period } from '#lib/domain/period.ts';
import type { Context } from './context.ts';

export interface FirstLater {
  readonly year: Period;
  /** ISO date of the first position that shows it; absent where none is offered. */
  readonly position?: string;
}

/** Undefined where no later year has it either. */
export function firstLater(
  { offered, period, years }: Pick<Context, 'offered' | 'period' | 'years'>,
  has: (year: Period) => boolean
): FirstLater | undefined {
  const year = years.find((each) => each.end > period.end && has(each));
  if (year === undefined) return undefined;
  const position = offered.find(({ end }) => end >= year.end);
  return { year, ...(position === undefined ? {} : { position: position.end }) };
}

import { dateInWords, monthInWords } from '#lib/domain/dates.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';
import { inWords } from './number.ts';

const NAMES: Readonly<Record<PeriodKind, { readonly one: string; readonly many: string }>> = {
  date: { one: 'date', many: 'dates' },
  year: { one: 'year', many: 'years' },
  quarter: { one: 'quarter', many: 'quarters' },
  month: { one: 'month', many: 'months' },
  round: { one: 'round', many: 'rounds' },
  pooled: { one: 'period', many: 'periods' },
  'to-date': { one: 'period', many: 'periods' }
};

/** `31 March` of `2024-03-31`. */
export function dayInWords(iso: string): string {
  return dateInWords(iso).replace(/ \d{4}$/, '');
}

/** What heads a column of years, by the day on which those of a period end: `At 31 March`, `Year to 31 March`. */
export function yearColumn({ end }: Pick<Period, 'end'>, counted: 'stock' | 'flow'): string {
  return `${counted === 'stock' ? 'At' : 'Year to'} ${dayInWords(end)}`;
}

/** `the year before`, `the quarter before`. */
export function beforeText(kind: PeriodKind): string {
  return `the ${NAMES[kind].one} before`;
}

/** `years`, `quarters`. */
export function periodsText(kind: PeriodKind): string {
  return NAMES[kind].many;
}

/**
 * `At 31 March 2024` for what stands on a date, `In the year to 31 March 2024` for what happened in a period, and `Over
 * the three years to 31 March 2024` where several are added up.
 */
export function whenText(
  { kind, end, label }: Period,
  counted: 'stock' | 'flow',
  years: number | undefined = undefined
): string {
  const date = dateInWords(end);
  if (years !== undefined) return `Over the ${inWords(years)} years to ${date}`;
  if (counted === 'stock' || kind === 'date') return `At ${date}`;
  switch (kind) {
    case 'year':
    case 'quarter':
      return `In the ${kind} to ${date}`;
    case 'month':
      return `In ${monthInWords(end)}`;
    case 'round':
    case 'pooled':
    case 'to-date':
      return `In ${label}`;
  }
}

/** Words of Explore: what is counted, when, and by what it is told apart. */
import type { Measure } from '#lib/domain/cube.ts';
import { COUNTED_LABELS, type Counted } from '#lib/domain/mark.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';
import { listed, lowerFirst } from './number.ts';

/** `category at the start and latest category`; `not broken down`. */
export function breakdownText(names: readonly string[]): string {
  return names.length === 0
    ? 'Not broken down'
    : listed(names.map((name, i) => (i === 0 ? name : lowerFirst(name))));
}

/** `31 March 2024` for what stands on a date; `year to 31 March 2024` for what happened in a period. */
export function momentText({ kind, label, end }: Period, { kind: counted }: Pick<Measure, 'kind'>): string {
  return counted === 'stock' && kind !== 'round' ? dateInWords(end) : label;
}

const EVERY: Readonly<Partial<Record<PeriodKind, string>>> = {
  year: 'Every year',
  quarter: 'Every quarter',
  month: 'Every month',
  date: 'Every date',
  round: 'Every round'
};

/** `Every year, 2013 to 2024`. */
export function everyText(kind: PeriodKind, periods: readonly Period[]): string {
  const years = [...new Set(periods.map(({ end }) => end.slice(0, 4)))].sort();
  const span = years.length < 2 ? years.join('') : `${years[0] ?? ''} to ${years.at(-1) ?? ''}`;
  return `${EVERY[kind] ?? 'Every period'}, ${span}`;
}

/** `2024`, `April to June 2024`: as short as tells periods of a kind apart. */
export function shortMoment(period: Period, measure: Pick<Measure, 'kind'>): string {
  return period.kind === 'year' ? period.id : momentText(period, measure);
}

/** `neglect not named`; `a mixture: neglect; includes neglect; neglect not named`; that nothing tells, of none. */
export function countsText(counts: readonly Counted[]): string {
  const labels = counts.map((each) => COUNTED_LABELS[each]).join('; ');
  if (counts.length === 0) return 'not told by these columns';
  return counts.length === 1 ? labels : `a mixture: ${labels}`;
}

/** The periods a template may ask for, by their ids. */
import { periodOf, reportingQuarterOf, reportingYearOf, TO_MARCH } from '#lib/domain/period.ts';

export type PeriodsBy = 'quarter' | 'year' | 'date';

/** The most periods a sheet stays readable with. */
export const MOST_PERIODS = 40;

/** How far back quarters and years are offered: the first reporting year of the official figures. */
const FIRST_YEAR = 2013;

function quarterIndex(id: string): number | undefined {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(id) ?? [];
  return year === undefined ? undefined : Number(year) * 4 + Number(quarter) - 1;
}

const quarterAt = (index: number) => `${Math.floor(index / 4)}Q${(index % 4) + 1}`;

/** The last quarter that had ended on a day: `2026Q2` on 22 November 2025. */
export function lastQuarter(today: string, calendar = TO_MARCH): string {
  const current = reportingYearOf(today, calendar) * 4 + reportingQuarterOf(today, calendar) - 1;
  const found = quarterAt(current);
  return periodOf(found, calendar)?.end === today ? found : quarterAt(current - 1);
}

/** Every quarter, or every year, that had ended on a day, the latest first. */
export function endedPeriods(by: 'quarter' | 'year', today: string, calendar = TO_MARCH): readonly string[] {
  const last = lastQuarter(today, calendar);
  if (by === 'year') {
    const year = last.endsWith('Q4') ? Number(last.slice(0, 4)) : Number(last.slice(0, 4)) - 1;
    return Array.from({ length: year - FIRST_YEAR + 1 }, (_, back) => String(year - back));
  }
  const index = quarterIndex(last) ?? 0;
  return Array.from({ length: index - FIRST_YEAR * 4 + 1 }, (_, back) => quarterAt(index - back));
}

/** The four quarters that ended last, the earliest first. */
export function lastFourQuarters(today: string, calendar = TO_MARCH): readonly string[] {
  return endedPeriods('quarter', today, calendar).slice(0, 4).reverse();
}

/** Every period from one to another, both in it, whichever is given first; none where they are not of one kind. */
export function periodsBetween(from: string, to: string): readonly string[] {
  const [first, last] = [from, to].map(
    (id) => quarterIndex(id) ?? (/^\d{4}$/.test(id) ? Number(id) : undefined)
  );
  if (first === undefined || last === undefined || from.includes('Q') !== to.includes('Q')) return [];
  const ids = Array.from({ length: Math.abs(last - first) + 1 }, (_, step) => Math.min(first, last) + step);
  return from.includes('Q') ? ids.map(quarterAt) : ids.map(String);
}

/** `2025-12-31` → `at20251231`; undefined for what is no date. */
export function dateId(iso: string): string | undefined {
  const id = `at${iso.replaceAll('-', '')}`;
  return periodOf(id) === undefined ? undefined : id;
}

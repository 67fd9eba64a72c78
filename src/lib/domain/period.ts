import { dateInWords, monthInWords } from './dates.ts';
import { z } from './zod.ts';

export const PeriodKind = z.enum(['date', 'year', 'quarter', 'month', 'round', 'pooled', 'to-date']);
export type PeriodKind = z.infer<typeof PeriodKind>;

const IsoDate = z.iso.date();

/**
 * A reporting period. DfE's reporting year `2024` runs 1 April 2023 to 31 March 2024: a stock is at its end,
 * a flow over all of it. `population` is the id of the population estimate its rates use (`mid2023`).
 */
export const Period = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]+$/, 'letters and digits only, so that a spreadsheet leaves it alone'),
  kind: PeriodKind,
  start: IsoDate,
  end: IsoDate,
  label: z.string().min(1),
  population: z.string().optional()
});
export type Period = z.infer<typeof Period>;

export { dateInWords, monthInWords, monthsBetween } from './dates.ts';

/** When the reporting years of a nation end, and which estimate of the population their rates use. */
export const Calendar = z.strictObject({
  /** The month on whose last day they end: 3 is March. */
  endsIn: z.int().min(1).max(12),
  /** Rates of the year Y use the estimate of mid-(Y − this). */
  populationYearsBefore: z.int().min(0).max(2)
});
export type Calendar = z.infer<typeof Calendar>;

/** As in England, Wales and Northern Ireland. */
export const TO_MARCH: Calendar = { endsIn: 3, populationYearsBefore: 1 };

/** The reporting year ending on 31 March of `year`; its rates use the estimate of mid-(year − 1). */
export function reportingYear(year: number): Period {
  return yearBy(TO_MARCH, year);
}

/** The reporting year that ends in `year`, by a calendar. */
export function yearBy(calendar: Calendar, year: number): Period {
  const end = lastDay(year, calendar.endsIn);
  return {
    id: String(year),
    kind: 'year',
    start: yearStart(year, calendar),
    end,
    label: `year to ${dateInWords(end)}`,
    population: `mid${year - calendar.populationYearsBefore}`
  };
}

/** The first day of the reporting year that ends in `year`. */
function yearStart(year: number, { endsIn }: Calendar): string {
  return endsIn === 12 ? `${year}-01-01` : `${year - 1}-${two(endsIn + 1)}-01`;
}

/** The year that a period ends in, by which charts place it. */
export function endYear({ end }: Pick<Period, 'end'>): number {
  return Number(end.slice(0, 4));
}

const two = (number: number) => String(number).padStart(2, '0');

/**
 * The period that an id names by itself: `2024`, `2024Q3`, `2023M11`, `at20240630`, `mid2023`, `2022to2024` (reporting
 * years pooled), `to20241231` (its reporting year so far). Undefined for any other, such as a round, whose date only its
 * register knows.
 */
export function periodOf(id: string, calendar = TO_MARCH): Period | undefined {
  const [, year, quarter, month, day, mid, from, until, soFar] =
    /^(?:(\d{4})(?:Q([1-4])|M(\d{2}))?|at(\d{8})|mid(\d{4})|(\d{4})to(\d{4})|to(\d{8}))$/.exec(id) ?? [];
  if (quarter !== undefined) return quarterOf(Number(year), Number(quarter), calendar);
  if (month !== undefined) return monthOf(id, Number(year), Number(month), calendar);
  if (year !== undefined) return yearBy(calendar, Number(year));
  if (day !== undefined) return dateOf(id, isoDay(day), calendar);
  if (mid !== undefined)
    return {
      id,
      kind: 'date',
      start: `${mid}-06-30`,
      end: `${mid}-06-30`,
      label: `mid-${mid} (30 June ${mid})`
    };
  if (from !== undefined && until !== undefined)
    return pooledYears(id, Number(from), Number(until), calendar);
  return soFar === undefined ? undefined : yearSoFar(id, isoDay(soFar), calendar);
}

/** The reporting year, from 1 April or as the calendar says, that an ISO date lies in. */
export function reportingYearOf(iso: string, { endsIn } = TO_MARCH): number {
  return Number(iso.slice(0, 4)) + (Number(iso.slice(5, 7)) > endsIn ? 1 : 0);
}

/** The quarter, 1 to 4, of its reporting year that an ISO date lies in. */
export function reportingQuarterOf(iso: string, { endsIn } = TO_MARCH): number {
  return Math.floor(((Number(iso.slice(5, 7)) - endsIn + 11) % 12) / 3) + 1;
}

/** `20240630` → `2024-06-30`; undefined for what is no date. */
function isoDay(digits: string): string | undefined {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return IsoDate.safeParse(iso).success ? iso : undefined;
}

const populationOf = (iso: string, calendar: Calendar) =>
  `mid${reportingYearOf(iso, calendar) - calendar.populationYearsBefore}`;

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthOf(id: string, year: number, month: number, calendar: Calendar): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  const end = lastDay(year, month);
  const start = `${end.slice(0, 7)}-01`;
  return {
    id,
    kind: 'month',
    start,
    end,
    label: monthInWords(start),
    population: populationOf(end, calendar)
  };
}

/** Quarter 1 of the reporting year 2024 is April to June 2023, or the first three months of the calendar’s year. */
function quarterOf(year: number, quarter: number, calendar: Calendar): Period {
  const first = new Date(`${yearStart(year, calendar)}T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + (quarter - 1) * 3);
  const start = first.toISOString().slice(0, 10);
  first.setUTCMonth(first.getUTCMonth() + 3, 0);
  const end = first.toISOString().slice(0, 10);
  const [from, to] = [monthInWords(start), monthInWords(end)];
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const label = `${sameYear ? (from.split(' ')[0] ?? '') : from} to ${to}`;
  return {
    id: `${year}Q${quarter}`,
    kind: 'quarter',
    start,
    end,
    label,
    population: populationOf(end, calendar)
  };
}

function dateOf(id: string, iso: string | undefined, calendar: Calendar): Period | undefined {
  if (iso === undefined) return undefined;
  return {
    id,
    kind: 'date',
    start: iso,
    end: iso,
    label: dateInWords(iso),
    population: populationOf(iso, calendar)
  };
}

function pooledYears(id: string, from: number, until: number, calendar: Calendar): Period | undefined {
  if (from >= until) return undefined;
  const end = lastDay(until, calendar.endsIn);
  const label = `${until - from + 1} years to ${dateInWords(end)}`;
  return { id, kind: 'pooled', start: yearStart(from, calendar), end, label };
}

function yearSoFar(id: string, end: string | undefined, calendar: Calendar): Period | undefined {
  if (end === undefined) return undefined;
  const start = yearStart(reportingYearOf(end, calendar), calendar);
  const label = `${dateInWords(start)} to ${dateInWords(end)}`;
  return { id, kind: 'to-date', start, end, label, population: populationOf(end, calendar) };
}

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

/** The reporting year ending on 31 March of `year`; its rates use the estimate of mid-(year − 1). */
export function reportingYear(year: number): Period {
  return {
    id: String(year),
    kind: 'year',
    start: `${year - 1}-04-01`,
    end: `${year}-03-31`,
    label: `year to 31 March ${year}`,
    population: `mid${year - 1}`
  };
}

/**
 * The period that an id names by itself: `2024`, `2024Q3`, `2023M11`, `at20240630`, `mid2023`, `2022to2024` (reporting
 * years pooled), `to20241231` (its reporting year so far). Undefined for any other, such as a round, whose date only its
 * register knows.
 */
export function periodOf(id: string): Period | undefined {
  const [, year, quarter, month, day, mid, from, until, soFar] =
    /^(?:(\d{4})(?:Q([1-4])|M(\d{2}))?|at(\d{8})|mid(\d{4})|(\d{4})to(\d{4})|to(\d{8}))$/.exec(id) ?? [];
  if (quarter !== undefined) return quarterOf(Number(year), Number(quarter));
  if (month !== undefined) return monthOf(id, Number(year), Number(month));
  if (year !== undefined) return reportingYear(Number(year));
  if (day !== undefined) return dateOf(id, isoDay(day));
  if (mid !== undefined)
    return {
      id,
      kind: 'date',
      start: `${mid}-06-30`,
      end: `${mid}-06-30`,
      label: `mid-${mid} (30 June ${mid})`
    };
  if (from !== undefined && until !== undefined) return pooledYears(id, Number(from), Number(until));
  return soFar === undefined ? undefined : yearSoFar(id, isoDay(soFar));
}

/** The reporting year, from 1 April, that an ISO date lies in. */
export function reportingYearOf(iso: string): number {
  return Number(iso.slice(0, 4)) + (iso.slice(5) >= '04-01' ? 1 : 0);
}

/** `20240630` → `2024-06-30`; undefined for what is no date. */
function isoDay(digits: string): string | undefined {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return IsoDate.safeParse(iso).success ? iso : undefined;
}

const populationOf = (iso: string) => `mid${reportingYearOf(iso) - 1}`;

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthOf(id: string, year: number, month: number): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  const end = lastDay(year, month);
  const start = `${end.slice(0, 7)}-01`;
  return { id, kind: 'month', start, end, label: monthInWords(start), population: populationOf(end) };
}

/** Quarter 1 of the reporting year 2024 is April to June 2023. */
function quarterOf(year: number, quarter: number): Period {
  const first = quarter === 4 ? 1 : quarter * 3 + 1;
  const end = lastDay(quarter === 4 ? year : year - 1, first + 2);
  const start = `${end.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
  const label = `${monthInWords(start).split(' ')[0] ?? ''} to ${monthInWords(end)}`;
  return { id: `${year}Q${quarter}`, kind: 'quarter', start, end, label, population: populationOf(end) };
}

function dateOf(id: string, iso: string | undefined): Period | undefined {
  if (iso === undefined) return undefined;
  return { id, kind: 'date', start: iso, end: iso, label: dateInWords(iso), population: populationOf(iso) };
}

function pooledYears(id: string, from: number, until: number): Period | undefined {
  if (from >= until) return undefined;
  const label = `${until - from + 1} years to 31 March ${until}`;
  return { id, kind: 'pooled', start: `${from - 1}-04-01`, end: `${until}-03-31`, label };
}

function yearSoFar(id: string, end: string | undefined): Period | undefined {
  if (end === undefined) return undefined;
  const start = `${reportingYearOf(end) - 1}-04-01`;
  const label = `${dateInWords(start)} to ${dateInWords(end)}`;
  return { id, kind: 'to-date', start, end, label, population: populationOf(end) };
}

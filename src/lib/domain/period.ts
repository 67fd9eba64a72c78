import { z } from 'zod';

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

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;

/** `2024-03-31` → `31 March 2024`. */
export function dateInWords(iso: string): string {
  const [year = '', month = '1', day = '1'] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `2024-03-31` → `March 2024`. */
export function monthInWords(iso: string): string {
  const [year = '', month = '1'] = iso.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** Whole months from one ISO date to another; negative if `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  const lastDayOfTo = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  const short = toDay < fromDay && toDay !== lastDayOfTo;
  return short ? months - 1 : months;
}

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

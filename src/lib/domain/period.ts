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

/** Why there is no year of figures that are there for parts of it. */
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';

/** The pages show years alone, and rounded counts make none. */
export function wholeYears(disclosure: Pick<DisclosureRecord, 'settings'> | undefined): string {
  const shown = 'The pages show whole years.';
  const rounding = disclosure?.settings.rounding ?? 1;
  return rounding > 1
    ? `${shown} Counts here are rounded to the nearest ${String(rounding)}, and rounded counts of quarters or months are not added up: their sum need not be the year’s count. Give the year’s own count to see it.`
    : shown;
}

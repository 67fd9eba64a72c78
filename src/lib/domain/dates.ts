/** Days, and dates in words. Apart from `period.ts`, so that a page can say a date without fetching the schemas. */

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

/** The day of a moment as an ISO date, by the calendar of wherever this runs: not by that of Greenwich. */
export function isoDate(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

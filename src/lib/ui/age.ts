import { monthsBetween } from '#lib/domain/dates.ts';

/** How old a position is when it is read: `31 months ago`. Both dates are ISO; months are whole. */
export function ageInWords(end: string, today: string): string {
  const months = monthsBetween(end, today);
  if (months < 0) return 'not reached yet';
  if (months === 0) return 'less than a month ago';
  return months === 1 ? '1 month ago' : `${months} months ago`;
}

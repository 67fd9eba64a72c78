/** Of what the sides of a matter say, when that begins after the date of a page. */
import { dateInWords } from '#lib/domain/dates.ts';
import { chooseLater } from '../later.ts';

/** @param sides `audits on “Is neglect seen?”`; @param date ISO date of the first; @param position of the first page that has it */
export function laterSidesText(sides: string, date: string, position: string | undefined): string {
  return `Figures of some sides begin after this date: ${sides}. The first are of ${dateInWords(date)}. ${chooseLater(position)}`;
}

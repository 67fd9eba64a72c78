/** Where figures begin after the date of a page: said with the first date that has them, and how to get there. */
import { dateInWords } from '#lib/domain/dates.ts';

/** `Choose 31 March 2023 or later under “Position at”.` @param position ISO date of the first position that has them */
export function chooseLater(position: string | undefined): string {
  return position === undefined
    ? 'Choose a later date under “Position at”.'
    : `Choose ${dateInWords(position)} or later under “Position at”.`;
}

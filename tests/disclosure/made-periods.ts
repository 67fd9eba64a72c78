/** Years, quarters and years to date as bundles name them. */
import type { Period } from '#lib/domain/period.ts';

const STARTS = ['04-01', '07-01', '10-01', '01-01'];
const ENDS = ['06-30', '09-30', '12-31', '03-31'];
const inYear = (year: number, number: number, days: readonly string[]) =>
  `${number === 4 ? year : year - 1}-${days[number - 1] ?? ''}`;

/** The quarter, 1 to 4, of the year from April to the March of `year`. */
export const quarterOf = (year: number, number: number, id = `${year}Q${number}`): Period => ({
  id,
  kind: 'quarter',
  start: inYear(year, number, STARTS),
  end: inYear(year, number, ENDS),
  label: `quarter ${number} of ${year}`
});

/** The same year from its April to the end of a quarter. */
export const toDateOf = (year: number, number: number, id = `ytd${number}`): Period => ({
  id,
  kind: 'to-date',
  start: inYear(year, 1, STARTS),
  end: inYear(year, number, ENDS),
  label: `year to quarter ${number} of ${year}`
});

/** What may not be said across a change in recording. */
import type { Recoding } from '#lib/indicators/recoding.ts';
import { listed } from './number.ts';

type Moved = Exclude<Recoding, 'none'>;

/** Why no change from one year to another is described. `what` would have changed: `neglect`. */
export function recodingSentence(moved: Moved, from: string, to: string, what: string): string {
  return moved === 'moved'
    ? `The use of “multiple” as a category changed between ${from} and ${to}, so no change in ${what} can be described.`
    : `“Multiple” is withheld or missing for ${from} or ${to}, so a change in ${what} cannot be told from a change in recording.`;
}

/** Why no trend is described. @param when `the last five years` */
export function recodedTrend(moved: Moved, when: string): string {
  return moved === 'moved'
    ? `The use of “multiple” as a category changed in ${when}, so no trend can be described.`
    : `“Multiple” is withheld or missing in ${when}, so a trend cannot be told from a change in recording.`;
}

/** Why the lines of an area are parted. @param years each of which cannot be set beside the one before */
export function recodedLines(area: string, years: readonly number[]): string {
  const spans = listed(years.map((year) => `from ${String(year - 1)} to ${String(year)}`));
  return `${area}: the use of “multiple” as a category changed ${spans}. So lines are parted there, and no change in a category can be read across.`;
}

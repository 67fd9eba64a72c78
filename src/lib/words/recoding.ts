/** What may not be said across a change in recording. */
import type { Recoding } from '#lib/indicators/recoding.ts';

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

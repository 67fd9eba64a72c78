/** What the way in which a sample was drawn lets a figure say. */

import { chosenText } from './rounds.ts';

interface Drawn {
  readonly how: string;
  readonly byChance: boolean;
}

/** `The sample was put forward by teams. So the figure speaks for what was read and for nothing else, and it has no range.` */
export function sampleSentence({ how, byChance }: Drawn): string {
  const said =
    how === chosenText(undefined) ? 'It is not said how the sample was chosen.' : `The sample was ${how}.`;
  return byChance
    ? said
    : `${said} So the figure speaks for what was read and for nothing else, and it has no range.`;
}

/** `The year before it was 11 of 21, or 52.4%, of a sample put forward by teams. …` */
export function notOneChange(before: string, how: string): string {
  return `The year before it was ${before} of a sample ${how}. A sample that was not drawn by chance cannot tell whether anything changed.`;
}

export const NO_RANGE =
  'None. The sample was not drawn by chance, so there is nothing to say of those who were not read.';

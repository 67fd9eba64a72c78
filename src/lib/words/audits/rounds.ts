/** How the records of a round were chosen, and why two rounds are not compared. */
import { dateInWords } from '#lib/domain/dates.ts';
import { drawnByChance, type RoundDifference } from '#lib/domain/audit-round.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { itemised, lowerFirst, number, sentence } from '../number.ts';

/** `drawn at random`, `put forward by teams`. */
export function chosenText(method: string | undefined): string {
  if (method === undefined) return 'not said how chosen';
  return /^random(ly)?$/i.test(method.trim()) ? 'drawn at random' : lowerFirst(method.trim());
}

/** Labels that tell rounds apart: `November 2023`, or the day where the month holds another. */
export function roundLabels<R extends { readonly label: string; readonly date: string }>(
  rounds: readonly R[]
): readonly R[] {
  return rounds.map((round) =>
    rounds.some((other) => other !== round && other.label === round.label && other.date !== round.date)
      ? { ...round, label: dateInWords(round.date) }
      : round
  );
}

const WHY: Readonly<Record<RoundDifference, string>> = {
  question: 'the question was not the same',
  scale: 'grades were given on another scale',
  sampling: 'records were chosen in another way',
  frame: 'they were chosen from another group',
  tier: 'the rounds look at different tiers of help',
  untold: 'it is not said how the records of both were chosen'
};

/** `records were chosen in another way and grades were given on another scale`. */
export function differenceText(why: readonly RoundDifference[]): string {
  return itemised([...new Set(why)].map((each) => WHY[each]));
}

/** `Not comparable: records were chosen in another way.` */
export function notComparableText(why: readonly RoundDifference[]): string {
  return `Not comparable: ${differenceText(why)}.`;
}

export interface RoundWords {
  readonly label: string;
  readonly method?: string;
  readonly frame?: string;
  /** How many were read here, where that is known. */
  readonly read?: number;
}

/** `November 2023: 60 read, drawn at random from families known for neglect at any tier`. */
export function sampleText({ label, method, frame, read }: RoundWords): string {
  const many = read === undefined ? '' : `${number(read)} read, `;
  const from = frame === undefined ? '' : ` from ${lowerFirst(frame)}`;
  return `${label}: ${many}${chosenText(method)}${from}`;
}

const AT_RANDOM = 'Each such family had the same chance of being chosen.';

/** What a round can speak for. */
export function speaksFor({ method, read }: Pick<RoundWords, 'method' | 'read'>): string {
  if (method === undefined)
    return 'Nobody says how the records of the last round were chosen, so they speak for themselves alone.';
  const chosen = `The records of the last round were ${chosenText(method)}.`;
  if (!drawnByChance(method)) return `${chosen} So they speak for themselves alone.`;
  return read !== undefined && shareAs(read) === 'counts'
    ? `${chosen} ${AT_RANDOM} So they could speak for all of them, but they are too few.`
    : `${chosen} ${AT_RANDOM} So they can speak for all of them, within the range of chance.`;
}

/** The same for the head of a column: `November 2023, drawn at random`. */
export function columnText({ label, method }: Pick<RoundWords, 'label' | 'method'>): string {
  return `${sentence(label)}, ${chosenText(method)}`;
}

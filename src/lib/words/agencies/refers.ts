/** Who refers, in sentences. */
import type { Mark } from '#lib/domain/mark.ts';
import { NEIGHBOURS_NEEDED } from '#lib/stats/compare.ts';
import type { OwnPastVerdict } from '#lib/stats/usual-change.ts';
import { ownPastText } from '../change.ts';
import { inWords, itemised, listed, number } from '../number.ts';
import { sourceInWords } from './names.ts';

export interface Said {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** For every 10,000 children; absent without a population. */
  readonly rate?: number;
}

const WHAT: Readonly<Record<Mark, string>> = {
  neglect: 'referrals for neglect',
  includes: 'referrals for “abuse or neglect”',
  all: 'referrals'
};

/** `referrals for neglect`: what is counted, by its mark. */
export function referralsText(mark: Mark): string {
  return WHAT[mark];
}

/** Of a locality, of which nobody is counted who refers. */
export function countedForWholeSentence(whole: string): string {
  return `Who refers children is counted for ${whole} as a whole, not by locality.`;
}

/**
 * `The largest number of referrals for neglect came from the police: 27.5 for every 10,000 children (412 referrals).`
 * `ofNamed` where more came from an unnamed source.
 */
export function mostFromSentence(mark: Mark, most: Said, ofNamed: boolean): string {
  const counted = `${number(most.count)} referrals`;
  const amount =
    most.rate === undefined ? counted : `${number(most.rate, 1)} for every 10,000 children (${counted})`;
  const lead = ofNamed ? 'Of the named sources, the' : 'The';
  return `${lead} largest number of ${WHAT[mark]} came from ${sourceInWords(most)}: ${amount}.`;
}

/** `Of 1,793 referrals for neglect, so many came from: the police, 575 (35.1 for every 10,000 children); schools, 335 (20.5); …` */
export function ofTotalSentence(mark: Mark, total: number | undefined, most: readonly Said[]): string {
  const said = most.map((each, i) => {
    const rate =
      each.rate === undefined
        ? ''
        : ` (${number(each.rate, 1)}${i === 0 ? ' for every 10,000 children' : ''})`;
    return `${sourceInWords(each)}, ${number(each.count)}${rate}`;
  });
  return `Of ${total === undefined ? 'all' : number(total)} ${WHAT[mark]}, so many came from: ${itemised(said)}.`;
}

export interface Apart {
  readonly id: string;
  readonly name: string;
  readonly rate: number;
  readonly national: number;
}

/** `Clearly fewer come from schools than in England: 61.0 for every 10,000 children, against 105.4.` `said` already of the same. */
export function furthestSentence(
  { rate, national, ...source }: Apart,
  country: string,
  said: boolean
): string {
  const side = rate < national ? 'fewer' : 'more';
  return said
    ? `That is clearly ${side} than in ${country}, which has ${number(national, 1)}.`
    : `Clearly ${side} come from ${sourceInWords(source)} than in ${country}: ${number(rate, 1)} for every 10,000 children, against ${number(national, 1)}.`;
}

/** How many of those that stand apart are named; the others are counted. */
const NAMED = 2;

/** `Named sources clearly above England: schools (147.2, England 118.9), the police (190.2, 147.7) and three more.` */
export function apartSentence(
  side: 'above' | 'below',
  apart: readonly Apart[],
  country: string
): string | undefined {
  if (apart.length === 0) return undefined;
  const said = apart
    .slice(0, NAMED)
    .map(
      (each, i) =>
        `${sourceInWords(each)} (${number(each.rate, 1)}${i === 0 ? `, ${country}` : ','} ${number(each.national, 1)})`
    );
  return `Named sources clearly ${side} ${country}: ${listed([...said, ...andMore(apart.length - NAMED)])}.`;
}

/** `three more`: those that a list does not name; nothing where it names all. */
export function andMore(count: number): readonly string[] {
  return count > 0 ? [`${inWords(count)} more`] : [];
}

/** That for much of it the source is not known. */
export function unknownSentence(share: number, mark: Mark): string {
  return `The source of ${number(share)}% of ${WHAT[mark]} is not known, so every other source may be higher than it looks.`;
}

/**
 * `Referrals from schools changed most since the year before. They went up from 120.4 to 147.2 for every 10,000 children.`
 * `someLack` where the change of another source cannot be told.
 */
export function changedMostSentence(source: Said, from: number, to: number, someLack: boolean): string {
  const side = to > from ? 'up' : 'down';
  const which = someLack ? ', of the sources with figures for both years' : ' since the year before';
  return `Referrals from ${sourceInWords(source)} changed most${which}. They went ${side} from ${number(from, 1)} to ${number(to, 1)} for every 10,000 children.`;
}

/** The same as the title of a drawing. */
export function changedMostTitle(source: Said, from: number, to: number, someLack: boolean): string {
  return `Largest ${someLack ? 'known ' : ''}change in a year: ${sourceInWords(source)}, ${to > from ? 'up' : 'down'} from ${number(from, 1)} to ${number(to, 1)}`;
}

/** `That is unusual here: no change before it was as big, allowing for size.` A small number moves less. */
export function ownPastBySize(verdict: OwnPastVerdict): string {
  const said = ownPastText(verdict);
  return verdict.verdict === 'judged' ? `${said.replace(/\.$/, '')}, allowing for size.` : said;
}

/** `Middle of 6 to 10 similar areas`: of each source so many have a figure. */
export function middleOfSome(fewest: number, most: number): string {
  return `Middle of ${number(fewest)} ${most - fewest > 1 ? 'to' : 'or'} ${number(most)} similar areas`;
}

/** In place of a middle of similar areas, by how many of them have a figure. */
export function noMiddle(withData: number): string {
  return withData < NEIGHBOURS_NEEDED ? 'too few figures' : 'too many withheld';
}

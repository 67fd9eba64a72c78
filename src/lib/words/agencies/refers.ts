/** Who refers, in sentences. */
import type { Mark } from '#lib/domain/mark.ts';
import { listed, number } from '../number.ts';
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

/** `Most referrals for neglect came from the police: 27.5 for every 10,000 children (412 referrals).` */
export function mostFromSentence(mark: Mark, most: Said): string {
  const counted = `${number(most.count)} referrals`;
  const amount =
    most.rate === undefined ? counted : `${number(most.rate, 1)} for every 10,000 children (${counted})`;
  return `The largest number of ${WHAT[mark]} came from ${sourceInWords(most)}: ${amount}.`;
}

/** `Of 1,793 referrals for neglect, 575 came from the police (35.1 for every 10,000 children) and 335 from schools (20.5).` */
export function ofTotalSentence(mark: Mark, total: number | undefined, most: readonly Said[]): string {
  const said = most.map((each, i) => {
    const rate =
      each.rate === undefined
        ? ''
        : ` (${number(each.rate, 1)}${i === 0 ? ' for every 10,000 children' : ''})`;
    return `${number(each.count)} ${i === 0 ? 'came ' : ''}from ${sourceInWords(each)}${rate}`;
  });
  return `Of ${total === undefined ? 'all' : number(total)} ${WHAT[mark]}, ${listed(said)}.`;
}

export interface Apart {
  readonly id: string;
  readonly name: string;
  readonly rate: number;
  readonly national: number;
}

/** `Clearly above England: schools (147.2, England 118.9).` */
export function apartSentence(
  side: 'above' | 'below',
  apart: readonly Apart[],
  country: string
): string | undefined {
  if (apart.length === 0) return undefined;
  const said = apart.map(
    (each, i) =>
      `${sourceInWords(each)} (${number(each.rate, 1)}${i === 0 ? `, ${country}` : ','} ${number(each.national, 1)})`
  );
  return `Clearly ${side} ${country}: ${listed(said)}.`;
}

/** That for much of it the source is not known. */
export function unknownSentence(share: number, mark: Mark): string {
  return `The source of ${number(share)}% of ${WHAT[mark]} is not known, so every other source may be higher than it looks.`;
}

/** `Referrals from schools changed most since the year before: from 120.4 to 147.2 for every 10,000 children.` */
export function changedMostSentence(source: Said, from: number, to: number): string {
  const side = to > from ? 'up' : 'down';
  return `The largest change since the year before: referrals from ${sourceInWords(source)}, ${side} from ${number(from, 1)} to ${number(to, 1)} for every 10,000 children.`;
}

/** The same as the title of a drawing. */
export function changedMostTitle(source: Said, from: number, to: number): string {
  return `Largest change in a year: ${sourceInWords(source)}, ${to > from ? 'up' : 'down'} from ${number(from, 1)} to ${number(to, 1)}`;
}

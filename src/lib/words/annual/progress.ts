/** How it is said that something did not move, moved the wrong way, or cannot be seen. */
import { lowerFirst } from '../number.ts';

/** Names that may hold commas. */
const named = (figures: readonly string[]): string => figures.map(lowerFirst).join('; ');

/** A figure after a milestone: `No sign of a change: referrals, up 1% since 1 April 2022; similar areas −10% to +6%.` */
export function stalledText(line: {
  readonly verdict: string;
  readonly figure: string;
  readonly change: string;
  readonly since: string;
  readonly others: string;
}): string {
  return `${line.verdict}: ${lowerFirst(line.figure)}, ${line.change} since ${line.since}${line.others}.`;
}

/** Figures that have no verdict for one reason. */
export const unjudgedText = (verdict: string, figures: readonly string[]): string =>
  `${verdict.replace(/: (.+)$/, ' ($1)')}: ${named(figures)}.`;

/** A figure that moved against the direction that is wanted. */
export const worseText = (figure: string, change: string, since: string): string =>
  `The wrong way: ${lowerFirst(figure)}, ${change} since ${since}.`;

export const withheldText = (figures: readonly string[]): string =>
  `Withheld, so that no child can be identified. So nobody can tell from these whether there was progress: ${named(figures)}.`;

export const unseenText = (abouts: readonly string[]): string =>
  `Progress cannot be seen where no evidence is held: ${abouts.join('; ')}.`;

/** Where nothing qualifies. It is no finding: somebody has to say it. */
export const UNANSWERED =
  'No figure held here shows little or no progress, and nobody has said yet that there was none.';
export const NOBODY_SAID =
  'No figure held here shows little or no progress, and nobody has said yet that there was none. Say where there was too little, or say that there was progress everywhere and how you know.';

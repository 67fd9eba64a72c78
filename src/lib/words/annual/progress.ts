/** How it is said that something did not move, moved the wrong way, or cannot be seen. */
import { listed, lowerFirst } from '../number.ts';

const OF_ONE = /^(.+) \(([^()]+)\)$/;

/** `Plans (Lanternport)`, `Audits`, `Plans (Quillmere)` as `Plans (Lanternport and Quillmere)`, `Audits`. */
export function figuresTogether(figures: readonly string[]): readonly string[] {
  const sides = new Map<string, readonly string[]>();
  for (const figure of figures) {
    const [, name = figure, whose] = OF_ONE.exec(figure) ?? [];
    // What is of one area, and what is of no area in particular, are two figures.
    const key = whose === undefined ? figure : `${name} (`;
    const before = sides.get(key) ?? [];
    sides.set(key, whose === undefined || before.includes(whose) ? before : [...before, whose]);
  }
  return [...sides].map(([key, whose]) => (whose.length === 0 ? key : `${key}${listed(whose)})`));
}

/** Names that may hold commas. */
const named = (figures: readonly string[]): string => figuresTogether(figures).map(lowerFirst).join('; ');

/** A figure after a milestone: `No sign of a change: referrals, up 1% since 1 April 2022 (Front door strategy launched); similar areas −10% to +6%.` */
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

/** More kinds of evidence than these in one sentence are read by nobody. */
const IN_ONE = 6;

/** What is lacking in one sentence or, where it is much, in one for each heading it is lacking under. */
export function unseenText(
  lacking: readonly { readonly heading: string; readonly abouts: readonly string[] }[]
): string {
  const said = 'Progress cannot be seen where no evidence is held';
  const all = lacking.flatMap(({ abouts }) => abouts);
  if (all.length <= IN_ONE) return `${said}: ${all.join('; ')}.`;
  return [
    `${said}.`,
    ...lacking.map(({ heading, abouts }) => `Under “${heading}”: ${abouts.join('; ')}.`)
  ].join(' ');
}

/** Where nothing qualifies. It is no finding: somebody has to say it. */
export const UNANSWERED =
  'No figure held here shows little or no progress, and nobody has said yet that there was none.';
export const NOBODY_SAID =
  'No figure held here shows little or no progress, and nobody has said yet that there was none. Say where there was too little, or say that there was progress everywhere and how you know.';

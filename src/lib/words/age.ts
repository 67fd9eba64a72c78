/** Sentences about ages. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { reasonText } from './absence.ts';
import { counted, listed, lowerFirst, number, possessive, sentence } from './number.ts';

/** `1 to 4`, `under 1`, `16 and over`: a band inside a sentence. */
export const bandText = ({ name }: { readonly name: string }): string => lowerFirst(name);

/** `aged 1 to 4`, `aged under 1`. */
export const agedText = (band: { readonly name: string }): string => `aged ${bandText(band)}`;

/** `1 to 4 and 5 to 9`; a comma where a name holds an “and” itself: `10 to 15, and 16 and over`. */
export function bandsText(bands: readonly { readonly name: string }[]): string {
  const texts = bands.map(bandText);
  if (texts.length < 2 || !texts.some((text) => text.includes(' and '))) return listed(texts);
  return `${texts.slice(0, -1).join(', ')}, and ${texts.at(-1) ?? ''}`;
}

/** `, or 20%` after counts, where so many carry a percentage. */
export function orPercent(n: number, of: number): string {
  return shareAs(Math.round(of)) === 'counts' || n > of ? '' : `, or ${wholePercent(n, of)}`;
}

/** `29 of 144 (20%)`; too few carry no percentage. */
export function partText(n: number, of: number): string {
  const share = shareAs(Math.round(of)) === 'counts' || n > of ? '' : ` (${wholePercent(n, of)})`;
  return `${number(n)} of ${number(of)}${share}`;
}

/** A part that is not none is never rounded to none, nor one short of all to all. */
export function wholePercent(n: number, of: number): string {
  const share = (n / of) * 100;
  if (n > 0 && share < 0.5) return 'less than 1%';
  if (n < of && share >= 99.5) return 'more than 99%';
  return `${number(share)}%`;
}

/** `58 children`, `1 child`, `fewer than 1 child`: a number that a rate gives, with none of a child said. */
export function childrenAt(value: number): string {
  if (value > 0 && value < 0.5) return 'fewer than 1 child';
  return counted(Math.round(value), 'child', 'children');
}

/** `29 were`, `1 was`, `none was`. */
export function wereText(value: number): string {
  return value === 0 ? 'none was' : counted(value, 'was', 'were');
}

/**
 * `In England it was 42%: clearly fewer here.` Nothing is told of a cause.
 * @param among of whom, where no note can say that the country counts others: `on a plan that began for neglect`
 */
export function besideCountry(
  country: string,
  percent: string,
  comparison: Comparison | undefined,
  among?: string
): string {
  const said = `In ${country} it was ${percent}${among === undefined ? '' : ` of those ${among}`}`;
  if (!comparison) return `${said}.`;
  const { certainty, direction, close } = comparison;
  if (certainty === 'cannotTell')
    return close ? `${said}: much the same.` : `${said}: we cannot tell the two apart.`;
  return `${said}: ${certainty} ${direction === 'lower' ? 'fewer' : 'more'} here.`;
}

/** What it may mean that older children are few; none is said to be so. */
export const OLDER_FEW =
  'Either fewer older children are neglected here, or their neglect is seen less often.';
export const CANNOT_TELL_WHICH =
  'Which of the two it is, or both, no count can tell: only looking at children’s records can.';

/** `Under 1 and 16 and over: withheld, so that no child can be identified.`; undefined where none is missing. */
export function missingBands(
  bands: readonly { readonly name: string; readonly cell: Cell }[]
): string | undefined {
  const reasons = [...new Set(bands.flatMap(({ cell }) => (isKnown(cell) ? [] : [cell.reason])))];
  if (reasons.length === 0) return undefined;
  return reasons
    .map((reason) => {
      const those = bands.filter(({ cell }) => !isKnown(cell) && cell.reason === reason);
      return `${sentence(bandsText(those))}: ${reasonText(reason)}.`;
    })
    .join(' ');
}

/** The unborn, apart from all rates. */
export function unbornSentence(cell: Cell, said: string): string {
  const many = isKnown(cell) ? `${wereText(cell.value)} ${said}` : reasonText(cell.reason);
  return `Unborn children stand apart: ${many}. Nobody counts how many there are in all, so there is no rate.`;
}

/** `The 870 not yet born stand outside these ages.` */
export function outsideBands(unborn: number): string {
  return unborn === 0
    ? 'None of them was unborn.'
    : unborn === 1
      ? 'The 1 not yet born stands outside these ages.'
      : `The ${number(unborn)} not yet born stand outside these ages.`;
}

/** Why what a rate of each age gives lies below what all plans would: unborn children have no age, and no rate. */
export const UNBORN_BESIDE =
  'The number of all these ages is the sum of the ages shown, without unborn children: nobody counts how many there are in all, so they have no rate. How many were on a plan here counts them too.';

/** Why ages 7 to 15 cannot be told from the bands of a table. */
export function noOlderSentence(bands: readonly { readonly name: string }[]): string {
  return `The figures here are for ages ${bandsText(bands)}. They cannot tell how many were aged 7 to 15.`;
}

export const ONE_CUT =
  'One publication keeps to one set of ages. With 5 to 9, 10 to 15 and 7 to 15 side by side, anybody could work out the children aged 5 and 6.';

export const categoryNote = (country: string) =>
  `${possessive(country)} ages are published by the first category of a plan; those here are counted by the latest. A plan can change category, so small differences between the two say nothing.`;

/** Said once, where the country is first set beside an area whose plans are counted by the latest category. */
export const firstCategory = (country: string) =>
  `${possessive(country)} plans are counted by the first category of each, those here by the latest.`;

export const notRight = (country: string) =>
  `${possessive(country)} rate is the only thing to set these against. It is not called right: ${country} may miss older children too.`;

/** What an expectation at each age is worked out from, with the date of the population. */
export const eachAge = (country: string, counted: string | undefined) =>
  `Each number is the rate of ${country} at that age, among the children of that age who ${counted === undefined ? 'live here' : `lived here on ${counted}`}.`;

/** Where the population of each age is not known. */
export const noAges = (area: string, country: string, counted: string | undefined) =>
  `How many children of each age ${counted === undefined ? `live in ${area}` : `lived in ${area} on ${counted}`} is not in these figures. So each number is worked out as if its children were of the same ages as those of ${country}.`;

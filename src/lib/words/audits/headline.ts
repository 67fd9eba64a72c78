/** The message of the page, from the figures alone. */
import type { RoundDifference } from '#lib/domain/audit-round.ts';
import { inWords, lowerFirst, number, sentence } from '../number.ts';
import { chosenText, differenceText } from './rounds.ts';
import { bareCounts, namedCounts, standardsText, type Counts, type Named } from './findings.ts';

export interface Change {
  readonly label: string;
  readonly from: Counts;
  readonly to: Counts;
}

const step = ({ label, from, to }: Change) =>
  `${lowerFirst(label)}, from ${number(from.n)} of ${number(from.of)} to ${number(to.n)} of ${number(to.of)}`;

/** `one standard got clearly better and one clearly worse`. */
export function changedText(better: number, worse: number): string {
  if (better > 0 && worse > 0)
    return `${standardsText(better)} got clearly better and ${inWords(worse)} clearly worse`;
  return better > 0
    ? `${standardsText(better)} got clearly better`
    : `${standardsText(worse)} got clearly worse`;
}

/** `Between November 2022 and November 2023 one standard got clearly better …`, with the largest change each way. */
export function changedHeadline(
  when: { readonly from: string; readonly to: string },
  better: readonly Change[],
  worse: readonly Change[]
): string {
  const [up] = better;
  const [down] = worse;
  return [
    `Between ${when.from} and ${when.to} ${changedText(better.length, worse.length)}.`,
    ...(up ? [`${better.length > 1 ? 'Most of all' : 'Better'}: ${step(up)}.`] : []),
    ...(down ? [`${worse.length > 1 ? 'Worst' : 'Worse'}: ${step(down)}.`] : [])
  ].join(' ');
}

/** A change with the names of its two rounds. */
export interface Dated extends Change {
  readonly when: { readonly from: string; readonly to: string };
}

const dated = ({ label, from, to, when }: Dated) =>
  `${lowerFirst(label)}, ${bareCounts(to)} in ${when.to} and ${bareCounts(from)} in ${when.from}`;

/**
 * `Audits found one thing clearly worse and one clearly better. Worse: a chronology …, 22 of 60 (37%) in November 2023
 * and 43 of 64 (67%) in November 2022. Better: …`, with the largest change each way; undefined where there is none.
 */
export function foundChangedText(better: readonly Dated[], worse: readonly Dated[]): string | undefined {
  const things = (count: number) => `${inWords(count)} ${count === 1 ? 'thing' : 'things'} clearly`;
  const [up] = better;
  const [down] = worse;
  if (!up && !down) return undefined;
  const counted =
    up && down
      ? `${things(worse.length)} worse and ${inWords(better.length)} clearly better`
      : up
        ? `${things(better.length)} better`
        : `${things(worse.length)} worse`;
  return [
    `Audits found ${counted}.`,
    ...(down ? [`${worse.length > 1 ? 'Worst' : 'Worse'}: ${dated(down)}.`] : []),
    ...(up ? [`${better.length > 1 ? 'Most of all' : 'Better'}: ${dated(up)}.`] : [])
  ].join(' ');
}

export interface HeldRound {
  readonly label: string;
  readonly method?: string;
}

/** Two rounds that look alike, and why nothing is said of a change. */
export function notComparableHeadline(
  area: string,
  rounds: { readonly from: HeldRound; readonly to: HeldRound },
  differ: readonly RoundDifference[],
  apparent: (Change & { readonly unit: string }) | undefined
): string {
  const { from, to } = rounds;
  const held = ({ method }: HeldRound) => (method === undefined ? '' : ` ${chosenText(method)}`);
  const said =
    apparent === undefined
      ? ''
      : ` “${apparent.label}”: ${number(apparent.from.n)} of ${number(apparent.from.of)} ${apparent.unit}${held(from)}, then ${number(apparent.to.n)} of ${number(apparent.to.of)}${held(to)}. That is no evidence of a change.`;
  return `${sentence(area)}’s rounds of ${from.label} and ${to.label} are not comparable: ${differenceText(differ)}.${said}`;
}

/** `No conclusion: n = 8.` */
export function fewHeadline(area: string, round: string, read: number, unit: string): string {
  return `No conclusion: n = ${number(read)}. The audit round of ${round} read ${number(read)} ${unit} in ${area}, too few to say how often a standard is met.`;
}

const ends = (weakest: Named | undefined, strongest: Named | undefined) =>
  [
    ...(weakest ? [`Weakest: ${namedCounts([weakest])}.`] : []),
    ...(strongest ? [`Strongest: ${namedCounts([strongest])}.`] : [])
  ].join(' ');

export function unchangedHeadline(
  { round, before, judged }: { readonly round: string; readonly before: string; readonly judged: number },
  weakest: Named | undefined
): string {
  return `The audit round of ${round} shows no clear change from ${before}, on any of ${standardsText(judged)}. ${ends(weakest, undefined)}`.trim();
}

export function singleHeadline(
  area: string,
  round: string,
  read: { readonly many: number; readonly unit: string } | undefined,
  weakest: Named | undefined,
  strongest: Named | undefined
): string {
  const start =
    read === undefined
      ? `An audit round of ${round} is supplied for ${area}`
      : `The audit round of ${round} read ${number(read.many)} ${read.unit} in ${area}`;
  return `${start}. ${ends(weakest, strongest)}`.trim();
}

/** Contacts, referrals and what became of them, in sentences. */
import type { Answer, Part } from '#lib/indicators/answer.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { ChangeVerdict } from '#lib/stats/usual-change.ts';
import { countChange } from '../change.ts';
import { chooseLater } from '../later.ts';
import { valueSentence } from '../figure.ts';
import { inWords, listed, lowerFirst, number, sentence } from '../number.ts';
import { shareOf } from '../value.ts';
import { sourceInWords } from './names.ts';
import { andMore } from './refers.ts';

export interface Moved {
  readonly from: number;
  readonly to: number;
}

/** `Since the year to 31 March 2023 referrals rose 17%, from 10,200 to 11,934.` */
export function referralsMovedSentence(
  since: string,
  { from, to }: Moved,
  verdict: ChangeVerdict | undefined
): string {
  return `Since the ${since} referrals ${countChange(from, to, verdict)}.`;
}

/** `Those assessed and found not in need went from 18.6% to 34.9% of referrals.` */
export function notInNeedMovedSentence({ from, to }: Moved): string {
  return `Of them, those assessed and found not in need went from ${number(from, 1)}% to ${number(to, 1)}%.`;
}

/** `For every referral there were 3.9 contacts: 30,982 contacts and 8,043 referrals.` */
export function contactsPerReferralSentence(contacts: number, referrals: number): string {
  return `There were ${number(contacts)} contacts and ${number(referrals)} referrals: ${number(contacts / referrals, 1)} contacts for every referral.`;
}

export interface Share {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** Sources that clearly differ from the whole. */
export interface Differing {
  readonly whole: number;
  readonly higher: readonly Share[];
  readonly lower: readonly Share[];
}

/** How many of those that differ are named; the others are counted. */
const NAMED = 2;

const shares = (list: readonly Share[]) =>
  listed([
    ...list.slice(0, NAMED).map((each) => `${sourceInWords(each)} (${number(each.value, 1)}%)`),
    ...andMore(list.length - NAMED)
  ]);

/** `Of all contacts 26.0% were accepted as referrals. Clearly more often from council services (30.3%); …` */
export function bySourceSentence(what: string, done: string, { whole, higher, lower }: Differing): string {
  const parts = [
    ...(higher.length > 0 ? [`clearly more often from ${shares(higher)}`] : []),
    ...(lower.length > 0 ? [`clearly less often from ${shares(lower)}`] : [])
  ];
  const said = parts.length === 0 ? 'No source is clearly different.' : `${sentence(listed(parts, 'and'))}.`;
  return `Of ${what} ${number(whole, 1)}% ${done}. ${said}`;
}

/** `Contacts accepted as referrals: clearly more often from council services (30.3%)`, as the title of a drawing. */
export function bySourceTitle(what: string, differing: Differing | undefined): string | undefined {
  if (!differing) return undefined;
  const [high] = differing.higher;
  const [low] = differing.lower;
  const named = (each: Share) => `${sourceInWords(each)} (${number(each.value, 1)}%)`;
  const parts = [
    ...(high ? [`clearly more often from ${named(high)}`] : []),
    ...(low ? [`clearly less often from ${named(low)}`] : [])
  ];
  return `${what}: ${parts.length === 0 ? 'no source is clearly different' : parts.join(', ')}`;
}

/** `Health services sent theirs on 20 May 2024; police sent theirs late.` */
export function returnsSentence(inTime: number, late: number, out: number): string {
  const parts = [
    inTime > 0 ? `${inWords(inTime)} came in time` : undefined,
    late > 0 ? `${inWords(late)} came late` : undefined,
    out > 0 ? `${inWords(out)} ${out === 1 ? 'has' : 'have'} not come` : undefined
  ].filter((part) => part !== undefined);
  const all = inTime + late + out;
  const said = listed(parts);
  return `Of ${inWords(all)} ${all === 1 ? 'return' : 'returns'} asked for, ${lowerFirst(said)}.`;
}

/** `families drawn at random from families known for neglect at any tier`: how a sample was drawn. */
export function drawnText(method: string, frame: string): string {
  const how = method === 'random' ? 'drawn at random' : method;
  return `${how}, from ${frame}`;
}

/** `What became of 1,793 referrals for neglect: assessed, and in need, 1,170 (65.3%); no further action, 146 (8.1%).` */
export function becameSentence(answer: Answer): string {
  const { name } = answer.indicator;
  const said = valueSentence(answer);
  const twice = `${name}, of `;
  return name === `What became of ${shareOf(answer.indicator)}` && said.startsWith(twice)
    ? `What became of ${said.slice(twice.length)}`
    : said;
}

const TOLD = 2;

function partTitle({ name, result: { numerator, denominator, value } }: Part): readonly string[] {
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return [];
  const counts = shareAs(denominator.value) === 'counts';
  const amount = counts
    ? `${number(numerator.value)} of ${number(denominator.value)}`
    : `${number(value.value)}%`;
  return [`${lowerFirst(name)}, ${amount}`];
}

/** `What became of referrals: no further action, 24%; assessed, and not in need, 23%`: the two largest that are known. */
export function becameTitle({ indicator, parts = [] }: Answer): string {
  const size = ({ result: { value } }: Part) => (isKnown(value) ? value.value : 0);
  const told = parts.filter((part) => size(part) > 0);
  const largest = (told.length > 0 ? told : parts).toSorted((a, b) => size(b) - size(a)).slice(0, TOLD);
  return `${indicator.name}: ${largest.flatMap(partTitle).join('; ')}`;
}

/**
 * Where referrals are first audited after the date of a page.
 * @param byAgency they are audited already, and later by agency; @param date ISO; @param position of the first page that has it
 */
export function laterQualityText(byAgency: boolean, date: string, position: string | undefined): string {
  const what = byAgency
    ? 'The quality of referrals is not told by agency as early as this date'
    : 'No audit of referrals is as early as this date';
  return `${what}. The first is of ${dateInWords(date)}. ${chooseLater(position)}`;
}

/** Contacts, referrals and what became of them, in sentences. */
import { changeInWords, inWords, listed, lowerFirst, number, sentence } from '../number.ts';
import { sourceInWords } from './names.ts';

export interface Moved {
  readonly from: number;
  readonly to: number;
}

/** `Since the year to 31 March 2023 referrals rose 17%, from 10,200 to 11,934.` */
export function referralsMovedSentence(since: string, referrals: Moved): string {
  const { from, to } = referrals;
  return from === to
    ? `There were as many referrals as in the ${since}: ${number(to)}.`
    : `Since the ${since} referrals ${changeInWords(from, to)}, from ${number(from)} to ${number(to)}.`;
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

const shares = (list: readonly Share[]) =>
  listed(list.map((each) => `${sourceInWords(each)} (${number(each.value, 1)}%)`));

/** `Of all contacts 26.0% were accepted as referrals. Clearly more often from council services (30.3%); …` */
export function bySourceSentence(what: string, done: string, { whole, higher, lower }: Differing): string {
  const parts = [
    ...(higher.length > 0 ? [`clearly more often from ${shares(higher)}`] : []),
    ...(lower.length > 0 ? [`clearly less often from ${shares(lower)}`] : [])
  ];
  const said = parts.length === 0 ? 'No source is clearly different.' : `${sentence(listed(parts, 'and'))}.`;
  return `Of ${what} ${number(whole, 1)}% ${done}. ${said}`;
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

/** Contacts, referrals and what became of them, in sentences. */
import { changeInWords, inWords, listed, lowerFirst, number } from '../number.ts';
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

interface Share {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** `Accepted as a referral most often when they come from anonymous callers (40.1%), least often from the police (18.2%).` */
export function acceptedSentence(all: number | undefined, shares: readonly Share[]): string {
  const [most] = shares;
  const least = shares.at(-1);
  const whole = all === undefined ? '' : ` Of all contacts it is ${number(all, 1)}%.`;
  if (!most || !least || most === least) return whole.trim();
  return `Contacts became referrals most often when they came from ${sourceInWords(most)} (${number(most.value, 1)}%) and least often from ${sourceInWords(least)} (${number(least.value, 1)}%).${whole}`;
}

/** `Closed with no further action: most often from … (12.0%), least often from … (3.1%).` */
export function outcomeBySourceSentence(what: string, shares: readonly Share[]): string {
  const [most] = shares;
  const least = shares.at(-1);
  if (!most || !least || most === least) return '';
  return `${what}: most often referrals from ${sourceInWords(most)} (${number(most.value, 1)}%), least often from ${sourceInWords(least)} (${number(least.value, 1)}%).`;
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

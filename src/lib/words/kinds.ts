/** Kinds of figure that are not one number: several outcomes of one whole, documents in place, and what is reported. */
import { giveOneAway, isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer, Part, State } from '#lib/indicators/answer.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { reasonText } from './absence.ts';
import { lowerFirst, listed, number } from './number.ts';
import { shareOf, shareText, shortValue, tooFewText } from './value.ts';

/** Of a document whose one review in the list came after the date of the page. @param reviewedOn ISO */
export const reviewedLater = (reviewedOn: string): string =>
  `not told for this date. The only review that is listed is of ${dateInWords(reviewedOn)}, which came later.`;

/** A figure of one day that is told on a later one. ISO dates. */
export interface ToldLater {
  /** The last day of the page’s year, which it is of. */
  readonly of: string;
  readonly on: string;
}

export const PASSED_SINCE = 'That date has passed since.';

/** ` It was last reviewed on 10 June 2025. Its next review is due by 31 March 2026.` */
function reviewText({ reviewedOn, reviewDue, inDate }: State, told: ToldLater | undefined): string {
  const reviewed = reviewedOn === undefined ? '' : ` It was last reviewed on ${dateInWords(reviewedOn)}.`;
  if (reviewDue === undefined) return reviewed;
  const since = inDate === true && told !== undefined && reviewDue < told.on;
  const due = inDate === false ? 'review was' : since ? 'next review was' : 'next review is';
  return `${reviewed} Its ${due} due by ${dateInWords(reviewDue)}.${since ? ` ${PASSED_SINCE}` : ''}`;
}

/**
 * `A neglect strategy that is in date: yes. It was last reviewed on 10 June 2025.`; told later: `yes, at 31 March 2025.`
 */
export function stateSentence({ indicator: { name }, state }: Answer, told?: ToldLater): string | undefined {
  if (!state) return undefined;
  const { inPlace, reviewedOn, inDate } = state;
  if (state.later === true && reviewedOn !== undefined) return `${name}: ${reviewedLater(reviewedOn)}`;
  const at = told === undefined ? '' : ` at ${dateInWords(told.of)}`;
  const said =
    inPlace === 'yes' && inDate === false
      ? `there is one, and its date for review ${at === '' ? 'has' : 'had'} passed${at}`
      : `${{ yes: 'yes', no: 'no', draft: 'a draft only' }[inPlace]}${at === '' ? '' : `,${at}`}`;
  return `${name}: ${said}.${reviewText(state, told)}`;
}

/** `Not supplied: early help and referrals.` */
export function coveredSentence({ covered }: Answer): string | undefined {
  if (!covered) return undefined;
  const lacking = covered.filter(({ supplied }) => !supplied).map(({ name }) => lowerFirst(name));
  return lacking.length === 0 ? 'Nothing is missing.' : `Not supplied: ${listed(lacking)}.`;
}

/** One part that is withheld among others that are known could be worked out from them. */
export function givesAway(parts: readonly Part[]): boolean {
  return giveOneAway(parts.map(({ result }) => result.value));
}

function wholeOf(parts: readonly Part[]): number | undefined {
  const wholes = parts.flatMap(({ result: { value, denominator } }) =>
    isKnown(value) && isKnown(denominator) ? [denominator.value] : []
  );
  return wholes.every((whole) => whole === wholes[0]) ? wholes[0] : undefined;
}

function partText(indicator: PlacedIndicator, { name, result }: Part, whole: number | undefined): string {
  const { value, numerator, denominator } = result;
  const said = lowerFirst(name);
  if (!isKnown(value)) return `${said}, ${isWithheld(value) ? 'withheld' : reasonText(value.reason)}`;
  if (!isKnown(numerator) || !isKnown(denominator)) return `${said}, ${reasonText('notSupplied')}`;
  if (whole === undefined)
    return `${said}, ${shareText(indicator, numerator.value, denominator.value, value.value)}`;
  const count = numerator.value === 0 ? 'none' : number(numerator.value);
  return numerator.value === 0 || shareAs(whole) === 'counts'
    ? `${said}, ${count}`
    : `${said}, ${count} (${shortValue(indicator, value.value)})`;
}

/** `How scores changed, of 59 children scored at least twice: better, 34 (57.6%); the same, 17 (28.8%); …` */
export function outcomesSentence({ indicator, parts }: Answer): string | undefined {
  if (!parts) return undefined;
  const { name } = indicator;
  if (givesAway(parts))
    return `${name}: one part is withheld, so that no child can be identified, and the others would give it away.`;
  const whole = wholeOf(parts);
  const of = whole === undefined ? '' : `, of ${number(whole)} ${shareOf(indicator)}`;
  const few = whole === undefined ? undefined : tooFewText(whole);
  const said = parts.map((part) => partText(indicator, part, whole)).join('; ');
  return `${name}${of}: ${said}.${few === undefined ? '' : ` ${few}`}`;
}

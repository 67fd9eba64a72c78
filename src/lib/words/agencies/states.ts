/** What is and is not recorded of a source, in words that no reader takes for one another. */
import { inWords, listed, number } from '../number.ts';

/** What each way of having no figure is called in a drawing. */
export const STATE_WORDS = {
  none: '0: none recorded',
  withheld: 'withheld',
  notSubmitted: 'not submitted',
  noCode: 'no code exists',
  notExpected: 'not expected',
  notSupplied: 'not supplied'
} as const;

/** What each means, for the words beside a drawing. */
export const STATE_MEANINGS: Readonly<Record<keyof typeof STATE_WORDS, string>> = {
  none: '“None recorded” is a count of nought. It does not mean that a service did nothing. Its worry may be recorded under another name. Or it may have helped the family in another way.',
  withheld: '“Withheld” is a number too small to show, so that no child can be identified.',
  notSubmitted: '“Not submitted” was asked for and has not come.',
  noCode: '“No code exists” means there is nowhere to write the service down.',
  notExpected: '“Not expected” means that it is on no list of figures to be sent.',
  notSupplied: '“Not supplied” is missing from what is loaded here.'
};

/** `In four years`, `In the year to 31 March 2024`. */
export function overYears(count: number, label: string): string {
  return count > 1 ? `In ${inWords(count)} years` : `In the ${label}`;
}

/** `In four years no contact and no referral is recorded from dentists or adult mental health services.` */
export function noneRecordedSentence(span: string, services: readonly string[], contacts: boolean): string {
  const what = contacts ? 'no contact and no referral is' : 'no referral is';
  return `${span} ${what} recorded from ${listed(services, 'or')}.`;
}

/** `In four years 474 referrals are recorded from probation and 243 from drug and alcohol services.` */
export function recordedSentence(
  span: string,
  counts: readonly { readonly service: string; readonly count: number }[]
): string {
  const said = counts.map(({ service, count }, i) =>
    i === 0
      ? `${number(count)} ${count === 1 ? 'referral is' : 'referrals are'} recorded from ${service}`
      : `${number(count)} from ${service}`
  );
  return `${span} ${listed(said)}.`;
}

/** `None is from dentists or adult mental health services, and no contact either.` */
export function andNoneSentence(services: readonly string[], contacts: boolean): string {
  return `None is recorded from ${listed(services, 'or')}${contacts ? ', and no contact either' : ''}.`;
}

/** `None recorded in four years: dentists and adult mental health services`, as the title of a drawing. */
export function noneTitle(years: number, services: readonly string[]): string {
  return `None recorded in ${years > 1 ? `${inWords(years)} years` : 'the year'}: ${listed(services)}`;
}

/** That there is no place to record these services, and what follows from it. */
export function noCodeSentence(services: readonly string[], national: boolean): string {
  const all = listed(services, 'or');
  return national
    ? `The national return has no code for ${all}. If one of them refers a child, it is counted under another source.`
    : `There is no code here for ${all}. If one of them refers a child, it is counted under another source. So nobody can say whether they do.`;
}

export function notSubmittedSentence(services: readonly string[]): string {
  return `Figures from ${listed(services)} were asked for and have not come.`;
}

export function notExpectedSentence(area: string, services: readonly string[]): string {
  return `${area} gives no figures for ${listed(services, 'or')} by name. They are not on the list of figures it is asked for.`;
}

/** That nothing says who refers, of all those whom boards ask after. */
export function untoldText(area: string, services: readonly string[]): string {
  return `Who makes referrals in ${area}, and whether any come from ${listed(services, 'or')}, is not in these figures.`;
}

/** Milestones, documents and targets as a partnership wrote them down. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { RegisterRow } from '#lib/domain/register.ts';
import { PASSED_SINCE, reviewedLater, type ToldLater } from '../kinds.ts';
import { chooseLater } from '../later.ts';
import { sentence } from '../number.ts';

const NAMES: Readonly<Record<string, string>> = {
  'neglect-strategy': 'Neglect strategy',
  'threshold-neglect': 'Threshold document, on neglect',
  'escalation-policy': 'Escalation policy'
};

export function documentName(id: string): string {
  return NAMES[id] ?? sentence(id.replaceAll('-', ' '));
}

const IN_PLACE = { yes: 'In place', no: 'Not in place', draft: 'A draft only' } as const;

/**
 * `In place. Reviewed on 1 April 2022. Review due by 31 March 2025.`, as it was on the last day of the page’s year.
 * @param told where it is told on a later day
 */
export function documentText(
  { in_place: inPlace, reviewed_on: reviewed, review_due: due }: RegisterRow<'documents'>,
  on: string,
  told?: ToldLater
): string {
  if (reviewed && reviewed > on) return sentence(reviewedLater(reviewed));
  const passed = due ? due < on : false;
  const since = due && told ? !passed && due < told.on : false;
  return [
    `${IN_PLACE[inPlace]}${told === undefined ? '' : ` at ${dateInWords(on)}`}.`,
    ...(reviewed ? [`Reviewed on ${dateInWords(reviewed)}.`] : []),
    ...(due
      ? [
          `${passed || since ? 'Review was due' : 'Review due'} by ${dateInWords(due)}${passed ? ', before the date of this page' : ''}.`
        ]
      : []),
    ...(since ? [PASSED_SINCE] : [])
  ].join(' ');
}

/** How a target is asked for: `50 or more`, `fewer`, `80`. */
export function targetText(value: string | undefined, direction: 'up' | 'down' | undefined): string {
  if (value === undefined) return direction === 'up' ? 'higher' : direction === 'down' ? 'lower' : 'not said';
  return direction === 'up' ? `${value} or more` : direction === 'down' ? `${value} or less` : value;
}

/** `No strategy date of Kestrelshire is as early as this one. The first is 1 September 2021. Choose …` @param date ISO */
export function laterDateText(area: string, date: string, position: string | undefined): string {
  return `No strategy date of ${area} is as early as this one. The first is ${dateInWords(date)}. ${chooseLater(position)}`;
}

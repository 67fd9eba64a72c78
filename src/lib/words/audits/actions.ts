/** How an action stands at a date, in words. */
import { dateInWords, monthsBetween } from '#lib/domain/dates.ts';
import { inWords, listed, sentence } from '../number.ts';

export interface Action {
  readonly due: string;
  readonly closed?: string | undefined;
}

export type Standing = 'finished' | 'overdue' | 'dueSince' | 'open';

/** The day that a log can tell of: the one asked for, or its own where that is earlier. */
export const toldOn = (date: string, logged = date): string => (logged < date ? logged : date);

/**
 * What it was on a date: what was finished later was still open then. What fell due after the day of the log is not
 * known to be overdue.
 * @param logged ISO date of the log’s last day
 */
export function standingAt({ due, closed }: Action, date: string, logged = date): Standing {
  if (closed && closed <= date) return 'finished';
  if (due < toldOn(date, logged)) return 'overdue';
  return due < date ? 'dueSince' : 'open';
}

const UPDATED = 'when the log was last updated';

/** `at 31 March 2024`, `at 31 July 2024, when the log was last updated`. */
const atText = (date: string, logged = date): string =>
  `at ${dateInWords(toldOn(date, logged))}${logged < date ? `, ${UPDATED}` : ''}`;

/** Said where how actions stand is asked for a day after the log’s; undefined on any other. */
export const logText = (date: string, logged = date): string | undefined =>
  logged < date
    ? `The log was last updated on ${dateInWords(logged)}; what was done since is not in it.`
    : undefined;

const monthsText = (months: number) => `${inWords(months)} ${months === 1 ? 'month' : 'months'}`;

/** `Finished 10 May 2023, before it was due`, `Overdue by three months`, `Open, and not yet due`. */
export function standingText(action: Action, date: string, logged = date): string {
  const { due, closed } = action;
  const later = closed && closed > date ? `. Finished since, on ${dateInWords(closed)}` : '';
  switch (standingAt(action, date, logged)) {
    case 'finished': {
      const when = closed === undefined ? '' : dateInWords(closed);
      const late = closed !== undefined && closed > due;
      return `Finished ${when}, ${late ? 'after it was due' : 'in time'}`;
    }
    case 'overdue': {
      const months = monthsBetween(due, toldOn(date, logged));
      return `Overdue${months > 0 ? ` by ${monthsText(months)}` : ''} ${atText(date, logged)}${later}`;
    }
    case 'dueSince':
      return `Due ${dateInWords(due)}. The log was last updated on ${dateInWords(logged)}, so it is not known whether it is done${later}`;
    case 'open':
      return `Open ${atText(date, logged)}${logged < date ? '; ' : ', '}not yet due${later}`;
  }
}

/** How an action stands on every day from now on: that it is finished, and when. Undefined where it is not. */
export const finishedText = (action: Action): string | undefined =>
  action.closed ? standingText(action, action.closed) : undefined;

/** Of how many actions `standingsText` tells, which no day changes. */
export function standingsOf(counts: Readonly<Record<Standing, number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `Of ${inWords(all)} ${all === 1 ? 'action' : 'actions'} on what audits found`;
}

/** `One action is finished and one is overdue at 31 March 2024.` */
export function standingsText(
  counts: Readonly<Record<Standing, number>>,
  date: string,
  logged = date
): string {
  const { finished, overdue, dueSince, open } = counts;
  const verb = (count: number, text: string) => `${inWords(count)} ${count === 1 ? 'is' : 'are'} ${text}`;
  const parts = [
    ...(finished > 0 ? [verb(finished, 'finished')] : []),
    ...(overdue > 0 ? [verb(overdue, 'overdue')] : []),
    ...(open > 0 ? [verb(open, 'open and not yet due')] : [])
  ];
  const said = parts.length === 0 ? [] : [`${listed(parts)} at ${dateInWords(toldOn(date, logged))}`];
  const since = `${inWords(dueSince)} fell due after ${dateInWords(toldOn(date, logged))}, and nobody can tell from the log whether ${dueSince === 1 ? 'it is' : 'they are'} done`;
  const [first = '', ...more] = [...said, ...(dueSince > 0 ? [since] : [])];
  return [`${standingsOf(counts)}, ${first}.`, ...more.map((each) => `${sentence(each)}.`)].join(' ');
}

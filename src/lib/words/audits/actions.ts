/** How an action stands at a date, in words. */
import { dateInWords, monthsBetween } from '#lib/domain/dates.ts';
import { inWords } from '../number.ts';

export interface Action {
  readonly due: string;
  readonly closed?: string | undefined;
}

export type Standing = 'finished' | 'overdue' | 'open';

/** What it was on a date: what was finished later was still open then. */
export function standingAt({ due, closed }: Action, date: string): Standing {
  if (closed && closed <= date) return 'finished';
  return due < date ? 'overdue' : 'open';
}

const monthsText = (months: number) => `${inWords(months)} ${months === 1 ? 'month' : 'months'}`;

/** `Finished 10 May 2023, before it was due`, `Overdue by three months`, `Open, and not yet due`. */
export function standingText(action: Action, date: string): string {
  const { due, closed } = action;
  const later = closed && closed > date ? ` Finished since, on ${dateInWords(closed)}.` : '';
  switch (standingAt(action, date)) {
    case 'finished': {
      const when = closed === undefined ? '' : dateInWords(closed);
      const late = closed !== undefined && closed > due;
      return `Finished ${when}, ${late ? 'after it was due' : 'in time'}`;
    }
    case 'overdue': {
      const months = monthsBetween(due, date);
      return `Overdue${months > 0 ? ` by ${monthsText(months)}` : ''} at ${dateInWords(date)}.${later}`.replace(
        /\.$/,
        ''
      );
    }
    case 'open':
      return `Open at ${dateInWords(date)}, not yet due.${later}`.replace(/\.$/, '');
  }
}

/** How an action stands on every day from now on: that it is finished, and when. Undefined where it is not. */
export const finishedText = (action: Action): string | undefined =>
  action.closed ? standingText(action, action.closed) : undefined;

/** Of how many actions `standingsText` tells, which no day changes. */
export function standingsOf({ finished, overdue, open }: Readonly<Record<Standing, number>>): string {
  const all = finished + overdue + open;
  return `Of ${inWords(all)} ${all === 1 ? 'action' : 'actions'} on what audits found`;
}

/** `One action is finished and one is overdue at 31 March 2024.` */
export function standingsText(counts: Readonly<Record<Standing, number>>, date: string): string {
  const verb = (count: number, text: string) => `${inWords(count)} ${count === 1 ? 'is' : 'are'} ${text}`;
  const parts = [
    ...(counts.finished > 0 ? [verb(counts.finished, 'finished')] : []),
    ...(counts.overdue > 0 ? [verb(counts.overdue, 'overdue')] : []),
    ...(counts.open > 0 ? [verb(counts.open, 'open and not yet due')] : [])
  ];
  const said =
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '');
  return `${standingsOf(counts)}, ${said} at ${dateInWords(date)}.`;
}

/** What one published number is: a value, or a reason why there is none. Never 0, null or NaN for a reason. */

/** Why a value is absent, as bundle files spell it in the `status` column. */
export const STATUS_CODES = ['c', 'x', 'z', 'u', 'k', 'low', 'late', 'notsubmitted', 'nocode'] as const;
export type StatusCode = (typeof STATUS_CODES)[number];

/** `notsupplied` has no code in a file: it is what an absent row means. */
export const REASONS = [
  'withheld',
  'notAvailable',
  'notApplicable',
  'unreliable',
  'roundsToZero',
  'late',
  'notSubmitted',
  'noCode',
  'notSupplied'
] as const;
export type Reason = (typeof REASONS)[number];

export const FLAG_CODES = ['r', 'p', 'e', 'b'] as const;
/** Revised, provisional, estimated, break: stands beside a value. */
export type Flag = (typeof FLAG_CODES)[number];

export interface Known {
  readonly kind: 'known';
  readonly value: number;
  readonly flags: readonly Flag[];
}

export interface Missing {
  readonly kind: 'missing';
  readonly reason: Reason;
}

export type Cell = Known | Missing;

const REASON_OF: Readonly<Record<StatusCode, Reason>> = {
  c: 'withheld',
  x: 'notAvailable',
  z: 'notApplicable',
  u: 'unreliable',
  k: 'roundsToZero',
  low: 'roundsToZero',
  late: 'late',
  notsubmitted: 'notSubmitted',
  nocode: 'noCode'
};

/** The mark shown in tables and files for each reason (Analysis Function shorthand where there is one). */
export const SHORTHAND: Readonly<Record<Reason, string>> = {
  withheld: '[c]',
  notAvailable: '[x]',
  notApplicable: '[z]',
  unreliable: '[u]',
  roundsToZero: '[low]',
  late: '[late]',
  notSubmitted: '[not submitted]',
  noCode: '[no code]',
  notSupplied: '[not supplied]'
};

/** The words a reader sees for each reason. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  withheld: 'withheld',
  notAvailable: 'not available',
  notApplicable: 'not applicable',
  unreliable: 'too unreliable to publish',
  roundsToZero: 'rounds to zero but is not zero',
  late: 'not in yet',
  notSubmitted: 'not submitted',
  noCode: 'no code exists',
  notSupplied: 'not supplied'
};

/** What each reason means, for the key under a table. */
export const REASON_MEANINGS: Readonly<Record<Reason, string>> = {
  withheld: 'Withheld so that no child can be identified.',
  notAvailable: 'No usable return was made, or no estimate exists.',
  notApplicable: 'Not applicable: there was nothing to count, or it was not collected then.',
  unreliable: 'The publisher judged the figure too unreliable to publish.',
  roundsToZero: 'More than zero, but rounds to zero.',
  late: 'Expected, and not in yet.',
  notSubmitted: 'Expected, and not submitted.',
  noCode: 'No code exists to record this, so nobody can be counted.',
  notSupplied: 'Not in the data that is loaded.'
};

export function known(value: number, flags: readonly Flag[] = []): Known {
  return { kind: 'known', value, flags };
}

export function missing(reason: Reason): Missing {
  return { kind: 'missing', reason };
}

export const NOT_SUPPLIED: Missing = missing('notSupplied');

export function reasonOf(code: StatusCode): Reason {
  return REASON_OF[code];
}

export function isKnown(cell: Cell): cell is Known {
  return cell.kind === 'known';
}

/** Whether figures hold it at all: known, or missing for a reason of its own, as a withheld one is. */
export function isThere(cell: Cell): boolean {
  return isKnown(cell) || cell.reason !== 'notSupplied';
}

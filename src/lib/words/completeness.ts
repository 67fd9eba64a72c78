/** What is there of a table, and what is not, in words. */
import { REASON_WORDS, type Reason } from '#lib/domain/cell.ts';
import { counted } from './number.ts';

/** What a board must be able to tell apart, as a key lists it: none of these is any other. */
export const GRID_ORDER = [
  'supplied',
  'partly',
  'incomplete',
  'zero',
  'withheld',
  'changed',
  'late',
  'notSubmitted',
  'notAvailable',
  'notSupplied'
] as const;
export type GridState = (typeof GRID_ORDER)[number];

/** Each state as the key of a grid names and explains it; `sign` stands in the cell. */
export const GRID_STATES: Readonly<
  Record<GridState, { readonly sign: string; readonly name: string; readonly meaning: string }>
> = {
  supplied: { sign: '●', name: 'Supplied', meaning: 'every figure of the table is here' },
  partly: {
    sign: '◐',
    name: 'Supplied, some withheld',
    meaning: 'small numbers are held back to protect children'
  },
  incomplete: {
    sign: '◔',
    name: 'Supplied in part',
    meaning: 'some figures of the table are here, and some were not supplied'
  },
  zero: { sign: '0', name: 'Zero', meaning: 'counted, and there was none' },
  withheld: { sign: 'c', name: 'Withheld', meaning: 'counted, and all of it held back to protect children' },
  changed: {
    sign: '≠',
    name: 'Definition changed',
    meaning: 'supplied, and counted in another way than before: do not compare across it'
  },
  late: { sign: '…', name: 'Late', meaning: 'expected, and not in yet' },
  notSubmitted: { sign: '!', name: 'Not submitted', meaning: 'asked for, and never sent' },
  notAvailable: { sign: 'x', name: 'Not available', meaning: 'there is no usable figure' },
  notSupplied: { sign: '–', name: 'Not supplied', meaning: 'nothing is here; it is not zero' }
};

interface Counts {
  readonly known: number;
  readonly breaks: number;
  readonly missing: Readonly<Partial<Record<Reason, number>>>;
}

/** `Supplied, some withheld: 12 figures, 3 withheld`. */
export function heldInWords(state: GridState, counts?: Counts, lacking = 0): string {
  const { name } = GRID_STATES[state];
  if (counts === undefined) return name;
  const parts = [
    ...(counts.known > 0 ? [counted(counts.known, 'figure', 'figures')] : []),
    ...Object.entries(counts.missing).map(([reason, count]) => `${String(count)} ${wordsOf(reason)}`),
    ...(lacking > 0 ? [`${String(lacking)} ${wordsOf('notSupplied')}`] : [])
  ];
  return parts.length === 0 ? name : `${name}: ${parts.join(', ')}`;
}

function wordsOf(reason: string): string {
  const words: Readonly<Record<string, string>> = REASON_WORDS;
  return words[reason] ?? reason;
}

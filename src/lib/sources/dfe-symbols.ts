import { type StatusCode } from '#lib/domain/cell.ts';

/** What one cell of a DfE file says: a number, a reason why there is none, nothing at all, or something unknown. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'status'; readonly status: StatusCode }
  | { readonly kind: 'unknown' };

/**
 * DfE symbols in use and obsolete. `..` and `:` are older forms of `x`; `~` is an older form of `low`.
 * `-` merges missing with withheld, so it is read as withheld, which gives nothing away. A blank is no symbol: it is
 * unknown, as DfE publishes none.
 */
const SYMBOLS: ReadonlyMap<string, StatusCode> = new Map([
  ['c', 'c'],
  ['x', 'x'],
  ['z', 'z'],
  ['u', 'u'],
  ['k', 'k'],
  ['low', 'low'],
  ['~', 'low'],
  ['..', 'x'],
  ['...', 'x'],
  ['…', 'x'],
  [':', 'x'],
  ['na', 'x'],
  ['n/a', 'x'],
  ['-', 'c'],
  ['–', 'c']
]);

/** A dash, which says neither that a figure is missing nor that it is withheld. */
export function isDash(text: string): boolean {
  return /^[-–]$/.test(text.trim());
}

/** A number below zero, which no count can be. */
export function isNegative(text: string): boolean {
  return /^[-–−] ?[\d,]*\d(\.\d+)?$/.test(text.trim());
}

const WHOLE = /^(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/;

/** Reads a count or a symbol, in any case, with or without brackets. Fractions and negative numbers are unknown. */
export function readCell(text: string): Reading {
  const trimmed = text.trim();
  if (WHOLE.test(trimmed)) return { kind: 'number', value: Number(trimmed.replaceAll(',', '')) };
  const symbol = trimmed
    .replace(/^[[(](.*)[\])]$/, '$1')
    .trim()
    .toLowerCase();
  const status = SYMBOLS.get(symbol);
  return status === undefined ? { kind: 'unknown' } : { kind: 'status', status };
}

import { type StatusCode } from '#lib/domain/cell.ts';

/** What one cell of a DfE file says: a number, a reason why there is none, nothing at all, or something unknown. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'status'; readonly status: StatusCode }
  | { readonly kind: 'unknown' };

/**
 * DfE symbols in use and obsolete. `..` and `:` are older forms of `x`; `~` is an older form of `low`.
 * `-` merges missing with withheld, so it is read as withheld, which gives nothing away.
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
  ['', 'x'],
  ['-', 'c'],
  ['–', 'c']
]);

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

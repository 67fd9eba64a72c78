/** Bands of ages, days and the like, as from and to. */
import { numbersBehind } from './spelt-date.ts';

export interface Band {
  readonly from: number;
  /** Infinite where there is no upper end. */
  readonly to: number;
}

const PLAIN: readonly (readonly [RegExp, (first: number, second: number) => Band])[] = [
  [/^(\d{1,2}) ?(?:-|to|and) ?(\d{1,2})$/, (from, to) => ({ from, to })],
  [/^(\d{1,2}) ?(?:\+|plus|(?:and|or) (?:over|more|above|older))$/, (from) => ({ from, to: Infinity })],
  [/^(?:<|under|less than|below) ?(\d{1,2})$/, (end) => ({ from: 0, to: end - 1 })]
];

/** What a text says of a band: `10-15`, `16 and over`, `<1`, `Total Aged 5 to 9 years`. */
export function bandOf(text: string): Band | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replaceAll('&', ' and ')
    .replace(/\b(total|ages?|aged|years?|yrs?|old|days|working)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, band] of PLAIN) {
    const [whole, first, second] = pattern.exec(plain) ?? [];
    if (whole === undefined) continue;
    const found = band(Number(first), Number(second ?? first));
    return found.from <= found.to ? found : undefined;
  }
  return undefined;
}

/** Bands that a spreadsheet may have taken for the date that stands there. */
export function bandsBehind(text: string): Band[] {
  return numbersBehind(text).map(([from, to]) => ({ from, to }));
}

export const sameBand = (a: Band, b: Band) => a.from === b.from && a.to === b.to;

/** Numbers, statuses and flags as people write them. */
import { FLAG_CODES, REASON_WORDS, reasonOf, STATUS_CODES, type StatusCode } from '#lib/domain/cell.ts';
import { spellings } from './spellings.ts';

/** What a text in a column of values says. */
export type SpeltValue =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'status'; readonly code: StatusCode }
  | { readonly kind: 'notSupplied' }
  | { readonly kind: 'unclear'; readonly meanings: readonly string[] }
  /** A spreadsheet took what was typed for a date. */
  | { readonly kind: 'date' }
  /** Left for the check of the cell. */
  | { readonly kind: 'other' };

const WHOLE = /^\d{1,15}$/;
const DECIMAL = /^\d{1,15}(\.\d+)?$/;
const OTHER = { kind: 'other' } as const satisfies SpeltValue;

const plainOf = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

interface Words {
  readonly statuses: ReadonlyMap<string, StatusCode>;
  readonly unclear: ReadonlyMap<string, readonly string[]>;
  readonly notSupplied: ReadonlySet<string>;
  readonly zero: ReadonlySet<string>;
  readonly flags: ReadonlyMap<string, string>;
}

let once: Words | undefined;

function words(): Words {
  if (once !== undefined) return once;
  const { statuses, unclear, notSupplied, zero, flags } = spellings();
  once = {
    statuses: new Map(
      STATUS_CODES.flatMap((code) => [code, ...(statuses[code] ?? [])].map((text) => [text, code] as const))
    ),
    unclear: new Map(
      unclear.flatMap(({ spelt, meanings }) => spelt.map((text) => [text, meanings.map(inWords)] as const))
    ),
    notSupplied: new Set(notSupplied),
    zero: new Set(zero),
    flags: new Map(FLAG_CODES.flatMap((code) => [code, ...flags[code]].map((text) => [text, code] as const)))
  };
  return once;
}

const inWords = (meaning: StatusCode | '0') =>
  meaning === '0' ? '0, a true zero' : `${meaning}, ${REASON_WORDS[reasonOf(meaning)]}`;

/** `whole`: a count, which has no decimals. `commas`: whether a comma may stand before decimals in this file. */
export function speltValue(
  text: string,
  { whole, commas }: { readonly whole: boolean; readonly commas: boolean }
): SpeltValue {
  if ((whole ? WHOLE : DECIMAL).test(text)) return { kind: 'number', text };
  const status = speltStatus(text);
  if (status.kind !== 'other') return status;
  const plain = plainOf(text);
  if (words().zero.has(plain)) return { kind: 'number', text: '0' };
  if (/^\d{1,2}-[a-z]{3,9}$|^[a-z]{3,9}-\d{2,4}$|^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(plain))
    return { kind: 'date' };
  const number = plain.replace(/^'/, '').replace(/(?<=\d)[\s ](?=\d{3}(\D|$))/g, '');
  return numberOf(number, whole, commas);
}

const number = (text: string): SpeltValue => ({ kind: 'number', text });

function numberOf(text: string, whole: boolean, commas: boolean): SpeltValue {
  const valid = whole ? WHOLE : DECIMAL;
  if (valid.test(text)) return number(text);
  if (/^\d{1,15}[.,]0+$/.test(text) && whole && !/[.,]000$/.test(text))
    return number(text.replace(/[.,]0+$/, ''));
  const dotted = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  const split = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  const without = text.replaceAll(split ? ',' : '.', '').replace(',', '.');
  if (split && commas && !whole && /^\d+,\d{3}$/.test(text))
    return { kind: 'unclear', meanings: [without, text.replace(',', '.')] };
  if (split) return valid.test(without) ? number(without) : OTHER;
  if (dotted && commas && /^\d+\.\d{3}$/.test(text))
    return { kind: 'unclear', meanings: [without, `${text} with a decimal point`] };
  if (dotted && (commas || /\..*\.|,/.test(text))) return valid.test(without) ? number(without) : OTHER;
  if (/^\d+,\d+$/.test(text) && !whole) return number(text.replace(',', '.'));
  return OTHER;
}

/** What a text in a column of statuses says. */
export function speltStatus(text: string): Exclude<SpeltValue, { kind: 'number' } | { kind: 'date' }> {
  const plain = plainOf(text);
  const { statuses, unclear, notSupplied } = words();
  const code = statuses.get(plain);
  if (code !== undefined) return { kind: 'status', code };
  if (notSupplied.has(plain)) return { kind: 'notSupplied' };
  const meanings = unclear.get(plain);
  if (meanings !== undefined) return { kind: 'unclear', meanings };
  const few = /^(?:(?:<|less than|fewer than|under)\s?(?:5|6|10|11)|[01]\s?(?:-|–|to)\s?(?:4|5|9|10))$/.test(
    plain
  );
  return few ? { kind: 'status', code: 'c' } : OTHER;
}

/** Flags as letters with spaces between them; undefined where one of them is none. */
export function speltFlags(text: string): string | undefined {
  const known = words().flags;
  const whole = known.get(plainOf(text));
  if (whole !== undefined) return whole;
  const parts = plainOf(text)
    .split(/[\s,;]+/)
    .map((part) => known.get(part));
  return parts.every((part) => part !== undefined) ? parts.join(' ') : undefined;
}

/** What a status is called. */
export function statusInWords(code: StatusCode): string {
  return REASON_WORDS[reasonOf(code)];
}

import { REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import type { Interval } from '#lib/stats/interval.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';

/** Making a format takes far longer than using it. */
const FORMATS = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = FORMATS.get(decimals) ?? new Intl.NumberFormat('en-GB', digits);
  FORMATS.set(decimals, format);
  return format;
}

/** `24570` → `24,570`; `16.188` to one decimal → `16.2`. */
export function number(value: number, decimals = 0): string {
  return formatOf(decimals).format(roundHalfUp(value, decimals));
}

/** `+1.6`, `−2.3`, `0.0`: a change with its sign; none where it rounds to nothing. */
export function signed(value: number, decimals = 0): string {
  const rounded = roundHalfUp(value, decimals);
  if (rounded === 0) return number(0, decimals);
  return `${rounded > 0 ? '+' : '\u2212'}${number(Math.abs(value), decimals)}`;
}

/** A cell's number, or the words for why there is none. */
export function cellText(cell: Cell, decimals = 0): string {
  return cell.kind === 'known' ? number(cell.value, decimals) : REASON_WORDS[cell.reason];
}

/** `14.3 to 18.2`. */
export function rangeText(range: Interval, decimals = 0): string {
  return `${number(range.lower, decimals)} to ${number(range.upper, decimals)}`;
}

const SMALL = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten'
] as const;

/** Whole numbers to ten in words, larger ones in figures. */
export function inWords(value: number): string {
  return SMALL[value] ?? number(value);
}

/** `1 child`, `235 children`. */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}

/** `a and b`; three and more stand as a list: `a; b; c`. */
export function itemised(items: readonly string[]): string {
  return items.length > 2 ? items.join('; ') : items.join(' and ');
}

/** A sentence begins with a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Schools` → `schools`; codes and names of two words stay as they are: `DfE`, `N1`, `Family Help`. */
export function lowerFirst(text: string): string {
  const [first = '', second = ''] = text.split(' ');
  const stays = /^.[A-Z0-9]|^.+[A-Z]/.test(first) || /^[A-Z]/.test(second);
  return stays ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** `Leicestershire` → `Leicestershire’s`; `St Helens` → `St Helens’`. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** `up 17%`, `down 3%`; the change from one count to another as a whole percentage. */
export function changeInWords(from: number, to: number): string {
  if (from === to) return 'did not change';
  if (from === 0) return `rose from none`;
  const percent = Math.abs(roundHalfUp(((to - from) / from) * 100, 0));
  return `${to > from ? 'rose' : 'fell'} ${percent === 0 ? 'by less than 1%' : `${number(percent)}%`}`;
}

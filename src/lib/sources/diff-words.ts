import { REASON_WORDS, type Cell } from '#lib/domain/cell.ts';

/** Names for ids, where either bundle has one. */
export type NameOf = (id: string) => string;

/** So many entries of one list are written; the rest are counted. */
export const LONGEST = 25;

export const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });

export const count = (many: number, one: string, more = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : more}`;

export function cellWords(cell: Cell): string {
  return cell.kind === 'known' ? number(cell.value) : REASON_WORDS[cell.reason];
}

/** Markdown that a name from a file cannot break: no table bars, no line ends, no HTML. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]]/g, '\\$&')
    .replaceAll('<', '&lt;');
}

/** `+20 (+8.3%)`; nothing where either is no figure. */
export function differenceWords(before: Cell, after: Cell): string {
  if (before.kind === 'missing' || after.kind === 'missing') return '';
  const difference = after.value - before.value;
  if (difference === 0) return 'none';
  const sign = difference > 0 ? '+' : '−';
  const percent =
    before.value === 0
      ? ''
      : ` (${sign}${number(Math.round(Math.abs((difference / before.value) * 1000)) / 10)}%)`;
  return `${sign}${number(Math.abs(difference))}${percent}`;
}

/** The first entries of a list, and how many more there are. */
export function capped<T>(items: readonly T[], most = LONGEST): { shown: readonly T[]; more: string[] } {
  const rest = items.length - most;
  return { shown: items.slice(0, most), more: rest > 0 ? [`and ${number(rest)} more`] : [] };
}

/** A list under a title, of at most `LONGEST` entries. */
export function bullets(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const { shown, more } = capped(items);
  return [`**${title}**`, '', ...[...shown, ...more].map((item) => `- ${plain(item)}`), ''];
}

/** A Markdown table, its cells already plain; columns whose name ends in `:` are set to the right. */
export function grid(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => column.replace(/:$/, ''))),
    line(columns.map((column) => (column.endsWith(':') ? '---:' : '---'))),
    ...rows.map(line)
  ];
}

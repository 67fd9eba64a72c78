import { isKnown, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { COUNTED_LABELS, MARK_LABELS } from '#lib/domain/mark.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { countsText } from '#lib/words/explore.ts';
import { standingText } from '#lib/words/standing.ts';
import { inFiles, type Column, type TableModel } from '#lib/views/model.ts';
import type { Provenance } from '#lib/views/provenance-of.ts';

/** A spreadsheet would run text that begins so; a leading apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isCell = (value: string | Cell | undefined): value is Cell => typeof value === 'object';

function heads({ label, kind, unit }: Column): string[] {
  if (kind === 'text') return [label];
  return [unit === undefined || unit === label ? label : `${label} (${unit})`, `${label}_status`];
}

/** The value as it is shown, without thousands commas, and its status: a reason, words in its place, or codes such as `r`. */
function fields(value: string | Cell | undefined, column: Column, row: number): string[] {
  const { kind } = column;
  const decimals = column.rowDecimals?.[row] ?? column.decimals ?? 0;
  if (!isCell(value)) return kind === 'text' ? [field(value ?? '')] : ['', field(value ?? '')];
  if (!isKnown(value))
    return kind === 'text' ? [REASON_WORDS[value.reason]] : ['', REASON_WORDS[value.reason]];
  const text = roundHalfUp(value.value, decimals).toFixed(decimals);
  return kind === 'text' ? [text] : [text, value.flags.join(' ')];
}

/** One mark for the whole table or, where they differ, which column has which, or what its rows count. */
function marksOf({ columns }: TableModel, { mark, counts }: Provenance): string {
  if (columns.every((column) => column.mark === undefined || column.mark === mark))
    return counts === undefined ? MARK_LABELS[mark] : countsText(counts);
  return columns
    .filter(({ kind }) => kind === 'number')
    .map((column) => `${column.label}: ${COUNTED_LABELS[column.mark ?? mark]}`)
    .join('; ');
}

/**
 * A table as comma-separated values (RFC 4180), machine-readable: one header row, one type per column.
 * A missing value is blank and its reason stands in the column `<label>_status` after it; words that have official or
 * ISO codes have them in `<label>_code` or `<label>_date`. What the figures
 * are, and from where, fills the last columns of every row. Text that a spreadsheet would run is disarmed.
 */
export function csvOf(shown: TableModel, about: Provenance): string {
  const table = inFiles(shown);
  const sources: readonly (readonly [string, string])[] = [
    ...(about.standing === undefined ? [] : [['use', standingText(about.standing)] as const]),
    ['shows', about.title],
    ['mark', marksOf(table, about)],
    ['area', about.area],
    ...(about.areaCode === undefined ? [] : [['area_code', about.areaCode] as const]),
    ['period', about.period],
    ['filters', about.filters],
    ['source', about.source],
    ['vintage', about.vintage],
    ['licence', about.licence],
    ['notes', about.notes]
  ];
  const codesAt = (key: string) => table.codes?.[key];
  const header = [
    ...table.columns.flatMap((column) => {
      const codes = codesAt(column.key);
      return [...heads(column), ...(codes === undefined ? [] : [`${codes.label}_${codes.ending}`])];
    }),
    ...(table.indicators === undefined ? [] : ['indicator_code']),
    ...sources.map(([name]) => `about_${name}`)
  ].map(field);
  const tail = sources.map(([, value]) => field(value));
  const rows = table.rows.map((row, index) => [
    ...table.columns.flatMap((column) => {
      const codes = codesAt(column.key);
      return [
        ...fields(row[column.key], column, index),
        ...(codes === undefined ? [] : [field(codes.values[index] ?? '')])
      ];
    }),
    ...(table.indicators === undefined ? [] : [field(table.indicators[index] ?? '')]),
    ...tail
  ]);
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/**
 * All but what an address of data may hold as it is: left so, the words of a file are those of its table, and a page that
 * holds both packs smaller.
 */
const ENCODED = /[^\w\-.!~*'(),:;/= –—’“”]+/g;

/** An address that holds the file itself, so that it downloads without a script, a server or another page. */
export function csvAddress(csv: string): string {
  return `data:text/csv;charset=utf-8,${`\uFEFF${csv}`.replace(ENCODED, encodeURIComponent)}`;
}

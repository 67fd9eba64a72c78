import Papa from 'papaparse';
import type { Problem } from '#lib/domain/problem.ts';
import { decodeText } from './csv-decode.ts';

export interface CsvRow {
  /** 1-based row as a spreadsheet numbers it, the header being row 1 and blank lines counted. */
  readonly row: number;
  /** As many cells as the header has columns, untrimmed. */
  readonly cells: readonly string[];
}

export interface CsvFile {
  /** Trimmed; empty where nothing could be read. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Problem[];
}

type Fault = Omit<Problem, 'severity' | 'file'>;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function wrongKind(text: string): Fault | undefined {
  if (text.trim() === '')
    return { rule: 'empty-file', message: 'the file is empty', remedy: 'Save it again with its header row.' };
  if (/^\s*(<!--[\s\S]*?-->\s*)?<(!doctype|html|head|body|\?xml)/i.test(text))
    return {
      rule: 'web-page',
      message: 'the file is a web page saved under the name of a CSV',
      remedy: 'The download failed or needed a log-in: fetch the file again and look at it before loading it.'
    };
  if (text.includes('\0'))
    return { rule: 'not-text', message: 'the file is not text', remedy: 'Save it as “CSV UTF-8”.' };
  return undefined;
}

function headerFaults(header: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const only = header[0] ?? '';
  if (header.length === 1 && /[;\t|]/.test(only))
    faults.push({
      rule: 'separator',
      row: 1,
      value: only,
      message: 'columns are not separated by commas',
      remedy: 'Save it as “CSV UTF-8 (comma delimited)”.'
    });
  header.forEach((name, index) => {
    if (name === '')
      faults.push({
        rule: 'unnamed-column',
        row: 1,
        column: `number ${index + 1}`,
        message: 'the column has values and no name',
        remedy: 'Name it or delete it.'
      });
    else if (header.indexOf(name) !== index)
      faults.push({
        rule: 'duplicate-column',
        row: 1,
        column: name,
        message: `the column is given twice, at number ${header.indexOf(name) + 1} and number ${index + 1}`,
        remedy: 'Keep one of them.'
      });
  });
  return faults;
}

/** Columns beyond the last named one, where no row fills them, are what spreadsheets leave behind. */
function usedWidth(records: readonly (readonly string[])[], header: readonly string[]): number {
  let width = header.length;
  while (width > 0 && header[width - 1]?.trim() === '') {
    const column = width - 1;
    if (records.some((record, index) => index > 0 && (record[column] ?? '').trim() !== '')) break;
    width -= 1;
  }
  return width;
}

function raggedRow(row: number, found: number, wanted: number, last: boolean): Fault {
  return {
    rule: 'ragged-row',
    row,
    value: `${found} ${found === 1 ? 'cell' : 'cells'}`,
    message: `the row does not have the ${wanted} cells of the header`,
    remedy:
      last && found < wanted
        ? 'It is the last row: the file may have been cut short. Fetch or save it again.'
        : 'Look for a comma too many or too few; text with a comma in it needs double quotes around it.'
  };
}

/**
 * Reads comma-separated text or the bytes of a file. Never throws: what is wrong comes back in `problems`, every
 * place of it, and a row that is wrong is left out. Blank lines are skipped; a byte-order mark is dropped.
 */
export function readCsv(content: string | Uint8Array, file: string): CsvFile {
  const decoded = decodeText(content, file);
  const problems: Problem[] = [...decoded.problems];
  const add = (fault: Fault) => problems.push({ severity: 'error', file, ...fault });
  const nothing = { header: [], rows: [], problems };
  if (decoded.text === undefined) return nothing;
  const wrong = wrongKind(decoded.text);
  if (wrong) {
    add(wrong);
    return nothing;
  }
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  const records = parsed.data;
  for (const error of parsed.errors) {
    if (error.type !== 'Quotes') continue;
    add({
      rule: 'open-quote',
      ...(error.row === undefined ? {} : { row: error.row + 1 }),
      message: 'a double quote is opened and never closed, so the rest of the file is one cell',
      remedy: 'Close the quote; if the file ends there, it was cut short: fetch or save it again.'
    });
  }
  const top = records.findIndex((record) => !isBlank(record));
  const first = records[top] ?? [];
  const width = usedWidth(records.slice(top), first);
  const header = first.slice(0, width).map((name) => name.trim());
  headerFaults(header).forEach((fault) => add({ ...fault, row: top + 1 }));
  const lastFilled = records.findLastIndex((record) => !isBlank(record));
  const rows: CsvRow[] = [];
  for (let index = top + 1; index < records.length; index += 1) {
    const cells = records[index] ?? [];
    if (cells.length === width && !isBlank(cells)) rows.push({ row: index + 1, cells });
    else if (isBlank(cells)) continue;
    else if (cells.length > width && isBlank(cells.slice(width)))
      rows.push({ row: index + 1, cells: cells.slice(0, width) });
    else add(raggedRow(index + 1, cells.length, width, index === lastFilled));
  }
  return { header, rows, problems };
}

const FORMULA = /^'*[=+\-@\t]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Text that a spreadsheet would run as a formula, with an apostrophe before it; anything else as it is. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `guardFormula` put before a text. */
export function unguardFormula(text: string): string {
  return /^'+[=+\-@\t]/.test(text) ? text.slice(1) : text;
}

/**
 * Comma-separated text with line feeds and a line feed at its end. Text that a spreadsheet would run is guarded.
 * With `bom`, a byte-order mark leads, so that older spreadsheets read accents.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  options: { readonly bom?: boolean } = {}
): string {
  const guarded = [header, ...rows].map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))
  );
  const text = Papa.unparse(guarded, { newline: '\n' });
  return `${options.bom === true ? '\uFEFF' : ''}${text}\n`;
}

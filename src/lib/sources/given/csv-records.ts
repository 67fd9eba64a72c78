/** The records of separated text one after another, without keeping them. */
import Papa from 'papaparse';

/** `row` counts from 1, blank lines too; `start` is where the record begins in the text. False stops the reading. */
export type Visit = (cells: readonly string[], row: number, start: number) => boolean | undefined;

export interface Records {
  readonly text: string;
  /** The record in which a quote is opened and never closed. */
  readonly openQuote?: number;
}

/** Line ends as line feeds; the same text where it has no others. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Calls `visit` for each record. Line ends are line feeds. Returns the record of a quote that is never closed. */
export function eachRecord(
  text: string,
  separator: string,
  visit: Visit,
  from = { at: 0, row: 1 }
): number | undefined {
  if (!text.includes('"', from.at)) {
    eachLine(text, separator, visit, from);
    return undefined;
  }
  let row = from.row - 1;
  let start = from.at;
  let openQuote: number | undefined;
  Papa.parse<string[]>(from.at === 0 ? text : text.slice(from.at), {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      row += 1;
      if (errors.some(({ type }) => type === 'Quotes')) openQuote ??= row;
      if (visit(data, row, start) === false) parser.abort();
      start = from.at + meta.cursor;
    }
  });
  return openQuote;
}

function eachLine(text: string, separator: string, visit: Visit, from: { at: number; row: number }): void {
  let { at, row } = from;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    if (visit(text.slice(at, end).split(separator), row, at) === false) return;
    at = end + 1;
    row += 1;
  }
}

/** The first records of a text, at most this many and of this many characters. */
export function firstRecords(
  text: string,
  separator: string,
  most: number,
  characters = 200_000
): string[][] {
  const records: string[][] = [];
  eachRecord(text.length > characters ? text.slice(0, characters) : text, separator, (cells) => {
    records.push([...cells]);
    return records.length < most;
  });
  return records;
}

export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

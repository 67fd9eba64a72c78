/** How a file of separated text is laid out: its encoding, what separates its columns, where its header stands. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { decodeText, encodingOf } from '../csv-decode.ts';
import { namesIn } from './column-names.ts';
import { firstRecords, isBlank, withLineFeeds } from './csv-records.ts';
import type { Recognised } from './recognised.ts';

/** More than any table has, and few enough to say so at once. */
export const CSV_LIMITS = { bytes: 64_000_000, columns: 400 };

export interface CsvShape {
  readonly text: string;
  readonly separator: string;
  /** Untrimmed. */
  readonly header: readonly string[];
  /** 1-based row of the header. */
  readonly headerRow: number;
  /** Whether the bytes as they came say the same as the text: UTF-8, line feeds or not. */
  readonly asGiven: boolean;
  /** The first rows, header and titles included. */
  readonly sample: readonly (readonly string[])[];
  readonly recognised: readonly Omit<Recognised, 'file'>[];
}

const SEPARATORS = [
  { mark: ',', words: 'commas' },
  { mark: ';', words: 'semicolons' },
  { mark: '\t', words: 'tabs' },
  { mark: '|', words: 'upright bars' }
];
const SAMPLE = 120;

const said = (from: string, to: string, name: string, rows = 1): Omit<Recognised, 'file'> => ({
  column: '',
  from,
  to,
  name,
  rows,
  kind: 'file'
});

function fault(file: string, rule: string, message: string, remedy: string): { problem: Problem } {
  return { problem: { severity: 'error', rule, file, message, remedy } };
}

/** What a file of text is, or why it cannot be one. */
export function csvShape(
  content: Uint8Array,
  file: string,
  cubes: ReadonlyMap<string, Cube>
): CsvShape | { readonly problem: Problem } {
  if (content.length > CSV_LIMITS.bytes)
    return fault(
      file,
      'large-file',
      `the file is of ${Math.round(content.length / 1e6)} MB; ${CSV_LIMITS.bytes / 1e6} MB is the most that is read`,
      'Tables of counts are far smaller: look whether it has a row for each child, and if so load it nowhere; else give fewer periods or breakdowns.'
    );
  const decoded = decodeText(content, file);
  const [failed] = decoded.problems.filter(({ severity }) => severity === 'error');
  if (decoded.text === undefined || failed !== undefined)
    return failed === undefined
      ? fault(file, 'not-text', 'the file is not text', 'Save it as “CSV UTF-8”.')
      : { problem: failed };
  if (decoded.text.trim() === '')
    return fault(
      file,
      'empty-file',
      'the file is empty',
      'Save it again with its header row, or leave it out.'
    );
  if (decoded.text.includes('\0'))
    return fault(file, 'not-text', 'the file is not text', 'Save it as “CSV UTF-8”.');
  const text = withLineFeeds(decoded.text);
  const best = SEPARATORS.map((separator) => ({
    ...separator,
    ...headerIn(text, separator.mark, cubes)
  })).reduce((a, b) => (b.names > a.names || (b.names === a.names && b.width > a.width) ? b : a));
  if (best.widest > CSV_LIMITS.columns)
    return fault(
      file,
      'many-columns',
      `the file has ${best.widest.toLocaleString('en-GB')} columns; no table has more than ${CSV_LIMITS.columns}`,
      'Give one row for each figure, as the templates show.'
    );
  const encoding = encodingOf(content);
  return {
    text,
    separator: best.mark,
    header: best.header,
    headerRow: best.row,
    asGiven: encoding === 'utf-8',
    sample: best.sample,
    recognised: [
      ...(encoding === 'windows-1252'
        ? [said('Windows-1252', 'UTF-8', 'an older way of writing letters: look at those with accents')]
        : encoding === 'utf-16'
          ? [said('UTF-16', 'UTF-8', '“Unicode text”, as spreadsheets call it')]
          : []),
      ...(best.mark === ','
        ? []
        : [said(`${best.words} between columns`, 'commas', `columns are separated by ${best.words}`)]),
      ...(best.titles === 0
        ? []
        : [
            said(
              'lines before the header',
              'left out',
              `the header was found in row ${best.row}`,
              best.titles
            )
          ])
    ]
  };
}

interface FoundHeader {
  readonly header: readonly string[];
  readonly row: number;
  readonly names: number;
  readonly width: number;
  readonly widest: number;
  /** Lines with something in them before it. */
  readonly titles: number;
  readonly sample: readonly (readonly string[])[];
}

function headerIn(text: string, separator: string, cubes: ReadonlyMap<string, Cube>): FoundHeader {
  const sample = firstRecords(text, separator, SAMPLE);
  const counts = sample.map((cells) => namesIn(cells.slice(0, CSV_LIMITS.columns), cubes));
  const names = counts.reduce((a, b) => Math.max(a, b), 0);
  const filled = sample.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = filled.reduce((most, count) => Math.max(most, count), 0);
  const at = names >= 2 ? counts.indexOf(names) : Math.max(0, filled.indexOf(usual));
  const header = sample[at] ?? [];
  return {
    header,
    row: at + 1,
    names: names >= 2 ? names : 0,
    width: header.length,
    widest: sample.reduce((most, { length }) => Math.max(most, length), 0),
    titles: sample.slice(0, at).filter((cells) => !isBlank(cells)).length,
    sample
  };
}

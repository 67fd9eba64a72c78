import type { Problem } from '#lib/domain/problem.ts';
import { encodingOf } from './csv-decode.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { meaningOf } from './dfe-columns.ts';

/** A CSV file as it was found. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A CSV file that could be read, with the meaning of each of its columns. */
export interface OpenFile {
  readonly name: string;
  readonly headers: readonly string[];
  readonly meanings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** False where the last line has no end, as in a download that was cut short. */
  readonly ended: boolean;
}

const AGAIN = 'Download it again from Explore Education Statistics and put it in place of this one';

/** A file read, the problems that keep it from being read, or neither where it is not from a release at all. */
export interface Opening {
  readonly open?: OpenFile;
  readonly problems: readonly Problem[];
  /** True where the header, as far as it can be read, is not that of a table with times and places. */
  readonly foreign: boolean;
}

/** Reads one file, or says everything that keeps it from being read. DfE publishes UTF-8 and nothing else. */
export function openFile(file: RawFile): Opening {
  const fail = (problems: readonly Problem[], foreign = false) => ({ problems, foreign });
  const wrong = wrongEncoding(file);
  if (wrong) return fail([wrong]);
  const { header, rows, problems } = readCsv(file.bytes, file.name);
  const errors = problems.map((found) => ({ ...found, severity: 'error' as const }));
  const meanings = header.map(meaningOf);
  const separator = errors.some(({ rule }) => rule === 'separator')
    ? separatorOf(header[0] ?? '')
    : undefined;
  if (separator) {
    const names = (header[0] ?? '').split(separator.mark).map(meaningOf);
    return fail([separatedBy(file.name, separator.words)], !names.some((name) => TELLING.has(name)));
  }
  if (errors.length > 0)
    return fail(errors, header.length > 0 && !meanings.some((name) => TELLING.has(name)));
  if (header.length < 2 || rows.length === 0) {
    return fail([problem(file.name, 'empty-file', 'the file has no rows', AGAIN)]);
  }
  const ended = file.bytes.at(-1) === 0x0a || file.bytes.at(-1) === 0x0d;
  return { open: { name: file.name, headers: header, meanings, rows, ended }, problems: [], foreign: false };
}

/** Columns by which tables of the release, population estimates and lists of neighbours are known. */
const TELLING: ReadonlySet<string> = new Set(
  ['time_period', 'geographic_level', 'country_code', 'old_la_code', 'area_code', 'population'].map(meaningOf)
);

const SAVED = 'or save it as “CSV UTF-8 (comma delimited)”';

function wrongEncoding({ name, bytes }: RawFile): Problem | undefined {
  const encoding = encodingOf(bytes);
  if (typeof encoding === 'object') {
    const remedy = /zip/.test(encoding.notText)
      ? 'Unzip it and put the CSV files that are in it in its place; of a workbook, save the sheet as “CSV UTF-8”'
      : AGAIN;
    return problem(name, 'not-text', `the file is ${encoding.notText}, whatever its name says`, remedy);
  }
  if (encoding === 'utf-8')
    return bytes.subarray(0, 4000).includes(0)
      ? problem(name, 'not-text', 'the file is not text', AGAIN)
      : undefined;
  const [message, row] =
    encoding === 'utf-16'
      ? ['the file is not in UTF-8 but in UTF-16, which spreadsheets call “Unicode text”', undefined]
      : [
          'the file is not in UTF-8; it seems to be in Windows-1252, as older spreadsheets save, and its letters would be wrong',
          firstOdd(bytes)
        ];
  const at = row === undefined ? {} : { row };
  return problem(name, 'wrong-encoding', message, `Download it again, ${SAVED}`, at);
}

/** The first row with a byte that UTF-8 does not allow. */
function firstOdd(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let row = 1; start < bytes.length; row += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return row;
    }
    start = stop + 1;
  }
  return undefined;
}

const SEPARATORS = [
  { mark: ';', words: 'semicolons' },
  { mark: '\t', words: 'tabs' },
  { mark: '|', words: 'upright bars' }
];

/** What stands between the names of a header that has no comma: the mark that is there most often. */
function separatorOf(header: string): { readonly mark: string; readonly words: string } | undefined {
  const times = ({ mark }: { readonly mark: string }) => header.split(mark).length;
  return SEPARATORS.toSorted((a, b) => times(b) - times(a))[0];
}

function separatedBy(file: string, marks: string): Problem {
  const message = `the columns are separated by ${marks}, not by commas`;
  return problem(file, 'separator', message, `Download it again, ${SAVED}`, {
    row: 1
  });
}

/** An error about a file, or one place in it. */
export function problem(
  file: string,
  rule: string,
  message: string,
  remedy: string,
  at: { readonly row?: number; readonly column?: string; readonly value?: string } = {}
): Problem {
  return { severity: 'error', rule, file, message, remedy, ...at };
}

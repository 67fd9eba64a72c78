import type { Problem } from '#lib/domain/problem.ts';
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
  if (!isUtf8(file.bytes)) {
    const message = 'the file is not in UTF-8, so its letters and figures cannot be trusted';
    return fail([problem(file.name, 'wrong-encoding', message, AGAIN)]);
  }
  const { header, rows, problems } = readCsv(file.bytes, file.name);
  const errors = problems.map((found) => ({ ...found, severity: 'error' as const }));
  const meanings = header.map(meaningOf);
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

/** UTF-16 shows itself by its byte-order mark or by zeros; other encodings by bytes that UTF-8 does not allow. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, 4000).includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
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

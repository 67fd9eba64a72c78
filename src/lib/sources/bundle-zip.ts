/** A bundle as one zip: read with limits and without trust, written the same every time. */
import { zipSync, type Zippable } from 'fflate';
import type { Problem } from '#lib/domain/problem.ts';
import type { BundleFiles } from './bundle.ts';
import { unpackEntry, zipEntries, type ZipEntry } from './zip-entries.ts';

/** What a zip may hold: far more than any bundle needs, and far less than would fill a machine. */
export const ZIP_LIMITS = { files: 5_000, bytes: 256_000_000 };

export interface ZipReading {
  /** Empty where anything is an error. */
  readonly files: BundleFiles;
  readonly problems: readonly Problem[];
}

const AGAIN = 'Zip the folder again, or choose the folder itself.';

/** Whether bytes begin as a zip does, whatever the file is called. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The files of a zip, by path. Never throws on what it holds; no more is unpacked than the limits allow. */
export function readZip(
  bytes: Uint8Array,
  name: string,
  limits: { readonly files: number; readonly bytes: number } = ZIP_LIMITS
): ZipReading {
  const refuse = (rule: string, message: string, remedy: string): ZipReading => ({
    files: new Map(),
    problems: [{ severity: 'error', rule, file: name, message, remedy }]
  });
  const found = zipEntries(bytes);
  if (found === undefined)
    return refuse('broken-zip', 'the file is not a whole zip: it is cut short, or of another kind', AGAIN);
  const entries = found.filter(({ path }) => !path.endsWith('/'));
  if (entries.length > limits.files)
    return refuse(
      'large-zip',
      `the zip holds ${count(entries.length)} files; ${count(limits.files)} is the most that is read`,
      'Choose a zip of one bundle and nothing else.'
    );
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.bytes)
    return refuse(
      'large-zip',
      `the zip unpacks to more than ${count(limits.bytes / 1e6)} MB, the most that is read`,
      'Choose a zip of one bundle and nothing else.'
    );
  const problems = entries.flatMap((entry) => problemOf(entry, entries, name));
  if (problems.length > 0) return { files: new Map(), problems };
  return unpackAll(bytes, entries, name);
}

const count = (number: number) => number.toLocaleString('en-GB');

function problemOf(entry: ZipEntry, entries: readonly ZipEntry[], name: string): Problem[] {
  const error = (rule: string, message: string, remedy: string): Problem[] => [
    { severity: 'error', rule, file: `${name}, ${entry.path}`, message, remedy }
  ];
  if (entry.encrypted)
    return error('locked-zip', 'the zip has a password', 'Zip the folder again without a password.');
  if (!entry.readable)
    return error('strange-zip', 'the file is packed in a way that browsers cannot unpack', AGAIN);
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:/.test(entry.path))
    return error('path-outside', 'the path leads out of the zip', AGAIN);
  if (entries.find(({ path }) => path === entry.path) !== entry)
    return error('twice-in-zip', 'the zip holds two files of this name', AGAIN);
  return [];
}

function unpackAll(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): ZipReading {
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const content = unpackEntry(bytes, entry);
    if (content) files.set(entry.path, content);
    else
      problems.push({
        severity: 'error',
        rule: 'broken-zip',
        file: `${name}, ${entry.path}`,
        message: 'the file was damaged since it was zipped',
        remedy: 'Fetch the zip again, or zip the folder again.'
      });
  }
  return problems.length > 0 ? { files: new Map(), problems } : { files, problems };
}

/** `zipSync` writes the date as it is on a clock here, so that this is the same in every time zone. */
const FIRST_DATE = new Date(1980, 0, 1);

/** A zip of files by path: the same bytes for the same files, whenever, wherever and in whatever order. */
export function writeZip(files: BundleFiles): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const content: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const file = files.get(path) ?? '';
    content[path] = typeof file === 'string' ? encoder.encode(file) : file;
  }
  return zipSync(content, { mtime: FIRST_DATE, level: 9 });
}

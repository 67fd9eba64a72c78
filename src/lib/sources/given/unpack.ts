/** Everything that was given as files: zips opened, what systems leave behind taken away. */
import type { Problem } from '#lib/domain/problem.ts';
import { readZip, ZIP_LIMITS } from '../bundle-zip.ts';
import { zipEntries } from '../zip-entries.ts';
import { kindOfFile, type FileKind } from './kind-of-file.ts';

export interface GivenFile {
  /** With its folders, where it came with any. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface KnownFile extends GivenFile {
  readonly kind: FileKind;
}

const LITTER = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|~\$[^/]*)(\/|$)/i;

/** The files that are meant, each with its kind; problems where some cannot be had. */
export function unpack(given: readonly GivenFile[]): {
  readonly files: readonly KnownFile[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const refuse = (file: string, rule: string, message: string, remedy: string) =>
    problems.push({ severity: 'error', rule, file, message, remedy });
  const named = given
    .map(({ path, content }) => ({ path: path.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''), content }))
    .filter(({ path }) => !LITTER.test(path));
  if (named.length === 0)
    refuse('', 'no-files', 'no file was given', 'Choose a workbook, a zip, a folder or CSV files.');
  const files: KnownFile[] = [];
  for (const file of named.slice(0, ZIP_LIMITS.files)) {
    const kind = kindOfFile(file.content);
    if (kind === 'zip' && isBrokenWorkbook(file)) files.push({ ...file, kind: 'workbook' });
    else if (kind !== 'zip' && !(named.length === 1 && /\.zip$/i.test(file.path)))
      files.push({ ...file, kind });
    else {
      const opened = unzip(file, named.length > 1);
      files.push(...opened.files);
      problems.push(...opened.problems);
    }
  }
  if (files.length > ZIP_LIMITS.files || named.length > ZIP_LIMITS.files)
    refuse(
      named[0]?.path ?? '',
      'many-files',
      `${Math.max(files.length, named.length).toLocaleString('en-GB')} files were given; ${ZIP_LIMITS.files.toLocaleString('en-GB')} is the most that is read`,
      'Choose the folder of one bundle and nothing else.'
    );
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  if (bytes > ZIP_LIMITS.bytes)
    refuse(
      named[0]?.path ?? '',
      'large-files',
      `the files are of ${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB; ${ZIP_LIMITS.bytes / 1e6} MB is the most that is read`,
      'Tables of counts are far smaller: choose only those.'
    );
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path))
      refuse(path, 'twice-given', 'two files of this name were given', 'Choose the folder instead.');
    paths.add(path);
  }
  return { files: problems.some(({ severity }) => severity === 'error') ? [] : files, problems };
}

/** Whether a file begins as a workbook does, by its name or its first part, and is not whole. */
function isBrokenWorkbook({ path, content }: GivenFile): boolean {
  if (zipEntries(content) !== undefined) return false;
  const start = new TextDecoder('windows-1252').decode(content.subarray(0, 2_000));
  return /\.xls[xm]$/i.test(path) || /^PK..[\s\S]{26}(\[Content_Types\]\.xml|_rels\/|xl\/)/.test(start);
}

/** The files of a zip; those of a zip that holds one zip and nothing else are the inner one’s. */
function unzip(
  { path, content }: GivenFile,
  among: boolean
): { readonly files: readonly KnownFile[]; readonly problems: readonly Problem[] } {
  const outer = readZip(content, path);
  if (outer.problems.length > 0) return { files: [], problems: outer.problems };
  const refused = (rule: string, message: string, remedy: string) => ({
    files: [],
    problems: [{ severity: 'error' as const, rule, file: path, message, remedy }]
  });
  let files = knownIn(outer.files);
  const [only, ...more] = files;
  if (only !== undefined && more.length === 0 && only.kind === 'zip') {
    const inner = readZip(only.content, `${path}, ${only.path}`);
    if (inner.problems.length > 0) return { files: [], problems: inner.problems };
    files = knownIn(inner.files);
  }
  if (files.some(({ kind }) => kind === 'zip'))
    return refused('zip-in-zip', 'the zip holds other zips', 'Unzip it, and give what is in one of them.');
  if (files.length === 0)
    return refused(
      'empty-zip',
      'there is nothing in the zip',
      'Zip the folder again, or choose the folder itself.'
    );
  if (among && files.some((file) => /(^|\/)bundle\.json$/.test(file.path)))
    return refused(
      'one-zip',
      'a zip of a whole bundle was given with other files',
      'Choose the zip, and nothing else.'
    );
  return { files, problems: [] };
}

function knownIn(files: ReadonlyMap<string, string | Uint8Array>): KnownFile[] {
  return [...files].flatMap(([path, content]): KnownFile[] => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const plain = path.replaceAll('\\', '/');
    return LITTER.test(plain) ? [] : [{ path: plain, content: bytes, kind: kindOfFile(bytes) }];
  });
}

/** The parts of a workbook’s file that are read, or why there are none. Nothing else of it is ever unpacked. */
import type { Problem } from '#lib/domain/problem.ts';
import { unpackEntry, zipEntries, type ZipEntry } from '../zip-entries.ts';

/** What a workbook may hold once it is unpacked: far more than one that somebody filled in. */
export const WORKBOOK_LIMITS = { parts: 2_000, bytes: 128_000_000 };

/** One part of a workbook by its path, as text; undefined where it has none, or where it is damaged. */
export type Part = (path: string) => string | undefined;

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const SAVE = 'Open it in the spreadsheet it came from and save it as an Excel workbook (.xlsx).';

/** Whether bytes begin as an old workbook, or one with a password, does. */
export function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, index) => bytes[index] === byte);
}

const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Opens a workbook’s file, or says why it cannot be read. */
export function openWorkbook(
  content: Uint8Array,
  file: string
): { readonly part: Part; readonly macros: boolean } | { readonly problem: Problem } {
  const refuse = (rule: string, message: string, remedy: string) => ({
    problem: { severity: 'error', rule, file, message, remedy } as const
  });
  if (isOle(content))
    return includes(content, wide('EncryptedPackage'))
      ? refuse(
          'locked-workbook',
          'the workbook has a password, so nothing in it can be read',
          'Take the password off (File, Info, Protect Workbook), save it and give it again.'
        )
      : refuse('old-workbook', 'the workbook is of the old kind (.xls), which is not read', SAVE);
  const entries = zipEntries(content);
  if (entries === undefined)
    return refuse(
      'broken-workbook',
      'the file is not a whole workbook: it is cut short, or of another kind',
      'Download or copy it again if it was fetched; otherwise open it in the spreadsheet program, save it again as an Excel workbook (.xlsx), and give that file.'
    );
  const has = (path: string) => entries.some((entry) => entry.path.toLowerCase() === path.toLowerCase());
  if (has('xl/workbook.bin'))
    return refuse('binary-workbook', 'the workbook is of the binary kind (.xlsb), which is not read', SAVE);
  if (has('content.xml') && has('mimetype'))
    return refuse('open-document', 'the workbook is an OpenDocument one (.ods), which is not read', SAVE);
  if (!has('xl/workbook.xml')) return refuse('not-a-workbook', 'the file holds no sheets', SAVE);
  const read = entries.filter(isRead);
  if (
    entries.length > WORKBOOK_LIMITS.parts ||
    read.reduce((sum, { size }) => sum + size, 0) > WORKBOOK_LIMITS.bytes
  )
    return refuse(
      'large-workbook',
      `the workbook unpacks to more than ${WORKBOOK_LIMITS.bytes / 1e6} MB, the most that is read`,
      'Keep counts only, in a workbook made from the templates.'
    );
  if (read.some(({ encrypted, readable }) => encrypted || !readable))
    return refuse('broken-workbook', 'parts of the workbook are packed in a way that cannot be read', SAVE);
  return { part: partOf(content, read), macros: has('xl/vbaProject.bin') };
}

const isRead = ({ path }: ZipEntry) =>
  /^xl\/(workbook|sharedstrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/i.test(
    path
  );

function partOf(content: Uint8Array, entries: readonly ZipEntry[]): Part {
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  return (path) => {
    const entry = byPath.get(path.toLowerCase());
    const bytes = entry && unpackEntry(content, entry);
    return bytes && new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes);
  };
}

const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

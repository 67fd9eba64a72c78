/** What a file is by its first bytes, whatever it is called; and what to do about one that is nothing of ours. */
import type { Problem } from '#lib/domain/problem.ts';
import { decodeText } from '../csv-decode.ts';
import { isZip } from '../bundle-zip.ts';
import { zipEntries } from '../zip-entries.ts';
import { isOle } from './workbook-open.ts';

export type FileKind =
  | 'zip'
  | 'workbook'
  | 'csv'
  | 'json'
  | 'xml'
  | 'web page'
  | 'PDF'
  | 'picture'
  | 'Word document'
  | 'presentation'
  | 'packed file'
  | 'database'
  | 'program or recording'
  | 'empty';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d, 0x00]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['packed file', [0x1f, 0x8b]],
  ['packed file', [0x37, 0x7a, 0xbc, 0xaf]],
  ['packed file', [0x52, 0x61, 0x72, 0x21]],
  ['database', [0x00, 0x01, 0x00, 0x00, 0x53, 0x74]],
  ['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['database', [0x50, 0x41, 0x52, 0x31]],
  ['program or recording', [0x4d, 0x5a]],
  ['program or recording', [0x7f, 0x45, 0x4c, 0x46]]
];

const START = 4_000;

/** The kind of a file by its content. */
export function kindOfFile(content: Uint8Array): FileKind {
  if (content.length === 0) return 'empty';
  if (isZip(content)) return kindOfZip(content);
  if (isOle(content)) return 'workbook';
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => content[at] === byte));
  if (
    known !== undefined &&
    !(known[0] === 'program or recording' && !content.subarray(0, START).includes(0))
  )
    return known[0];
  const text = decodeText(content.subarray(0, START - (START % 2)), '').text ?? '';
  if (text.trim() === '' && content.length <= START) return 'empty';
  const start = text.trimStart().toLowerCase();
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|table|script)\b/.test(start)) return 'web page';
  if (/^<(\?xml|[a-z][\w:.-]*[\s>/])/.test(start)) return /<html\b/.test(start) ? 'web page' : 'xml';
  if (/^[{[]\s*("|[{[\]}]|$)/.test(start)) return 'json';
  return 'csv';
}

function kindOfZip(content: Uint8Array): FileKind {
  const paths = zipEntries(content)?.map(({ path }) => path.toLowerCase()) ?? [];
  const has = (path: string) => paths.includes(path);
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'workbook';
  if (has('word/document.xml')) return 'Word document';
  if (has('ppt/presentation.xml')) return 'presentation';
  if (has('mimetype') && has('content.xml')) return 'workbook';
  return 'zip';
}

const SHEET = 'Give the figures as a workbook (.xlsx) or as CSV files.';

const REMEDIES: Readonly<
  Record<Exclude<FileKind, 'zip' | 'workbook' | 'csv'>, readonly [string, string, string]>
> = {
  json: ['json-file', 'JSON', 'Only bundle.json of a bundle is read. ' + SHEET],
  xml: ['xml-file', 'XML, as returns and exports of systems are', 'Do not load returns here. ' + SHEET],
  'web page': [
    'web-page',
    'a web page, whatever its name says',
    'The download may have failed or needed a log-in: fetch the file again. ' + SHEET
  ],
  PDF: ['pdf-file', 'a PDF', 'Figures cannot be read out of one. ' + SHEET],
  picture: ['picture-file', 'a picture', 'Figures cannot be read out of one. ' + SHEET],
  'Word document': ['document-file', 'a Word document', 'Copy its tables into a workbook. ' + SHEET],
  presentation: ['document-file', 'a presentation', 'Copy its tables into a workbook. ' + SHEET],
  'packed file': [
    'packed-file',
    'packed in a way that is not read here',
    'Unpack it, and give what is in it; or zip it.'
  ],
  database: ['database-file', 'a database', 'Export its tables of counts. ' + SHEET],
  'program or recording': ['not-text', 'neither a table nor text', SHEET],
  empty: ['empty-file', 'empty', 'Save it again, or leave it out.']
};

/** Why a file of another kind is not read. */
export function unreadProblem(
  kind: Exclude<FileKind, 'zip' | 'workbook' | 'csv'>,
  file: string,
  severity: Problem['severity']
): Problem {
  const [rule, what, remedy] = REMEDIES[kind];
  return { severity, rule, file, message: `the file is ${what}`, remedy };
}

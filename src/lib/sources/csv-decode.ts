import type { Problem } from '#lib/domain/problem.ts';

export interface Decoded {
  /** Absent where the bytes are no text at all. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a workbook or a zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old workbook or a locked file' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x1f, 0x8b], what: 'a gzip' }
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** `utf-16le` or `utf-16be` from a byte-order mark, or from zeros in every other byte of the start. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const start = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 400));
  if (start.length < 4) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = start.length / 2;
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the bytes of a file are: text in one of three encodings, or something that is no text at all. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | { readonly notText: string };

/** How a file is encoded, from its first bytes and from whether UTF-8 allows what follows. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const signature = SIGNATURES.find((known) => startsWith(bytes, known.bytes));
  if (signature) return { notText: signature.what };
  if (utf16Of(bytes)) return 'utf-16';
  return utf8Of(bytes) === undefined ? 'windows-1252' : 'utf-8';
}

/**
 * The text of a file. UTF-8 is expected; UTF-16 is decoded; anything else is read as Windows-1252 with a warning,
 * because older spreadsheets save so. Workbooks, zips and PDFs are errors. A byte-order mark is dropped.
 */
export function decodeText(content: string | Uint8Array, file: string): Decoded {
  if (typeof content === 'string') return { text: content.replace(/^\uFEFF/, ''), problems: [] };
  const signature = SIGNATURES.find((known) => startsWith(content, known.bytes));
  if (signature)
    return {
      problems: [
        {
          severity: 'error',
          rule: 'not-text',
          file,
          message: `the file is ${signature.what}, whatever its name says`,
          remedy: 'Open it and save the sheet as “CSV UTF-8”.'
        }
      ]
    };
  const utf16 = utf16Of(content);
  if (utf16) return { text: new TextDecoder(utf16).decode(content), problems: [] };
  const utf8 = utf8Of(content);
  if (utf8 !== undefined) return { text: utf8, problems: [] };
  return {
    text: new TextDecoder('windows-1252').decode(content),
    problems: [
      {
        severity: 'warning',
        rule: 'encoding',
        file,
        message: 'the file is not UTF-8, and was read as Windows-1252',
        remedy: 'Check letters with accents, and save the file as “CSV UTF-8”.'
      }
    ]
  };
}

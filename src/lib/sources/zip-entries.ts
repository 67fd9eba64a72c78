/** What a zip says that it holds, as PKWARE’s APPNOTE 6.3 lays it down; each file unpacked is checked against that. */
import { inflateSync } from 'fflate';

export interface ZipEntry {
  readonly path: string;
  /** Bytes once it is unpacked, as the zip says. */
  readonly size: number;
  readonly packed: number;
  readonly crc: number;
  readonly encrypted: boolean;
  /** Whether it is stored or deflated, which is all that is read here. */
  readonly readable: boolean;
  readonly deflated: boolean;
  /** Where its local header stands. */
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 0xffff;

/** The entries of a zip; undefined where its bytes are no whole zip, or one too large for the plain format. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const total = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < total; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + 46 + (nameLength ?? 0);
    if (next > view.byteLength) return undefined;
    entries.push(entryAt(view, at, nameOf(bytes.subarray(at + 46, next))));
    at = next + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= least; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function entryAt(view: DataView, at: number, path: string): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  return {
    path,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    encrypted: (flags & 0x2041) !== 0,
    readable: method === 0 || method === 8,
    deflated: method === 8,
    at: view.getUint32(at + 42, true)
  };
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The content of an entry; undefined where it is not what the zip says of it. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, size, packed } = entry;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > view.byteLength) return undefined;
  const content = contentOf(bytes.subarray(from, from + packed), size, entry.deflated);
  return content?.length === size && crcOf(content) === entry.crc ? content : undefined;
}

function contentOf(packed: Uint8Array, size: number, deflated: boolean): Uint8Array | undefined {
  if (!deflated) return packed.slice();
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** CRC-32 as zips carry it. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

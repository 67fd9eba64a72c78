/** Packs out of files and into them. */
import type { PackFile } from '#lib/domain/pack.ts';
import { packsOf, withPack } from '#lib/sources/bundle-packs.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { LARGEST_PACK, readPackFile } from '#lib/sources/pack-file.ts';

/** @throws in words where it holds no pack */
export async function readGivenPack(given: File): Promise<PackFile> {
  const { file, problems } = readPackFile(given.size > LARGEST_PACK ? '' : await given.text(), given.name);
  if (file !== undefined) return file;
  const [first] = problems;
  if (first === undefined) throw new Error('it holds no pack');
  const place = first.column === undefined ? '' : `${first.column}: `;
  const more = problems.length > 1 ? `, and ${String(problems.length - 1)} more` : '';
  throw new Error(`${place}${first.message}${more}`);
}

const read = new WeakMap<Uint8Array, readonly PackFile[]>();

/** The packs that a loaded bundle holds. */
export function packsInBundle(zip: Uint8Array<ArrayBuffer> | undefined): readonly PackFile[] {
  if (zip === undefined) return [];
  const known = read.get(zip) ?? packsOf(readZip(zip, 'the bundle').files);
  read.set(zip, known);
  return known;
}

/** The bundle with a pack and its commentary in it; everything else byte for byte as it was. */
export const bundleWith = (zip: Uint8Array<ArrayBuffer>, file: PackFile): Uint8Array<ArrayBuffer> =>
  writeZip(withPack(readZip(zip, 'the bundle').files, file));

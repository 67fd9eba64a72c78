/** Packs out of files and into them. */
import type { PackFile } from '#lib/domain/pack.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { packsOf, withPack } from '#lib/sources/bundle-packs.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { LARGEST_PACK, readPackFile } from '#lib/sources/pack-file.ts';

/** @throws in words where it holds no pack */
export async function readGivenPack(given: File): Promise<PackFile> {
  const { file, problems } = readPackFile(given.size > LARGEST_PACK ? '' : await given.text(), given.name);
  if (file !== undefined) return file;
  if (problems.length === 0) throw new Error('it holds no pack');
  const said = problems.map(
    ({ column, message }) => `${column === undefined ? '' : `${column}: `}${message}`
  );
  throw new Error(said.join('; '));
}

const read = new WeakMap<Uint8Array, { readonly of: Standing; readonly packs: readonly PackFile[] }>();

/** The packs that a loaded bundle holds. */
export function packsInBundle(
  zip: Uint8Array<ArrayBuffer> | undefined,
  standing: Standing
): readonly PackFile[] {
  if (zip === undefined) return [];
  const known = read.get(zip);
  if (known?.of === standing) return known.packs;
  const packs = packsOf(readZip(zip, 'the bundle').files, standing);
  read.set(zip, { of: standing, packs });
  return packs;
}

/**
 * The bundle with a pack and its commentary in it; everything else byte for byte as it was.
 * @param words what must be said of the words of the pack
 * @param bundle what must be said of the bundle
 * @throws in words where restricted words would go into figures for anybody
 */
export function bundleWith(
  zip: Uint8Array<ArrayBuffer>,
  file: PackFile,
  words: Standing,
  bundle: Standing
): Uint8Array<ArrayBuffer> {
  if (words.restricted && !bundle.restricted)
    throw new Error('words in this report are restricted, and the bundle that is loaded is not');
  return writeZip(withPack(readZip(zip, 'the bundle').files, file));
}

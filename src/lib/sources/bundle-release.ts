/** Releases that are out: by which hash each is known again, and which of them a bundle keeps. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Bundle, BundleFiles, EarlierRelease } from './bundle.ts';
import { writeRelease } from './bundle-write.ts';
import { decodeText } from './csv-decode.ts';

/** A bundle that may not be kept as a release, because it was never made safe. */
export class UnprotectedRelease extends Error {
  constructor(title: string) {
    super(`“${title}” is not protected, so it is no release and is never kept beside one`);
    this.name = 'UnprotectedRelease';
  }
}

/**
 * SHA-256, in hexadecimal, of what a release says: bundle.json, its tables and its rounds. Other registers, words and
 * earlier releases are not in it; nor is the order of rows or keys, or how lines end, so that a copy is known again.
 */
export function releaseHash(bundle: Pick<Bundle, 'manifest' | 'tables' | 'registers'>): string {
  return hashOfFiles(writeRelease(bundle));
}

/** The hash of a release from its files as they were found. */
export function hashOfFiles(files: BundleFiles): string {
  const hash = sha256.create();
  for (const [path, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(utf8ToBytes(`${path}\n${canonical(path, decodeText(content, path).text ?? '')}\n`));
  return bytesToHex(hash.digest());
}

function canonical(path: string, text: string): string {
  if (path.endsWith('.json')) return inOrderOfKeys(text);
  const [header = '', ...rows] = text.replaceAll(/\r\n?/g, '\n').trimEnd().split('\n');
  return [header, ...rows.toSorted()].join('\n');
}

function inOrderOfKeys(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value
    );
  } catch {
    return text;
  }
}

/**
 * The releases a bundle tells of, oldest first, each once: those it keeps, and itself.
 * @throws {UnprotectedRelease} where the bundle is not protected.
 */
export function releasesOf(bundle: Bundle): readonly EarlierRelease[] {
  const { manifest } = bundle;
  if (manifest.protected === 'no') throw new UnprotectedRelease(manifest.title);
  const itself: EarlierRelease = {
    id: manifest.disclosure?.release ?? manifest.id,
    hash: releaseHash(bundle),
    bundle: asRelease(bundle)
  };
  return inOrder([...(bundle.releases ?? []), itself]);
}

/** A bundle as it is kept: what says nothing of its figures is left out. */
export function asRelease({
  manifest,
  cubes,
  tables,
  registers: { rounds }
}: Bundle): EarlierRelease['bundle'] {
  return { manifest, cubes, tables, registers: rounds === undefined ? {} : { rounds } };
}

/** Releases oldest first, each once by its hash. Of two that share an id, the later has a number put after it. */
export function inOrder(releases: readonly EarlierRelease[]): readonly EarlierRelease[] {
  const each = [...new Map(releases.map((release) => [release.hash, release])).values()].toSorted(
    (a, b) => compare(madeOn(a), madeOn(b)) || compare(a.id, b.id) || compare(a.hash, b.hash)
  );
  const taken = new Set<string>();
  return each.map((release) => {
    const id = freeId(release.id, taken);
    taken.add(id);
    return id === release.id ? release : { ...release, id };
  });
}

/** The id, or with the first number after it that makes it none of those taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}

const madeOn = ({ bundle }: EarlierRelease) => bundle.manifest.disclosure?.madeOn ?? '';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

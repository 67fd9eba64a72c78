/** Packs that travel with a bundle: `packs/<id>.json`, and `commentary/*.md` for what was written about their parts. */
import type { PackFile } from '#lib/domain/pack.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { alsoWrittenOn, asDeclared } from '#lib/selection/pack-edit.ts';
import type { BundleFiles } from './bundle.ts';
import { textsOf, wordFiles } from './bundle-words.ts';
import { commentaryPath, readCommentary, writeCommentary } from './commentary-file.ts';
import { readPackFile } from './pack-file.ts';

const packPath = (id: string): string => `packs/${id}.json`;

/**
 * The packs of a bundle, each with its commentary, by title. What is not a pack is passed over. Those of restricted figures
 * are restricted, whenever they were saved.
 * @param bundle what the bundle says of itself
 */
export function packsOf(files: BundleFiles, bundle: Standing): readonly PackFile[] {
  const texts = [...textsOf(files)];
  const said = texts.flatMap(([path, text]) =>
    /^commentary\//i.test(path) ? (readCommentary(text) ?? []) : []
  );
  return texts
    .flatMap(([path, text]) => {
      const reading = /^packs\//i.test(path) ? readPackFile(text, path) : undefined;
      return reading?.file === undefined ? [] : [reading];
    })
    .map(({ file, whole }) => {
      const beside = said.filter(({ pack }) => pack === file.pack.id);
      const inside = file.commentary.filter(({ part }) => beside.every((each) => each.part !== part));
      const declared = asDeclared({ ...file, commentary: beside }, bundle);
      const all: PackFile = {
        ...file,
        pack: whole ? file.pack : declared.pack,
        commentary: [...inside, ...declared.commentary]
      };
      return bundle.restricted ? alsoWrittenOn(all, bundle) : all;
    })
    .toSorted((a, b) => a.pack.title.localeCompare(b.pack.title, 'en-GB'));
}

/** The same files with a pack in the stead of what they held of it; nothing else is touched. */
export function withPack(files: BundleFiles, { pack, commentary }: PackFile): BundleFiles {
  const stale = textsOf(files);
  const isOfPack = (path: string) =>
    path === packPath(pack.id) ||
    (/^commentary\//i.test(path) && readCommentary(stale.get(path) ?? '')?.pack === pack.id);
  return new Map([
    ...[...files].filter(([path]) => !isOfPack(path)),
    [packPath(pack.id), `${JSON.stringify(pack, null, 2)}\n`],
    ...commentary.map((each) => [commentaryPath(each), writeCommentary(each)] as const)
  ]);
}

/**
 * The packs and commentary of a bundle that go into a release of its figures. Where the bundle is restricted and the release is
 * for anybody, every pack says that it was written on restricted figures, until its writer lets it go.
 */
export function wordsOfRelease(files: BundleFiles, from: Standing, release: Standing): BundleFiles {
  const words = wordFiles(files);
  if (!from.restricted || release.restricted) return words;
  const others = new Map([...words].filter(([path]) => !/^packs\//i.test(path)));
  return packsOf(files, from).reduce<BundleFiles>(withPack, others);
}

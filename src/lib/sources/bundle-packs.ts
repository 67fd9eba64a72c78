/** Packs that travel with a bundle: `packs/<id>.json`, and `commentary/*.md` for what was written about their parts. */
import type { PackFile } from '#lib/domain/pack.ts';
import type { BundleFiles } from './bundle.ts';
import { textsOf } from './bundle-words.ts';
import { commentaryPath, readCommentary, writeCommentary } from './commentary-file.ts';
import { readPackFile } from './pack-file.ts';

const packPath = (id: string): string => `packs/${id}.json`;

/** The packs of a bundle, each with its commentary, by title. What is not a pack is passed over. */
export function packsOf(files: BundleFiles): readonly PackFile[] {
  const texts = [...textsOf(files)];
  const said = texts.flatMap(([path, text]) =>
    /^commentary\//i.test(path) ? (readCommentary(text) ?? []) : []
  );
  return texts
    .flatMap(([path, text]) => (/^packs\//i.test(path) ? (readPackFile(text, path).file ?? []) : []))
    .map((file) => {
      const beside = said.filter(({ pack }) => pack === file.pack.id);
      const inside = file.commentary.filter(({ part }) => beside.every((each) => each.part !== part));
      return { ...file, commentary: [...inside, ...beside] };
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

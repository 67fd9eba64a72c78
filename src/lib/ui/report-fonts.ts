/** The typeface of packs: at the site’s own addresses where the site shows them, inside a file that leaves it. */
import regular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import semibold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2?url';
import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url';
import { addressOf, fetchFile, ONE_FILE } from '#lib/db/site-files.ts';
import { packFace, PACK_FAMILY, PACK_WEIGHTS } from '#lib/exports/pack-paper.ts';
import { asDataAddress } from './taking-files.ts';

/** Worked out when asked for: where pages are made beforehand there is no address to begin from. */
const FILES = {
  400: () => addressOf(regular),
  600: () => addressOf(semibold),
  700: () => addressOf(bold)
} as const;

export const siteFace = async (): Promise<string> =>
  ONE_FILE ? inlineFace() : PACK_WEIGHTS.map((weight) => packFace(weight, FILES[weight]())).join('');

let inline: Promise<string> | undefined;

async function embedded(weight: (typeof PACK_WEIGHTS)[number]): Promise<string> {
  const file = await fetchFile(FILES[weight]());
  return packFace(weight, await asDataAddress(await file.blob()));
}

/** Empty where the typeface cannot be fetched: the file then does with another. */
export function inlineFace(): Promise<string> {
  inline ??= Promise.all(PACK_WEIGHTS.map(embedded))
    .then((faces) => faces.join(''))
    .catch(() => '');
  return inline;
}

async function loaded(weight: (typeof PACK_WEIGHTS)[number]): Promise<void> {
  const file = await fetchFile(FILES[weight]());
  const face = new FontFace(PACK_FAMILY, await file.arrayBuffer(), { weight: String(weight) });
  document.fonts.add(await face.load());
}

let coming: Promise<unknown> | undefined;

/** Has the typeface ready for paper, whatever style sheets the page has then. */
export function readyFace(): Promise<unknown> {
  coming ??= Promise.all(PACK_WEIGHTS.map(loaded)).catch(() => undefined);
  return coming;
}

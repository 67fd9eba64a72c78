/** The typeface of packs: at the site’s own address where the site shows them, inside a file that leaves it. */
import fontAddress from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import { addressOf, fetchFile, ONE_FILE } from '#lib/db/site-files.ts';
import { typeface } from './taking-files.ts';

const FAMILY = 'Atkinson Next';
const face = (source: string) =>
  `@font-face{font-family:'${FAMILY}';font-weight:200 800;src:url(${source}) format('woff2')}`;

export const siteFace = async (): Promise<string> => (ONE_FILE ? inlineFace() : face(addressOf(fontAddress)));

/** Empty where the typeface cannot be fetched: the file then does with another. */
export async function inlineFace(): Promise<string> {
  const data = await typeface();
  return data === undefined ? '' : face(data);
}

let coming: Promise<unknown> | undefined;

/** Has the typeface ready for paper, whatever style sheets the page has then. */
export function readyFace(): Promise<unknown> {
  coming ??= fetchFile(addressOf(fontAddress))
    .then((file) => file.arrayBuffer())
    .then((bytes) => new FontFace(FAMILY, bytes, { weight: '200 800' }).load())
    .then((loaded) => document.fonts.add(loaded))
    .catch(() => undefined);
  return coming;
}

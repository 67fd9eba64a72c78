/** What is said of the authorities of a partnership beside each other. */
import { listed, sentence } from '../number.ts';

/** `Kestrelshire 236 of 422, Lanternport withheld and Quillmere not supplied`. */
export function eachText(sides: readonly { readonly name: string; readonly text: string }[]): string {
  return listed(sides.map(({ name, text }) => `${name} ${text}`));
}

/** Which authorities have no moves, and whose are counted in another way; undefined where there are none of either. */
export function movesElsewhereText(
  lacking: readonly string[],
  otherwise: readonly string[]
): string | undefined {
  const said = [
    ...(lacking.length === 0 ? [] : [`moves between tiers of help are not supplied for ${listed(lacking)}.`]),
    ...(otherwise.length === 0
      ? []
      : [`those of ${listed(otherwise)} are counted in another way, and stand on their own pages.`])
  ];
  return said.length === 0 ? undefined : said.map(sentence).join(' ');
}

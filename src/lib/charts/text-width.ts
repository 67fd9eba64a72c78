/** Advance widths of printable ASCII, in hundredths of an em, measured in Atkinson Hyperlegible Next. */
const REGULAR =
  '28 29 30 65 59 92 73 16 30 30 48 61 21 36 21 39 65 41 55 58 61 59 60 51 61 59 21 21 55 63 55 48 78 63 61 64 67 57 55 69 69 39 51 63 54 82 69 71 59 72 61 59 56 69 59 86 62 57 61 32 39 34 55 37 24 52 57 48 56 54 31 56 55 25 24 49 26 84 55 55 57 57 35 47 33 54 46 68 48 45 46 34 24 34 55'
    .split(' ')
    .map(Number);
const BOLD =
  '31 30 39 76 61 97 72 21 33 33 48 59 27 37 27 44 66 44 58 60 62 61 63 54 62 57 27 27 57 61 57 55 78 68 64 66 69 60 57 72 70 42 56 66 55 86 72 75 63 76 65 61 61 69 64 89 68 65 62 34 44 34 58 40 29 55 60 51 60 56 36 59 57 30 26 55 32 88 57 58 60 60 38 51 38 57 53 74 54 52 51 38 25 38 54'
    .split(' ')
    .map(Number);

/** Tabular figures are all as wide as the widest; another font may be wider still. */
const FIGURE = 0.64;
const SAFETY = 1.04;

export type Weight = 400 | 700;

/** Width of one line of text in the units of `size`; a little more than it will take, never less. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  const table = weight === 700 ? BOLD : REGULAR;
  let ems = 0;
  for (const letter of text) {
    const at = letter === '\u00a0' ? 0 : letter.charCodeAt(0) - 32;
    ems += letter >= '0' && letter <= '9' ? FIGURE : (table[at] ?? 65) / 100;
  }
  return ems * size * SAFETY;
}

interface Word {
  readonly text: string;
  readonly width: number;
}

function fill(words: readonly Word[], max: number, space: number): string[] {
  const lines: string[] = [];
  let width = Infinity;
  for (const word of words) {
    const longer = width + space + word.width;
    if (longer <= max) {
      lines[lines.length - 1] += ` ${word.text}`;
      width = longer;
    } else {
      lines.push(word.text);
      width = word.width;
    }
  }
  return lines;
}

/**
 * Breaks text at spaces into as few lines as fit in `max`, of lengths as even as may be.
 * A single longer word keeps its line; a no-break space holds words together.
 */
export function wrap(text: string, max: number, size: number, weight: Weight = 400): string[] {
  const words = text
    .split(/[ \n]+/)
    .filter(Boolean)
    .map((word) => ({ text: word, width: widthOf(word, size, weight) }));
  const space = widthOf(' ', size, weight);
  const lines = fill(words, max, space);
  let best = lines;
  for (let limit = max; best.length > 1 && limit > max * 0.4; limit -= size / 2) {
    const narrower = fill(words, limit, space);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/** Width of the widest line. */
export function widest(lines: readonly string[], size: number, weight: Weight = 400): number {
  return Math.max(0, ...lines.map((line) => widthOf(line, size, weight)));
}

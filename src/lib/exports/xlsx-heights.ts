/** How high the rows of a made workbook are: programs differ in whether they work it out for text that goes over lines. */
import { wrapsAs } from './xlsx-styles.ts';
import type { MadeCell } from './xlsx.ts';

/** In points, of a row with one line of plain text. */
export const ROW_HEIGHT = 15;
/** Programs show no higher one. */
const MOST = 409;

/** Lines that words take where a line has room for so many letters: a longer word goes over lines by itself. */
function linesOf(text: string, room: number): number {
  return text.split('\n').reduce((all, part) => {
    let lines = 1;
    let used = 0;
    for (const word of part.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1;
        used = 0;
      }
      used += (used === 0 ? 0 : 1) + word.length;
      while (used > room) {
        lines += 1;
        used -= room;
      }
    }
    return all + lines;
  }, 0);
}

function heightOf(cell: MadeCell | undefined, width: number): number {
  const look = cell?.text === undefined ? undefined : wrapsAs(cell.style);
  if (cell?.text === undefined || look === undefined) return ROW_HEIGHT;
  return linesOf(cell.text, Math.max(1, Math.floor(width * look.letters))) * look.line;
}

/**
 * The height in points that a row needs for the words in it; undefined where that of any row will do.
 * @param widths of each column, in characters
 */
export function rowHeight(
  cells: readonly (MadeCell | undefined)[],
  widths: readonly number[]
): number | undefined {
  const needed = Math.max(ROW_HEIGHT, ...cells.map((cell, at) => heightOf(cell, widths[at] ?? 8)));
  return needed > ROW_HEIGHT ? Math.min(MOST, needed) : undefined;
}

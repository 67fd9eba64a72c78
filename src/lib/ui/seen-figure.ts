/** What a figure shows, read off the page it stands on, so that a link can tell later whether it still does. */
import { digestOf, numbersInWords } from '#lib/views/pack/seen.ts';
import { seenText, type SeenAgain } from '#lib/words/edition.ts';

const textOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a digest rests on of a cell, by the head of its column; undefined where it rests on nothing there. */
function keptUnder(head: Element, place: number): ((text: string) => string) | undefined {
  if (place === 0) return (text) => text;
  if (head.hasAttribute('data-passing') || /^Range\b/.test(textOf(head))) return undefined;
  return head.classList.contains('number') ? (text) => text : numbersInWords;
}

/** The numbers of each row with what the row is of; ranges are left out, since they follow from all figures of a release. */
function linesIn(table: Element): readonly string[] {
  const kept = [...table.querySelectorAll('thead th')].map(keptUnder);
  return [...table.querySelectorAll('tbody tr:not(.row-group)')].map((row) =>
    [...row.children]
      .flatMap((cell, place) => {
        const keep = kept[place];
        return keep === undefined ? [] : [keep(textOf(cell))];
      })
      .join('|')
  );
}

/** A table in folds is one table for each. */
const linesOf = (figure: Element): readonly string[] =>
  [...figure.querySelectorAll('table.data')].flatMap(linesIn);

/** Sixteen hexadecimal digits of what a chart or table shows; undefined where it holds no figures. */
export function seenIn(figure: Element): string | undefined {
  const lines = linesOf(figure);
  return lines.length === 0 ? undefined : digestOf(lines);
}

/** Years that a newer release may have put before or after those that were seen. */
const ADDED = 12;

/** Whether a figure shows what it showed when `seen` was taken of it. */
export function seenAgain(figure: Element | null, seen: string): SeenAgain {
  if (figure === null) return 'absent';
  const lines = linesOf(figure);
  if (digestOf(lines) === seen) return 'same';
  for (let more = 1; more <= Math.min(ADDED, lines.length - 1); more += 1)
    if (digestOf(lines.slice(0, -more)) === seen || digestOf(lines.slice(more)) === seen) return 'added';
  return 'changed';
}

/** The message of a figure without the numbers of its notes. */
function titleOf(figure: Element | null): string {
  const title = figure?.querySelector('.chart-title');
  const parts = [...(title?.childNodes ?? [])].filter(
    (node) => !('matches' in node && typeof node.matches === 'function' && node.matches('.note-ref'))
  );
  return parts
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a reader of the link is told of the figure that it names. */
export function seenWords(figure: Element | null, seen: string): string {
  return seenText(seenAgain(figure, seen), titleOf(figure));
}

/** One element's opening, with its attributes: within quotes anything may stand, and in words no `<` does. */
const OPENING = /<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)+>/g;
/** What Plot says for those who do not see: whoever places a drawing says that in words of its own. */
const NAMED = / aria-(?:label|description)="[^"]*"/g;
const LENGTHS = / (?:[xy][12]?|c[xy]|r|width|height|d|transform|d[xy])="[^"]*\.[^"]*"/g;
const NUMBER = /-?\d+\.\d+(?:e-?\d+)?(?!\d*em)/g;

const rounded = (number: string) => String(Math.round(Number(number) * 10) / 10);

/**
 * A drawing's markup with its lengths in tenths, which is finer than any screen and keeps a page small and the same
 * everywhere, and without the names that Plot gives to its parts. Markup is faster to go over than a tree.
 */
export const tidied = (markup: string): string =>
  markup.replace(OPENING, (opening) =>
    opening.replace(NAMED, '').replace(LENGTHS, (length) => length.replace(NUMBER, rounded))
  );

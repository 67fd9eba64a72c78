/** Which of the names that are known somebody probably meant by one that is not. */
import { fold, type Meaning } from './spelling.ts';

/** How many letters were changed, left out, put in or exchanged with the next, at least. */
export function lettersBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const far = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const changed = far(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(far(i - 1, j) + 1, far(i, j - 1) + 1, changed, swapped ? far(i - 2, j - 2) + 1 : Infinity)
      );
    }
  }
  return far(from.length, to.length);
}

const LONGEST = 80;
const TOLD = 3;

/** So many letters may be wrong in a word: none in a very short one, which would be like everything. */
function few(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;
}

interface Folded {
  readonly meaning: Meaning;
  readonly names: readonly string[];
}

const foldedOnce = new WeakMap<readonly Meaning[], readonly Folded[]>();

/** Lists of areas are long, and asked again for every spelling. */
function foldedOf(known: readonly Meaning[]): readonly Folded[] {
  const held = foldedOnce.get(known);
  if (held !== undefined) return held;
  const folded = known.map((meaning) => ({ meaning, names: [fold(meaning.name), fold(meaning.id)] }));
  foldedOnce.set(known, folded);
  return folded;
}

/** The known things whose names are nearest to a text; none where nothing is a few letters away, or too many are. */
export function nearest(text: string, known: readonly Meaning[]): readonly Meaning[] {
  const wanted = fold(text);
  if (wanted.length > LONGEST) return [];
  const most = few(wanted.length);
  const ranked = foldedOf(known).flatMap(({ meaning, names }) => {
    const letters = Math.min(
      ...names.map((name) =>
        Math.abs(name.length - wanted.length) > most ? Infinity : lettersBetween(wanted, name)
      )
    );
    return letters > most ? [] : [{ meaning, letters }];
  });
  const least = Math.min(...ranked.map(({ letters }) => letters));
  const found = ranked.filter(({ letters }) => letters === least).map(({ meaning }) => meaning);
  return found.length > TOLD ? [] : found;
}

/** `Did you mean “Rutland”?`; `called` is how each is to be written. */
export function didYouMean(near: readonly Meaning[], called: (meaning: Meaning) => string): string {
  return `Did you mean ${near.map((each) => `“${called(each)}”`).join(' or ')}?`;
}

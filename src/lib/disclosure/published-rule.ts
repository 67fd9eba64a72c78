/**
 * The rule for published figures: where neglect is withheld, only the total and “withheld” may be shown.
 * The other categories, their zeros and their sums would narrow the withheld number down, so they are withheld too.
 */
import { missing, type Cell } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';

/** Dimensions of which every child has one member, neglect among them. */
const CATEGORIES: readonly string[] = ['category_initial', 'category_latest'];
const NEGLECT = 'neglect';

/** The cells of neglect that a term of other categories would help to work out. */
export function neglectBeside(term: PlacedTerm): readonly PlacedTerm[] {
  return CATEGORIES.flatMap((dimension) => {
    const chosen = [term.members?.[dimension] ?? []].flat();
    return chosen.some((member) => member !== NEGLECT)
      ? [{ ...term, members: { ...term.members, [dimension]: NEGLECT } }]
      : [];
  });
}

/** What may be shown of a cell, given those of neglect beside it. */
export function shown(cell: Cell, beside: readonly Cell[]): Cell {
  return beside.some((each) => each.kind === 'missing' && each.reason === 'withheld')
    ? missing('withheld')
    : cell;
}

/** What counted rows say of neglect, from the marks that the dictionary gives to members. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Mark } from '#lib/domain/mark.ts';

const STRENGTH: readonly Mark[] = ['neglect', 'includes', 'all'];

/** A row is about neglect where any of its members is; `all` where none says anything of it. */
export function markOf(cube: Cube, members: Readonly<Record<string, string>>): Mark {
  const marks = Object.entries(members).map(
    ([dimension, member]) =>
      cube.dimensions.find(({ id }) => id === dimension)?.members.find(({ id }) => id === member)?.mark ??
      'all'
  );
  return STRENGTH.find((mark) => marks.includes(mark)) ?? 'all';
}

/** The mark of several: theirs where they agree, else `all`. */
export function commonMark(marks: readonly Mark[]): Mark {
  const [first = 'all'] = marks;
  return marks.every((mark) => mark === first) ? first : 'all';
}

/** Each mark once, the strongest first. */
export function marksOf(marks: readonly Mark[]): readonly Mark[] {
  return STRENGTH.filter((mark) => marks.includes(mark));
}

import { ALL, type Cube } from '#lib/domain/cube.ts';

/**
 * The running dictionary: every word that is a code in the database, by list. A word's position is its code.
 * Lists only grow, so that a second bundle is coded onto the same numbers.
 */
export interface Dictionary {
  readonly tables: string[];
  readonly measures: string[];
  readonly areas: string[];
  readonly periods: string[];
  /** By dimension; `all` is always 0. */
  readonly members: Record<string, string[]>;
}

export function emptyDictionary(): Dictionary {
  return { tables: [], measures: [], areas: [], periods: [], members: {} };
}

/** The code of a word, added at the end if it is new. */
export function codeOf(list: string[], word: string): number {
  const at = list.indexOf(word);
  if (at >= 0) return at;
  return list.push(word) - 1;
}

/** The list of a dimension's members, begun with `all` if it is new. */
export function membersOf(dictionary: Dictionary, dimension: string): string[] {
  return (dictionary.members[dimension] ??= [ALL]);
}

/** Enters a cube's own words, so that codes follow the dictionary of cubes before they follow the data. */
export function enterCube(dictionary: Dictionary, cube: Cube): void {
  for (const measure of cube.measures) codeOf(dictionary.measures, measure.id);
  for (const dimension of cube.dimensions) {
    const list = membersOf(dictionary, dimension.id);
    for (const member of dimension.members) codeOf(list, member.id);
  }
}

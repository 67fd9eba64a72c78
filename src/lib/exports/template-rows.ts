/** The rows that a template asks for, one by one. */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { StarterRow, TemplateRows, TemplateSheet } from '#lib/domain/template.ts';

/** One row to fill in, before areas and periods. */
export interface AskedRow {
  readonly measure: string;
  readonly members: Readonly<Record<string, string>>;
}

/** The sheet of one cube with those of its rows that were chosen. */
export interface ChosenSheet {
  readonly cube: Cube;
  readonly rows: readonly AskedRow[];
  /** Dimensions with a column of their own, in the order of the cube. */
  readonly dimensions: readonly string[];
  readonly words: Readonly<Record<string, string>>;
}

function crossed(members: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>>[] {
  return Object.entries(members).reduce<Readonly<Record<string, string>>[]>(
    (rows, [dimension, ids]) => rows.flatMap((row) => ids.map((id) => ({ ...row, [dimension]: id }))),
    [{}]
  );
}

function rowsOf({ measures, members = {}, rows }: TemplateRows): AskedRow[] {
  return measures.flatMap((measure) =>
    (rows ?? crossed(members)).map((found) => ({ measure, members: found }))
  );
}

/** What names a row among those of its cube: an “all” and nothing are the same. */
export function rowKey(cube: Cube, { measure, members }: AskedRow): string {
  return [measure, ...cube.dimensions.map(({ id }) => members[id] ?? ALL)].join(' ');
}

/**
 * The sheet of a cube with the groups of rows that are wanted, each row once.
 * @param wanted ids of groups; those chosen by the template where it is not given
 */
export function chosenSheet(
  cube: Cube,
  template: TemplateSheet,
  wanted: readonly string[] = template.rows.filter(({ chosen }) => chosen).map(({ id }) => id)
): ChosenSheet {
  const byKey = new Map(
    template.rows
      .filter(({ id }) => wanted.includes(id))
      .flatMap(rowsOf)
      .map((row) => [rowKey(cube, row), row] as const)
      .reverse()
  );
  const rows = [...byKey.values()].reverse();
  const dimensions = cube.dimensions
    .map(({ id }) => id)
    .filter((id) => rows.some(({ members }) => (members[id] ?? ALL) !== ALL));
  return { cube, rows, dimensions, words: template.words ?? {} };
}

/** What a template names and the dictionary does not have, in words; none where all is well. */
export function templateFaults(
  cubes: ReadonlyMap<string, Cube>,
  sheets: readonly TemplateSheet[],
  starter: readonly StarterRow[]
): string[] {
  const asked = [
    ...sheets.flatMap(({ cube, rows }) => rows.flatMap(rowsOf).map((row) => ({ cube, ...row }))),
    ...starter
  ];
  return asked.flatMap(({ cube: id, measure, members }) => {
    const cube = cubes.get(id);
    if (cube === undefined) return [`there is no cube “${id}”`];
    const faults = cube.measures.some((found) => found.id === measure)
      ? []
      : [`${id} has no measure “${measure}”`];
    return [
      ...faults,
      ...Object.entries(members).flatMap(([name, member]) => {
        const dimension = cube.dimensions.find((found) => found.id === name);
        if (dimension === undefined) return [`${id} has no dimension “${name}”`];
        const known = member === ALL || dimension.members.some((found) => found.id === member);
        return known || dimension.open !== undefined ? [] : [`${name} of ${id} has no member “${member}”`];
      })
    ];
  });
}

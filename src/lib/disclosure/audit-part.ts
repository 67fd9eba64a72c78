/** The intervals of one part of a bundle, without relations that contradict one another when they are taken together. */
import { auditorOf, InconsistentTable, type Interval } from './audit.ts';
import { tableOfPart, type Ground, type Part } from './audit-parts.ts';
import type { KnownBounds } from './audit-table.ts';
import { isOnlyOurs } from './audit-truth.ts';
import type { Relation } from './relations.ts';
import type { Solver } from './solver.ts';

export type Intervals = ReadonlyMap<string, Interval>;

export interface PartAudited {
  readonly intervals: Intervals;
  /** What is left of the part. */
  readonly part: Part;
  /** Relations that were set aside: others’, or such as hold only if two figures are the same. */
  readonly untrue: readonly Relation[];
  /** Relations of ours that cannot all hold; one of each set was let go, to go on at all. */
  readonly impossible: readonly (readonly Relation[])[];
}

/** The narrowest interval of every hidden figure of a part. */
export function auditPart(ground: Ground, given: Part, solver: Solver): PartAudited {
  const untrue: Relation[] = [];
  const impossible: Relation[][] = [];
  for (let part = given; ;) {
    const found = tryPart(ground, part, solver);
    if (!(found instanceof InconsistentTable)) return { intervals: found, part, untrue, impossible };
    const together = found.equations.flatMap((place) => part.relations[place] ?? []);
    const soft = softest(together, ground);
    if (soft.length > 0) untrue.push(...soft);
    else impossible.push(together);
    const gone = new Set(soft.length > 0 ? soft : together.slice(-1));
    for (const relation of gone) ground.aside.add(relation);
    part = { ...part, relations: part.relations.filter((relation) => !gone.has(relation)) };
    if (gone.size === 0) throw found;
  }
}

/** The intervals where some figures are known otherwise; undefined where that cannot be. */
export function auditKnowing(
  ground: Ground,
  part: Part,
  solver: Solver,
  known: Readonly<Record<string, KnownBounds>>
): Intervals | undefined {
  const found = tryPart(ground, part, solver, known);
  return found instanceof InconsistentTable ? undefined : found;
}

function tryPart(
  ground: Ground,
  part: Part,
  solver: Solver,
  known: Readonly<Record<string, KnownBounds>> = {}
): Intervals | InconsistentTable {
  const table = tableOfPart(ground, part, { known, enough: enoughFor(part, ground) });
  const free = part.hidden.flatMap((id): [string, Interval][] =>
    table.known !== undefined && Object.hasOwn(table.known, id)
      ? []
      : [[id, { ...ground.bounds(id), exact: false }]]
  );
  const bound = part.hidden.filter((id) => table.known !== undefined && Object.hasOwn(table.known, id));
  try {
    return new Map([...free, ...auditorOf(table, solver).intervals(bound)]);
  } catch (problem) {
    if (problem instanceof InconsistentTable) return problem;
    throw problem;
  }
}

/** Intervals are followed further than they need be, to tell how wide they are, but not for ever. */
const WIDE = 12;
const LARGE_PART = 100;

function enoughFor({ relations }: Part, { enough }: Ground): number {
  return relations.length > LARGE_PART ? enough : Math.max(WIDE, 2 * enough);
}

/** Of relations that contradict one another, those to let go: of others’ figures, else such as are only assumed. */
function softest(relations: readonly Relation[], { seen }: Ground): readonly Relation[] {
  const theirs = relations.filter((relation) => !isOnlyOurs(relation, seen));
  return theirs.length > 0 ? theirs : relations.filter(({ assumed }) => assumed === true);
}

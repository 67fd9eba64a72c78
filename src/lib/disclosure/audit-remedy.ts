/** Why a figure of a bundle is given away, whether that is ours to mend, and how. */
import { isPopulation } from '#lib/domain/cube.ts';
import { auditorOf } from './audit.ts';
import { costing, type Effort } from './audit-effort.ts';
import { isGivenAway, reasons, type LeakRule } from './audit-leak.ts';
import { partAround, tableOfPart, type Ground, type Part } from './audit-parts.ts';
import { repairOf } from './audit-repair.ts';
import { isOurs } from './audit-shown.ts';
import type { KnownBounds } from './audit-table.ts';
import { idsIn } from './audit-truth.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Relation } from './relations.ts';
import type { Solver } from './solver.ts';

export interface Given {
  readonly id: string;
  readonly part: Part;
  readonly known?: Readonly<Record<string, KnownBounds>>;
}

/** The relations that suffice to give a figure away, none of them idle. @throws {OutOfEffort} */
export function whatGives(
  ground: Ground,
  { id, part, known = {} }: Given,
  rule: LeakRule,
  solver: Solver,
  effort?: Effort
): Relation[] {
  const table = tableOfPart(ground, part, { known });
  return reasons(costing(auditorOf(table, solver), table, effort), table, id, rule).flatMap(
    (place) => part.relations[place] ?? []
  );
}

/** Whether we may withhold a shown figure: it is ours, somebody, and need not stay. */
export function mayWithhold(ground: Ground, { keep }: DisclosureSettings): (id: string) => boolean {
  return (id) => {
    const cell = ground.seen.cells.get(id);
    if (cell === undefined || !isOurs(cell) || isPopulation(cell.of.cube) || ground.seen.withheld.has(id))
      return false;
    const { of, measure, members } = cell;
    const isKept =
      members.every((member) => member === ALL) &&
      keep.some((each) => each.table === of.table.id && (each.measure ?? measure.id) === measure.id);
    return !isKept && (ground.seen.shown.get(id)?.lower ?? 0) > 0;
  };
}

/** Whether a figure is given away even where we withhold all that we may. */
export function isBeyondOurs(
  ground: Ground,
  { id, known = {} }: Given,
  may: (id: string) => boolean,
  rule: LeakRule,
  solver: Solver
): boolean {
  const also = new Set<string>();
  for (;;) {
    const part = partAround(ground, [id, ...also]);
    const table = tableOfPart(ground, part, { also, known });
    const auditor = auditorOf(table, solver);
    const interval = auditor.intervals([id]).get(id);
    if (interval === undefined || !isGivenAway(interval, rule)) return false;
    const relations = reasons(auditor, table, id, rule).flatMap((place) => part.relations[place] ?? []);
    const open = relations.flatMap(idsIn).filter((each) => may(each) && !also.has(each));
    if (open.length === 0) return true;
    for (const each of open) also.add(each);
  }
}

/** Parts of a bundle larger than this are not looked through for a repair. */
const MOST_RELATIONS = 4000;
const ROUNDS = 12;

/**
 * The smallest repair found: what to withhold besides, so that a figure is given away no more, nor what is withheld for
 * its sake. The figure itself comes first where it is shown. Undefined where there is none, or none was found.
 * @throws {OutOfEffort}
 */
export function mending(
  ground: Ground,
  { id, known = {} }: Given,
  may: (id: string) => boolean,
  rule: LeakRule,
  solver: Solver,
  effort?: Effort
): readonly string[] | undefined {
  const own = may(id) ? [id] : [];
  const around = new Set([id]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const part = partAround(ground, around);
    if (part.relations.length > MOST_RELATIONS) return undefined;
    if (part.relations.length === 0) return own;
    const table = tableOfPart(ground, part, { also: own, known });
    const keep = Object.keys(table.cells).filter((each) => !may(each));
    const repair = repairOf(
      table,
      { ...rule, protect: [id], keep, rounds: ROUNDS, ...(effort && { effort }) },
      solver
    );
    if (repair.kind === 'none') return undefined;
    const fresh = repair.withhold.filter((each) => !around.has(each));
    if (fresh.length === 0) return [...own, ...repair.withhold];
    for (const each of fresh) around.add(each);
  }
  return undefined;
}

/** Which relations what is shown contradicts: nobody can lean on those, and with them nothing could be worked out at all. */
import type { KnownBounds } from './audit-table.ts';
import type { Range, Seen } from './audit-shown.ts';
import type { Relation } from './relations.ts';

export const idsIn = ({ total, parts }: Relation): readonly string[] => [total, ...parts];

export interface Sorted {
  readonly holding: readonly Relation[];
  /** Of figures that are shown, or of others’, or only assumed: whoever reads them sees that they do not add up. */
  readonly untrue: readonly Relation[];
  /** Of figures of ours, some of them withheld: what is withheld cannot be what it should be. */
  readonly impossible: readonly Relation[];
}

/** Sorts out relations that cannot hold, each looked at alone. */
export function sortRelations(
  relations: readonly Relation[],
  seen: Seen,
  bounds: (id: string) => KnownBounds
): Sorted {
  const rangeOf = (id: string): Range => {
    const shown = seen.shown.get(id);
    if (shown !== undefined) return shown;
    const { lower, upper } = bounds(id);
    return { lower: lower ?? -Infinity, upper: upper ?? Infinity };
  };
  const holding: Relation[] = [];
  const untrue: Relation[] = [];
  const impossible: Relation[] = [];
  for (const relation of relations) {
    if (mayHold(relation, rangeOf)) holding.push(relation);
    else if (
      relation.assumed !== true &&
      isOnlyOurs(relation, seen) &&
      idsIn(relation).some((id) => seen.withheld.has(id))
    )
      impossible.push(relation);
    else untrue.push(relation);
  }
  return { holding, untrue, impossible };
}

/** Whether it speaks of no figure of another release. */
export function isOnlyOurs(relation: Relation, { cells }: Seen): boolean {
  return idsIn(relation).every((id) => cells.get(id)?.of.release === undefined);
}

/** Whether figures within these ranges can add up as it says, looked at alone. */
export function mayHold({ total, parts, sense }: Relation, rangeOf: (id: string) => Range): boolean {
  const whole = rangeOf(total);
  let least = 0;
  let most = 0;
  for (const part of parts) {
    const { lower, upper } = rangeOf(part);
    least += lower;
    most += upper;
  }
  return least <= whole.upper && (sense === 'at least' || most >= whole.lower);
}

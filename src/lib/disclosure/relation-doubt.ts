/**
 * Which relations nobody believes. What is only assumed holds for one kind of figures of some tables or does not: where
 * more than a few of those that can be looked at do not hold, nobody leans on the others.
 */
import { meetingOf, type Range } from './relation-ranges.ts';
import type { Relation, TableCell } from './relations.ts';

/** More than one in so many that cannot be shows that figures are counted otherwise. */
export const DOUBT = 10;

/** A name for all relations of one kind among figures of the same tables, measures and dimensions. */
export function familyOf(kind: string, cells: readonly TableCell[]): string {
  const names = cells.map(({ of, measure, members }) => {
    const told = of.table.dimensions.filter((_, at) => members[at] !== undefined && members[at] !== 'all');
    return `${of.release?.id ?? ''}:${of.table.id} ${measure.id} ${told.sort().join()}`;
  });
  return `${kind}: ${[...new Set(names)].sort().join('; ')}`;
}

/** The families of which more than a few cannot hold; `rangeOf` is what is known of a figure, if anything is. */
export function doubtedFamilies(
  relations: readonly Relation[],
  rangeOf: (id: string) => Range | undefined
): ReadonlySet<string> {
  const cases = new Map<string, { readonly family: string; readonly relations: Relation[] }>();
  for (const relation of relations) {
    const { family, total } = relation;
    if (family === undefined) continue;
    const key = `${family} ${total}`;
    const known = cases.get(key);
    if (known) known.relations.push(relation);
    else cases.set(key, { family, relations: [relation] });
  }
  const balance = new Map<string, number>();
  for (const { family, relations: together } of cases.values()) {
    const ids = new Set(together.flatMap(({ total, parts }) => [total, ...parts]));
    const ranges = [...ids].flatMap((id) => rangeOf(id) ?? []);
    if (ranges.length < 2 || ranges.every(({ upper }) => upper === 0)) continue;
    const by = meetingOf(together, rangeOf) === undefined ? 1 - DOUBT : 1;
    balance.set(family, (balance.get(family) ?? 0) + by);
  }
  return new Set([...balance].flatMap(([family, by]) => (by < 0 ? [family] : [])));
}

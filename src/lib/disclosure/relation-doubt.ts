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

/** What is known of figures: within which range, and whether a table has them at all. */
export interface Knowledge {
  readonly rangeOf: (id: string) => Range | undefined;
  readonly isWithheld: (id: string) => boolean;
}

/** The families of which more than a few cannot hold, of those that can be looked at. */
export function doubtedFamilies(relations: readonly Relation[], knowledge: Knowledge): ReadonlySet<string> {
  return new Set(
    [...triedFamilies(relations, knowledge)].flatMap(([family, { holding, failing }]) =>
      holding < (DOUBT - 1) * failing ? [family] : []
    )
  );
}

interface Tried {
  readonly holding: number;
  readonly failing: number;
}

/** How often each family holds and fails: it holds where nothing that it speaks of is withheld. */
export function triedFamilies(
  relations: readonly Relation[],
  knowledge: Knowledge
): ReadonlyMap<string, Tried> {
  const { rangeOf, isWithheld } = withSums(relations, knowledge);
  const cases = new Map<string, { readonly family: string; readonly relations: Relation[] }>();
  for (const relation of relations) {
    const { family, total } = relation;
    if (family === undefined) continue;
    const key = `${family} ${total}`;
    const known = cases.get(key);
    if (known) known.relations.push(relation);
    else cases.set(key, { family, relations: [relation] });
  }
  const tried = new Map<string, Tried>();
  for (const { family, relations: together } of cases.values()) {
    const ids = [...new Set(together.flatMap(({ total, parts }) => [total, ...parts]))];
    const ranges = ids.flatMap((id) => rangeOf(id) ?? []);
    if (ranges.length < 2 || ranges.every(({ upper }) => upper === 0)) continue;
    const { holding, failing } = tried.get(family) ?? { holding: 0, failing: 0 };
    if (meetingOf(together, rangeOf) === undefined) tried.set(family, { holding, failing: failing + 1 });
    else if (!ids.some(isWithheld)) tried.set(family, { holding: holding + 1, failing });
  }
  return tried;
}

/** What is known of figures and, of those that are in no table, of the sums that they are. */
function withSums(relations: readonly Relation[], { rangeOf, isWithheld }: Knowledge): Knowledge {
  const sums = new Map<string, readonly string[]>();
  for (const { total, parts, sense, family } of relations)
    if (family === undefined && sense === 'equal' && !sums.has(total)) sums.set(total, parts);
  const looked = new Map<string, Range | undefined>();
  const sumOf = (id: string): Range | undefined => {
    const own = rangeOf(id);
    if (own !== undefined || isWithheld(id) || looked.has(id)) return own ?? looked.get(id);
    looked.set(id, undefined);
    const parts = sums.get(id) ?? [];
    const ranges = parts.flatMap((part) => sumOf(part) ?? []);
    if (parts.length > 0 && ranges.length === parts.length)
      looked.set(id, {
        lower: ranges.reduce((sum, { lower }) => sum + lower, 0),
        upper: ranges.reduce((sum, { upper }) => sum + upper, 0)
      });
    return looked.get(id);
  };
  const isOpen = (id: string, above: readonly string[] = []): boolean =>
    isWithheld(id) ||
    (rangeOf(id) === undefined &&
      !above.includes(id) &&
      (sums.get(id) ?? []).some((part) => isOpen(part, [...above, id])));
  return { rangeOf: sumOf, isWithheld: (id) => isOpen(id) };
}

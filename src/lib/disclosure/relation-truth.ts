/** Which relations hold in the figures there are: parts that do not add up help no reader, and would mislead the proof. */
import { idsOf, propagate } from './protect-unknown.ts';
import { doubtedFamilies } from './relation-doubt.ts';
import type { Relation, TableCell } from './relations.ts';

/**
 * Relations that hold, and those that do not, down to figures that would have to be less than none. Families of which
 * more than a few do not hold are neither: nobody believes them.
 */
export function trueRelations(
  cells: readonly TableCell[],
  relations: readonly Relation[]
): { readonly holding: Relation[]; readonly untrue: Relation[] } {
  const known = new Map(
    cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
  );
  const doubted = doubtedFamilies(relations, (id) => {
    const value = known.get(id);
    return value === undefined ? undefined : { lower: value, upper: value };
  });
  const untrue: Relation[] = [];
  let holding = relations.filter(({ family }) => family === undefined || !doubted.has(family));
  for (;;) {
    const values = new Map(known);
    propagate(
      values,
      holding.filter(({ sense }) => sense === 'equal')
    );
    const negative = new Set([...values].flatMap(([id, value]) => (value < 0 ? [id] : [])));
    const broken = holding.filter((relation) => !holds(relation, values, negative));
    if (broken.length === 0) return { holding, untrue };
    const least = broken.filter((relation) => idsOf(relation).every((id) => known.has(id)));
    const assumed = broken.filter((relation) => relation.assumed === true);
    const dropped = new Set([least, assumed, broken].find((some) => some.length > 0));
    untrue.push(...dropped);
    holding = holding.filter((relation) => !dropped.has(relation));
  }
}

function holds(
  { total, parts, sense }: Relation,
  values: ReadonlyMap<string, number>,
  negative: ReadonlySet<string>
): boolean {
  if ([total, ...parts].some((id) => negative.has(id))) return false;
  const whole = values.get(total);
  const sums = parts.map((part) => values.get(part));
  if (sense === 'at least') {
    const least = sums.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return whole === undefined || least <= whole;
  }
  if (whole === undefined || sums.includes(undefined)) return true;
  return sums.reduce<number>((sum, value) => sum + (value ?? 0), 0) === whole;
}

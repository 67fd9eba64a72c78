/** What is looked at for each child: members of one dimension that all count the same children. */
import { ALL } from '#lib/domain/cube.ts';
import {
  cellId,
  meaningOf,
  memberOf,
  placeOf,
  timesOf,
  type Frame,
  type TableCell
} from './relation-cells.ts';
import { dimensionRelations, OTHERS } from './relation-dimension.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

/** By cube, the dimension each of whose members all are counted in, and those that divide them there. */
const EACH: Readonly<Record<string, { readonly over: string; readonly by: readonly string[] }>> = {
  tool_scores: { over: 'domain', by: ['score', 'change'] }
};

/**
 * Each child assessed with a neglect tool has a score, or none yet, in each area of care: so the areas have one total,
 * whether a table shows it or it is made up of scores. Assumed, as an area may be left out of an assessment. `cells` are as
 * `canonicalCells` names them.
 */
export function eachRelations(cells: readonly TableCell[], { periods }: Frame): Relation[] {
  const timeOf = timesOf(periods);
  const groups = new Map<string, TableCell[]>();
  for (const cell of cells) {
    const each = EACH[cell.of.cube.id];
    if (each === undefined || cell.face !== 'value') continue;
    if (each.by.filter((dimension) => memberOf(cell, dimension) !== ALL).length > 1) continue;
    const key = meaningOf(cell, timeOf(cell.measure, cell.period), each.over, ...each.by);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap(relationsIn);
}

function relationsIn(group: readonly TableCell[]): Relation[] {
  const [first] = group;
  const each = EACH[first?.of.cube.id ?? ''];
  if (first === undefined || each === undefined) return [];
  const { over, by } = each;
  const isTotal = (cell: TableCell) => by.every((dimension) => memberOf(cell, dimension) === ALL);
  const totals = group.filter(isTotal);
  const all = totals.find((cell) => memberOf(cell, over) === ALL);
  const sides = [
    ...totals.filter((cell) => cell !== all).map((cell) => [cell]),
    ...by.flatMap((dimension) =>
      [...new Set(group.map((cell) => memberOf(cell, over)))]
        .filter((member) => !totals.some((cell) => isKnown(cell) && memberOf(cell, over) === member))
        .flatMap((member) => divided(group, { over, member, dimension }))
    )
  ];
  if (sides.length + (all === undefined ? 0 : 1) < 2) return [];
  const family = familyOf('each', [...(all === undefined ? [] : [all]), ...sides.flat()]);
  return sides.map((side) => ({
    sense: 'equal',
    total: all?.id ?? totalId(first, [over, ...by]),
    parts: side.map(({ id }) => id),
    assumed: true,
    family,
    why: 'each child has a score, or none yet, in each area of care'
  }));
}

const isKnown = ({ cell }: TableCell) => cell.kind === 'known';

/** The figures of one member that make up its total along a dimension; none where some are missing. */
function divided(
  group: readonly TableCell[],
  { over, member, dimension }: { readonly over: string; readonly member: string; readonly dimension: string }
): (readonly TableCell[])[] {
  const cells = new Map(
    group
      .filter((cell) => memberOf(cell, over) === member && memberOf(cell, dimension) !== ALL)
      .map((cell) => [memberOf(cell, dimension), cell])
  );
  const declared = [...cells.values()][0]?.of.cube.dimensions.find(({ id }) => id === dimension);
  if (declared === undefined) return [];
  return dimensionRelations(declared, new Set([ALL, ...cells.keys()])).flatMap(({ sense, total, parts }) => {
    const isWhole =
      sense === 'equal' &&
      total === ALL &&
      parts.every((part) => cells.has(part) && !part.startsWith(OTHERS));
    return isWhole ? [parts.flatMap((part) => cells.get(part) ?? [])] : [];
  });
}

function totalId(cell: TableCell, dimensions: readonly string[]): string {
  const members = cell.members.map((member, at) =>
    dimensions.includes(cell.of.table.dimensions[at] ?? '') ? ALL : member
  );
  return cellId(cell.of, { ...placeOf(cell), members });
}

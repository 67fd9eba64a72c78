/** Plans that had one before them, and what that one was for. */
import { ALL } from '#lib/domain/cube.ts';
import {
  cellId,
  meaningOf,
  memberOf,
  timesOf,
  withMember,
  type Frame,
  type TableCell
} from './relation-cells.ts';
import { OTHERS } from './relation-dimension.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

/**
 * Whatever had an earlier plan had it in some category, known or not, and nothing else has one: the earlier categories
 * add up to those with an earlier plan. Assumed, as categories may be left out where they were not looked up. `cells` are
 * as `canonicalCells` names them.
 */
export function earlierRelations(cells: readonly TableCell[], { periods }: Frame): Relation[] {
  const timeOf = timesOf(periods);
  const groups = new Map<string, Group>();
  for (const cell of cells) {
    const [plan, category] = [memberOf(cell, 'earlier_plan'), memberOf(cell, 'earlier_category')];
    if (plan !== 'yes' && (plan !== ALL || category === ALL)) continue;
    const key = meaningOf(cell, timeOf(cell.measure, cell.period), 'earlier_plan', 'earlier_category');
    const group = groups.get(key) ?? { wholes: [], parts: new Map<string, TableCell[]>() };
    if (category === ALL) group.wholes.push(cell);
    else group.parts.set(category, [...(group.parts.get(category) ?? []), cell]);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(relationsIn);
}

interface Group {
  readonly wholes: TableCell[];
  /** By category: what is said of it with an earlier plan, and whether or not there was one. */
  readonly parts: Map<string, TableCell[]>;
}

function relationsIn({ wholes, parts }: Group): Relation[] {
  const [whole] = wholes;
  const firsts = [...parts.values()].flatMap((cells) => cells.slice(0, 1));
  const [first] = firsts;
  if (first === undefined) return [];
  const relation = (total: TableCell, ids: readonly string[], among: readonly TableCell[]): Relation => ({
    sense: 'equal',
    total: total.id,
    parts: ids,
    assumed: true,
    family: familyOf('earlier', [total, ...among]),
    why: 'whatever had an earlier plan had it in one of the earlier categories'
  });
  const same = [...parts.values()].flatMap(([one, ...others]) =>
    one === undefined ? [] : others.map((other) => relation(one, [other.id], [other]))
  );
  if (whole === undefined) return same;
  const declared = first.of.cube.dimensions.find(({ id }) => id === 'earlier_category')?.members ?? [];
  const isWhole = declared.every(({ id }) => parts.has(id));
  const rest = isWhole ? [] : [cellId(whole.of, withMember(whole, 'earlier_category', OTHERS))];
  return [relation(whole, [...firsts.map(({ id }) => id), ...rest], firsts), ...same];
}

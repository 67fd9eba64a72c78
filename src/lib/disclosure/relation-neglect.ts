/** Neglect that is recorded on a plan, and neglect that is its category. */
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
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

const WHY = 'neglect is recorded wherever it is the latest category';

/**
 * Neglect is recorded wherever it is the latest category (see the dimension “neglect” of plans): who has it recorded
 * is in that category, or is in another and is a figure of its own. Assumed, as each is drawn from a record of its own.
 * `cells` are as `canonicalCells` names them.
 */
export function neglectRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const timeOf = timesOf(frame.periods);
  const groups = new Map<string, Found>();
  for (const cell of cells) {
    if (cell.of.cube.id !== 'plans') continue;
    const [recorded, category] = [memberOf(cell, 'neglect'), memberOf(cell, 'category_latest')];
    const isCategory = isNeglect(cell, category);
    if (category !== ALL && !isCategory) continue;
    const as = recorded === ALL ? (isCategory ? 'category' : undefined) : isCategory ? 'both' : 'recorded';
    if (as === undefined || (recorded !== ALL && recorded !== 'yes')) continue;
    const key = meaningOf(cell, timeOf(cell.measure, cell.period), 'neglect', 'category_latest');
    groups.set(key, { [as]: cell, ...groups.get(key) });
  }
  return [...groups.values()].flatMap(relationIn);
}

interface Found {
  readonly recorded?: TableCell;
  readonly category?: TableCell;
  readonly both?: TableCell;
}

function relationIn({ recorded, category, both }: Found): Relation[] {
  if (category === undefined) return [];
  if (both !== undefined)
    return [
      {
        sense: 'equal',
        total: category.id,
        parts: [both.id],
        assumed: true,
        family: familyOf('neglect', [category, both]),
        why: WHY
      }
    ];
  if (recorded === undefined) return [];
  const not = `not ${memberOf(category, 'category_latest')}`;
  const other = cellId(recorded.of, withMember(recorded, 'category_latest', not));
  return [
    {
      sense: 'equal',
      total: recorded.id,
      parts: [category.id, other],
      assumed: true,
      family: familyOf('neglect', [recorded, category]),
      why: WHY
    }
  ];
}

function isNeglect({ of }: TableCell, member: string): boolean {
  const declared = of.cube.dimensions.find(({ id }) => id === 'category_latest');
  return declared?.members.find(({ id }) => id === member)?.mark === 'neglect';
}

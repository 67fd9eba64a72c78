/** What happens at one tier of help only: a spell of work, a family that is audited, a referral that comes of it. */
import { ALL } from '#lib/domain/cube.ts';
import { countsTheSame, tierOfCube } from './relation-canonical.ts';
import { meaningOf, memberOf, timesOf, type Frame, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

/**
 * Tiers overlap where children are counted; what happens, happens at one of them, so that the rungs shown add up to all.
 * Assumed, as a tier may have been left out: the figures themselves tell whether they do. A rung that another one shown
 * contains is left to that one. `cells` are as `canonicalCells` names them.
 */
export function oneTierRelations(cells: readonly TableCell[], { tiers, periods }: Frame): Relation[] {
  const timeOf = timesOf(periods);
  const rungs = tiers.filter(({ place }) => place === 'rung');
  const groups = new Map<string, Map<string, TableCell>>();
  for (const cell of cells) {
    const tier = tierOf(cell);
    if (tier === undefined || memberOf(cell, 'highest') !== ALL) continue;
    const { of, measure, period } = cell;
    const anywhere = { ...cell, of: { ...of, cube: { ...of.cube, id: countsTheSame(of.cube.id) } } };
    const key = meaningOf(anywhere, timeOf(measure, period), 'tier');
    const group = groups.get(key) ?? new Map<string, TableCell>();
    if (!group.has(tier)) group.set(tier, cell);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group): Relation[] => {
    const shown = rungs.filter(({ id }) => group.has(id));
    const held = new Set(shown.flatMap(({ contains = [] }) => contains));
    const all = group.get(ALL);
    const parts = shown.flatMap(({ id }) => (held.has(id) ? [] : (group.get(id) ?? [])));
    if (all === undefined || parts.length < 2) return [];
    return [
      {
        sense: 'equal',
        total: all.id,
        parts: parts.map(({ id }) => id),
        assumed: true,
        family: familyOf(`one tier, ${all.face}`, [all, ...parts]),
        why: 'what happens at one tier only adds up over the tiers that are shown'
      }
    ];
  });
}

/** The tier a figure is of, all where it is of none; undefined where its cube knows no tiers. */
function tierOf(cell: TableCell): string | undefined {
  const { cube } = cell.of;
  if (cube.dimensions.some(({ id }) => id === 'tier') && tierOfCube(cube.id) === undefined)
    return memberOf(cell, 'tier');
  return tierOfCube(cube.id);
}

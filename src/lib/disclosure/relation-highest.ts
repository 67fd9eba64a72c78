/** Children counted at their highest tier, and all who are open to that tier. */
import { ALL } from '#lib/domain/cube.ts';
import { meaningOf, memberOf, timesOf, type Frame, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

/**
 * Nobody who is on the last rung of the ladder is open to a higher one, so whoever is counted there is counted at the
 * highest tier. Assumed, as the two may be drawn from systems that are linked and from one that is not. `cells` are as
 * `canonicalCells` names them.
 */
export function highestRelations(cells: readonly TableCell[], { tiers, periods }: Frame): Relation[] {
  const [last] = tiers.filter(({ place }) => place === 'rung').toSorted((a, b) => b.order - a.order);
  if (last === undefined) return [];
  const timeOf = timesOf(periods);
  const groups = new Map<string, { readonly once?: TableCell; readonly open?: TableCell }>();
  for (const cell of cells) {
    const as = memberOf(cell, 'highest') === 'yes' ? 'once' : 'open';
    if (tierOf(cell) !== last.id || (as === 'open' && memberOf(cell, 'highest') !== ALL)) continue;
    const { of, measure, period } = cell;
    const anywhere = { ...cell, of: { ...of, cube: { ...of.cube, id: '' } } };
    const key = meaningOf(anywhere, timeOf(measure, period), 'tier', 'highest');
    groups.set(key, { [as]: cell, ...groups.get(key) });
  }
  return [...groups.values()].flatMap(({ once, open }): Relation[] =>
    once === undefined || open === undefined
      ? []
      : [
          {
            sense: 'equal',
            total: open.id,
            parts: [once.id],
            assumed: true,
            family: familyOf('highest', [open, once]),
            why: 'nobody on the last rung is open to a higher tier'
          }
        ]
  );
}

function tierOf(cell: TableCell): string | undefined {
  if (cell.face !== 'value' || cell.measure.id !== 'open') return undefined;
  switch (cell.of.cube.id) {
    case 'known':
      return memberOf(cell, 'tier');
    case 'plans':
      return 'cpplan';
    default:
      return undefined;
  }
}

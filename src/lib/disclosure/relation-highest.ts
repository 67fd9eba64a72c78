/** Children counted at their highest tier, and all who are open to that tier. */
import { ALL } from '#lib/domain/cube.ts';
import { idAs, meaningOf, memberOf, timesOf, type Frame, type TableCell } from './relation-cells.ts';
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

/** What is open to each tier, by tier, and all who are counted once over the tiers. */
interface Ladder {
  readonly once?: TableCell;
  readonly open: ReadonlyMap<string, TableCell>;
}

/**
 * Whoever is counted once over all tiers is open to one of them at least: they are no fewer than those of any one rung,
 * and no more than those of all rungs together, where every rung of the day is counted. Where figures show nobody open to
 * two tiers, they are as many. Assumed, as tiers may be drawn from systems that are not linked. `cells` are as `canonicalCells` names them.
 */
export function onceOverTiersRelations(cells: readonly TableCell[], { tiers, periods }: Frame): Relation[] {
  const timeOf = timesOf(periods);
  const ends = new Map(periods.map(({ id, end }) => [id, end]));
  const rungs = tiers.filter(({ place }) => place === 'rung');
  const ladders = new Map<string, Ladder>();
  for (const cell of cells) {
    const highest = memberOf(cell, 'highest');
    const tier = tierOf(cell);
    const { of, measure, period } = cell;
    const anywhere = { ...cell, of: { ...of, cube: { ...of.cube, id: '' } } };
    const key = meaningOf(anywhere, timeOf(measure, period), 'tier', 'highest');
    const known = ladders.get(key) ?? { open: new Map<string, TableCell>() };
    if (tier === ALL && highest === 'yes') ladders.set(key, { ...known, once: cell });
    else if (highest === ALL && rungs.some(({ id }) => id === tier) && tier !== undefined)
      ladders.set(key, { ...known, open: new Map([...known.open, [tier, cell]]) });
  }
  return [...ladders.values()].flatMap(({ once, open }): Relation[] => {
    if (once === undefined || open.size === 0) return [];
    const parts = [...open.values()];
    const end = ends.get(once.period) ?? '';
    const inForce = rungs.filter(({ from = '', to = '9999' }) => from <= end && end <= to);
    const family = familyOf('once', [once, ...parts]);
    const why = 'whoever is counted once over all tiers is open to one of them';
    const told = { assumed: true, family, why } as const;
    const together = idAs(once, { measure: `${once.measure.name}, counted at each tier` });
    return [
      ...parts.map(({ id }): Relation => ({ sense: 'at least', total: once.id, parts: [id], ...told })),
      ...(inForce.every(({ id }) => open.has(id))
        ? [
            { sense: 'equal' as const, total: together, parts: parts.map(({ id }) => id), ...told },
            { sense: 'at least' as const, total: together, parts: [once.id], ...told },
            {
              sense: 'equal' as const,
              total: once.id,
              parts: parts.map(({ id }) => id),
              assumed: true,
              family: familyOf('apart', [once, ...parts]),
              why: 'nobody is open to two tiers at once'
            }
          ]
        : [])
    ];
  });
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

/** Contacts that were accepted as referrals, and referrals. */
import { meaningOf, memberOf, timesOf, type Frame, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

/** The measures of contacts, and those of referrals that they become. */
const BECOMES: Readonly<Record<string, string>> = { contacts: 'referrals', children: 'children' };

/**
 * That as many contacts were accepted as there were referrals. Neither is sure to be more: several contacts may become
 * one referral and one contact that of several children, one of the last day becomes one of the next period, and some
 * referrals come without a contact. But in most systems accepting a contact makes the referral, and where the
 * figures that are shown are the same, readers will take the others to be so; so it is assumed, as long as the figures
 * agree. `cells` are as `canonicalCells` names them.
 */
export function acceptedRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const timeOf = timesOf(frame.periods);
  const referrals = new Map<string, TableCell>();
  for (const cell of cells) {
    const key = `${cell.measure.id} ${placeIn(cell)}`;
    if (cell.of.cube.id === 'referrals' && !referrals.has(key)) referrals.set(key, cell);
  }
  return cells.flatMap((cell): Relation[] => {
    if (cell.of.cube.id !== 'contacts' || memberOf(cell, 'outcome') !== 'referral') return [];
    const referral = referrals.get(`${BECOMES[cell.measure.id] ?? ''} ${placeIn(cell)}`);
    return referral === undefined
      ? []
      : [
          {
            sense: 'equal',
            total: referral.id,
            parts: [cell.id],
            assumed: true,
            family: familyOf('accepted', [referral, cell]),
            why: 'contacts that are accepted become referrals'
          }
        ];
  });

  /** All that a figure is of, save what is counted and what became of it. */
  function placeIn(cell: TableCell): string {
    const isContact = cell.of.cube.id === 'contacts';
    const when = timeOf(cell.measure, cell.period);
    const of = { ...cell.of, cube: { ...cell.of.cube, id: '' } };
    const place = { ...cell, of, measure: { ...cell.measure, id: '' } };
    return isContact ? meaningOf(place, when, 'outcome') : meaningOf(place, when);
  }
}

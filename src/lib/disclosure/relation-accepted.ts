/** Contacts that were accepted as referrals, and referrals. */
import { ALL } from '#lib/domain/cube.ts';
import { meaningOf, memberOf, timesOf, type Frame, type TableCell } from './relation-cells.ts';
import { dimensionRelations } from './relation-dimension.ts';
import { familyOf } from './relation-doubt.ts';
import { withinRelations } from './relation-within.ts';
import type { Relation } from './relations.ts';

/** The measures of contacts, and those of referrals that they become. */
const BECOMES: Readonly<Record<string, string>> = { contacts: 'referrals', children: 'children' };

const WHY = 'contacts that are accepted become referrals';

/**
 * That as many contacts were accepted as there were referrals. Neither is sure to be more: several contacts may become
 * one referral and one contact that of several children, one of the last day becomes one of the next period, and some
 * referrals come without a contact. But in most systems accepting a contact makes the referral, and where the
 * figures that are shown are the same, readers will take the others to be so; so it is assumed, as long as the figures
 * agree, of each place that both are told of, and of those that only one shows and whose parts the other has. `cells`
 * are as `canonicalCells` names them.
 */
export function acceptedRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const nameOf = placesIn(frame);
  const [contacts, referrals] = [new Map<string, TableCell>(), new Map<string, TableCell>()];
  for (const cell of cells) {
    const side = sideOf(cell) === 'referral' ? referrals : contacts;
    if (sideOf(cell) !== undefined && !side.has(nameOf(cell))) side.set(nameOf(cell), cell);
  }
  if (contacts.size === 0 || referrals.size === 0) return [];
  const alike = [...referrals].flatMap(([place, referral]): Relation[] => {
    const contact = contacts.get(place);
    if (contact === undefined) return [];
    const family = familyOf('accepted', [referral, contact]);
    return [{ sense: 'equal', total: referral.id, parts: [contact.id], assumed: true, family, why: WHY }];
  });
  return [...alike, ...inParts(referrals, contacts, nameOf), ...inParts(contacts, referrals, nameOf)];
}

/** Figures of one side that the other has in parts only. */
function inParts(
  wholes: ReadonlyMap<string, TableCell>,
  others: ReadonlyMap<string, TableCell>,
  nameOf: (cell: TableCell, without: string) => string
): Relation[] {
  const groups = new Map<
    string,
    { readonly dimension: string; readonly place: string; readonly parts: TableCell[] }
  >();
  for (const cell of others.values())
    for (const dimension of cell.of.table.dimensions) {
      if (memberOf(cell, dimension) === ALL || dimension === 'outcome') continue;
      const place = nameOf(cell, dimension);
      if (!wholes.has(place) || others.has(place)) continue;
      const group = groups.get(`${dimension} ${place}`) ?? { dimension, place, parts: [] };
      group.parts.push(cell);
      groups.set(`${dimension} ${place}`, group);
    }
  return [...groups.values()].flatMap(({ dimension, place, parts }): Relation[] => {
    const whole = wholes.get(place);
    const declared = parts[0]?.of.cube.dimensions.find(({ id }) => id === dimension);
    if (whole === undefined || declared === undefined) return [];
    const byMember = new Map(parts.map((cell) => [memberOf(cell, dimension), cell.id]));
    return dimensionRelations(declared, new Set([ALL, ...byMember.keys()]))
      .filter(
        ({ sense, total, parts: members }) =>
          sense === 'equal' && total === ALL && members.every((each) => byMember.has(each))
      )
      .map(({ parts: members }) => ({
        sense: 'equal',
        total: whole.id,
        parts: members.flatMap((each) => byMember.get(each) ?? []),
        assumed: true,
        family: familyOf('accepted', [whole, ...parts]),
        why: WHY
      }));
  });
}

/**
 * Accepted contacts of a source, as the referrals of that source: where no table has those, sources in detail that
 * referrals are given of are held to be parts of them.
 */
export function acceptedWithin(cells: readonly TableCell[], frame: Frame): Relation[] {
  const referrals = cells.filter((cell) => sideOf(cell) === 'referral');
  const cube = referrals[0]?.of.cube;
  if (cube === undefined) return [];
  const nameOf = placesIn(frame);
  const given = new Set(referrals.map((cell) => nameOf(cell)));
  const wholes = cells.flatMap((cell): TableCell[] => {
    const { of, measure, members } = cell;
    const counted = cube.measures.find(({ id }) => id === BECOMES[measure.id]);
    const isOpen = sideOf(cell) === 'contact' && memberOf(cell, 'source') !== ALL && !given.has(nameOf(cell));
    if (counted === undefined || !isOpen) return [];
    const at = of.table.dimensions.indexOf('outcome');
    const dimensions = of.table.dimensions.filter((_, index) => index !== at);
    const table = { ...of, cube, table: { ...of.table, dimensions } };
    return [{ ...cell, of: table, measure: counted, members: members.filter((_, index) => index !== at) }];
  });
  const details = referrals.filter((cell) => memberOf(cell, 'source') === ALL);
  return wholes.length === 0 ? [] : withinRelations([...wholes, ...details], frame);
}

function sideOf({ of, measure, face, members }: TableCell): 'contact' | 'referral' | undefined {
  if (face !== 'value') return undefined;
  if (of.cube.id === 'referrals')
    return memberOf({ of, members }, 'outcome') === ALL ? 'referral' : undefined;
  const isAccepted = of.cube.id === 'contacts' && memberOf({ of, members }, 'outcome') === 'referral';
  return isAccepted && BECOMES[measure.id] !== undefined ? 'contact' : undefined;
}

/** All that a figure is of, save which of the two it is of. */
function placesIn({ periods }: Frame): (cell: TableCell, without?: string) => string {
  const timeOf = timesOf(periods);
  return (cell, without = '') => {
    const { of, measure, period } = cell;
    const id = of.cube.id === 'contacts' ? (BECOMES[measure.id] ?? '') : measure.id;
    const place = { ...cell, of: { ...of, cube: { ...of.cube, id: '' } }, measure: { ...measure, id } };
    return meaningOf(place, timeOf(measure, period), 'outcome', without);
  };
}

/** Where a figure of an id stands; figures that no table shows stand somewhere too. */

/** The count, the N of n of N, what is left of N, or by how much a count changed since another release. */
export type PlaceFace = 'value' | 'of' | 'not' | 'change';

export interface CellPlace {
  readonly id: string;
  readonly table: string;
  /** The release it was published in; absent where it is the one that is checked. */
  readonly release?: string;
  readonly measure: string;
  readonly area: string;
  readonly period: string;
  /** By dimension, totals left out. */
  readonly members: Readonly<Record<string, string>>;
  readonly face: PlaceFace;
  /** Where it is a change: since which release. */
  readonly since?: string;
}

const CHANGE = ' changed since ';

/** @throws RangeError where the id is not one that `cellId` and `relationsOf` make */
export function placeOf(id: string): CellPlace {
  const [cell = '', since] = id.split(CHANGE);
  const [name = '', measure, area, period, ...rest] = cell.split('|');
  if (measure === undefined || area === undefined || period === undefined)
    throw new RangeError(`“${id}” is no figure of a table`);
  const last = rest.at(-1);
  const face = last === 'of' || last === 'not' ? last : 'value';
  const members = (face === 'value' ? rest : rest.slice(0, -1)).map((each): [string, string] => {
    const at = each.indexOf('=');
    return [each.slice(0, at), each.slice(at + 1)];
  });
  const cut = name.lastIndexOf(':');
  return {
    id,
    table: name.slice(cut + 1),
    ...(cut < 0 ? {} : { release: name.slice(0, cut) }),
    measure,
    area,
    period,
    members: Object.fromEntries(members),
    face: since === undefined ? face : 'change',
    ...(since === undefined ? {} : { since })
  };
}

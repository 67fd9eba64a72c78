/**
 * The rule for pages: where neglect is withheld, only the total and “withheld” may be said of that area and date.
 * The other categories, their zeros and their sums would narrow the withheld number down, so they are withheld too.
 */
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { isWithheld, WITHHELD } from './may-say.ts';

export interface RowsToSay {
  readonly table: { readonly dimensions: readonly string[] };
  readonly observations: readonly Observation[];
}

export interface SaidRows {
  /** Every row, in its order, as it may be said. */
  readonly said: readonly Observation[];
  /** Those that may not be said as they are, as they are. */
  readonly unsaid: readonly Observation[];
}

/** What may be said of the rows of a table, whatever is asked of them later. */
export function saidRows(cube: Pick<Cube, 'dimensions'>, { table, observations }: RowsToSay): SaidRows {
  const apart = neglectIn(cube, table.dimensions);
  if (apart.size === 0) return { said: observations, unsaid: [] };
  const places = [...apart.keys()];
  const isNeglect = (place: number, member: string) => apart.get(place)?.has(member) === true;
  const categoriesOf = ({ members }: Observation) => places.map((place) => members[place] ?? ALL);
  const keyOf = ({ area, period, measure, members }: Observation) =>
    JSON.stringify([area, period, measure, ...members.filter((_, place) => !apart.has(place))]);

  const withheld = new Map<string, string[][]>();
  for (const row of observations) {
    const categories = categoriesOf(row);
    if (!isWithheld(row.cell) || !categories.some((member, i) => isNeglect(places[i] ?? -1, member)))
      continue;
    const key = keyOf(row);
    withheld.set(key, [...(withheld.get(key) ?? []), categories]);
  }
  if (withheld.size === 0) return { said: observations, unsaid: [] };

  const unsaid: Observation[] = [];
  const said = observations.map((row) => {
    const categories = categoriesOf(row);
    const isOther = categories.some((member, i) => member !== ALL && !isNeglect(places[i] ?? -1, member));
    const stands = (neglect: readonly string[]) =>
      neglect.every(
        (member, i) => isNeglect(places[i] ?? -1, member) || member === ALL || member === categories[i]
      );
    if (!isOther || !withheld.get(keyOf(row))?.some(stands)) return row;
    unsaid.push(row);
    return { ...row, cell: WITHHELD, ...(row.of === undefined ? {} : { of: WITHHELD }) };
  });
  return { said, unsaid };
}

/** By place among a table’s dimensions: the members that are neglect, where every child has one member of it. */
function neglectIn(
  { dimensions }: Pick<Cube, 'dimensions'>,
  written: readonly string[]
): ReadonlyMap<number, ReadonlySet<string>> {
  return new Map(
    dimensions.flatMap(({ id, relation, members }): [number, ReadonlySet<string>][] => {
      const neglect = members.filter(({ mark }) => mark === 'neglect').map((member) => member.id);
      const place = written.indexOf(id);
      return relation === 'partition' && place >= 0 && neglect.length > 0 ? [[place, new Set(neglect)]] : [];
    })
  );
}

/** An indicator by the members of a dimension: the same terms in a table that has the dimension too. */
import type { Catalogue } from '#lib/db/catalogue.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
}

/** Members that have come into the loaded figures, in the order of the cube, with their names. */
export function membersOf(
  { cubes, dictionary, manifest }: Catalogue,
  cube: string,
  dimension: string
): readonly Member[] {
  const shared =
    cubes.find((file) => file.cube === cube)?.dimensions.find(({ id }) => id === dimension)?.members ?? [];
  const local: readonly Member[] = [
    ...manifest.agencies,
    ...manifest.tiers,
    ...manifest.categories,
    ...manifest.areas
  ];
  return (dictionary.members[dimension] ?? [])
    .filter((id) => id !== ALL)
    .map((id) => ({
      id,
      name:
        (shared.find((member) => member.id === id) ?? local.find((member) => member.id === id))?.name ?? id
    }));
}

/** Tables of the term's cube that hold its dimensions and the one asked for, the plainest first. */
function tablesWith({ manifest }: Catalogue, term: PlacedTerm, dimension: string): readonly string[] {
  const needed = [...Object.keys({ ...term.members, ...term.except }), dimension];
  return manifest.tables
    .filter((table) => table.cube === term.cube && needed.every((each) => table.dimensions.includes(each)))
    .sort((a, b) => a.dimensions.length - b.dimensions.length)
    .map(({ id }) => id);
}

function withMember(term: PlacedTerm, table: string, dimension: string, member: string): PlacedTerm {
  return { ...term, table, members: { ...term.members, [dimension]: member } };
}

/** A population is the member's own where there is a population of such members, else all children. */
function otherCube(catalogue: Catalogue, term: PlacedTerm, dimension: string, member: string): PlacedTerm {
  const has = catalogue.cubes
    .find(({ cube }) => cube === term.cube)
    ?.dimensions.some(({ id }) => id === dimension);
  return has === true
    ? withMember(term, tablesWith(catalogue, term, dimension)[0] ?? 'none', dimension, member)
    : term;
}

export interface MemberIndicator {
  readonly member: Member;
  readonly indicator: PlacedIndicator;
}

/**
 * The indicator for each member, once for each table that could hold it. A denominator of the same cube is the
 * member's own; a population is the member's own where there is a population of such members (age, sex), else all
 * children. Empty where no table has the dimension.
 */
export function byMember(
  catalogue: Catalogue,
  indicator: PlacedIndicator,
  dimension: string
): readonly (readonly MemberIndicator[])[] {
  const { numerator, outcomes = [] } = indicator;
  const terms = [indicator, ...outcomes].flatMap(({ numerator: n, denominator: d }) => [n, d]);
  const named = terms.some(
    (term) => term?.members?.[dimension] !== undefined || term?.except?.[dimension] !== undefined
  );
  if (!numerator || named) return [];
  const members = membersOf(catalogue, numerator.cube, dimension);
  const wide = terms.filter((term) => term?.cube === numerator.cube);
  const held = wide.map((term) => (term ? tablesWith(catalogue, term, dimension) : []));
  return tablesWith(catalogue, numerator, dimension)
    .filter((table) => held.every((tables) => tables.includes(table)))
    .map((table) => {
      const of = (term: PlacedTerm, member: string): PlacedTerm =>
        term.cube === numerator.cube
          ? withMember(term, table, dimension, member)
          : otherCube(catalogue, term, dimension, member);
      return members.map((member) => ({
        member,
        indicator: {
          ...indicator,
          numerator: of(numerator, member.id),
          ...(indicator.denominator ? { denominator: of(indicator.denominator, member.id) } : {}),
          ...(indicator.outcomes
            ? {
                outcomes: outcomes.map((outcome) => ({
                  ...outcome,
                  numerator: of(outcome.numerator, member.id),
                  denominator: of(outcome.denominator, member.id)
                }))
              }
            : {})
        }
      }));
    });
}

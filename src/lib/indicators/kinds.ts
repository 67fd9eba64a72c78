/** What the cubes that indicators read count, and how they are supplied, whether they are loaded or not. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Term } from '#lib/domain/term.ts';
import type { CountKind } from '#lib/db/catalogue.ts';
import { termsOfWay } from './broken-terms.ts';

function kindOf(cube: Cube, terms: readonly Term[]): CountKind {
  const used = (dimension: string) =>
    new Set(terms.flatMap(({ members }) => [members?.[dimension] ?? []].flat()));
  return {
    name: cube.name,
    about: cube.about,
    ...(cube.tier === undefined ? {} : { tier: cube.tier }),
    measures: cube.measures
      .filter(({ id }) => terms.some(({ measure }) => measure === id))
      .map(({ id, name, kind, unit }) => ({ id, name, kind, unit })),
    dimensions: cube.dimensions.flatMap(({ id, name, relation, unknown, members }) => {
      const named = used(id);
      return named.size === 0
        ? []
        : [
            {
              id,
              name,
              relation,
              ...(unknown === undefined ? {} : { unknown }),
              members: Object.fromEntries(
                members.filter((member) => named.has(member.id)).map((member) => [member.id, member.name])
              )
            }
          ];
    }),
    supply: cube.supply.map(({ by, cadence, effort, recipe, feeds }) => ({
      by,
      cadence,
      effort,
      recipe,
      ...(feeds && { feeds })
    }))
  };
}

/** By cube that any way of any indicator reads, as far as they name it. */
export function kindsRead(
  indicators: readonly Indicator[],
  cubes: ReadonlyMap<string, Cube>
): Readonly<Record<string, CountKind>> {
  const terms = indicators.flatMap(({ ways }) => ways.flatMap(termsOfWay));
  return Object.fromEntries(
    [...cubes.values()].flatMap((cube): [string, CountKind][] => {
      const read = terms.filter((term) => term.cube === cube.id);
      return read.length === 0 ? [] : [[cube.id, kindOf(cube, read)]];
    })
  );
}

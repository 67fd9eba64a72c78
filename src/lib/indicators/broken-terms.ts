import type { Cube } from '#lib/domain/cube.ts';
import type { Indicator, Way } from '#lib/domain/indicator.ts';
import type { Term } from '#lib/domain/term.ts';

/** Every term a way names, as it stands in its file. */
export function termsOfWay(way: Way): readonly Term[] {
  return [
    way.numerator,
    way.denominator,
    way.nOfN,
    ...(way.outcomes ?? []).flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ...(way.coverage?.parts ?? []).flatMap(({ terms }) => terms)
  ].filter((term) => term !== undefined);
}

function faultsOf(
  term: Term,
  cubes: ReadonlyMap<string, Cube>,
  tables: ReadonlyMap<string, string>
): readonly string[] {
  const cube = cubes.get(term.cube);
  if (!cube) return [`a cube that is not in the dictionary: ${term.cube}`];
  const measure = cube.measures.find(({ id }) => id === term.measure);
  const holder = tables.get(term.table ?? '') ?? cube.id;
  const named = [term.members, term.except].flatMap((each) => Object.entries(each ?? {}));
  const members = named.flatMap(([id, chosen]) => {
    const dimension = cube.dimensions.find((candidate) => candidate.id === id);
    if (!dimension) return [`a dimension that cube ${cube.id} does not have: ${id}`];
    const several = [chosen].flat();
    return [
      ...several
        .filter(
          (member) => dimension.open === undefined && !dimension.members.some((known) => known.id === member)
        )
        .map((member) => `a member that dimension ${id} does not have: ${member}`),
      ...(several.length > 1 && dimension.relation === 'multiple'
        ? [`a sum over members of ${id}, which need not be disjoint: ${several.join(', ')}`]
        : [])
    ];
  });
  return [
    ...(measure ? [] : [`a measure that cube ${cube.id} does not have: ${term.measure}`]),
    ...(holder === cube.id
      ? []
      : [`table ${term.table ?? ''} as part of cube ${cube.id}; it belongs to ${holder}`]),
    ...(term.field === 'of' && !cube.outOf
      ? [`the N of a row in cube ${cube.id}, which does not count n of N`]
      : []),
    ...(term.pool !== undefined && measure?.kind === 'stock'
      ? [`a sum of ${term.measure} over periods, which counts what stands on one date`]
      : []),
    ...members
  ];
}

/**
 * Terms that name a cube, table, measure, dimension or member that does not exist, or add up what cannot be added,
 * in words; empty when all is well. `tables` gives the cube of every table that is loaded; a table a term would rather
 * read may be missing.
 */
export function brokenTerms(
  indicators: readonly Indicator[],
  cubes: ReadonlyMap<string, Cube>,
  tables: ReadonlyMap<string, string>
): readonly string[] {
  return indicators.flatMap(({ id, ways, breakdowns }) => [
    ...ways
      .flatMap(termsOfWay)
      .flatMap((term) => faultsOf(term, cubes, tables))
      .map((fault) => `indicator “${id}” names ${fault}`),
    ...breakdowns
      .filter(
        (dimension) =>
          !ways
            .flatMap(termsOfWay)
            .some((term) => cubes.get(term.cube)?.dimensions.some((known) => known.id === dimension))
      )
      .map((dimension) => `indicator “${id}” names a breakdown that none of its cubes has: ${dimension}`)
  ]);
}

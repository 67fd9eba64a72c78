/** Which combinations of dimensions are published of a kind of count, for which areas and periods. */
import { z } from '#lib/domain/zod.ts';
import { tableOf, type Facts } from '#lib/db/facts.ts';

/** One combination: a measure in a table, told apart by some of its dimensions and for all of the others. */
export interface Shape {
  readonly table: string;
  readonly measure: string;
  /** Dimensions told apart, in the order of the cube. */
  readonly by: readonly string[];
  /** Ids of areas and periods with a row of it. */
  readonly areas: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  readonly rows: number;
}

const Row = z.object({
  tbl: z.number(),
  measure: z.number(),
  shape: z.string(),
  areas: z.string(),
  periods: z.string(),
  n: z.number()
});

const shapesSql = (cube: string, dimensions: readonly string[]) => {
  const marks = dimensions.map((id) => `CASE WHEN "${id}" <> 0 THEN '1' ELSE '0' END`);
  return `SELECT tbl::INTEGER AS tbl, measure::INTEGER AS measure, ${marks.length === 0 ? "''" : marks.join(' || ')} AS shape,
    string_agg(DISTINCT area::VARCHAR, ' ') AS areas, string_agg(DISTINCT period::VARCHAR, ' ') AS periods,
    count(*)::INTEGER AS n
  FROM ${tableOf(cube)} GROUP BY ALL ORDER BY ALL`;
};

/** Every combination that is published of a cube, the tables in the order of the bundle. */
export async function publishedShapes(facts: Facts, cube: string): Promise<readonly Shape[]> {
  const { cubes, dictionary, manifest } = facts.catalogue;
  const dimensions = cubes.find((file) => file.cube === cube)?.dimensions.map(({ id }) => id) ?? [];
  const words = (list: readonly string[], codes: string) =>
    new Set(codes.split(' ').flatMap((code) => list[Number(code)] ?? []));
  const order = new Map(manifest.tables.map(({ id }, index) => [id, index]));
  const rows = z.array(Row).parse(await facts.query(shapesSql(cube, dimensions), [cube]));
  return rows
    .map(({ tbl, measure, shape, areas, periods, n }): Shape => ({
      table: dictionary.tables[tbl] ?? '',
      measure: dictionary.measures[measure] ?? '',
      by: dimensions.filter((_, index) => shape[index] === '1'),
      areas: words(dictionary.areas, areas),
      periods: words(dictionary.periods, periods),
      rows: n
    }))
    .sort((a, b) => (order.get(a.table) ?? 0) - (order.get(b.table) ?? 0));
}

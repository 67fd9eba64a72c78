import { ALL, isPopulation } from '#lib/domain/cube.ts';
import { areaName, periodName, type Field, type FieldRule } from './rule.ts';

const OF_CHILDREN = new Set(['child', 'child on a plan']);

/** Children who are known cannot be more than the children who live there: a rate would be over 10,000. */
export const moreThanLiveThere: FieldRule = {
  id: 'more-than-live-there',
  severity: 'error',
  *check(field) {
    const living = populations(field);
    if (living.size === 0) return;
    for (const table of field.tables) {
      if (isPopulation(table.cube) || table.cube.outOf) continue;
      for (const series of table.series) {
        if (!OF_CHILDREN.has(series.measure.unit.one)) continue;
        const own = living.get(series.area);
        if (own === undefined) continue;
        for (const at of series.at) {
          const id = table.observations[at]?.period ?? '';
          const population = own.get(field.periods.get(id)?.population ?? id);
          const value = table.value(at);
          if (
            population === undefined ||
            value === undefined ||
            value <= population + table.roundingOf(series.area)
          )
            continue;
          yield {
            file: table.file,
            row: table.row(at),
            column: 'value',
            value: String(value),
            message: `${areaName(field, series.area)}, ${periodName(field, id)}: there are more children in this row than live there (${population})`,
            remedy: 'Correct the count or the population: the numerator is never more than its denominator.'
          };
        }
      }
    }
  }
};

/** All children of each area, by period. */
function populations({ tables }: Field): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const living = new Map<string, Map<string, number>>();
  for (const table of tables.filter(({ cube }) => isPopulation(cube)))
    table.observations.forEach(({ area, period, members }, at) => {
      const value = table.value(at);
      if (value === undefined || members.some((member) => member !== ALL)) return;
      const own = living.get(area) ?? new Map<string, number>();
      living.set(area, own.set(period, value));
    });
  return living;
}

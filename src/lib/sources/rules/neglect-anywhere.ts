import { ALL } from '#lib/domain/cube.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

const CATEGORY = 'category_latest';
const ANYWHERE = 'neglect';

interface Placed {
  readonly table: FieldTable;
  readonly series: Series;
}

/** Whoever is on a plan in the category neglect has neglect recorded: those with neglect anywhere are never fewer. */
export const neglectUnderCategory: FieldRule = {
  id: 'neglect-under-category',
  severity: 'error',
  *check(field) {
    const inCategory = new Map<string, Placed[]>();
    for (const placed of seriesOf(field, CATEGORY, 'neglect', ANYWHERE)) {
      const key = keyOf(placed, CATEGORY);
      inCategory.set(key, [...(inCategory.get(key) ?? []), placed]);
    }
    for (const anywhere of seriesOf(field, ANYWHERE, 'yes', CATEGORY))
      for (const category of inCategory.get(keyOf(anywhere, ANYWHERE)) ?? [])
        yield* compared(field, anywhere, category);
  }
};

/** Series of plans of one member of a dimension, over all of the other. */
function seriesOf({ tables }: Field, dimension: string, member: string, other: string): readonly Placed[] {
  return tables.flatMap((table) => {
    const position = table.table.dimensions.indexOf(dimension);
    const beside = table.table.dimensions.indexOf(other);
    if (table.cube.id !== 'plans' || position < 0) return [];
    return table.series
      .filter(({ members }) => members[position] === member && (members[beside] ?? ALL) === ALL)
      .map((series) => ({ table, series }));
  });
}

/** What the two have in common: source, area, measure and every other member. */
function keyOf({ table, series }: Placed, own: string): string {
  const others = table.table.dimensions.flatMap((id, at) => {
    const member = series.members[at] ?? ALL;
    return id === own || member === ALL ? [] : [`${id} ${member}`];
  });
  return [table.table.source, series.area, series.measure.id, ...others.toSorted()].join('|');
}

function* compared(field: Field, { table, series }: Placed, category: Placed): Generator<Found> {
  for (const at of series.at) {
    const period = table.observations[at]?.period ?? '';
    const place = category.table.inPeriod(category.series, period);
    const [some, least] = [table.value(at), category.table.value(place)];
    if (some === undefined || least === undefined || place === undefined) continue;
    if (some + table.roundingOf(series.area) >= least) continue;
    const row = category.table === table ? ` (row ${table.row(place)})` : '';
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(some),
      message: `${areaName(field, series.area)}, ${periodName(field, period)}: ${table.called(series)} is ${some}, and ${category.table.called(category.series)} is ${least}${row}. Whoever is on a plan for neglect has neglect recorded, so the first is never the smaller`,
      remedy:
        'Count under “neglect recorded” everybody whose category is neglect, and those for whom it is recorded elsewhere too; or correct the category.'
    };
  }
}

import { ALL } from '#lib/domain/cube.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Tiers that hold nobody twice: a child has one kind of plan at a time. */
const APART = ['cinplan', 'cpplan'];

/** Work may start at an inner tier long after it did at the one that holds it: only who is there can be compared. */
function holdsAllOfAPart({ measure }: Series): boolean {
  return measure.kind === 'stock' || measure.id.startsWith('anypoint');
}

interface Place {
  readonly table: FieldTable;
  readonly series: Series;
  readonly position: number;
}

/** A tier that is said to hold others has at least as many children as each, and as plans of both kinds together. */
export const childAtTwoTiers: FieldRule = {
  id: 'child-at-two-tiers',
  severity: 'warning',
  *check(field) {
    const tiers = field.bundle.manifest.tiers.filter(({ contains = [] }) => contains.length > 0);
    for (const tables of byCubeAndSource(field.tables)) {
      const placed = placesOf(tables);
      for (const { id, contains = [] } of tiers)
        for (const [key, places] of placed) {
          if (!key.endsWith(`|${id}`)) continue;
          const inner = contains.flatMap((tier) => {
            const place = placed.get(key.replace(/\|[^|]*$/, `|${tier}`))?.[0];
            return place === undefined ? [] : [{ tier, place }];
          });
          for (const place of places.slice(0, 1)) yield* within(field, id, place, inner);
        }
    }
  }
};

function byCubeAndSource(tables: readonly FieldTable[]): readonly (readonly FieldTable[])[] {
  const groups = new Map<string, FieldTable[]>();
  for (const table of tables) {
    if (!table.table.dimensions.includes('tier') || table.cube.outOf) continue;
    const key = `${table.cube.id}|${table.table.source}`;
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()];
}

/** Series of all children at a tier, by area, measure and tier. */
function placesOf(tables: readonly FieldTable[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const table of tables) {
    const position = table.table.dimensions.indexOf('tier');
    for (const series of table.series) {
      if (series.members.some((member, at) => at !== position && member !== ALL)) continue;
      if (!holdsAllOfAPart(series)) continue;
      const key = `${series.area}|${series.measure.id}|${series.members[position] ?? ALL}`;
      places.set(key, [...(places.get(key) ?? []), { table, series, position }]);
    }
  }
  return places;
}

function* within(
  field: Field,
  tier: string,
  { table, series }: Place,
  inner: readonly { readonly tier: string; readonly place: Place }[]
): Generator<Found> {
  const names = new Map(field.bundle.manifest.tiers.map(({ id, name }) => [id, name]));
  const called = (id: string) => `“${names.get(id) ?? id}”`;
  for (const at of series.at) {
    const period = table.observations[at]?.period ?? '';
    const whole = table.value(at);
    if (whole === undefined) continue;
    const parts = inner.flatMap(({ tier: part, place }) => {
      const value = place.table.value(place.table.inPeriod(place.series, period));
      return value === undefined ? [] : [{ part, value, rounding: place.table.roundingOf(series.area) }];
    });
    const apart = parts.filter(({ part }) => APART.includes(part));
    const sum = apart.reduce((all, { value }) => all + value, 0);
    const slack = table.roundingOf(series.area) + parts.reduce((all, { rounding }) => all + rounding, 0);
    const tooLarge = parts.find(({ value }) => value > whole + slack);
    const isTwice = series.measure.kind === 'stock' && apart.length === 2 && sum > whole + slack;
    if (tooLarge === undefined && !isTwice) continue;
    const said =
      tooLarge === undefined
        ? `${apart.map(({ part }) => called(part)).join(' and ')} have ${sum} together`
        : `${called(tooLarge.part)} has ${tooLarge.value}`;
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(whole),
      message: `${areaName(field, series.area)}, ${periodName(field, period)}: ${called(tier)} has ${whole}, and is said to hold tiers of which ${said}`,
      remedy:
        'A child may be counted at two tiers, or the tier may not hold those: correct the counts, or “contains” in bundle.json.'
    };
  }
}

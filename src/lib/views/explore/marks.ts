/** The figures that a choice names, each with where it stands and the words for that. */
import { NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Counted } from '#lib/domain/mark.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { membersNamed } from './members.ts';
import type { ExploreRow } from '#lib/queries/explore-rows.ts';
import type { Picked } from '#lib/selection/explore.ts';
import { shortMoment } from '#lib/words/explore.ts';
import { markOf } from '../counted.ts';
import type { Settled } from './settled.ts';

export interface Told {
  readonly aspect: string;
  readonly value: string;
  readonly label: string;
}

/** One figure and where it stands: in each aspect, whether or not that varies. */
/** What a rate is worked out of. */
export interface Per {
  readonly count: Cell;
  readonly people: Cell;
}

export interface Figure {
  readonly area: Told;
  readonly period: Told;
  readonly members: readonly Told[];
  readonly at: Period;
  readonly place: Area;
  readonly cell: Cell;
  readonly of?: Cell;
  /** Where `cell` is a rate. */
  readonly per?: Per;
  readonly mark: Counted;
}

export type Members = Readonly<Record<string, string>>;

/** Finds a figure that was read; `notSupplied` where there is no row. */
export type Lookup = (
  area: Area,
  period: Period,
  members: Members
) => Pick<ExploreRow, 'cell' | 'of'> & { readonly per?: Per };

const keyOf = (area: string, period: string, by: readonly string[], members: Members) =>
  [area, period, ...by.map((id) => members[id] ?? ALL)].join('|');

export function lookupOf(by: readonly string[], rows: readonly ExploreRow[]): Lookup {
  const found = new Map(rows.map((row) => [keyOf(row.area, row.period, by, row.members), row]));
  return (area, period, members) =>
    found.get(keyOf(area.id, period.id, by, members)) ?? { cell: NOT_SUPPLIED };
}

/** The combinations of members that any row has, none of them for all; in the order of the dictionary. */
export function combinations(
  catalogue: Catalogue,
  { cube, by }: Pick<Settled, 'cube' | 'by'>,
  rows: readonly ExploreRow[]
): readonly (readonly Told[])[] {
  const names = by.map((id) => membersNamed(catalogue, cube.id, id));
  const seen = new Set(
    rows
      .map(({ members }) => by.map((id) => members[id] ?? ALL))
      .filter((members) => !members.includes(ALL))
      .map((members) => members.join('|'))
  );
  const all = names.reduce<readonly (readonly Told[])[]>(
    (soFar, members, d) =>
      soFar.flatMap((told) =>
        members.map(({ id, name }) => [...told, { aspect: by[d] ?? '', value: id, label: name }])
      ),
    [[]]
  );
  return all.filter((told) => seen.has(told.map(({ value }) => value).join('|')) || told.length === 0);
}

export const toldArea = ({ slug, name }: Area): Told => ({ aspect: 'area', value: slug, label: name });
export const toldPeriod = (period: Period, { measure }: Pick<Settled, 'measure'>): Told => ({
  aspect: 'period',
  value: period.id,
  label: shortMoment(period, measure)
});

export const membersOfTold = (told: readonly Told[]): Members =>
  Object.fromEntries(told.map(({ aspect, value }) => [aspect, value]));

/** Every figure that is chosen, with what it counts: area by area, then by members, then by period. */
export function figuresOf(
  { indicators }: Pick<Catalogue, 'indicators'>,
  settled: Settled,
  combos: readonly (readonly Told[])[],
  lookup: Lookup
): readonly Figure[] {
  return settled.areas.flatMap((place) =>
    combos.flatMap((members) =>
      settled.periods.map((at): Figure => {
        const named = membersOfTold(members);
        const { cell, of, per } = lookup(place, at, named);
        return {
          area: toldArea(place),
          period: toldPeriod(at, settled),
          members,
          at,
          place,
          cell,
          ...(of === undefined ? {} : { of }),
          ...(per === undefined ? {} : { per }),
          mark: markOf(settled.cube, named, indicators)
        };
      })
    )
  );
}

/** The aspects of a choice that vary: those that tell its figures apart. */
export function varying(settled: Settled, combos: readonly (readonly Told[])[]): readonly string[] {
  return [
    ...(settled.areas.length > 1 ? ['area'] : []),
    ...settled.by.filter((_, d) => new Set(combos.map((told) => told[d]?.value)).size > 1),
    ...(settled.periods.length > 1 ? ['period'] : [])
  ];
}

/** What of a figure varies, but for the aspects left out. */
export function toldOf(
  { area, members, period }: Figure,
  vary: readonly string[],
  without: readonly string[] = []
): readonly Told[] {
  return [area, ...members, period].filter(
    ({ aspect }) => vary.includes(aspect) && !without.includes(aspect)
  );
}

export const labelOf = (told: readonly Told[]): string => told.map(({ label }) => label).join(', ');

export const picksOf = (told: readonly Told[]): readonly Picked[] =>
  told.map(({ aspect, value }) => ({ aspect, value }));

/** Whether a figure is among those filtered by. */
export function isPicked({ area, members, period }: Figure, only: readonly Picked[]): boolean {
  return only.every((pick) =>
    [area, ...members, period].some(({ aspect, value }) => aspect === pick.aspect && value === pick.value)
  );
}

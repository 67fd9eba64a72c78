/** The cells of tables by readable ids, and by what they count. */
import type { Area } from '#lib/domain/area.ts';
import type { Table, Tier } from '#lib/domain/bundle.ts';
import { ALL, type Cube, type Measure } from '#lib/domain/cube.ts';
import type { Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';

/** A table with its rows, and which release it belongs to where that is not the one being made. */
export interface ReleasedTable {
  readonly table: Table;
  readonly cube: Cube;
  readonly observations: readonly Observation[];
  /**
   * `official`: published by somebody else; `earlier`: in a release of ours that is out already; `other audience`: the
   * same figures as the other audience, public or restricted, sees them. `rule`: how its counts were rounded, and above
   * what they were shown at all, where that is known.
   */
  readonly release?: {
    readonly id: string;
    readonly kind: 'official' | 'earlier' | 'other audience';
    readonly rule?: { readonly rounding: number; readonly threshold: number };
  };
}

/** What the declarations of tables lean on. */
export interface Frame {
  readonly areas: readonly Area[];
  readonly periods: readonly Period[];
  readonly tiers: readonly Tier[];
}

/** The count itself, or the number it is out of. */
export type Face = 'value' | 'of';

/** One figure of one table. `members` follows the table's dimensions. */
export interface TableCell {
  readonly id: string;
  readonly of: ReleasedTable;
  readonly measure: Measure;
  readonly area: string;
  readonly period: string;
  readonly members: readonly string[];
  readonly face: Face;
  readonly cell: Cell;
}

export interface Place {
  readonly measure: string;
  readonly area: string;
  readonly period: string;
  readonly members: readonly string[];
  readonly face: Face;
}

/** `plans-p|open|riverbank|2026|category_latest=neglect`; totals of dimensions are left out, `|of` is the N of n of N. */
export function cellId({ table, release }: ReleasedTable, place: Place): string {
  const members = table.dimensions.flatMap((dimension, index) => {
    const member = place.members[index] ?? ALL;
    return member === ALL ? [] : [`${dimension}=${member}`];
  });
  const name = release === undefined ? table.id : `${release.id}:${table.id}`;
  return [
    name,
    place.measure,
    place.area,
    place.period,
    ...members,
    ...(place.face === 'of' ? ['of'] : [])
  ].join('|');
}

/** The id of a figure that no table shows, from one with all else the same; told apart as that one is. */
export function idAs(
  { id }: TableCell,
  { measure, period }: { readonly measure?: string; readonly period?: string }
): string {
  const [table = '', counted = '', area = '', time = '', ...rest] = id.split('|');
  return [table, measure ?? counted, area, period ?? time, ...rest].join('|');
}

/** Every figure of a table whose cube counts; survey estimates and scores are no counts and are left out. */
export function cellsOf(released: ReleasedTable): TableCell[] {
  if (released.cube.value !== 'count') return [];
  const measures = new Map(released.cube.measures.map((measure) => [measure.id, measure]));
  return released.observations.flatMap((observation) => {
    const measure = measures.get(observation.measure);
    if (measure === undefined) return [];
    const { area, period, members } = observation;
    const faces: (readonly [Face, Cell])[] = [['value', observation.cell]];
    if (observation.of) faces.push(['of', observation.of]);
    return faces.flatMap(([face, cell]) =>
      cell.kind === 'missing' && cell.reason !== 'withheld'
        ? []
        : [
            {
              id: cellId(released, { measure: measure.id, area, period, members, face }),
              of: released,
              measure,
              area,
              period,
              members,
              face,
              cell
            }
          ]
    );
  });
}

/** When a figure is of: a stock is of the day a period ends, a flow of all its days; whatever the period is called. */
export function timesOf(periods: readonly Period[]): (measure: Measure, period: string) => string {
  const days = new Map(periods.map((period) => [period.id, period]));
  return ({ kind }, id) => {
    const period = days.get(id);
    if (period === undefined || period.kind === 'round' || period.kind === 'pooled') return id;
    return kind === 'stock' ? `at ${period.end}` : `${period.start} to ${period.end}`;
  };
}

/** What a cell counts, whichever table of the cube it stands in; `when` of its period, as `timesOf` says it. */
export function meaningOf(
  { of, measure, area, members, face }: Omit<TableCell, 'id' | 'cell'>,
  when: string,
  ...without: readonly string[]
): string {
  const told = of.table.dimensions
    .map((dimension, index) => [dimension, members[index] ?? ALL] as const)
    .filter(([dimension, member]) => member !== ALL && !without.includes(dimension))
    .map(([dimension, member]) => `${dimension}=${member}`)
    .sort();
  return [of.cube.id, measure.id, area, when, ...told, face].join('|');
}

export function placeOf({ measure, area, period, members, face }: TableCell): Place {
  return { measure: measure.id, area, period, members, face };
}

/** The member of a dimension that a cell is of; all, where its table has no such dimension. */
export function memberOf({ of, members }: Pick<TableCell, 'of' | 'members'>, dimension: string): string {
  return members[of.table.dimensions.indexOf(dimension)] ?? ALL;
}

/** Where the table has no such dimension, the member is made part of the last of its ids that tells. */
export function withMember(cell: TableCell, dimension: string, member: string): Place {
  const at = cell.of.table.dimensions.indexOf(dimension);
  const place = placeOf(cell);
  return at < 0
    ? { ...place, period: `${place.period}|${dimension}=${member}` }
    : { ...place, members: place.members.with(at, member) };
}

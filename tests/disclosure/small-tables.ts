/** Small tables of a partnership of three authorities, one of them small. */
import type { Area } from '#lib/domain/area.ts';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { reportingYear } from '#lib/domain/period.ts';
import { cellId, type Frame, type Relation, type ReleasedTable } from '#lib/disclosure/relations.ts';
import { quarterOf, toDateOf } from './made-periods.ts';

export interface Row {
  readonly area?: string;
  readonly period?: string;
  /** The table's, unless said. */
  readonly measure?: string;
  readonly members?: readonly string[];
  /** Absent where it is withheld. */
  readonly value: number | undefined;
  readonly of?: number;
}

export type MakeTable = (
  id: string,
  counts: readonly [cube: string, measure?: string],
  dimensions: readonly string[],
  rows: readonly Row[],
  release?: ReleasedTable['release']
) => ReleasedTable;

/** Makes tables of the cubes of a dictionary, in the area `home` where a row names none. */
export function tablesOf(cubes: ReadonlyMap<string, Cube>, home = 'city'): MakeTable {
  return (id, [cube, counted = 'open'], dimensions, rows, release) => {
    const declared = cubes.get(cube);
    if (!declared) throw new Error(`no cube “${cube}”`);
    const cell = (value: number | undefined): Cell =>
      value === undefined ? missing('withheld') : known(value);
    return {
      table: { id, file: `cubes/${id}.csv`, cube, source: 'made', title: id, dimensions: [...dimensions] },
      cube: declared,
      observations: rows.map(
        ({ area = home, period = '2024', measure = counted, members = [], value, of }) => ({
          area,
          period,
          measure,
          members,
          cell: cell(value),
          ...(of === undefined ? {} : { of: known(of) })
        })
      ),
      ...(release === undefined ? {} : { release })
    };
  };
}

/** Children on plans by the members of one dimension. */
export const plansBy = (
  make: MakeTable,
  dimension: string,
  values: Readonly<Record<string, number | undefined>>,
  id = 't',
  release?: ReleasedTable['release']
): ReleasedTable =>
  make(
    id,
    ['plans', 'open'],
    [dimension],
    Object.entries(values).map(([member, value]) => ({ members: [member], value })),
    release
  );

export const JOINT: readonly Area[] = [
  { id: 'llr', slug: 'llr', kind: 'partnership', name: 'Joint', codes: [] },
  ...['city', 'county', 'rutland'].map((id): Area => ({
    id,
    slug: id,
    kind: 'authority',
    name: id,
    codes: [],
    parent: 'llr'
  }))
];

/** The partnership, and a year with its quarters. */
export const FRAME: Frame = {
  areas: JOINT,
  periods: [
    reportingYear(2024),
    ...[1, 2, 3, 4].map((number) => quarterOf(2024, number)),
    ...[2, 3].map((number) => toDateOf(2024, number))
  ],
  tiers: []
};

/** The tables with these cells withheld as well, by id as `cellId` makes them (`t|open|city|2024|sex=male`). */
export function without(tables: readonly ReleasedTable[], ids: Iterable<string>): ReleasedTable[] {
  const withheld = new Set(ids);
  return tables.map((table) => ({
    ...table,
    observations: table.observations.map((row) => ({
      ...row,
      ...(withheld.has(cellId(table, { ...row, face: 'value' })) ? { cell: missing('withheld') } : {}),
      ...(row.of !== undefined && withheld.has(cellId(table, { ...row, face: 'of' }))
        ? { of: missing('withheld') }
        : {})
    }))
  }));
}

/** A relation in one line, its parts in the order of the alphabet. */
export const told = ({ total, parts, sense }: Relation) =>
  `${total} ${sense === 'equal' ? '=' : '≥'} ${[...parts].sort().join(' + ')}`;

/** Small bundles of raw aggregates, made for one attack each. */
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { reportingYear } from '#lib/domain/period.ts';
import type { Bundle, BundleTable } from '#lib/sources/bundle.ts';
import { cubes } from '../fixtures/bundles/small-bundle.ts';

export interface RawRow {
  readonly area?: string;
  readonly period?: string;
  readonly measure?: string;
  readonly members?: readonly string[];
  /** Undefined: withheld. */
  readonly value: number | undefined;
  readonly of?: number;
}

export interface RawTable {
  readonly id: string;
  readonly cube: string;
  readonly dimensions?: readonly string[];
  readonly rows: readonly RawRow[];
}

const cellOf = (value: number | undefined): Cell =>
  value === undefined ? missing('withheld') : known(value);

/** Three authorities of one partnership, the years to March 2024 and 2025, and a quarter that ends with the first. */
export function rawBundle(tables: readonly RawTable[], manifest: Partial<Bundle['manifest']> = {}): Bundle {
  const made = tables.map(({ id, cube: name, dimensions = [], rows }): BundleTable => {
    const cube = cubes.get(name);
    if (!cube) throw new Error(`no cube “${name}”`);
    return {
      table: {
        id,
        file: `cubes/${id}.csv`,
        cube: name,
        source: 'ours',
        title: id,
        dimensions: [...dimensions]
      },
      cube,
      observations: rows.map((row) => ({
        area: row.area ?? 'city',
        period: row.period ?? '2024',
        measure: row.measure ?? 'open',
        members: row.members ?? [],
        cell: cellOf(row.value),
        ...(row.of === undefined ? {} : { of: known(row.of) })
      }))
    };
  });
  return {
    manifest: {
      id: 'vale',
      title: 'Figures on neglect',
      publisher: 'Vale',
      audience: 'public',
      protected: 'no',
      protection: 'None yet.',
      licence: 'MIT',
      sources: [
        { id: 'ours', publisher: 'Vale', title: 'Figures', edition: 'made', vintage: 'made', licence: 'MIT' }
      ],
      areas: [
        { id: 'vale', slug: 'vale', kind: 'partnership', name: 'Vale', codes: [] },
        ...['city', 'county', 'small'].map((id, at) => ({
          id,
          slug: id,
          kind: 'authority' as const,
          name: id,
          codes: [{ scheme: 'dfe' as const, code: `90${at}` }],
          parent: 'vale'
        }))
      ],
      periods: [
        { ...reportingYear(2024), population: undefined },
        { ...reportingYear(2025), population: undefined },
        { id: '2024Q4', kind: 'quarter' as const, start: '2024-01-01', end: '2024-03-31', label: 'quarter 4' }
      ].map(({ id, kind, start, end, label }) => ({ id, kind, start, end, label })),
      tiers: [],
      agencies: [],
      categories: [],
      ageBands: [],
      tables: made.map(({ table }) => table),
      notes: [],
      terms: { board: 'board', assessment: 'assessment', tool: 'tool' },
      ...manifest
    },
    cubes: new Map(made.map(({ cube }) => [cube.id, cube])),
    tables: made,
    registers: {}
  };
}

/** A table of plans by sex, of one area and year. */
export function plansBySex(
  counts: Readonly<Record<string, number | undefined>>,
  id = 'plans-by-sex'
): RawTable {
  return {
    id,
    cube: 'plans',
    dimensions: ['sex'],
    rows: Object.entries(counts).map(([sex, value]) => ({ members: [sex], value }))
  };
}

/** `male: 4` of each shown count by its first member, `c` where it is withheld. */
export function shownIn({ tables }: Pick<Bundle, 'tables'>, table = 0): Record<string, number | string> {
  return Object.fromEntries(
    (tables[table]?.observations ?? []).map(({ area, members, cell }) => [
      members[0] ?? area,
      cell.kind === 'known' ? cell.value : cell.reason === 'withheld' ? 'c' : cell.reason
    ])
  );
}

/** Bundles of a few rows, for the rules that know the field. */
import { readFileSync } from 'node:fs';
import { Cube } from '#lib/domain/cube.ts';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import type { BundleManifest } from '#lib/domain/bundle.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { checkField, type FieldContext } from '#lib/sources/rules/rules.ts';

function cubeOf(id: string): Cube {
  const data: unknown = JSON.parse(readFileSync(`data/cubes/${id}.json`, 'utf8'));
  return Cube.parse(data);
}

/** `c` is withheld, `x` is not available; two numbers are n of N. */
type Figure = number | 'c' | 'x' | readonly [number, number];

/** Area, period, measure, members and figure, parted by spaces; the figure apart. */
export type Row = readonly [string, Figure];

export interface Given {
  readonly cube: string;
  readonly dimensions?: readonly string[];
  readonly rows: readonly Row[];
  readonly title?: string;
  readonly source?: string;
}

function cellOf(figure: number | 'c' | 'x'): Cell {
  return typeof figure === 'number' ? known(figure) : missing(figure === 'c' ? 'withheld' : 'notAvailable');
}

function observationOf([key, figure]: Row): Observation {
  const [area = '', period = '', measure = '', ...members] = key.split(' ');
  if (typeof figure === 'number' || typeof figure === 'string')
    return { area, period, measure, members, cell: cellOf(figure) };
  return { area, period, measure, members, cell: known(figure[0]), of: known(figure[1]) };
}

const QUARTERS: readonly Period[] = [2023, 2024].flatMap((year) =>
  [
    [`${year - 1}-04-01`, `${year - 1}-06-30`],
    [`${year - 1}-07-01`, `${year - 1}-09-30`],
    [`${year - 1}-10-01`, `${year - 1}-12-31`],
    [`${year}-01-01`, `${year}-03-31`]
  ].map(([start = '', end = ''], at): Period => ({
    id: `${year}Q${at + 1}`,
    kind: 'quarter',
    start,
    end,
    label: `quarter ${at + 1} of ${year}`
  }))
);

const PERIODS: readonly Period[] = [
  ...[2018, 2019, 2020, 2021, 2022, 2023, 2024, 2031].map(reportingYear),
  ...QUARTERS,
  { id: 'mid2023', kind: 'date', start: '2023-06-30', end: '2023-06-30', label: 'mid-2023' },
  { id: 'calendar2023', kind: 'year', start: '2023-01-01', end: '2023-12-31', label: 'calendar year 2023' },
  { id: 'pool2224', kind: 'pooled', start: '2021-04-01', end: '2024-03-31', label: 'three years to 2024' }
];

const area = (id: string, more: Partial<Area> = {}): Area => ({
  id,
  slug: id,
  kind: 'authority',
  name: id,
  codes: [],
  ...more
});

export const MANIFEST: BundleManifest = {
  id: 'field',
  title: 'Field',
  publisher: 'Nobody',
  audience: 'restricted',
  protected: 'no',
  protection: 'none',
  licence: 'none',
  sources: [{ id: 's', publisher: 'Nobody', title: 'Counts', edition: 'one', vintage: '1', licence: 'none' }],
  areas: [
    area('town'),
    area('north', { parent: 'town' }),
    area('late', { from: 2023 }),
    area('gone', { to: 2021 })
  ],
  periods: [...PERIODS],
  tiers: [
    {
      id: 'inneed',
      name: 'In need',
      order: 0,
      place: 'above',
      statutory: true,
      contains: ['cinplan', 'cpplan']
    },
    { id: 'cinplan', name: 'CIN', order: 1, place: 'rung', statutory: true },
    { id: 'cpplan', name: 'CP', order: 2, place: 'rung', statutory: true }
  ],
  agencies: [],
  categories: [],
  ageBands: [],
  tables: [],
  notes: [],
  terms: { board: 'board', assessment: 'assessment', tool: 'tool' }
};

export function fieldBundle(given: readonly Given[], more: Partial<BundleManifest> = {}): Bundle {
  const tables = given.map(({ cube, dimensions = [], rows, title = 'Table', source = 's' }, at) => ({
    table: {
      id: `t${at}`,
      file: `cubes/t${at}.csv`,
      cube,
      source,
      title,
      dimensions: [...dimensions]
    },
    cube: cubeOf(cube),
    observations: rows.map(observationOf)
  }));
  return {
    manifest: { ...MANIFEST, ...more, tables: tables.map(({ table }) => table) },
    cubes: new Map(tables.map(({ cube }) => [cube.id, cube])),
    tables,
    registers: {}
  };
}

const CONTEXT: FieldContext = { today: '2026-11-22' };

export function problemsOf(
  given: readonly Given[],
  more: Partial<BundleManifest> = {},
  context: Partial<FieldContext> = {}
): readonly Problem[] {
  return checkField(fieldBundle(given, more), { ...CONTEXT, ...context });
}

/** The ids of rules that a bundle breaks, each once. */
export function rulesOf(...given: Parameters<typeof problemsOf>): readonly string[] {
  return [...new Set(problemsOf(...given).map(({ rule }) => rule))];
}

/** The whole demonstration, raw: every figure a count of the same made-up children. */
import type { Table } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle, BundleTable } from '#lib/sources/bundle.ts';
import { auditedIn, type Audited } from './audited.ts';
import { assuranceTables, knownChildren, type KnownChildren } from './assurance.ts';
import { contextRows } from './context.ts';
import { lifeIn } from './live.ts';
import { manifestOf } from './manifest.ts';
import { addAuthority, nationalTables, Sums } from './national.ts';
import { localRows, ownRows, OWN_TABLES } from './own.ts';
import { COUNTRY, LARGE, MIDDLE, OTHERS, OWN, SMALL } from './places.ts';
import { populationByAge, populationBySex, populationRows } from './population.ts';
import { profileOf } from './profiles.ts';
import { registersOf } from './registers.ts';
import { OLDER_CUT, USUAL_CUT } from './age-cuts.ts';
import { NATIONAL_SOURCE, OWN_SOURCE, type OwnSketch, type Sketch } from './tables.ts';

export interface Making {
  readonly seed: number;
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Of these authorities alone, for a quick look; the country is then made of whichever others there are. */
  readonly only?: readonly string[];
  /** Told before each authority; may return a promise, so that other work can go on. */
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

interface OwnTable {
  readonly sketch: OwnSketch;
  readonly rows: Observation[];
}

type Rest = Pick<Table, 'id' | 'cube' | 'title' | 'dimensions'> & { readonly code?: string };

/** Raw aggregates of the demonstration; the same seed gives the same. */
export async function madeDemo({ seed, cubes, only, onProgress }: Making): Promise<Bundle> {
  const national = nationalTables();
  const sums = new Sums();
  const own = OWN_TABLES.map((sketch): OwnTable => ({ sketch, rows: [] }));
  const children = new Map<string, NonNullable<ReturnType<KnownChildren['get']>>>();
  let audited: Audited | undefined;
  const authorities = [...Object.keys(OWN), ...Object.keys(OTHERS)].filter(
    (id) => only?.includes(id) ?? true
  );
  for (const [done, area] of authorities.entries()) {
    await onProgress?.(done, authorities.length);
    const life = lifeIn(profileOf(area, seed), seed);
    addAuthority(national, sums, area, life);
    if (OWN[area] === undefined) continue;
    for (const [place, counts] of knownChildren(area, life)) children.set(place, counts);
    for (const { sketch, rows } of own)
      rows.push(...ownRows(sketch, area, life), ...localRows(sketch, area, life));
    audited ??= auditedIn(area, life, seed);
  }
  const table = (
    source: string,
    { id, cube, title, dimensions, code }: Rest,
    rows: readonly Observation[]
  ) => {
    const defined = cubes.get(cube);
    if (!defined) throw new Error(`no cube “${cube}”`);
    const declared = { id, file: `cubes/${id}.csv`, cube, source, title, dimensions };
    return {
      table: code === undefined ? declared : { ...declared, code },
      cube: defined,
      observations: rows
    } satisfies BundleTable;
  };
  const tables = [
    table(
      NATIONAL_SOURCE,
      { id: 'population', cube: 'population', title: 'Children aged 0 to 17', dimensions: [] },
      populationRows()
    ),
    table(
      NATIONAL_SOURCE,
      { id: 'population-age', cube: 'population', title: 'Children by age', dimensions: ['age'] },
      populationByAge(USUAL_CUT, [LARGE, SMALL, COUNTRY])
    ),
    table(
      NATIONAL_SOURCE,
      {
        id: 'population-older',
        cube: 'population',
        title: 'Children by age, those of 7 to 15 told apart',
        dimensions: ['age']
      },
      populationByAge(OLDER_CUT, [MIDDLE, COUNTRY])
    ),
    table(
      NATIONAL_SOURCE,
      { id: 'population-sex', cube: 'population', title: 'Children by sex', dimensions: ['sex'] },
      populationBySex([LARGE, COUNTRY])
    ),
    ...national.map((each) =>
      table(NATIONAL_SOURCE, plain(each.sketch), [...each.rows, ...sums.rowsOf(each)])
    ),
    ...own.map(({ sketch, rows }) => table(OWN_SOURCE, plain(sketch), rows)),
    ...assuranceTables(seed, children, audited).map(({ rows, ...rest }) => table(OWN_SOURCE, rest, rows)),
    table(
      OWN_SOURCE,
      {
        id: 'context',
        cube: 'context',
        title: 'Context from surveys and statistics',
        dimensions: ['topic', 'age']
      },
      contextRows()
    )
  ];
  return {
    manifest: manifestOf(seed, tables),
    cubes: new Map(tables.map(({ cube }) => [cube.id, cube])),
    tables,
    registers: registersOf()
  };
}

const plain = ({ id, cube, title, dimensions, code }: Sketch): Rest =>
  code === undefined ? { id, cube, title, dimensions } : { id, cube, title, dimensions, code };

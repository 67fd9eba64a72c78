import type { Table } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { type Problem, ProblemsError } from '#lib/domain/problem.ts';
import type { Bundle, BundleTable } from './bundle.ts';
import { areasOf, codeBook, type CodeBook } from './dfe-areas.ts';
import type { GeographyChanges } from './dfe-changes.ts';
import { duplicateRows, mixedReleases, unplacedRows, vintageOf } from './dfe-checks.ts';
import { missingRows } from './dfe-coverage.ts';
import { openFile, problem, type RawFile } from './dfe-file.ts';
import { firstFew } from './dfe-grouping.ts';
import { areasToLookAt, swappedPlaces } from './dfe-identity.ts';
import {
  agesTable,
  dfeSourceId,
  periodsOf,
  populationTable,
  type ReleaseFacts,
  sourcesOf,
  standingParts
} from './dfe-manifest.ts';
import { type Neighbours, readNeighbours } from './dfe-neighbours.ts';
import { notesOf } from './dfe-notes.ts';
import { observationsOf, UnknownValues } from './dfe-observations.ts';
import type { Made } from './dfe-origin.ts';
import { agesObservations, chooseAges } from './dfe-population-ages.ts';
import { choosePopulation, populationObservations, unestimated } from './dfe-population-table.ts';
import { openRelease, type Release } from './dfe-release.ts';
import { type ImportReport, noCsv, reportOf } from './dfe-report.ts';
import { DFE_TABLES } from './dfe-tables.ts';

export interface ImportInput {
  /** Every CSV file of the release's folder. */
  readonly files: readonly RawFile[];
  /** Names of what else is in the folder. */
  readonly others?: readonly string[];
  readonly neighbours?: RawFile;
  readonly population?: RawFile;
  /** ONS estimates by single year of age, for rates at each age. */
  readonly ages?: RawFile;
  /** A later release that is known to exist, in words. */
  readonly newer?: string;
  readonly changes: GeographyChanges;
  readonly cubes: ReadonlyMap<string, Cube>;
}

/**
 * Reads a “Children in need” release into a bundle, with a report of what was read, not found and unknown.
 * @throws {ProblemsError} with everything that keeps the release from being used.
 */
export function importDfe(input: ImportInput): Made & { readonly report: ImportReport } {
  const release = openRelease(input.files);
  const codes = codeBook([...release.tables.flatMap((table) => table.rows), ...populationRows(release)]);
  const vintage = vintageOf(release.tables);
  const chosen = choosePopulation(release, input.population, vintage);
  const aged = chooseAges(release, input.ages, chosen);
  const problems = [
    ...release.problems,
    ...(vintage === undefined && release.problems.length === 0 ? [noRelease(input)] : []),
    ...mixedReleases(release.tables),
    ...release.tables.flatMap((table) => [...duplicateRows(table, codes), ...unplacedRows(table, codes)]),
    ...missingRows(release.tables, chosen, codes),
    ...unestimated(chosen, release.tables, codes),
    ...chosen.problems,
    ...(aged.file === chosen.file ? [] : [...unestimated(aged, release.tables, codes), ...aged.problems])
  ];
  const rows = release.tables.flatMap((table) => table.rows);
  problems.push(...swappedPlaces([...rows, ...chosen.rows]));
  const sightings = [
    ...chosen.rows.map((row) => ({ row, year: row.year + 1 })),
    ...rows.map((row) => ({ row, year: row.year }))
  ];
  const areas = vintage === undefined ? [] : areasOf(sightings, codes, input.changes);
  problems.push(...areasToLookAt(areas, rows, input.changes));
  const model = input.neighbours && modelOf(input.neighbours.name);
  const neighbours =
    input.neighbours && neighboursOf(input.neighbours, new Set(areas.map(({ id }) => id)), model ?? '');
  problems.push(...(neighbours?.problems ?? []), ...(input.neighbours ? undatedModel(input.neighbours) : []));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (vintage === undefined || errors.length > 0) {
    throw new ProblemsError('the release cannot be imported', errors);
  }

  const unknown = new UnknownValues();
  const population = populationObservations(chosen, codes, areas, unknown);
  const mids = [...new Set(population.map(({ period }) => Number(period.slice(3))))].toSorted();
  const ages = agesObservations(aged, areas, population, input.cubes.get('population'));
  const midsOfAges = [...new Set(ages.observations.map(({ period }) => Number(period.slice(3))))].toSorted();
  const facts: ReleaseFacts = {
    vintage,
    mids,
    agedMids: midsOfAges,
    ...(model === undefined ? {} : { neighboursModel: model }),
    ...(input.newer === undefined ? {} : { newer: input.newer })
  };
  const tables = [
    ...(population.length > 0 ? [withCube(populationTable(facts), population, input.cubes)] : []),
    ...(ages.observations.length > 0 ? [withCube(agesTable(facts), ages.observations, input.cubes)] : []),
    ...tablesOf(release, facts, codes, unknown, input.cubes)
  ];
  const years = [...new Set(release.tables.flatMap((table) => table.rows.map((row) => row.year)))].toSorted();
  const declared = tables.map(({ table }) => table);
  const observations = new Map(tables.map(({ table, observations: own }) => [table.id, own]));
  const warnings = [...problems, ...ages.problems].filter(({ severity }) => severity === 'warning');
  const bundle: Bundle = {
    manifest: {
      id: `published-${vintage}`,
      title: `Published figures on children in need, reporting year ${vintage}`,
      publisher: 'Department for Education',
      ...standingParts(),
      sources: sourcesOf(facts),
      areas,
      periods: periodsOf(years, [...new Set([...mids, ...midsOfAges])].toSorted()),
      tables: declared,
      notes: notesOf({ areas, tables: declared, observations, facts: input.changes })
    },
    cubes: new Map(tables.map(({ cube }) => [cube.id, cube])),
    tables,
    registers: neighbours ? { neighbours: neighbours.rows } : {}
  };
  return {
    bundle,
    tables: release.tables,
    chosen,
    aged,
    codes,
    report: reportOf({
      release,
      chosen,
      aged,
      agedMids: midsOfAges,
      mids,
      vintage,
      years,
      bundle,
      neighbours,
      unknown: unknown.all(),
      warnings,
      others: input.others ?? []
    })
  };
}

function noRelease({ files, others = [] }: ImportInput): Problem {
  const near = others.map(noCsv).filter((words) => words.includes(';'));
  const instead = near.length === 0 ? '' : `, but ${firstFew(near)}`;
  const message =
    files.length === 0
      ? `the folder has no CSV file${instead}`
      : `none of the files is a table of a “Children in need” release${instead}`;
  return problem(
    'folder',
    'no-release',
    message,
    'Give the folder of CSV files of one release from Explore Education Statistics'
  );
}

function populationRows(release: Release) {
  return release.populations.flatMap(({ population }) =>
    population.counts.flatMap(({ place }) => ('file' in place ? [place] : []))
  );
}

const UNDATED = 'undated';

/** The year of the model, from the name of its file. */
function modelOf(name: string): string {
  return /20\d{2}/.exec(name)?.[0] ?? UNDATED;
}

function undatedModel({ name }: RawFile): Problem[] {
  if (modelOf(name) !== UNDATED) return [];
  const message = 'the name of the file has no year, so the model of neighbours has no date';
  const remedy = 'Name the file after the year of the model, such as “statistical_neighbours_2025.csv”';
  return [{ ...problem(name, 'neighbours-year', message, remedy), severity: 'warning' }];
}

function neighboursOf(raw: RawFile, areas: ReadonlySet<string>, model: string): Neighbours {
  const { open, problems } = openFile(raw);
  return open ? readNeighbours(open, areas, model) : { file: raw.name, rows: [], problems, unknown: [] };
}

function withCube(
  table: Table,
  observations: readonly Observation[],
  cubes: ReadonlyMap<string, Cube>
): BundleTable {
  const cube = cubes.get(table.cube);
  if (cube === undefined) throw new Error(`no cube is defined as ${table.cube}`);
  return { table, cube, observations };
}

function tablesOf(
  release: Release,
  facts: ReleaseFacts,
  codes: CodeBook,
  unknown: UnknownValues,
  cubes: ReadonlyMap<string, Cube>
): BundleTable[] {
  return DFE_TABLES.flatMap((dfe) => {
    const read = release.tables.find((table) => table.dfe === dfe);
    if (read === undefined) return [];
    return dfe.outputs.flatMap((output) => {
      const observations = observationsOf(read, output, codes, unknown);
      const { id, cube, title, dimensions } = output;
      const table: Table = {
        id,
        file: `cubes/${id}.csv`,
        cube,
        source: dfeSourceId(facts),
        title,
        code: dfe.code,
        dimensions: [...dimensions]
      };
      return observations.length === 0 ? [] : [withCube(table, observations, cubes)];
    });
  });
}

/** What a page is told of a draft: never more than it shows. */
import { isKnown, SHORTHAND, type Cell } from '#lib/domain/cell.ts';
import { InconsistentCellsError, NoSafeSetError } from '#lib/disclosure/protect-error.ts';
import { tableColumns, type Bundle, type BundleFiles } from '#lib/sources/bundle.ts';
import { LeaksLeft, type ProtectedRelease } from '#lib/sources/bundle-protected.ts';
import { memberCalled } from '#lib/sources/called.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { SumsDoNotAddUp } from '#lib/sources/bundle-wrong-sums.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import type { ReadGiven } from '#lib/sources/given/read-given.ts';
import type {
  DraftResults,
  DraftRows,
  NoRelease,
  ReadBundle,
  SafeRelease,
  TableResult
} from './draft-messages.ts';

/** Rows of a table that are shown at a time. */
export const ROWS_SHOWN = 50;

/** Problems beyond these are told without a look at their rows. */
const PREVIEWS = 200;

/** What was found in files that were read, whether or not a bundle came of them. */
export function foundOf({
  problems,
  previews,
  recognised
}: ReadGiven): Pick<DraftResults['read'], 'problems' | 'previews' | 'recognised'> {
  return {
    problems,
    previews: previews(PREVIEWS),
    recognised: recognised.filter(({ from, name }) => plain(from) !== plain(name))
  };
}

/** A name that is written as it is called was read as it was written. */
const plain = (text: string) => text.trim().toLowerCase();

/** What is told of a bundle that was read: its names and sizes, and none of its counts. */
export function readOf({ manifest, cubes, tables, releases = [] }: Bundle): ReadBundle {
  return {
    manifest,
    cubes: [...cubes.values()],
    rows: Object.fromEntries(tables.map(({ table, observations }) => [table.id, observations.length])),
    figures: tables.flatMap(({ observations }) => figuresOf(observations)).length,
    areas: [...new Set(tables.flatMap(({ observations }) => observations.map(({ area }) => area)))],
    releases: releases.map(({ id, bundle }) => `${bundle.manifest.title} (${id})`)
  };
}

/** What is shown or withheld, the N of n of N counted too: as the statement of a release counts. */
function figuresOf(observations: Bundle['tables'][number]['observations']): Cell[] {
  return observations
    .flatMap(({ cell, of }) => (of === undefined ? [cell] : [cell, of]))
    .filter((cell) => isKnown(cell) || cell.reason === 'withheld');
}

/** What is told of the official figures that a draft is held against. */
export function officialOf({
  manifest,
  cubes,
  tables
}: Bundle): NonNullable<DraftResults['read']['official']> {
  const present = new Set(tables.flatMap(({ observations }) => observations.map(({ area }) => area)));
  return {
    manifest,
    cubes: [...cubes.values()],
    areas: manifest.areas.filter(({ id }) => present.has(id)).map(({ name }) => name)
  };
}

/** The columns of every table, as a sheet calls them. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  area: 'Area',
  period: 'Period',
  measure: 'What is counted',
  value: 'Figure',
  of: 'Out of'
};

/** Rows of a table from one on, with names for ids. @throws where there is no such table */
export function rowsOf({ tables, manifest }: Bundle, id: string, from: number): DraftRows {
  const found = tables.find(({ table }) => table.id === id);
  if (found === undefined) throw new Error(`there is no table “${id}”`);
  const { table, cube, observations } = found;
  const names = new Map([
    ...manifest.areas.map((area) => [area.id, area.name] as const),
    ...manifest.periods.map((period) => [period.id, period.label] as const)
  ]);
  const measures = new Map(cube.measures.map(({ id, name }) => [id, name]));
  const dimensions = new Map(cube.dimensions.map((dimension) => [dimension.id, dimension]));
  const named = (word: string) => names.get(word) ?? word;
  const shown = (cell: Cell) => (isKnown(cell) ? String(cell.value) : SHORTHAND[cell.reason]);
  return {
    columns: tableColumns(cube, table.dimensions)
      .filter((name) => !/status|flags/.test(name))
      .map((name) => dimensions.get(name)?.name ?? COLUMN_WORDS[name] ?? name),
    rows: observations
      .slice(from, from + ROWS_SHOWN)
      .map(({ area, period, measure, members, cell, of }) => [
        named(area),
        named(period),
        measures.get(measure) ?? measure,
        ...members.map((member, at) =>
          memberCalled(dimensions.get(table.dimensions[at] ?? ''), member, manifest)
        ),
        shown(cell),
        ...(of === undefined ? [] : [shown(of)])
      ]),
    of: observations.length
  };
}

/** A release that was protected and found safe, with the words that go with it. */
export function safeRelease(
  { bundle, hash, summary, givenAway, untrue, warnings }: ProtectedRelease,
  words: BundleFiles
): SafeRelease {
  return {
    outcome: 'safe',
    zip: writeZip(new Map([...words, ...writeBundle(bundle)])),
    manifest: bundle.manifest,
    hash,
    summary,
    tables: bundle.tables.map(({ table, observations }): TableResult => ({
      table: { id: table.id, title: table.title },
      cells: figuresOf(observations).length,
      withheld: figuresOf(observations).filter((cell) => !isKnown(cell)).length
    })),
    givenAway,
    untrue,
    warnings
  };
}

/** What stands in the way of a release. Anything else that went wrong is thrown on. */
export function refusalOf(problem: unknown): NoRelease {
  if (problem instanceof NoSafeSetError)
    return { outcome: 'no safe set', cells: problem.cells, keep: problem.keep };
  if (problem instanceof LeaksLeft) return { outcome: 'leaks', audit: problem.audit };
  if (problem instanceof InconsistentCellsError || problem instanceof SumsDoNotAddUp)
    return { outcome: 'contradiction', message: problem.message };
  throw problem;
}

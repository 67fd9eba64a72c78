import { describeProblem, type Problem } from '#lib/domain/problem.ts';
import type { Bundle } from './bundle.ts';
import { count, groupProblems, unknownInWords } from './dfe-grouping.ts';
import { lackingIn } from './dfe-lacking.ts';
import { missingColumns, unusedColumns } from './dfe-match.ts';
import type { Neighbours } from './dfe-neighbours.ts';
import type { UnknownValue } from './dfe-observations.ts';
import type { ChosenAges } from './dfe-population-ages.ts';
import type { ChosenPopulation } from './dfe-population-table.ts';
import type { Release } from './dfe-release.ts';
import { DFE_TABLES } from './dfe-tables.ts';

/** What an import read, what it did not find and what it did not know. Shown, and kept nowhere. */
export interface ImportReport {
  readonly vintage: string;
  readonly areas: number;
  readonly periods: readonly string[];
  /** What the views will lack. */
  readonly lacking: readonly string[];
  readonly read: readonly {
    readonly file: string;
    readonly code: string;
    readonly tables: readonly { readonly id: string; readonly cells: number }[];
    readonly rows: number;
    readonly leftOut: number;
    readonly unusedColumns: readonly string[];
  }[];
  readonly population: string;
  readonly ages: string;
  readonly neighbours: string;
  readonly notFound: readonly string[];
  readonly notUsed: readonly string[];
  readonly unknown: readonly UnknownValue[];
  readonly warnings: readonly Problem[];
}

/** What an import knows when it has ended. */
export interface ImportOutcome {
  readonly release: Release;
  readonly chosen: ChosenPopulation;
  readonly aged: ChosenAges;
  /** Mid-years of the estimates by age that were read. */
  readonly agedMids: readonly number[];
  readonly mids: readonly number[];
  readonly vintage: number;
  readonly years: readonly number[];
  readonly bundle: Bundle;
  readonly neighbours: Neighbours | undefined;
  readonly unknown: readonly UnknownValue[];
  readonly warnings: readonly Problem[];
  /** Files of the folder that are no CSV. */
  readonly others: readonly string[];
}

/** Whether anything was lost or needs a look before the bundle is used. */
export function hasLosses({ lacking, unknown, warnings }: ImportReport): boolean {
  return lacking.length + unknown.length + warnings.length > 0;
}

export function reportOf(outcome: ImportOutcome): ImportReport {
  const { release, chosen, mids, vintage, years, bundle, neighbours, unknown, warnings, others } = outcome;
  const { aged, agedMids } = outcome;
  const cells = new Map(bundle.tables.map(({ table, observations }) => [table.id, observations.length]));
  return {
    vintage: String(vintage),
    areas: bundle.manifest.areas.length,
    periods: years.map(String),
    lacking: lackingIn(release, mids, years, unknown),
    read: release.tables.map((table) => ({
      file: table.file.name,
      code: table.dfe.code,
      rows: table.rows.length,
      leftOut: table.leftOut,
      tables: table.dfe.outputs.map(({ id }) => ({ id, cells: cells.get(id) ?? 0 })),
      unusedColumns: unusedColumns(table.file, table.frame, table.dfe)
    })),
    population: populationInWords(chosen, mids),
    ages: agesInWords(aged, agedMids),
    neighbours: neighboursInWords(neighbours),
    notFound: notFound(release, mids, years),
    notUsed: [...notUsed(release, chosen, aged), ...others.map(noCsv)],
    unknown: unknown.filter(({ value }) => value.trim() !== ''),
    warnings: groupProblems(warnings)
  };
}

/** The report in words, one line a thing. */
export function reportInWords(report: ImportReport): string {
  return [
    ...opening(report),
    `Children in need, reporting year ${report.vintage}: ${report.areas} areas, ${report.periods[0] ?? ''} to ${report.periods.at(-1) ?? ''}.`,
    '',
    'Read:',
    ...report.read.map(
      ({ file, code, tables, rows, leftOut, unusedColumns }) =>
        `  ${code}  ${file}: ${count(rows)} rows → ${tables.map(({ id, cells }) => `${id} (${count(cells)})`).join(', ')}` +
        (leftOut > 0 ? `; ${count(leftOut)} rows left out` : '') +
        (unusedColumns.length > 0 ? `; not used: ${unusedColumns.join(', ')}` : '')
    ),
    `  Population: ${report.population}`,
    `  Population by age: ${report.ages}`,
    `  Statistical neighbours: ${report.neighbours}`,
    ...section('Not found:', report.notFound),
    ...section('Files not used:', report.notUsed),
    ...section('Unknown (left out, so “not supplied”):', unknownInWords(report.unknown)),
    ...section('Look at:', report.warnings.map(describeProblem))
  ].join('\n');
}

function opening(report: ImportReport): string[] {
  if (!hasLosses(report)) return [];
  const { lacking, warnings } = report;
  const look = warnings.length === 0 ? '' : ` ${count(warnings.length)} to look at, named at the end.`;
  if (lacking.length === 0) return [`Imported.${look}`, ''];
  return [`Imported with losses.${look} The views will lack:`, ...lacking.map((line) => `  ${line}`), ''];
}

/** Why a file that is no CSV was not read, and what would make it readable. */
export function noCsv(name: string): string {
  if (/\.zip$/i.test(name)) return `${name}: a zip; unzip it first`;
  if (/\.csv\.\w+$/i.test(name)) return `${name}: its name does not end in .csv; rename it`;
  if (/\.(xlsx?|ods)$/i.test(name)) return `${name}: a workbook; only CSV files are read`;
  return `${name}: not a CSV file`;
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  nothing'] : lines.map((line) => `  ${line}`))];
}

function populationInWords(chosen: ChosenPopulation, mids: readonly number[]): string {
  return chosen.file === undefined
    ? 'none given and none in the release'
    : `${chosen.file}, mid-${mids[0] ?? ''} to mid-${mids.at(-1) ?? ''}`;
}

function agesInWords({ file }: ChosenAges, mids: readonly number[]): string {
  if (file === undefined) return 'none given (--ages), so no rates at each age';
  return mids.length === 0
    ? `${file}: of no area and date of the release`
    : `${file}, ${mids.map((year) => `mid-${year}`).join(', ')}`;
}

function neighboursInWords(neighbours: Neighbours | undefined): string {
  if (neighbours === undefined) return 'none given (--neighbours)';
  const areas = new Set(neighbours.rows.map(({ area }) => area)).size;
  const left = neighbours.unknown.length > 0 ? `; not in the release: ${neighbours.unknown.join(', ')}` : '';
  return `${neighbours.file}, ${areas} authorities${left}`;
}

function notFound(release: Release, mids: readonly number[], years: readonly number[]): string[] {
  const without = years.filter((year) => !mids.includes(year - 1));
  return [
    ...DFE_TABLES.filter((dfe) => !release.tables.some((table) => table.dfe === dfe)).map(
      (dfe) => `table ${dfe.code}, “${dfe.title}” (${dfe.outputs.map(({ id }) => id).join(', ')})`
    ),
    ...release.tables.flatMap((table) =>
      table.dfe.outputs.flatMap((output) => {
        const names = missingColumns(table.file, table.dfe, output).map((spec) => spec.spellings[0] ?? '');
        const where = `of table ${table.dfe.code}: ${names.join(', ')} (${table.file.name}, for ${output.id})`;
        return names.length === 0
          ? []
          : [`${names.length === 1 ? 'column' : `${names.length} columns`} ${where}`];
      })
    ),
    ...(mids.length === 0 ? ['population estimates: no rate per 10,000 can be worked out'] : []),
    ...(mids.length > 0 && without.length > 0
      ? [`population estimates for the rates of ${without.join(', ')} (each uses the mid-year before)`]
      : [])
  ];
}

function notUsed(release: Release, chosen: ChosenPopulation, aged: ChosenAges): string[] {
  return [
    ...release.unused.map((name) => `${name}: no table here is filled from it`),
    ...release.foreign.map((name) => `${name}: not a table of the release`),
    ...release.populations
      .filter(({ file }) => file.name !== chosen.file && file.name !== aged.file)
      .map(({ file }) => `${file.name}: another population file was given`)
  ];
}

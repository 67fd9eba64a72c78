/** The Department for Education’s own release, given as it is downloaded. */
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import { writeBundle } from '../bundle-write.ts';
import { GeographyChanges } from '../dfe-changes.ts';
import { groupProblems } from '../dfe-grouping.ts';
import { importDfe } from '../dfe-import.ts';
import { atOrigin } from '../dfe-origin.ts';
import { fold } from './spelling.ts';
import type { BundleFiles } from '../bundle.ts';
import type { KnownFile } from './unpack.ts';
import changes from '../../../../data/geography/changes.json' with { type: 'json' };

/** Whether a header is that of a table of Explore Education Statistics. */
export function isDfeHeader(header: readonly string[]): boolean {
  const names = new Set(header.map(fold));
  return names.has('time period') && names.has('geographic level');
}

/** Whether a header is that of the list of statistical neighbours. */
export function isNeighboursHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => fold(name).replaceAll(' ', '')));
  return names.has('sn1') && names.has('sn1p');
}

export interface DfeGiven {
  readonly files: BundleFiles;
  readonly problems: readonly Problem[];
  readonly placed: (problem: Problem) => Problem;
}

/** A release as a bundle; without files where it cannot be used. */
export function dfeFiles(
  files: readonly KnownFile[],
  neighbours: KnownFile | undefined,
  cubes: ReadonlyMap<string, Cube>
): DfeGiven {
  const raw = ({ path, content }: KnownFile) => ({ name: path, bytes: content });
  const tables = files.filter(
    (file) => file.kind === 'csv' && file !== neighbours && /\.csv$/i.test(file.path)
  );
  try {
    const { report, ...made } = importDfe({
      files: tables.map(raw),
      others: files.filter((file) => !tables.includes(file) && file !== neighbours).map(({ path }) => path),
      ...(neighbours === undefined ? {} : { neighbours: raw(neighbours) }),
      changes: GeographyChanges.parse(changes),
      cubes
    });
    return {
      files: writeBundle(made.bundle),
      problems: report.warnings,
      placed: (problem) => atOrigin([problem], made)[0] ?? problem
    };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { files: new Map(), problems: groupProblems(error.problems), placed: (problem) => problem };
  }
}

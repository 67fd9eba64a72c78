import { ProblemsError } from '#lib/domain/problem.ts';
import { readBundle } from './bundle-read.ts';
import { writeBundle } from './bundle-write.ts';
import { groupProblems } from './dfe-grouping.ts';
import { importDfe, type ImportInput } from './dfe-import.ts';
import { atOrigin } from './dfe-origin.ts';
import { readmeOf } from './dfe-readme.ts';
import type { ImportReport } from './dfe-report.ts';

/**
 * Imports a release and holds the bundle to every check of a bundle. Returns its files and the report, in which what the
 * checks found stands with its place in the release.
 * @throws {ProblemsError} with everything that keeps the release from being used.
 */
export function importChecked(input: ImportInput): {
  readonly files: Map<string, string>;
  readonly report: ImportReport;
} {
  const { report, ...made } = importDfe(input);
  const files = writeBundle(made.bundle).set('README.md', readmeOf(made.bundle.manifest));
  const found = groupProblems(atOrigin(readBundle(files, input.cubes).problems, made));
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError('figures of the release contradict each other', errors);
  return { files, report: { ...report, warnings: [...report.warnings, ...found] } };
}

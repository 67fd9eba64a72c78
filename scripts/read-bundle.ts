/** Bundles as a command is given them: a folder, or a zip of one. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import type { Bundle, BundleFiles } from '#lib/sources/bundle.ts';
import { readBundle, tidyFiles } from '#lib/sources/bundle-read.ts';
import { readZip } from '#lib/sources/bundle-zip.ts';
import { readBundleFolder, systemErrorInWords } from './bundle-folder.ts';
import { Misuse } from './say-stop.ts';

/** The official figures that come with the project. */
export const PUBLISHED = 'data/published';

export interface BundleOnDisk {
  readonly bundle: Bundle;
  /** By path, as they were found. */
  readonly files: BundleFiles;
  /** What is worth knowing; files are named from where the command runs. */
  readonly warnings: readonly Problem[];
}

/**
 * A bundle from a folder or a zip.
 * @throws {ProblemsError} with every error in it; Error where there is nothing to read.
 */
export async function readBundleAt(path: string, cubes: ReadonlyMap<string, Cube>): Promise<BundleOnDisk> {
  const files = tidyFiles(/\.zip$/i.test(path) ? await filesOfZip(path) : await readBundleFolder(path));
  const { bundle, problems } = readBundle(files, cubes);
  const placed = problems.map((problem) => ({ ...problem, file: `${path}/${problem.file}` }));
  if (!bundle)
    throw new ProblemsError(
      `${path} cannot be used:`,
      placed.filter(({ severity }) => severity === 'error')
    );
  return { bundle, files, warnings: placed.filter(({ severity }) => severity === 'warning') };
}

async function filesOfZip(path: string): Promise<BundleFiles> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const words = isMissing ? `there is no file ${path}` : systemErrorInWords(error, path);
    throw words === undefined ? error : new Error(words, { cause: error });
  });
  const { files, problems } = readZip(bytes, path);
  if (problems.length > 0) throw new ProblemsError(`${path} cannot be used:`, problems);
  return files;
}

/**
 * The official figures to hold a bundle against: those named, else the project’s own.
 * @throws {Misuse} where some are named and none are wanted.
 */
export function officialPaths(values: {
  readonly official?: readonly string[] | undefined;
  readonly 'no-official': boolean;
}): readonly string[] {
  if (values['no-official'] && values.official !== undefined)
    throw new Misuse('--official and --no-official were both given: keep one');
  if (values['no-official']) return [];
  return values.official ?? (existsSync(PUBLISHED) ? [PUBLISHED] : []);
}

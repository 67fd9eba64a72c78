/** Bundles as a command is given them: a folder, a zip, a workbook, CSVs. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Area } from '#lib/domain/area.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import type { Bundle, BundleFiles } from '#lib/sources/bundle.ts';
import { z } from '#lib/domain/zod.ts';
import { MANIFEST } from '#lib/sources/bundle-manifest.ts';
import type { GivenFile, Recognised } from '#lib/sources/given/given.ts';
import { readGiven } from '#lib/sources/given/read-given.ts';
import { readFolder, systemErrorInWords } from './bundle-folder.ts';
import { Misuse } from './say-stop.ts';

/** The official figures that come with the project. */
export const PUBLISHED = 'data/published';

export interface BundleOnDisk {
  readonly bundle: Bundle;
  /** By path, as they were found. */
  readonly files: BundleFiles;
  /** What is worth knowing; files are named from where the command runs. */
  readonly warnings: readonly Problem[];
  /** A problem of the bundle’s files where the reader wrote what is wrong, named from where the command runs. */
  readonly placed: (problem: Problem) => Problem;
}

/**
 * A bundle from a folder, a zip, a workbook or a CSV: whatever a reader may give to the page.
 * @throws {ProblemsError} with every error in it; Error where there is nothing to read.
 */
export async function readBundleAt(path: string, cubes: ReadonlyMap<string, Cube>): Promise<BundleOnDisk> {
  const given = await givenAt(path);
  const isWhole = given.some((file) => basename(file.path) === MANIFEST || /\.zip$/i.test(file.path));
  const areas = isWhole && given.length > 1 ? [] : await officialAreas();
  const { bundle, files, ...read } = readGiven(given, { cubes, areas });
  const named = (problem: Problem) => ({ ...problem, file: placeOf(path, problem.file) });
  const placed = [...read.problems, ...spellingsRead(read.recognised)].map(named);
  if (!bundle)
    throw new ProblemsError(
      `${path} cannot be used:`,
      placed.filter(({ severity }) => severity === 'error')
    );
  return {
    bundle,
    files,
    warnings: placed.filter(({ severity }) => severity === 'warning'),
    placed: (problem) => named(read.placed(problem))
  };
}

/** A file that was given by itself is named by its path alone. */
function placeOf(path: string, file: string): string {
  if (file === '') return path;
  return file === basename(path) ||
    file.startsWith(`${basename(path)} ›`) ||
    file.startsWith(`${basename(path)},`)
    ? `${dirname(path) === '.' ? '' : `${dirname(path)}/`}${file}`
    : `${path}/${file}`;
}

async function givenAt(path: string): Promise<GivenFile[]> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => /\.(zip|xls[xmb]?|csv|tsv|txt|ods)$/i.test(path)
  );
  if (!isFile) return [...(await readFolder(path))].map(([file, content]) => ({ path: file, content }));
  const bytes = await readFile(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const words = isMissing ? `there is no file ${path}` : systemErrorInWords(error, path);
    throw words === undefined ? error : new Error(words, { cause: error });
  });
  return [{ path: basename(path), content: new Uint8Array(bytes) }];
}

const Areas = z.object({ areas: z.array(Area) });

/** The areas of the official figures that come with the project; none where they are not there. */
async function officialAreas(): Promise<readonly Area[]> {
  const text = await readFile(join(PUBLISHED, MANIFEST), 'utf8').catch(() => undefined);
  return text === undefined ? [] : Areas.parse(JSON.parse(text)).areas;
}

const SHOWN = 8;

/** One warning for each file whose words were read otherwise than they are written. */
function spellingsRead(recognised: readonly Recognised[]): Problem[] {
  const files = [...new Set(recognised.map(({ file }) => file))];
  return files.map((file): Problem => {
    const own = recognised.filter((each) => each.file === file);
    const told = own
      .slice(0, SHOWN)
      .map(({ from, to, name }) => `“${from}” as ${to === '' ? name : to === name ? to : `${to} (${name})`}`);
    const more = own.length > SHOWN ? ` and ${own.length - SHOWN} more` : '';
    return {
      severity: 'warning',
      rule: 'read-as',
      file,
      message: `it was read with ${told.join(', ')}${more}`,
      remedy: 'Look whether that is what is meant.'
    };
  });
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

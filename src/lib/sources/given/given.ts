/** Files as a reader gives them, whatever they are, as the files of one bundle: what was changed is said, never guessed. */
import type { Area } from '#lib/domain/area.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { BundleFiles } from '../bundle.ts';
import { MANIFEST } from '../bundle-manifest.ts';
import { bundleFiles, type Gathered } from './bundle-files.ts';
import { csvShape } from './csv-shape.ts';
import { dfeFiles, isDfeHeader, isNeighboursHeader } from './dfe-files.ts';
import { ownFiles } from './own-files.ts';
import type { Preview } from './placing.ts';
import { progressOver, type GivenProgress, type Say } from './progress.ts';
import type { Recognised } from './recognised.ts';
import { unpack, type GivenFile, type KnownFile } from './unpack.ts';

export type { Preview } from './placing.ts';
export type { GivenProgress } from './progress.ts';
export type { Recognised } from './recognised.ts';
export type { GivenFile } from './unpack.ts';

export interface GivenContext {
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Official areas, by which names and codes are recognised. Without any, every area that is named is the reader’s own. */
  readonly areas: readonly Area[];
  readonly onProgress?: (progress: GivenProgress) => void;
}

export interface GivenFiles {
  /** Empty where there is nothing to read on with: the problems say why. */
  readonly files: BundleFiles;
  /** At the places that the reader knows. Where one is an error, no bundle of these files may be used. */
  readonly problems: readonly Problem[];
  /** Everything that was read otherwise than it was written. */
  readonly recognised: readonly Recognised[];
  /** A problem that was found in `files`, at the place where the reader wrote it. */
  readonly placed: (problem: Problem) => Problem;
  /** The written row of a problem, with its neighbours. */
  readonly preview: (problem: Problem) => Preview | undefined;
}

/**
 * A folder, a zip, workbooks, CSVs, or a release of the Department for Education, as one bundle. Never throws on what
 * the files hold. Of a file about single people nothing is kept.
 */
export function givenBundle(given: readonly GivenFile[], context: GivenContext): GivenFiles {
  const opened = unpack(given);
  if (opened.files.length === 0) return nothing(opened.problems);
  const sizes = new Map(opened.files.map(({ path, content }) => [path, content.length]));
  const say = progressOver(sizes, context.onProgress ?? (() => {}));
  const manifests = opened.files.filter(({ path }) => isManifest(path));
  if (manifests.length > 1)
    return nothing([
      {
        severity: 'error',
        rule: 'two-bundles',
        file: manifests[1]?.path ?? '',
        message: `${manifests.length} bundles were given: there is a bundle.json in each`,
        remedy: 'Choose one of them.'
      }
    ]);
  if (manifests.length === 1) return readOf(bundleFiles(opened.files, context.cubes, say));
  return releaseOf(opened.files, context, say) ?? readOf(ownFiles(opened.files, context, say));
}

function isManifest(path: string): boolean {
  return path.split('/').at(-1) === MANIFEST && !/(^|\/)releases\/[^/]+\/bundle\.json$/.test(path);
}

function nothing(problems: readonly Problem[]): GivenFiles {
  return {
    files: new Map(),
    problems,
    recognised: [],
    placed: (problem) => problem,
    preview: () => undefined
  };
}

function readOf({ files, list, recognised, placing }: Gathered): GivenFiles {
  return {
    files,
    problems: list.all(),
    recognised,
    placed: (problem) => placing.placed(problem),
    preview: (problem) => placing.preview(problem)
  };
}

/** The bundle of the Department’s release, where that is what was given. */
function releaseOf(files: readonly KnownFile[], { cubes }: GivenContext, say: Say): GivenFiles | undefined {
  const headers = files.map((file) => ({ file, header: headerOf(file, cubes) }));
  if (!headers.some(({ header }) => isDfeHeader(header))) return undefined;
  const neighbours = headers.find(({ header }) => isNeighboursHeader(header))?.file;
  say(files[0]?.path ?? '', 0);
  const release = dfeFiles(files, neighbours, cubes);
  return { ...nothing(release.problems), files: release.files, placed: release.placed };
}

const HEAD = 50_000;

function headerOf({ kind, path, content }: KnownFile, cubes: GivenContext['cubes']): readonly string[] {
  if (kind !== 'csv') return [];
  const shape = csvShape(content.subarray(0, HEAD), path, cubes);
  return 'problem' in shape ? [] : shape.header;
}

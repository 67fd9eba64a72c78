import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { REGISTERS, type Registers } from '#lib/domain/register.ts';
import type { Bundle, BundleFiles, BundleTable } from './bundle.ts';
import { MANIFEST, readManifest, type ManifestFrame } from './bundle-manifest.ts';
import { vocabularyOf, type RoundIds } from './bundle-members.ts';
import { ProblemList } from './bundle-problem-list.ts';
import { isOfReleases, readReleases } from './bundle-releases.ts';
import { tableContext } from './bundle-row.ts';
import { readTable } from './bundle-table.ts';
import { readCsv } from './csv.ts';
import { refusePeople } from './people.ts';
import { checkSaid } from './people-said.ts';
import { readRegisters, registerPath } from './registers.ts';

export interface BundleReading {
  /** Absent where anything is an error. */
  readonly bundle?: Bundle;
  /** Errors and warnings, every place of them up to fifty of a kind in a file. */
  readonly problems: readonly Problem[];
}

const LITTER = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|~\$[^/]*)(\/|$)/;
const UNREAD = /^(commentary\/[^/]+\.md|packs\/[^/]+\.json|readme(\.\w+)?|licen[cs]e(\.\w+)?)$/i;

const KEPT_RELEASE = /(^|\/)releases\/[^/]+\/bundle\.json$/;

/**
 * Paths with `/`, without what file systems leave behind, and without the folder that a zip or a drop puts around
 * everything, where `bundle.json` is inside exactly one.
 */
export function tidyFiles(files: BundleFiles): BundleFiles {
  const tidy = [...files]
    .map(([path, content]) => [path.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''), content] as const)
    .filter(([path]) => !LITTER.test(path));
  const manifests = tidy
    .map(([path]) => path)
    .filter((path) => path.split('/').at(-1) === MANIFEST && !KEPT_RELEASE.test(path));
  const folder = manifests.length === 1 ? (manifests[0] ?? '').slice(0, -MANIFEST.length) : '';
  return new Map(
    tidy.map(([path, content]) => [path.startsWith(folder) ? path.slice(folder.length) : path, content])
  );
}

function checkPaths(files: BundleFiles, frame: ManifestFrame | undefined, list: ProblemList): void {
  const declared = new Set(frame?.tables.map((table) => table.file));
  const registers = new Set(Object.keys(REGISTERS).map((name) => `registers/${name}.csv`));
  for (const table of frame?.tables ?? [])
    if (!files.has(table.file))
      list.error('missing-file', table.file, () => ({
        message: `table “${table.id}” is declared in bundle.json and its file is missing`,
        remedy: 'Add the file, or take the table out of bundle.json.'
      }));
  for (const [path, content] of files) {
    if (path === MANIFEST || declared.has(path) || registers.has(path) || UNREAD.test(path)) continue;
    if (isOfReleases(path)) continue;
    if (/\.(csv|tsv|txt|tab|xml|json)$/i.test(path) && refusePeople(path, content, list)) continue;
    if (path.startsWith('registers/'))
      list.error('unknown-register', path, () => ({
        message: 'there is no such register',
        remedy: `Registers are: ${Object.keys(REGISTERS).join(', ')}.`
      }));
    else if (path.startsWith('cubes/') && frame)
      list.error('undeclared-file', path, () => ({
        message: 'the file is not declared in bundle.json',
        remedy: 'Declare its table there, or take the file away.'
      }));
    else if (frame)
      list.warning('not-read', path, () => ({
        message: 'the file is not part of a bundle and was not read',
        remedy: 'Take it away before the bundle is passed on.'
      }));
  }
}

/** The rounds that are registered, whatever else may be wrong with their rows. */
function roundIds(files: BundleFiles, registers: Registers): RoundIds {
  const path = registerPath('rounds');
  const content = files.get(path);
  if (content === undefined) return [];
  if (registers.rounds === undefined) return undefined;
  const csv = readCsv(content, path);
  const column = csv.header.indexOf('round');
  return csv.rows.map((row) => (row.cells[column] ?? '').trim());
}

/**
 * Reads a bundle from its files, wherever they came from, against the dictionary of cubes. Never throws on what
 * the files hold: everything wrong with them comes back at once, and a bundle only where nothing is an error.
 */
export function readBundle(given: BundleFiles, dictionary: ReadonlyMap<string, Cube>): BundleReading {
  const files = tidyFiles(given);
  const list = new ProblemList();
  const content = files.get(MANIFEST);
  if (content === undefined)
    list.error('missing-file', MANIFEST, () => ({
      message: 'the file is missing, so this is not a bundle',
      remedy: 'Choose the folder or zip that has bundle.json in it.'
    }));
  const { manifest, frame, cubes } =
    content === undefined ? { cubes: dictionary } : readManifest(content, dictionary, list);
  checkPaths(files, frame, list);
  checkSaid(files, list);
  const context = frame && tableContext(frame, []);
  const registers = readRegisters(
    files,
    context && frame
      ? {
          areas: context.areas,
          periods: context.periods,
          tables: vocabularyOf(frame.tables.map((table) => ({ id: table.id, names: [table.title] })))
        }
      : {},
    list
  );
  const rounds = roundIds(files, registers);
  const tables = (frame?.tables ?? []).flatMap((table): BundleTable[] => {
    const cube = cubes.get(table.cube);
    const file = files.get(table.file);
    if (!context || !cube || file === undefined) return [];
    return [{ table, cube, observations: readTable(file, table, cube, { ...context, rounds }, list) }];
  });
  const releases = readReleases(files, dictionary, readBundle, list);
  const problems = list.all();
  if (!manifest || list.hasErrors()) return { problems };
  const used = new Map(tables.map(({ cube }) => [cube.id, cube]));
  return {
    bundle: { manifest, cubes: used, tables, registers, ...(releases === undefined ? {} : { releases }) },
    problems
  };
}

/** The register of releases in a bundle’s files: `releases/register.csv`, and each release’s safe figures beside it. */
import type { Cube } from '#lib/domain/cube.ts';
import { z } from '#lib/domain/zod.ts';
import type { Bundle, BundleFiles, EarlierRelease } from './bundle.ts';
import type { BundleReading } from './bundle-read.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { asRelease, hashOfFiles, inOrder } from './bundle-release.ts';
import { readCsv } from './csv.ts';
import { RELEASES, RELEASES_REGISTER, RELEASE_COLUMNS } from './bundle-write.ts';

const Row = z.object({
  release: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/)
});

/** Whether a file belongs to releases that are kept, and is read with them. */
export function isOfReleases(path: string): boolean {
  return path.startsWith(RELEASES);
}

/**
 * The releases that a bundle keeps, oldest first, each checked against its hash. What is wrong goes into the list, with
 * file and remedy; undefined where there is no register.
 */
export function readReleases(
  files: BundleFiles,
  cubes: ReadonlyMap<string, Cube>,
  read: (files: BundleFiles, cubes: ReadonlyMap<string, Cube>) => BundleReading,
  list: ProblemList
): readonly EarlierRelease[] | undefined {
  const kept = new Map([...files].filter(([path]) => isOfReleases(path)));
  if (kept.size === 0) return undefined;
  const rows = registerRows(kept, list);
  const named = new Set(rows.map(({ release }) => `${RELEASES}${release}/`));
  const isWhole = rows.length > 0 && !list.all().some(({ file }) => file === RELEASES_REGISTER);
  for (const path of kept.keys())
    if (isWhole && path !== RELEASES_REGISTER && ![...named].some((folder) => path.startsWith(folder)))
      list.error('unknown-release', path, () => ({
        message: `the file is of no release that ${RELEASES_REGISTER} names`,
        remedy: 'Take the releases whole from the bundle that was made last, or take this file away.'
      }));
  return inOrder(
    rows.flatMap(({ release, hash }): EarlierRelease[] => {
      const folder = `${RELEASES}${release}/`;
      const own = new Map(
        [...kept].flatMap(([path, content]) =>
          path.startsWith(folder) ? [[path.slice(folder.length), content] as const] : []
        )
      );
      const bundle = releaseIn(folder, own, hash, () => read(own, cubes), list);
      return bundle === undefined ? [] : [{ id: release, hash, bundle }];
    })
  );
}

function registerRows(files: BundleFiles, list: ProblemList): z.infer<typeof Row>[] {
  const content = files.get(RELEASES_REGISTER);
  if (content === undefined) {
    list.error('missing-file', RELEASES_REGISTER, () => ({
      message: 'there are releases, and the register that names them is missing',
      remedy: 'Take the releases whole from the bundle that was made last.'
    }));
    return [];
  }
  const csv = readCsv(content, RELEASES_REGISTER);
  list.take(csv.problems);
  const absent = RELEASE_COLUMNS.filter((column) => !csv.header.includes(column));
  if (absent.length > 0) {
    list.error('missing-column', RELEASES_REGISTER, () => ({
      row: 1,
      column: absent.join(', '),
      message: 'the column is missing',
      remedy: `Columns: ${RELEASE_COLUMNS.join(', ')}.`
    }));
    return [];
  }
  return csv.rows.flatMap(({ row, cells }) => {
    const text = (column: string) => cells[csv.header.indexOf(column)] ?? '';
    const parsed = Row.safeParse({ release: text('release'), hash: text('hash') });
    if (parsed.success) return [parsed.data];
    const column = String(parsed.error.issues[0]?.path[0] ?? 'release');
    list.error('bad-value', RELEASES_REGISTER, () => ({
      row,
      column,
      value: text(column),
      message: column === 'hash' ? 'it is not a SHA-256 hash' : 'it is not the id of a release',
      remedy: 'Take the releases whole from the bundle that was made last.'
    }));
    return [];
  });
}

function releaseIn(
  folder: string,
  files: BundleFiles,
  hash: string,
  read: () => BundleReading,
  list: ProblemList
): Omit<Bundle, 'releases'> | undefined {
  if (files.size === 0) {
    list.error('missing-file', `${folder}bundle.json`, () => ({
      message: 'the register names the release, and it is not there',
      remedy: 'Take the releases whole from the bundle that was made last.'
    }));
    return undefined;
  }
  const { bundle, problems } = read();
  const errors = problems.filter(({ severity }) => severity === 'error');
  list.take(errors.map((problem) => ({ ...problem, file: `${folder}${problem.file}` })));
  if (!bundle) return undefined;
  if (hashOfFiles(files) !== hash) {
    list.error('release-changed', `${folder}bundle.json`, () => ({
      value: hash,
      message: 'the release is not as it was published: its files do not have the hash in the register',
      remedy:
        'Put its files back from the release as it was published. Nothing can be checked against it as it is.'
    }));
    return undefined;
  }
  if (bundle.manifest.protected === 'no') {
    list.error('unprotected-release', `${folder}bundle.json`, () => ({
      column: 'protected',
      value: 'no',
      message: 'figures that are not protected are kept as a release',
      remedy: 'Delete the folder and its line in the register, and find out who has had this bundle.'
    }));
    return undefined;
  }
  return asRelease(bundle);
}

/** What stands already where a release is to be written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BundleManifest } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { ProtectedRelease } from '#lib/sources/bundle-protected.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import { readBundleAt } from './read-bundle.ts';

interface Place {
  readonly out: string;
  readonly replace: boolean;
  readonly cubes: ReadonlyMap<string, Cube>;
}

/**
 * A warning where another release is about to be replaced that the new one does not keep: it may be out.
 * @throws Error where one would be replaced and that was not asked for.
 */
export async function replacedBy(
  { bundle: { releases = [] }, hash }: ProtectedRelease,
  { out, replace, cubes }: Place
): Promise<Problem[]> {
  const manifest = join(out, 'bundle.json');
  const data = await readFile(manifest, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined);
  const id = BundleManifest.safeParse(data).data?.disclosure?.release;
  if (id === undefined) return [];
  const held = await readBundleAt(out, cubes)
    .then((read) => releaseHash(read.bundle))
    .catch(() => undefined);
  if (held === hash) return [];
  if (!replace)
    throw new Error(
      `${out} holds release ${id}, and this one is another. Nothing was written.\nName another folder with --out, or say --replace to put this one in its place. If ${id} was ever passed on, give it as --previous too.`
    );
  if (releases.some((release) => release.id === id)) return [];
  return [
    {
      severity: 'warning',
      rule: 'release-replaced',
      file: manifest,
      message: `release ${id} was replaced, and the new one was not held against it`,
      remedy: 'If it was ever passed on, make this one again with that release as --previous.'
    }
  ];
}

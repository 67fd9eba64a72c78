import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { BundleFiles } from '#lib/sources/bundle.ts';

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}

/**
 * The files of a bundle folder, by path inside it with `/`.
 * @throws where there is no such folder, or no bundle.json in it.
 */
export async function readBundleFolder(path: string): Promise<BundleFiles> {
  const kind = await kindOf(path);
  if (kind === 'nothing') throw new Error(`there is no folder ${path}`);
  if (kind === 'file') throw new Error(`a folder is needed, and this is a file: ${path}`);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(join(path, sep).length))
    .sort();
  if (!names.includes('bundle.json'))
    throw new Error(`no bundle.json in ${path}: this is not a bundle folder`);
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [name.split(sep).join('/'), new Uint8Array(await readFile(join(path, name)))] as const
      )
    )
  );
}

async function mayReplace(path: string): Promise<void> {
  const kind = await kindOf(path);
  if (kind === 'nothing') return;
  if (kind === 'file') throw new Error(`a folder is needed, and this is a file: ${path}`);
  const names = await readdir(path);
  if (names.length > 0 && !names.includes('bundle.json'))
    throw new Error(`${path} holds something that is no bundle, and was left alone: name another folder`);
}

/**
 * Writes a bundle to a folder whole or not at all: into a new folder beside it, which then takes its place. A
 * bundle that is there is replaced; a folder with anything else in it is refused.
 */
export async function writeBundleFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>
): Promise<void> {
  const target = resolve(path);
  await mayReplace(target);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const [fresh, old] = [join(work, 'new'), join(work, 'old')];
  try {
    for (const [name, content] of files) {
      const file = resolve(fresh, name);
      if (!file.startsWith(fresh + sep)) throw new Error(`a file of a bundle lies outside it: ${name}`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const replaced = (await kindOf(target)) === 'folder';
    if (replaced) await rename(target, old);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (replaced) await rename(old, target);
      throw error;
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Writes one file whole or not at all. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await writeFile(join(work, 'file'), content);
    await rename(join(work, 'file'), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

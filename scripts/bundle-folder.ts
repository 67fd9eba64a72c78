import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from '#lib/domain/zod.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import type { BundleFiles } from '#lib/sources/bundle.ts';
import { readZip } from '#lib/sources/bundle-zip.ts';

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return 'nothing';
    throw spoken(error, path);
  }
}

/** Whether a path is that of a zip, such as pages of the site save. */
export const isZipFile = async (path: string): Promise<boolean> =>
  /\.zip$/i.test(path) && (await kindOf(path)) === 'file';

async function unzipped(path: string): Promise<BundleFiles> {
  const { files, problems } = readZip(new Uint8Array(await readFile(path)), path);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  return files;
}

/**
 * The files of a bundle, a folder or a zip, by path inside it with `/`.
 * @throws where there is no such folder, or no bundle.json in it.
 */
export async function readBundleFolder(path: string): Promise<BundleFiles> {
  const files = (await isZipFile(path)) ? await unzipped(path) : await readFolder(path);
  if (!files.has('bundle.json')) throw new Error(`no bundle.json in ${path}: this is not a bundle folder`);
  return files;
}

/**
 * Every file of a folder, by path inside it with `/`.
 * @throws where there is no such folder.
 */
export async function readFolder(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const kind = await kindOf(path);
  if (kind === 'nothing') throw new Error(`there is no folder ${path}`);
  if (kind === 'file') throw new Error(`a folder is needed, and this is a file: ${path}`);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(join(path, sep).length))
    .sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [name.split(sep).join('/'), new Uint8Array(await readFile(join(path, name)))] as const
      )
    )
  );
}

/** What an import makes besides tables, and what systems leave behind: nobody's own work. */
const MADE = new Set(['bundle.json', 'README.md', 'registers/neighbours.csv']);
const LITTER = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const SHOWN = 5;

async function mayReplace(path: string, coming: ReadonlySet<string>): Promise<void> {
  const kind = await kindOf(path);
  if (kind === 'nothing') return;
  if (kind === 'file') throw new Error(`a folder is needed, and this is a file: ${path}`);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw spoken(error, path);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !LITTER.test(name))
    .sort();
  if (names.length === 0) return;
  if (!names.includes('bundle.json'))
    throw new Error(
      `${path} holds something that is no bundle (${someOf(names)}), and was left alone: name another folder`
    );
  const made = new Set([...MADE, ...(await tablesDeclaredIn(join(path, 'bundle.json')))]);
  const others = names.filter((name) => !made.has(name) && !coming.has(name));
  if (others.length > 0)
    throw new Error(
      `${path} holds files that are no part of the bundle to be replaced and would be lost (${someOf(others)}), and was left alone: move them, or name another folder`
    );
}

function someOf(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const Declared = z.object({ tables: z.array(z.object({ file: z.string() })) });

/** The files of the tables that a bundle.json declares; none where it cannot be read. */
async function tablesDeclaredIn(manifest: string): Promise<readonly string[]> {
  try {
    return Declared.parse(JSON.parse(await readFile(manifest, 'utf8'))).tables.map(({ file }) => file);
  } catch {
    return [];
  }
}

/**
 * Writes a bundle to a folder whole or not at all: into a new folder beside it, which then takes its place. A
 * bundle that is there is replaced: its bundle.json, its README, the tables it declares and its neighbours.
 * @throws where the folder holds any other file that is not about to be written again, naming it.
 */
export async function writeBundleFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>
): Promise<void> {
  const target = resolve(path);
  await mayReplace(target, new Set(files.keys()));
  const work = await workBeside(target);
  const [fresh, old] = [join(work, 'new'), join(work, 'old')];
  try {
    for (const [name, content] of files) {
      const file = resolve(fresh, name);
      if (!file.startsWith(fresh + sep)) throw new Error(`a file of a bundle lies outside it: ${name}`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await takePlace(fresh, target, old);
  } catch (error) {
    throw spoken(error, target);
  } finally {
    if ((await kindOf(target)) === 'folder' || (await kindOf(old)) === 'nothing')
      await rm(work, { recursive: true, force: true });
  }
}

/** Puts `fresh` where `target` is, which waits in `old`; puts it back where that fails. */
async function takePlace(fresh: string, target: string, old: string): Promise<void> {
  const replaced = (await kindOf(target)) === 'folder';
  if (replaced) await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    if (replaced) await rename(old, target);
    throw error;
  }
}

/** @throws with a sentence where nothing may be made in the folder that is to hold `target`. */
async function workBeside(target: string): Promise<string> {
  try {
    await mkdir(dirname(target), { recursive: true });
    return await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  } catch (error) {
    throw spoken(error, dirname(target));
  }
}

const SYSTEM: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `you may not read or write ${path}: ask for the right to, or name another place`,
  EPERM: (path) => `you may not read or write ${path}: ask for the right to, or name another place`,
  EROFS: (path) => `${path} lies on a disk that cannot be written to: name another place`,
  ENOSPC: (path) => `the disk is full, so ${path} could not be written`,
  ENOTDIR: (path) => `${path} lies inside a file, where a folder is needed`,
  EEXIST: (path) => `${path} lies inside a file, where a folder is needed`,
  EISDIR: (path) => `a file is needed, and this is a folder: ${path}`,
  EBUSY: (path) =>
    `${path} is in use by another program, or is a disk of its own: close it, or name another place`
};

/** A sentence for an error of the file system, or undefined for any other. */
export function systemErrorInWords(error: unknown, path: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return SYSTEM[code]?.(path);
}

function spoken(error: unknown, path: string): unknown {
  const words = systemErrorInWords(error, path);
  return words === undefined ? error : new Error(words, { cause: error });
}

/** Writes one file whole or not at all. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const target = resolve(path);
  const work = await workBeside(target);
  try {
    await writeFile(join(work, 'file'), content);
    await rename(join(work, 'file'), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Files as a reader gives them (a zip, a folder, a handful of files) as the files of one bundle. */
import type { Problem } from '#lib/domain/problem.ts';
import { REGISTERS } from '#lib/domain/register.ts';
import { MANIFEST } from './bundle-manifest.ts';
import type { BundleFiles } from './bundle.ts';
import { isZip, readZip, ZIP_LIMITS } from './bundle-zip.ts';

export interface GivenFile {
  /** With its folders, where it came with any. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface GivenFiles {
  readonly files: BundleFiles;
  readonly problems: readonly Problem[];
}

/** The bundle’s files: a zip unpacked, files that came without folders put where a bundle has them. */
export function bundleFilesOf(given: readonly GivenFile[]): GivenFiles {
  const zips = given.filter(({ content }) => isZip(content));
  const [zip] = zips;
  if (zip !== undefined && given.length === 1) return readZip(zip.content, zip.path);
  if (zip !== undefined && zips.every(({ path }) => /\.zip$/i.test(path)))
    return refused(
      zip.path,
      'one-zip',
      'a zip was given with other files',
      'Choose one zip, and nothing else.'
    );
  if (given.length > ZIP_LIMITS.files)
    return refused(
      given[0]?.path ?? '',
      'many-files',
      `${given.length.toLocaleString('en-GB')} files were given; ${ZIP_LIMITS.files.toLocaleString('en-GB')} is the most that is read`,
      'Choose the folder of one bundle and nothing else.'
    );
  const flat = given.every(({ path }) => !/[\\/]/.test(path));
  const twice = given.find(({ path }, at) => given.findIndex((other) => other.path === path) !== at);
  if (twice !== undefined)
    return refused(
      twice.path,
      'twice-given',
      'two files of this name were given',
      'Choose the folder instead.'
    );
  return {
    files: new Map(given.map(({ path, content }) => [flat ? placed(path) : path, content])),
    problems: []
  };
}

/** Where a bundle has a file of this name. */
function placed(name: string): string {
  const register = /^(.*)\.csv$/i.exec(name)?.[1];
  if (name === MANIFEST || /^(readme|licen[cs]e)(\.\w+)?$/i.test(name)) return name;
  if (register !== undefined) return `${Object.hasOwn(REGISTERS, register) ? 'registers' : 'cubes'}/${name}`;
  if (/\.md$/i.test(name)) return `commentary/${name}`;
  return name;
}

function refused(file: string, rule: string, message: string, remedy: string): GivenFiles {
  return { files: new Map(), problems: [{ severity: 'error', rule, file, message, remedy }] };
}

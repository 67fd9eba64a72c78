import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Every file under a folder (or the file itself), sorted, so that two walks of the same tree are the same.
 *
 * @param {string} path
 * @param {readonly string[]} [without] paths to leave out
 * @returns {string[]}
 */
export function filesUnder(path, without = []) {
  if (!existsSync(path) || without.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), without));
}

/**
 * One hash of the names and contents of everything a product is made from, and of the choices it is made with.
 *
 * @param {readonly string[]} inputs files and folders
 * @param {unknown} choices anything JSON can write
 * @param {readonly string[]} [without] paths to leave out
 */
export function fingerprint(inputs, choices, without = []) {
  const hash = createHash('sha256').update(JSON.stringify([process.versions.node.split('.')[0], choices]));
  for (const file of inputs.flatMap((input) => filesUnder(input, without))) {
    hash.update(`\0${relative(ROOT, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** How many files a folder holds and how many bytes, as one word: a file lost or cut short shows. */
const shapeOf = (/** @type {string} */ folder) => {
  const files = filesUnder(folder);
  return `${files.length} files, ${files.reduce((sum, file) => sum + statSync(file).size, 0)} bytes`;
};

/** @param {string} folder */
function stampFile(folder) {
  const whole = resolve(ROOT, folder);
  const key = createHash('sha256').update(whole).digest('hex').slice(0, 12);
  return join(ROOT, '.cache', 'stamps', `${basename(whole)}-${key}.json`);
}

/**
 * Whether `folder` still holds what was made from these inputs.
 *
 * @param {string} folder
 * @param {string} print the fingerprint of the inputs as they are now
 */
export function isFresh(folder, print) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(folder), 'utf8'));
    return stamp.print === print && stamp.shape === shapeOf(resolve(ROOT, folder));
  } catch {
    return false;
  }
}

/** Before making a product: an interrupted build must not pass for a finished one. @param {string} folder */
export const forgetStamp = (folder) => rmSync(stampFile(folder), { force: true });

/**
 * After making it.
 *
 * @param {string} folder
 * @param {string} print the fingerprint taken before the making began
 */
export function writeStamp(folder, print) {
  const file = stampFile(folder);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ print, shape: shapeOf(resolve(ROOT, folder)) }));
}

/** Whether this folder was ever finished by us. @param {string} folder */
export const hasStamp = (folder) => existsSync(stampFile(folder));

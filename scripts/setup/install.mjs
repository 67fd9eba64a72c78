import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './child.mjs';
import { requireSpace } from './disk.mjs';
import { Halt, meaningOf } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { say, step } from './progress.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked */

/**
 * What is missing or of another version in node_modules, against package-lock.json. Optional packages, which are
 * those of other systems, may be missing.
 *
 * @param {string} root
 * @returns {string[]} names of packages; empty where everything fits
 */
export function missingPackages(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, locked]) => path !== '' && locked.link !== true)
    .filter(([path, locked]) => {
      const found = present[path];
      if (found === undefined) return locked.optional !== true;
      return found.version !== locked.version || !existsSync(join(root, path, 'package.json'));
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** @param {string} file @returns {Record<string, Locked>} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Installs the packages of package-lock.json where they are missing. Stops with a plain sentence where there is no
 * npm, no network, no space or no permission.
 */
export async function makeInstalled() {
  if (!existsSync(join(ROOT, 'package-lock.json')))
    throw new Halt('package-lock.json is missing: this copy of the project is not whole. Clone it again.');
  const missing = missingPackages(ROOT);
  if (missing.length === 0) return;
  say(`Packages missing or of another version: ${missing.length} (${missing.slice(0, 3).join(', ')} …)`);
  requireSpace(ROOT, 900, 'install the packages');
  const npm = await findNpm();
  const args = [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--no-update-notifier',
    '--loglevel=error'
  ];
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
  const ended = await step(
    'Installing the packages (npm ci)',
    () => run(npm.program, [...npm.args, ...args, ...patience], { shell: npm.shell }),
    { state: installedSoFar }
  );
  if (ended.code === 0 && missingPackages(ROOT).length === 0) return;
  const meaning = meaningOf(ended.output);
  const printed = lastLines(ended.output, meaning === undefined ? 15 : 4);
  throw new Halt(`The packages could not be installed. ${meaning ?? ''}\n\n${printed}`);
}

function installedSoFar() {
  const folder = join(ROOT, 'node_modules');
  if (!existsSync(folder)) return '';
  const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package.json')));
  return folders.length > 0 ? `${folders.length} packages unpacked` : '';
}

/** @returns {Promise<{ program: string, args: string[], shell: boolean }>} */
async function findNpm() {
  const inside = process.env['npm_execpath'];
  if (inside && /npm-cli\.c?js$/.test(inside) && existsSync(inside))
    return { program: process.execPath, args: [inside], shell: false };
  const shell = process.platform === 'win32';
  const { code } = await run('npm', ['--version'], { shell });
  if (code === 0) return { program: 'npm', args: [], shell };
  throw new Halt('npm was not found. It comes with Node: install Node from nodejs.org and try again.');
}

import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runNode } from '../setup/child.mjs';
import { Halt } from '../setup/halt.mjs';
import { ROOT } from '../setup/paths.mjs';
import { step } from '../setup/progress.mjs';
import { makeSite, USUAL } from '../setup/site.mjs';

const FOLDER = join(ROOT, '.cache', 'bench');
/** As many as the changes that are timed move between. */
const AREAS = 'leicestershire,leeds,essex';
const ROWS = 2_000_000;

/** The folder of the site, and of what is only for measuring, inside a copy of the site. */
export const YARDSTICKS = '_bench';

/**
 * A copy of the product, built for a few areas, that may be added to.
 *
 * @param {string} name of the copy
 * @param {(path: string) => boolean} [keep] which files
 * @returns {Promise<string>} its folder, with an empty folder `_bench` in it
 */
export async function copyOfSite(name, keep = () => true) {
  const choices = { ...USUAL, areas: AREAS, out: 'build-bench' };
  await makeSite(choices);
  const folder = join(FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, choices.out), folder, { recursive: true, filter: keep });
  mkdirSync(join(folder, YARDSTICKS), { recursive: true });
  return folder;
}

/** Adds the bare page's code, which no built product holds. @param {string} folder */
export async function addYardstick(folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: join(folder, YARDSTICKS),
      emptyOutDir: true,
      lib: {
        entry: join(ROOT, 'scripts', 'bench', 'in-page.ts'),
        formats: ['es'],
        fileName: () => 'in-page.js'
      }
    }
  });
}

/** Puts grown figures in the place of the published ones. @param {string} folder */
export async function growFigures(folder) {
  const bundle = join(folder, 'bundle');
  const runner = join(ROOT, 'scripts', 'setup', 'run-script.mjs');
  const script = join(ROOT, 'scripts', 'bench', 'grow.ts');
  const ended = await step(`Growing the figures to ${ROWS.toLocaleString('en-GB')} rows`, () =>
    runNode(['--import', import.meta.resolve('tsx'), runner, script, bundle, String(ROWS)])
  );
  if (ended.code !== 0) throw new Halt(`The figures could not be grown.\n${lastLines(ended.output)}`);
}

/** The engine's files in a built site, as paths from its root. @param {string} folder */
export function engineOf(folder) {
  const assets = readdirSync(join(folder, '_app', 'immutable', 'assets'));
  const find = (/** @type {RegExp} */ pattern) => {
    const name = assets.find((file) => pattern.test(file));
    if (name === undefined) throw new Halt(`The built site holds no engine (${String(pattern)}).`);
    return `_app/immutable/assets/${name}`;
  };
  return { wasm: find(/^duckdb-eh\..*\.wasm$/), worker: find(/^duckdb-browser-eh\.worker\..*\.js$/) };
}

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { lastLines, runNode, toolFile } from './child.mjs';
import { areasOfSite, requireKnownAreas } from './areas.mjs';
import { compressFolder } from './compress.mjs';
import { makeData, staticFolder } from './data.mjs';
import { requireSpace } from './disk.mjs';
import { Halt, failure } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { whyNoSite } from './publishable.mjs';
import { say, step } from './progress.mjs';
import { filesUnder, fingerprint, forgetStamp, hasStamp, isFresh, writeStamp } from './stamp.mjs';

/**
 * How a site is built.
 *
 * @typedef {object} Choices
 * @property {string} areas slugs of the areas to prerender, with commas; `all`; or '' for none
 * @property {string} out the folder it is written to
 * @property {string} base '' or a path such as /neglect
 * @property {'path' | 'hash'} routing
 * @property {boolean} compress write a .br beside each .gz, which takes a minute and is smaller still
 * @property {string} bundle the folder of the bundle it shows; '' for the published figures
 * @property {boolean} restricted whether that may be for a restricted audience
 * @property {boolean} [single] whether it is to become one file, to be opened with no server
 * @property {readonly string[]} earlier folders of earlier releases that it keeps beside it
 */

/** @type {Choices} */
export const USUAL = {
  areas: 'all',
  out: 'build',
  base: '',
  routing: 'path',
  compress: false,
  bundle: '',
  restricted: false,
  earlier: []
};

/** @param {Choices} choices what svelte.config.js and the routes read */
export const environmentOf = (choices) => ({
  LENS_AREAS: choices.areas,
  LENS_OUT: choices.out,
  LENS_BASE: choices.base,
  LENS_ROUTING: choices.routing,
  LENS_STATIC: staticFolder(choices.bundle, choices.earlier),
  LENS_ONE_FILE: choices.single === true ? 'yes' : ''
});

/**
 * Kit's working folder for an output folder, so that two builds can live, and be made, side by side. Written the
 * same in svelte.config.js.
 *
 * @param {string} out
 */
export const workFolder = (out) => (out === 'build' ? '.svelte-kit' : `.svelte-kit-${basename(out)}`);

/**
 * Checks what was asked for, before anything is deleted or built.
 *
 * @param {Record<string, string | undefined>} values as given on the command line
 * @param {boolean} compress
 * @param {boolean} [restricted]
 * @param {readonly string[]} [earlier] as given on the command line
 * @returns {Choices}
 */
export function readChoices(values, compress, restricted = false, earlier = []) {
  const areas = values['areas'] ?? USUAL.areas;
  const base = (values['base'] ?? '').replace(/\/+$/, '');
  const routing = values['routing'] ?? 'path';
  const out = relative(ROOT, resolve(ROOT, values['out'] ?? USUAL.out)) || '.';
  const wrong = areas.split(',').filter((slug) => slug !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug));
  if (wrong.length > 0)
    throw new Halt(
      `--areas takes slugs with commas between (leicestershire,leeds) or all; "${wrong[0]}" is neither.`
    );
  const bundle = values['bundle'] === undefined ? '' : readBundleChoice(values['bundle'], restricted);
  const kept = earlier.map((named) => readBundleChoice(named, restricted));
  requireKnownAreas(areas, areasOfSite(bundle), bundle);
  if (base !== '' && !/^(\/[A-Za-z0-9._~-]+)+$/.test(base))
    throw new Halt(`--base takes a path that begins with a slash, such as /neglect; not "${base}".`);
  if (routing !== 'path' && routing !== 'hash')
    throw new Halt(`--routing takes path or hash; not "${routing}".`);
  requireOurs(resolve(ROOT, out), out);
  return { areas, out, base, routing, compress, bundle, restricted, earlier: kept };
}

/** @param {string} named @param {boolean} restricted */
function readBundleChoice(named, restricted) {
  const folder = resolve(ROOT, named);
  const file = join(folder, 'bundle.json');
  if (!existsSync(file))
    throw new Halt(
      `A site is built of the folder of a protected bundle, and ${named} holds no bundle.json. ` +
        `Of a workbook, CSV files or a zip one is made by: npm run lens -- protect ${named} --out <bundle>`
    );
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Halt(`${join(named, 'bundle.json')} is not JSON, so that no site can be built of it.`);
  }
  const refused = whyNoSite(manifest, named, restricted);
  if (refused !== undefined) throw new Halt(refused);
  return folder;
}

/** The build empties its folder first, so it may only be one that is new, empty or built before. */
function requireOurs(/** @type {string} */ folder, /** @type {string} */ named) {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Halt(`--out names a file: ${named}. Name a folder.`);
  const held = readdirSync(folder);
  if (held.length === 0 || hasStamp(folder) || (held.includes('_app') && !held.includes('package.json')))
    return;
  throw new Halt(
    `The folder ${named} holds something other than a built site, and building would empty it. Name another with --out.`
  );
}

/** @param {Choices} choices */
export function siteFingerprint(choices) {
  const made = ['src', 'static', 'data', 'scripts', 'svelte.config.js', 'vite.config.ts'];
  const inputs = [...made, 'tsconfig.json', 'package.json', 'package-lock.json'].map((name) =>
    join(ROOT, name)
  );
  const own = choices.bundle === '' ? [] : [resolve(ROOT, choices.bundle)];
  return fingerprint([...inputs, ...own, ...choices.earlier], choices, [join(ROOT, 'static', 'bundle')]);
}

/**
 * Builds data and site where they are older than what they are made from.
 *
 * @param {Choices} choices
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function makeSite(choices) {
  const print = siteFingerprint(choices);
  if (isFresh(choices.out, print)) return false;
  forgetStamp(choices.out);
  requireSpace(ROOT, 500, 'build the site');
  await makeData(choices);
  await makeTypes();
  const work = join(ROOT, workFolder(choices.out));
  const pages = () => {
    const count = countPages(join(work, 'output', 'prerendered', 'pages'));
    return count > 0 ? `${count} pages written` : '';
  };
  const ended = await step(
    `Building the site (${describe(choices)})`,
    () => runNode([toolFile('vite'), 'build', '--logLevel', 'info'], { env: environmentOf(choices) }),
    { state: pages }
  );
  const out = resolve(ROOT, choices.out);
  if (ended.code !== 0 || !existsSync(out))
    throw new Halt(failure('The site could not be built.', ended.output, lastLines(ended.output)));
  if (choices.single !== true)
    await step('Compressing', () => compressFolder(out, { brotli: choices.compress }));
  writeStamp(choices.out, print);
  return true;
}

/** What tsconfig.json builds on, which every build reads wherever it writes. */
async function makeTypes() {
  if (existsSync(join(ROOT, '.svelte-kit', 'tsconfig.json'))) return;
  const ended = await runNode([toolFile('@sveltejs/kit', 'svelte-kit'), 'sync'], {
    env: environmentOf(USUAL)
  });
  if (ended.code !== 0)
    throw new Halt(
      failure('The site could not be made ready to build.', ended.output, lastLines(ended.output))
    );
}

/** @param {Choices} choices */
function describe({ areas, routing }) {
  const which = areas === 'all' ? 'every area' : areas === '' ? 'no area' : areas.split(',').join(', ');
  return `${which}; ${routing} routing`;
}

/** @param {string} folder */
export const countPages = (folder) => filesUnder(folder).filter((file) => file.endsWith('.html')).length;

/**
 * Says how large a built site is, the engine apart, since it is fetched only when wanted.
 *
 * @param {string} folder
 */
export function saySize(folder) {
  const sizes = filesUnder(resolve(ROOT, folder)).map((file) => ({ file, size: statSync(file).size }));
  const total = (/** @type {(file: string) => boolean} */ keep) =>
    (sizes.filter(({ file }) => keep(file)).reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1);
  const packed = /\.(br|gz)$/;
  const engine = /\.wasm$/;
  say(
    `${countPages(resolve(ROOT, folder))} pages, ${total((file) => !packed.test(file) && !engine.test(file))} MB without the engine, ` +
      `${total((file) => engine.test(file))} MB engine` +
      (sizes.some(({ file }) => packed.test(file))
        ? `, ${total((file) => packed.test(file))} MB compressed copies`
        : '')
  );
  for (const edition of editionsOf(folder)) {
    const own = `${join(resolve(ROOT, folder), 'bundle', 'editions', edition)}${sep}`;
    say(
      `of which the ${edition} release takes ${total((file) => file.startsWith(own) && !packed.test(file))} MB, fetched only by a link that names it`
    );
  }
}

/** The earlier releases that a built site keeps. @param {string} folder */
function editionsOf(folder) {
  const editions = join(resolve(ROOT, folder), 'bundle', 'editions');
  return existsSync(editions) ? readdirSync(editions).sort() : [];
}

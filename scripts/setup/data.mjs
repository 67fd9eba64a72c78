import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { firstLines, runNode } from './child.mjs';
import { Halt, failure } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { say, step } from './progress.mjs';
import { fingerprint, forgetStamp, isFresh, writeStamp } from './stamp.mjs';

/** What encoding may draw on: the pipeline as far as indicators. */
const FOLDERS = [
  'domain',
  'selection',
  'stats',
  'disclosure',
  'sources',
  'db',
  'store',
  'queries',
  'indicators'
];
const at = (/** @type {string[]} */ ...names) => names.map((name) => join(ROOT, ...name.split('/')));

/**
 * The folder of what a site holds besides its pages: its own static files, and figures that are not the published ones.
 *
 * @param {string} bundle
 * @param {readonly string[]} earlier
 */
const assetsOf = (bundle, earlier) =>
  bundle === '' && earlier.length === 0
    ? join(ROOT, 'static')
    : join(
        ROOT,
        '.cache',
        'assets',
        createHash('sha256')
          .update([bundle, ...earlier].map((folder) => resolve(ROOT, folder)).join('\n'))
          .digest('hex')
          .slice(0, 12)
      );

/** The same, as svelte.config.js is told it. @param {string} bundle @param {readonly string[]} [earlier] */
export const staticFolder = (bundle, earlier = []) =>
  relative(ROOT, assetsOf(bundle, earlier)).split(sep).join('/');

/**
 * Encodes a bundle for the browser where that is older than the data or than the code that encodes it, and prints what
 * there is to know about the data: data/published into static/bundle; another into a folder of its own, with a copy of
 * the other static files beside it.
 *
 * @param {{ bundle: string, restricted: boolean, earlier?: readonly string[] }} [choices] `bundle` is '' for data/published
 */
export async function makeData({ bundle, restricted, earlier = [] } = { bundle: '', restricted: false }) {
  const code = FOLDERS.map((folder) => `src/lib/${folder}`);
  const own = [...(bundle === '' ? [] : [bundle]), ...earlier].map((folder) => resolve(ROOT, folder));
  const assets = assetsOf(bundle, earlier);
  const out = join(assets, 'bundle');
  if (own.length > 0) copyStatic(assets);
  const print = fingerprint(
    [...at('data', ...code, 'scripts', 'package-lock.json'), ...own],
    ['encode', restricted]
  );
  if (existsSync(out) && isFresh(out, print)) return;
  forgetStamp(out);
  const script = join(ROOT, 'scripts', 'encode.ts');
  if (!existsSync(script))
    throw new Halt('scripts/encode.ts is missing: this copy of the project is not whole.');
  const runner = join(ROOT, 'scripts', 'setup', 'run-script.mjs');
  const options = [
    ...(bundle === '' ? [] : ['--bundle', bundle]),
    ...(own.length === 0 ? [] : ['--to', out]),
    ...earlier.flatMap((folder) => ['--earlier', folder]),
    ...(restricted ? ['--restricted'] : [])
  ];
  const ended = await step(
    `Encoding ${bundle === '' ? 'the published figures' : relative(ROOT, resolve(ROOT, bundle))}`,
    () => runNode(['--import', import.meta.resolve('tsx'), runner, script, ...options])
  );
  const printed = firstLines(ended.output);
  if (ended.code !== 0) throw new Halt(failure('The figures could not be encoded.', ended.output, printed));
  if (printed !== '') say(printed.replace(/^/gm, '  '));
  writeStamp(out, print);
}

/** @param {string} assets */
function copyStatic(assets) {
  mkdirSync(assets, { recursive: true });
  const held = readdirSync(join(ROOT, 'static')).filter((name) => name !== 'bundle');
  for (const name of readdirSync(assets))
    if (name !== 'bundle' && !held.includes(name)) rmSync(join(assets, name), { recursive: true });
  for (const name of held) cpSync(join(ROOT, 'static', name), join(assets, name), { recursive: true });
}

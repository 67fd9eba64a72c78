import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firstLines, runNode } from './child.mjs';
import { Halt, failure } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { say, step } from './progress.mjs';
import { fingerprint, forgetStamp, isFresh, writeStamp } from './stamp.mjs';

const OUT = join(ROOT, 'static', 'bundle');
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
 * Encodes data/published into static/bundle where that is older than the data or than the code that encodes it, and
 * prints what there is to know about the data.
 */
export async function makeData() {
  const code = FOLDERS.map((folder) => `src/lib/${folder}`);
  const print = fingerprint(at('data', ...code, 'scripts', 'package-lock.json'), 'encode');
  if (existsSync(OUT) && isFresh(OUT, print)) return;
  forgetStamp(OUT);
  const script = join(ROOT, 'scripts', 'encode.ts');
  if (!existsSync(script))
    throw new Halt('scripts/encode.ts is missing: this copy of the project is not whole.');
  const runner = join(ROOT, 'scripts', 'setup', 'run-script.mjs');
  const ended = await step('Encoding the published figures', () =>
    runNode(['--import', import.meta.resolve('tsx'), runner, script])
  );
  const printed = firstLines(ended.output);
  if (ended.code !== 0) throw new Halt(failure('The figures could not be encoded.', ended.output, printed));
  if (printed !== '') say(printed.replace(/^/gm, '  '));
  writeStamp(OUT, print);
}

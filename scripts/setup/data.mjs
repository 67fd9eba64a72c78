import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runNode } from './child.mjs';
import { Halt, meaningOf } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { step } from './progress.mjs';
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
 * Encodes data/published into static/bundle where that is older than the data or than the code that encodes it.
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
  if (ended.code !== 0) {
    const meaning = meaningOf(ended.output) ?? '';
    throw new Halt(`The figures could not be encoded. ${meaning}\n${lastLines(ended.output)}`);
  }
  writeStamp(OUT, print);
}

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Halt } from '../setup/halt.mjs';
import { ROOT } from '../setup/paths.mjs';
import { step } from '../setup/progress.mjs';
import { makeSite, USUAL } from '../setup/site.mjs';
import { filesUnder, forgetStamp } from '../setup/stamp.mjs';

const BUILD_LIMIT = 360;
const SIZE_LIMIT = 200;
const FIRST_LIMIT = 120;
const AGAIN_LIMIT = 5;
const LONGEST = 600_000;

/**
 * Builds the site for the whole nation anew, as `npm start` does the first time, then starts it again.
 *
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
export async function measureBuild() {
  forgetStamp(USUAL.out);
  const begun = Date.now();
  await makeSite(USUAL);
  const built = (Date.now() - begun) / 1000;
  const again = await step('Starting again', start);
  const bytes = filesUnder(join(ROOT, USUAL.out))
    .filter((file) => !file.endsWith('.wasm'))
    .reduce((sum, file) => sum + statSync(file).size, 0);
  return [
    { name: 'site for the whole nation, built', value: built, unit: 's', limit: BUILD_LIMIT },
    { name: 'its size without the engine', value: bytes / 1e6, unit: 'MB', limit: SIZE_LIMIT },
    { name: 'npm start after install, the first time', value: built + again, unit: 's', limit: FIRST_LIMIT },
    { name: 'npm start, again', value: again, unit: 's', limit: AGAIN_LIMIT }
  ];
}

/** @returns {Promise<number>} seconds until the address is said */
function start() {
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), '--port', '4673'], {
      cwd: ROOT
    });
    const late = setTimeout(() => child.kill(), LONGEST);
    let seconds = NaN;
    child.stdout.on('data', (chunk) => {
      if (!Number.isNaN(seconds) || !String(chunk).includes('Neglect Lens is at')) return;
      seconds = (Date.now() - begun) / 1000;
      child.kill('SIGTERM');
    });
    child.on('close', () => {
      clearTimeout(late);
      if (Number.isNaN(seconds)) reject(new Halt('npm start never said where it is.'));
      else resolve(seconds);
    });
  });
}

import { makeInstalled } from '../setup/install.mjs';
import { readOptions } from '../setup/options.mjs';
import { say } from '../setup/progress.mjs';

const RUNS = '5000';
const HELP = `npm run test:long     checks every property on ${RUNS} examples instead of 100

LENS_RUNS sets another number of examples.`;

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, {});
  if (read === undefined) return 0;
  await makeInstalled();
  const { runNode, toolFile } = await import('../setup/child.mjs');
  const env = { LENS_RUNS: process.env['LENS_RUNS'] ?? RUNS, NO_COLOR: '1' };
  const ended = await runNode([toolFile('vitest'), 'run', 'properties', '--testTimeout=600000'], { env });
  say(ended.output);
  return ended.code;
}

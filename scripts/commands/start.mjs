import { makeInstalled } from '../setup/install.mjs';
import { readOptions, readPort } from '../setup/options.mjs';
import { say } from '../setup/progress.mjs';

const PORT = 4173;
const HELP = `npm start -- [options]     installs, builds and serves Neglect Lens on this machine

  --areas <slugs|all>   which areas to write as pages beforehand, with commas between (all)
  --port <number>       where to serve it (${PORT}; where that is taken, the next free one)
  --help`;

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, { areas: 'string', port: 'string' });
  if (read === undefined) return 0;
  const port = readPort(read.values['port'], PORT);
  await makeInstalled();
  const { makeSite, readChoices } = await import('../setup/site.mjs');
  const choices = readChoices(read.values, false);
  const built = await makeSite(choices);
  if (!built) say('Nothing has changed since the last build.');
  const { serve } = await import('../serve.mjs');
  const served = await serve({ folder: choices.out, port });
  if (served.port !== port) say(`Port ${port} is taken.`);
  say(`\nNeglect Lens is at ${served.address}\nPress Ctrl-C to stop.`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await served.close();
  say('Stopped.');
  return 0;
}

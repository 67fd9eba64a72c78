import { makeData } from '../setup/data.mjs';
import { makeInstalled } from '../setup/install.mjs';
import { readOptions, readPort } from '../setup/options.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';

const PORT = 5173;
const HELP = `npm run dev -- [options]     serves the sources, and every change as it is made

  --port <number>   where to serve (${PORT}; where that is taken, the next free one)
  --help`;

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, { port: 'string' });
  if (read === undefined) return 0;
  const port = readPort(read.values['port'], PORT);
  await makeInstalled();
  await makeData();
  const { createServer } = await import('vite');
  const server = await createServer({ root: ROOT, server: { port, host: '127.0.0.1' } });
  await server.listen();
  const [address = `http://127.0.0.1:${port}/`] = server.resolvedUrls?.local ?? [];
  say(
    `\nNeglect Lens is at ${address}\nEvery chart on its test figures: ${address}gallery\nPress Ctrl-C to stop.`
  );
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await server.close();
  return 0;
}

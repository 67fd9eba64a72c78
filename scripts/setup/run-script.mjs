// Started as `node --import tsx scripts/setup/run-script.mjs <file> [args]`: calls the file's `run(args)`.
import { pathToFileURL } from 'node:url';
import { bearClosedPipes } from './closed-pipe.mjs';
import { sentence } from './halt.mjs';

bearClosedPipes();
const [file, ...args] = process.argv.slice(2);
try {
  const script = await import(pathToFileURL(file ?? '').href);
  process.exitCode = (await script.run(args)) ?? 0;
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

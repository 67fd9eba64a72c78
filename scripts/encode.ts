/** Writes figures as the browser takes them: static/bundle, or another folder, made anew each time. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE_FILE, INDICATORS_FILE } from '../src/lib/db/catalogue.ts';
import { ProblemsError } from '../src/lib/domain/problem.ts';
import { existsSync } from 'node:fs';
import type { Prepared } from '../src/lib/indicators/prepare.ts';
import { PUBLISHED } from './read-bundle.ts';
import { readIndicators, readPublished } from './read-published.ts';
import { Misuse, sayStop } from './say-stop.ts';
import { whyNoSite } from './setup/publishable.mjs';

export const summary = 'data/published into what the browser loads (the build does this by itself)';

const HELP = `npm run lens -- encode [options]

  --bundle <folder>   the bundle to encode (data/published)
  --to <folder>       where to write it; what is there is replaced (static/bundle)
  --restricted        encode a bundle for a restricted audience
  --help`;

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        bundle: { type: 'string', default: PUBLISHED },
        to: { type: 'string', default: join('static', 'bundle') },
        restricted: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' }
      }
    }).values;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** The codes of `run` in `figure.ts`: 1 where no site may be built of the bundle. */
export async function run(args: string[] = []): Promise<number> {
  try {
    const { bundle, to, restricted, help } = readOptions(args);
    if (help === true) console.log(HELP);
    else await encode(bundle, to, restricted);
    return 0;
  } catch (error) {
    return sayStop(error, HELP, false);
  }
}

/** The partnership that does not exist, which a site of published figures brings along. */
const DEMO = join('data', 'demo');

async function encode(bundle: string, folder: string, restricted: boolean): Promise<void> {
  const { catalogue, files } = await readPublished(bundle, async (read) => {
    const refused = whyNoSite(read.manifest, bundle, restricted);
    if (refused !== undefined) throw new ProblemsError(refused, []);
    if (resolve(bundle) !== resolve(PUBLISHED))
      await (await import('./refuse-leaks.ts')).refuseLeaks(read, bundle);
  });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writePrepared(folder, { catalogue, files });
  await writeFile(join(folder, INDICATORS_FILE), JSON.stringify(await readIndicators()));
  if (resolve(bundle) === resolve(PUBLISHED) && existsSync(DEMO))
    await writePrepared(join(folder, 'demo'), await readPublished(DEMO));
  const rows = catalogue.cubes.reduce((sum, cube) => sum + cube.rows, 0);
  const bytes = catalogue.cubes.reduce((sum, cube) => sum + cube.bytes, 0);
  console.log(
    `Encoded ${rows.toLocaleString('en-GB')} rows in ${String(files.size)} files, ${(bytes / 1e6).toFixed(1)} MB.`
  );
}

async function writePrepared(folder: string, { catalogue, files }: Prepared): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, stream] of files) await writeFile(join(folder, name), stream);
  await writeFile(join(folder, CATALOGUE_FILE), JSON.stringify(catalogue));
}

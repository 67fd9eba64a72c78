/** Writes figures as the browser takes them: static/bundle, or another folder, made anew each time. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE_FILE, editionFolder, INDICATORS_FILE, type Catalogue } from '../src/lib/db/catalogue.ts';
import { ProblemsError } from '../src/lib/domain/problem.ts';
import { existsSync } from 'node:fs';
import type { Prepared } from '../src/lib/indicators/prepare.ts';
import type { Bundle } from '../src/lib/sources/bundle.ts';
import { number } from '../src/lib/words/number.ts';
import { editionOf, withheldSince } from './edition-of.ts';
import { PUBLISHED } from './read-bundle.ts';
import { readIndicators, readPublished, readWholeBundle } from './read-published.ts';
import { Misuse, sayStop } from './say-stop.ts';
import { whyNoSite } from './setup/publishable.mjs';

export const summary = 'data/published into what the browser loads (the build does this by itself)';

const HELP = `npm run lens -- encode [options]

  --bundle <folder>   the bundle to encode (data/published)
  --earlier <folder>  an earlier release, kept beside it for links made on it (repeat for more)
  --to <folder>       where to write it; what is there is replaced (static/bundle)
  --restricted        encode a bundle for a restricted audience
  --help`;

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        bundle: { type: 'string', default: PUBLISHED },
        earlier: { type: 'string', multiple: true, default: [] },
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
    const { help, ...options } = readOptions(args);
    if (help === true) console.log(HELP);
    else await encode(options);
    return 0;
  } catch (error) {
    return sayStop(error, HELP, false);
  }
}

/** The partnership that does not exist, which a site of published figures brings along. */
const DEMO = join('data', 'demo');

interface Encoding {
  readonly bundle: string;
  readonly earlier: readonly string[];
  readonly to: string;
  readonly restricted: boolean;
}

/** Earlier releases of the published figures that the project keeps, each in a folder named by its vintage. */
const KEPT = join('data', 'editions');

async function keptEditions(bundle: string): Promise<readonly string[]> {
  if (resolve(bundle) !== resolve(PUBLISHED) || !existsSync(KEPT)) return [];
  const held = await readdir(KEPT, { withFileTypes: true });
  return held.filter((each) => each.isDirectory()).map(({ name }) => join(KEPT, name));
}

async function encode({ bundle, earlier, to: folder, restricted }: Encoding): Promise<void> {
  const kept = [...(await keptEditions(bundle)), ...earlier];
  const releases = await Promise.all(kept.map((each) => readWholeBundle(each)));
  const admit = (named: string, before: readonly Bundle[]) => async (read: Bundle) => {
    const refused = whyNoSite(read.manifest, named, restricted);
    if (refused !== undefined) throw new ProblemsError(refused, []);
    if (resolve(named) !== resolve(PUBLISHED))
      await (await import('./refuse-leaks.ts')).refuseLeaks(read, named, before);
  };
  let shown: Bundle | undefined;
  const present = await readPublished(bundle, async (read) => {
    await admit(bundle, releases)(read);
    shown = read;
  });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const editions: string[] = [];
  for (const [index, each] of kept.entries()) {
    const edition = await readPublished(each, admit(each, []));
    const vintage = editionOf(edition.catalogue, { named: each, present: present.catalogue, editions });
    editions.push(vintage);
    const apart = besidePresent(edition, present, editionFolder(vintage));
    await writePrepared(join(folder, editionFolder(vintage)), apart);
    sayEncoded(`Beside it the ${vintage} release, for links made on it:`, apart);
    const release = releases[index];
    const hidden = shown === undefined || release === undefined ? 0 : withheldSince(release, shown);
    if (hidden > 0)
      console.warn(
        `warning: ${each} shows ${number(hidden)} figures that are withheld now: whoever opens a link on it sees them`
      );
  }
  const catalogue: Catalogue = {
    ...present.catalogue,
    ...(editions.length === 0 ? {} : { editions: editions.toSorted() })
  };
  await writePrepared(folder, { catalogue, files: present.files });
  await writeFile(join(folder, INDICATORS_FILE), JSON.stringify(await readIndicators()));
  if (resolve(bundle) === resolve(PUBLISHED) && existsSync(DEMO))
    await writePrepared(join(folder, 'demo'), await readPublished(DEMO));
  sayEncoded('Encoded', present);
}

/** An edition whose catalogue names its files as the site does; those that the present figures have too are not kept twice. */
function besidePresent({ catalogue, files }: Prepared, present: Prepared, folder: string): Prepared {
  const shared = (name: string) => {
    const [theirs, ours] = [present.files.get(name), files.get(name)];
    return theirs !== undefined && ours !== undefined && Buffer.compare(theirs, ours) === 0;
  };
  const place = (name: string) => (shared(name) ? name : `${folder}/${name}`);
  const cubes = catalogue.cubes.map((cube) => ({
    ...cube,
    files: cube.files.map(place),
    unsaid: cube.unsaid.map(place)
  }));
  return {
    catalogue: { ...catalogue, cubes },
    files: new Map([...files].filter(([name]) => !shared(name)))
  };
}

function sayEncoded(what: string, { catalogue, files }: Prepared): void {
  const rows = catalogue.cubes.reduce((sum, cube) => sum + cube.rows, 0);
  const bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  console.log(
    `${what} ${rows.toLocaleString('en-GB')} rows in ${String(files.size)} files, ${(bytes / 1e6).toFixed(1)} MB.`
  );
}

async function writePrepared(folder: string, { catalogue, files }: Prepared): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, stream] of files) await writeFile(join(folder, name), stream);
  await writeFile(join(folder, CATALOGUE_FILE), JSON.stringify(catalogue));
}

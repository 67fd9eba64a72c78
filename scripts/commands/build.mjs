import { makeInstalled } from '../setup/install.mjs';
import { readOptions } from '../setup/options.mjs';
import { say } from '../setup/progress.mjs';

const HELP = `npm run build -- [options]                          builds the site, to be put on any web host
npm run lens -- build <bundle> --out <site> [options]   the same, of a bundle of your own

  --bundle <folder>       the bundle it shows, which must be protected (data/published)
  --earlier <folder>      an earlier release of that bundle, kept so that links made on it open on it (repeat for more)
  --restricted            allow a bundle for a restricted audience; every page of it is marked
  --areas <slugs|all>     which areas to prerender, with commas between (all); the rest live under 404.html
  --out <folder>          where to write it (build)
  --base </path>          where on the host it will live
  --routing <path|hash>   how addresses are written (path)
  --compress              write .br copies beside large files too (.gz copies are always written)
  --help`;

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, {
    bundle: 'string',
    earlier: 'strings',
    restricted: 'boolean',
    areas: 'string',
    out: 'string',
    base: 'string',
    routing: 'string',
    compress: 'boolean'
  });
  if (read === undefined) return 0;
  await makeInstalled();
  const { makeSite, readChoices, saySize } = await import('../setup/site.mjs');
  const choices = readChoices(
    read.values,
    read.flags.has('compress'),
    read.flags.has('restricted'),
    read.lists['earlier']
  );
  const built = await makeSite(choices);
  say(built ? `Built into ${choices.out}.` : `Nothing has changed: ${choices.out} is as it was built.`);
  saySize(choices.out);
  return 0;
}

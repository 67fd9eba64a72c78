import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { Halt } from '../setup/halt.mjs';
import { makeInstalled } from '../setup/install.mjs';
import { readOptions } from '../setup/options.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say, step } from '../setup/progress.mjs';

const HELP = `npm run build:single -- [options]

The whole application with its figures as one HTML file. It opens by a double click, with no server and no network,
and can be left on a file share or sent to whoever may read its figures.

  --bundle <folder>       the bundle it shows, which must be protected (data/published)
  --earlier <folder>      an earlier release of that bundle, kept so that links made on it open on it (repeat for more)
  --restricted            allow a bundle for a restricted audience; every page of it is marked
  --areas <slugs|all>     which areas its first page leads to, with commas between (all). One alone opens at once.
                          The figures of every area are in the file, since areas are compared with one another.
  --out <file.html>       where to write it (build-single/neglect-lens.html)
  --help`;

/** Where the site is built that is then put into one file. */
const WORK = join('.cache', 'single');

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, {
    bundle: 'string',
    earlier: 'strings',
    restricted: 'boolean',
    areas: 'string',
    out: 'string'
  });
  if (read === undefined) return 0;
  const { out, ...values } = read.values;
  if (out !== undefined && extname(out) !== '.html')
    throw new Halt(`--out names the file to be written, which ends in .html; "${out}" does not.`);
  await makeInstalled();
  const { readChoices } = await import('../setup/site.mjs');
  const choices = readChoices(
    { ...values, out: WORK, routing: 'hash' },
    false,
    read.flags.has('restricted'),
    read.lists['earlier']
  );
  const { file, bytes } = await makeSingle(choices, out);
  say(`Written: ${file}, ${(bytes / 1e6).toFixed(1)} MB. It opens by a double click.`);
  return 0;
}

/**
 * Builds the site and writes it as one file.
 *
 * @param {import('../setup/site.mjs').Choices} choices
 * @param {string} [out] the file; where none is named, one in build-single whose name says how its figures stand
 */
export async function makeSingle(choices, out) {
  const { makeSite } = await import('../setup/site.mjs');
  const { oneFile } = await import('../setup/one-file.mjs');
  await makeSite({ ...choices, single: true });
  const site = resolve(ROOT, choices.out);
  const { tsImport } = await import('tsx/esm/api');
  const { standingOf } = await tsImport('../../src/lib/domain/standing.ts', import.meta.url);
  const { markedFile, markedTitle } = await tsImport('../../src/lib/words/standing.ts', import.meta.url);
  const catalogue = JSON.parse(readFileSync(join(site, 'bundle', 'catalogue.json'), 'utf8'));
  const standing = standingOf(catalogue.manifest);
  const file = resolve(ROOT, out ?? join('build-single', markedFile('neglect-lens.html', standing)));
  const title = markedTitle('Neglect Lens', standing);
  const html = await step('Putting everything into one file', () =>
    Promise.resolve(
      oneFile(site, {
        title,
        mark: title === 'Neglect Lens' ? '' : title,
        opens: /^(all)?$|,/.test(choices.areas) ? '' : choices.areas
      })
    )
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  return { file, bytes: Buffer.byteLength(html) };
}

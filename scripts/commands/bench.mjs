import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeInstalled } from '../setup/install.mjs';
import { readOptions } from '../setup/options.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';

const HELP = `npm run bench -- [parts]     measures how fast the product is, beside a yardstick, in one run

  paint    a prerendered page: what it fetches, and its first paint beside a bare page of the same words
  change   changing area, period or comparator, beside bare DuckDB-Wasm and bare Plot in the same page
  grown    the same with the data grown to two million rows
  build    the site for the whole nation, and how long npm start takes
  load     a bundle of 200,000 rows dropped into the page, beside bare DuckDB-Wasm reading the same files
  report   a pack of more than twenty figures, beside the same charts by bare Plot, and as PDF
  protect  a whole made-up partnership protected and audited, on the command line and in the browser

Ends with 1 where a limit is broken. The numbers are kept in .cache/bench.json.`;

/** @typedef {import('../bench/measures.mjs').Measure} Measure */

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, {});
  if (read === undefined) return 0;
  await makeInstalled();
  const { Halt } = await import('../setup/halt.mjs');
  const { tableOf, isBroken } = await import('../bench/measures.mjs');
  const { measurePaint } = await import('../bench/paint.mjs');
  const { measureChange } = await import('../bench/change.mjs');
  const { measureBuild } = await import('../bench/build.mjs');
  const { measureLoad } = await import('../bench/load.mjs');
  const { measureDisclosure } = await import('../bench/disclosure.mjs');
  const { measureReport } = await import('../bench/report.mjs');

  /** @type {Record<string, () => Promise<readonly Measure[]>>} */
  const parts = {
    paint: measurePaint,
    change: () => measureChange('published'),
    grown: () => measureChange('grown'),
    build: measureBuild,
    load: measureLoad,
    report: measureReport,
    protect: measureDisclosure
  };
  const unknown = read.names.find((name) => !(name in parts));
  if (unknown !== undefined) throw new Halt(`There is no part "${unknown}".\n\n${HELP}`);

  /** @type {Measure[]} */
  const measures = [];
  for (const [name, measure] of Object.entries(parts))
    if (read.names.length === 0 || read.names.includes(name)) {
      const made = await measure();
      measures.push(...made);
      say(tableOf(made));
    }

  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(join(ROOT, '.cache', 'bench.json'), JSON.stringify(measures, undefined, 2) + '\n');
  say(`\n${tableOf(measures)}\n`);
  const broken = measures.filter(isBroken);
  say(broken.length === 0 ? 'Every limit is kept.' : `Broken: ${broken.map(({ name }) => name).join('; ')}.`);
  return broken.length === 0 ? 0 : 1;
}

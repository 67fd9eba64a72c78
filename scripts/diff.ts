import { parseArgs } from 'node:util';
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { diffBundles, USUAL_SIZE } from '#lib/sources/diff.ts';
import { namesFrom, reportDiff, summariseDiff } from '#lib/sources/diff-report.ts';
import { readBundleFolder, writeWhole } from './bundle-folder.ts';
import { readDictionary } from './dictionary.ts';
import { Misuse, sayStop } from './say-stop.ts';

export const summary = 'what changed from one bundle to the next, for sign-off';

const HELP = `npm run lens -- diff <old bundle> <new bundle> [options]     what changed, for sign-off

  --over <percent>   list revisions of more than this (${USUAL_SIZE.percent}), if they are at least ${USUAL_SIZE.least}
  --out <file>       write the report there; without it the report is printed
  --json             the report as JSON, every list whole (write npm run -s lens, so that nothing comes before it)
  --help`;

interface Options {
  readonly folders: readonly [string, string];
  readonly percent: number;
  readonly out: string | undefined;
  readonly json: boolean;
}

function readOptions(args: string[]): Options | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        over: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' }
      }
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  if (parsed.values.help === true) return undefined;
  const [before, after, ...more] = parsed.positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new Misuse(`two bundle folders are needed, and ${parsed.positionals.length} were given`);
  const over = parsed.values.over ?? String(USUAL_SIZE.percent);
  if (!/^\d+(\.\d+)?%?$/.test(over)) throw new Misuse(`--over takes a percentage such as 5, not ${over}`);
  const { out, json } = parsed.values;
  return { folders: [before, after], percent: Number(over.replace('%', '')), out, json };
}

async function load(folder: string, cubes: ReadonlyMap<string, Cube>): Promise<Bundle> {
  const { bundle, problems } = readBundle(await readBundleFolder(folder), cubes);
  if (bundle) return bundle;
  const errors = problems.filter((problem) => problem.severity === 'error');
  throw new ProblemsError(`${folder} cannot be used:`, errors);
}

/**
 * Compares two bundle folders. Returns the exit code: 0 compared, 1 a bundle could not be read or the report not
 * written, 2 the command was not understood.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === undefined) {
      console.log(HELP);
      return 0;
    }
    const cubes = await readDictionary();
    const before = await load(options.folders[0], cubes);
    const after = await load(options.folders[1], cubes);
    const diff = diffBundles(before, after, { percent: options.percent, least: USUAL_SIZE.least });
    const report = options.json
      ? JSON.stringify({ ok: true, ...diff }, null, 2)
      : reportDiff(diff, namesFrom(before, after));
    if (options.out === undefined) {
      console.log(report);
      return 0;
    }
    await writeWhole(options.out, report);
    const summary = summariseDiff(diff);
    console.log(
      options.json
        ? JSON.stringify({ ok: true, written: options.out, summary }, null, 2)
        : [...summary, `The report is in ${options.out}.`].join('\n')
    );
    return 0;
  } catch (error) {
    return sayStop(error, HELP, args.includes('--json'));
  }
}

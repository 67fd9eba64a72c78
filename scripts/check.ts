import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { besideOf } from '#lib/sources/bundle-beside.ts';
import { checkReleases, settingsOf, shownIn } from '#lib/sources/bundle-check.ts';
import { namesOf } from '#lib/words/disclosure.ts';
import { writeWhole } from './bundle-folder.ts';
import { leaksAsCsv, leaksAsJson } from './check-leaks.ts';
import { foundAsJson, foundInWords, isClean, isOfficial, tallyOf, type Found } from './check-report.ts';
import { readDictionary } from './dictionary.ts';
import { fieldProblems, hasNoErrors, problemsInWords } from './field-report.ts';
import { readSettings, SETTINGS_HELP, SETTINGS_OPTIONS } from './disclosure-settings.ts';
import { officialPaths, PUBLISHED, readBundleAt } from './read-bundle.ts';
import { breathing, progressOn } from './said-progress.ts';
import { Misuse, sayStop, sayStopped, stopSignal } from './say-stop.ts';

export const summary = 'what readers of a bundle, and of all that is out beside it, could work out';

const HELP = `npm run lens -- check <bundle> [<earlier bundle>…] [options]     is anything wrong, and is anybody given away?

A bundle is a folder or a zip. Earlier bundles are releases that are out, in any order; those a bundle keeps count too.
  --beside <bundle>    the release for the other audience, which is checked as well; may be given again
  --official <bundle>  what others publish of the same areas (${PUBLISHED}); may be given again
  --no-official        official figures play no part
  --no-repair          does not look for what would have to be withheld
  --leaks <file>       writes every figure that is given away to a .csv or .json file
  --tally <file>       writes how many withheld figures are given away, and which by no means
  --json               the result as JSON (write npm run -s lens, so that nothing comes before it)
  --help

The rules are those the bundle says it was made by, else the Department for Education’s, unless others are named:
${SETTINGS_HELP}

Of official statistics only the number is told; which figures they are is written nowhere but to --leaks.
Figures that are not protected yet (protected: no) are no fault for that: how many would have to be hidden is told.
It ends with 0 where nothing is wrong or given away; with 1 where something is, or a bundle cannot be used; with 2 where
the command was not understood; with 130 where it was stopped.`;

interface Options {
  readonly folder: string;
  readonly earlier: readonly string[];
  readonly beside: readonly string[];
  readonly official: readonly string[];
  readonly settings: DisclosureSettings | undefined;
  readonly repair: boolean;
  readonly leaks: string | undefined;
  readonly tally: string | undefined;
  readonly json: boolean;
}

/** Checks a bundle. Returns the exit code; `signal` stops it. */
export async function run(args: string[], signal: AbortSignal = stopSignal()): Promise<number> {
  const progress = progressOn(process.stderr);
  const json = args.includes('--json');
  try {
    const options = readOptions(args);
    if (options === undefined) {
      console.log(HELP);
      return 0;
    }
    const read = await readAll(options);
    refuseInside(options, [read.bundle, ...read.beside]);
    const found: Found[] = [];
    const subjects = [read.bundle, ...read.beside];
    const breathe = breathing();
    for (const [at, bundle] of subjects.entries()) {
      const settings = options.settings ?? settingsOf(bundle);
      const audit = await checkReleases({
        bundle,
        earlier: read.earlier,
        official: read.official,
        otherAudience: subjects.toSpliced(at, 1),
        settings,
        repair: options.repair,
        signal,
        onProgress: async (done, of) => {
          const share = of === 0 ? 0 : done / of;
          progress.say(`Checking: ${Math.floor((100 * (at + share)) / subjects.length)}%`);
          await breathe();
        }
      });
      const { told } = besideOf(bundle, bundle.manifest.audience, {
        previous: read.earlier,
        official: read.official,
        otherAudience: subjects.toSpliced(at, 1)
      });
      const shown = shownIn(
        {
          bundle,
          earlier: read.earlier,
          official: read.official,
          otherAudience: subjects.toSpliced(at, 1)
        },
        [...audit.contradictions, ...audit.impossible.flat()]
      );
      found.push({ bundle, settings, audit, shown, beside: told });
    }
    progress.end();
    await write(options, found);
    tell(options, read, found);
    return found.every(isClean) && hasNoErrors(read.problems) ? 0 : 1;
  } catch (error) {
    progress.end();
    return signal.aborted ? sayStopped(json) : sayStop(error, HELP, json);
  }
}

function readOptions(args: string[]): Options | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...SETTINGS_OPTIONS,
        beside: { type: 'string', multiple: true, default: [] },
        official: { type: 'string', multiple: true },
        'no-official': { type: 'boolean', default: false },
        'no-repair': { type: 'boolean', default: false },
        leaks: { type: 'string' },
        tally: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [folder, ...earlier] = positionals;
  if (folder === undefined) throw new Misuse('a bundle to check is needed');
  if (values.leaks !== undefined && !/\.(csv|json)$/i.test(values.leaks))
    throw new Misuse(`--leaks takes a file that ends in .csv or .json, not ${values.leaks}`);
  return {
    folder,
    earlier,
    beside: values.beside,
    official: officialPaths(values),
    settings: readSettings(values),
    repair: !values['no-repair'],
    leaks: values.leaks,
    tally: values.tally,
    json: values.json
  };
}

interface Read {
  readonly bundle: Bundle;
  readonly earlier: readonly Bundle[];
  readonly beside: readonly Bundle[];
  readonly official: readonly Bundle[];
  readonly problems: readonly Problem[];
}

async function readAll({ folder, ...options }: Options): Promise<Read> {
  const cubes = await readDictionary();
  const inTurn = async (paths: readonly string[]) => {
    const bundles: Bundle[] = [];
    for (const path of paths) bundles.push((await readBundleAt(path, cubes)).bundle);
    return bundles;
  };
  const read = await readBundleAt(folder, cubes);
  const { bundle, warnings } = read;
  const official = await inTurn(options.official);
  return {
    bundle,
    problems: [...warnings, ...fieldProblems(read, official)],
    earlier: await inTurn(options.earlier),
    beside: await inTurn(options.beside),
    official: official.filter(({ manifest }) => manifest.id !== bundle.manifest.id)
  };
}

const KEPT = ['data', 'src', 'static', 'tests'].map((folder) => resolve(folder) + sep);

/** @throws {Misuse} where what official statistics give away would be written among what is kept and published. */
function refuseInside({ leaks }: Options, bundles: readonly Bundle[]): void {
  if (leaks === undefined || !bundles.some(isOfficial)) return;
  if (KEPT.some((folder) => resolve(leaks).startsWith(folder)))
    throw new Misuse('--leaks names a file among what is kept or published here: name one elsewhere');
}

async function write({ leaks, tally }: Options, found: readonly Found[]): Promise<void> {
  if (leaks !== undefined)
    await writeWhole(leaks, /\.json$/i.test(leaks) ? leaksAsJson(found) : leaksAsCsv(found));
  const [first] = found;
  if (tally !== undefined && first !== undefined)
    await writeWhole(tally, `${JSON.stringify(tallyOf(first), null, 2)}\n`);
}

function tell({ json, leaks }: Options, read: Read, found: readonly Found[]): void {
  if (json) {
    const ok = found.every(isClean) && hasNoErrors(read.problems);
    const told = found.map(foundAsJson);
    console.log(JSON.stringify({ ok, problems: read.problems, disclosure: told }, null, 2));
    return;
  }
  for (const line of problemsInWords(read.problems)) console.error(line);
  const names = namesOf([read.bundle, ...read.beside, ...read.earlier, ...read.official]);
  console.log(found.map((each) => foundInWords(each, names)).join('\n\n'));
  if (leaks !== undefined) console.log(`\nEvery figure that is given away is in ${leaks}`);
}

import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { ALL } from '#lib/domain/cube.ts';
import { isoDate } from '#lib/domain/dates.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { describeProblem, type Problem } from '#lib/domain/problem.ts';
import { standingOf } from '#lib/domain/standing.ts';
import { InconsistentCellsError } from '#lib/disclosure/protect-error.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import {
  LeaksLeft,
  NoSafeSetError,
  protectedRelease,
  type ProtectedRelease
} from '#lib/sources/bundle-protected.ts';
import { wordsOfRelease } from '#lib/sources/bundle-packs.ts';
import { textsOf } from '#lib/sources/bundle-words.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import {
  namesOf,
  noSafeSetInWords,
  relationInWords,
  refusedInWords,
  moreLeaks,
  stageInWords,
  statementOf,
  statementText,
  type Names,
  type Refusal
} from '#lib/words/disclosure.ts';
import { writeBundleFolder } from './bundle-folder.ts';
import { readDictionary } from './dictionary.ts';
import { readSettings, SETTINGS_HELP, SETTINGS_OPTIONS } from './disclosure-settings.ts';
import { officialPaths, readBundleAt } from './read-bundle.ts';
import { replacedBy } from './replaced-release.ts';
import { breathing, progressOn } from './said-progress.ts';
import { Misuse, sayStop, sayStopped, stopSignal } from './say-stop.ts';

export const summary = 'raw aggregates into a bundle in which nobody can be identified, or nothing';

const HELP = `npm run lens -- protect <bundle> --out <bundle folder> [options]     raw aggregates into a release

${SETTINGS_HELP}
  --previous <bundle>  an earlier release, folder or zip; may be given again. The releases it keeps count too
  --official <bundle>  what others publish of the same areas (data/published); may be given again
  --no-official        official figures play no part
  --beside <bundle>    the release for the other audience; may be given again
  --audience public|restricted   who it is for (as the bundle says)
  --replace            puts the release in the place of another that --out holds
  --date <YYYY-MM-DD>  when it was made (today)
  --json               the result as JSON (write npm run -s lens, so that nothing comes before it)
  --help

It ends with 0 where a release was made and checked; with 1 where nothing was made, and says why; with 2 where the
command was not understood; with 130 where it was stopped. The statement for whoever signs it off is printed:
it says more than the release may, so that it is not to go out with it.`;

interface Options {
  readonly folder: string;
  readonly out: string;
  readonly settings: DisclosureSettings;
  readonly previous: readonly string[];
  readonly official: readonly string[];
  readonly beside: readonly string[];
  readonly audience: 'public' | 'restricted' | undefined;
  readonly replace: boolean;
  readonly date: string;
  readonly json: boolean;
}

/**
 * Protects a bundle and writes it whole or not at all. Returns the exit code: 0 written, 1 nothing was written (and
 * why), 2 the command was not understood, 130 stopped by `signal`.
 */
export async function run(args: string[], signal: AbortSignal = stopSignal()): Promise<number> {
  const progress = progressOn(process.stderr);
  let names: Names | undefined;
  let settings: DisclosureSettings | undefined;
  try {
    const options = readOptions(args);
    if (options === undefined) {
      console.log(HELP);
      return 0;
    }
    ({ settings } = options);
    const cubes = await readDictionary();
    const read = async (path: string) => (await readBundleAt(path, cubes)).bundle;
    const { bundle, files, warnings } = await readBundleAt(options.folder, cubes);
    checkKept(options.settings, bundle);
    const [previous, official, otherAudience] = [
      await inTurn(options.previous, read),
      await inTurn(options.official, read),
      await inTurn(options.beside, read)
    ];
    names = namesOf([bundle, ...previous, ...otherAudience, ...official]);
    const breathe = breathing();
    const release = await protectedRelease({
      bundle,
      settings: options.settings,
      audience: options.audience ?? bundle.manifest.audience,
      madeOn: options.date,
      previous,
      official,
      otherAudience,
      texts: textsOf(files),
      signal,
      onProgress: async (stage) => {
        progress.say(stageInWords(stage));
        await breathe();
      }
    });
    progress.say(stageInWords({ stage: 'writing', done: 0, of: 0 }));
    signal.throwIfAborted();
    const words = wordsOfRelease(files, standingOf(bundle.manifest), standingOf(release.bundle.manifest));
    const written = new Map([...words, ...writeBundle(release.bundle)]);
    const replaced = await replacedBy(release, { ...options, cubes });
    await writeBundleFolder(options.out, written);
    progress.end();
    tell(release, options, [...warnings, ...release.warnings, ...replaced]);
    return 0;
  } catch (error) {
    progress.end();
    if (signal.aborted) return sayStopped(args.includes('--json'));
    return sayStop(inWords(error, names, settings), HELP, args.includes('--json'));
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
        out: { type: 'string' },
        previous: { type: 'string', multiple: true, default: [] },
        official: { type: 'string', multiple: true },
        'no-official': { type: 'boolean', default: false },
        beside: { type: 'string', multiple: true, default: [] },
        audience: { type: 'string' },
        replace: { type: 'boolean', default: false },
        date: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new Misuse(`one bundle is needed, and ${positionals.length} were given`);
  if (values.out === undefined)
    throw new Misuse('--out <bundle folder> is needed: where the release is to be');
  const [from, to] = [resolve(folder), resolve(values.out)];
  if (from === to || to.startsWith(from + sep) || from.startsWith(to + sep))
    throw new Misuse('--out lies over the raw figures, or inside them: name another folder');
  const { audience, date = isoDate(new Date()) } = values;
  if (audience !== undefined && audience !== 'public' && audience !== 'restricted')
    throw new Misuse(`--audience takes public or restricted, not ${audience}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new Misuse(`--date takes a date such as 2026-05-31, not ${date}`);
  return {
    folder,
    out: values.out,
    settings: readSettings(values) ?? PRESETS.dfe,
    previous: values.previous,
    official: officialPaths(values),
    beside: values.beside,
    audience,
    replace: values.replace,
    date,
    json: values.json
  };
}

/** @throws {Misuse} where totals are to be kept that the bundle has not. */
function checkKept({ keep }: DisclosureSettings, { tables }: Bundle): void {
  for (const { table, measure } of keep) {
    const found = tables.find((each) => each.table.id === table);
    if (found === undefined)
      throw new Misuse(
        `there is no table “${table}” to keep. Tables: ${tables.map((each) => each.table.id).join(', ')}`
      );
    const measures = found.cube.measures.map(({ id }) => id);
    if (measure !== undefined && !measures.includes(measure))
      throw new Misuse(`table “${table}” has no “${measure}” to keep. It has: ${measures.join(', ')}`);
    const isTotal = ({ members, measure: counted }: Bundle['tables'][number]['observations'][number]) =>
      members.every((member) => member === ALL) && (measure ?? counted) === counted;
    if (!found.observations.some(isTotal))
      throw new Misuse(
        `table “${table}” has no totals to keep${measure === undefined ? '' : ` of “${measure}”`}: only totals can be kept, which are rows with “all” in every breakdown`
      );
  }
}

async function inTurn(paths: readonly string[], read: (path: string) => Promise<Bundle>): Promise<Bundle[]> {
  const bundles: Bundle[] = [];
  for (const path of paths) bundles.push(await read(path));
  return bundles;
}

/** An error that speaks of cells by their ids, in the words of a reader. */
function inWords(error: unknown, names: Names | undefined, settings?: DisclosureSettings): unknown {
  if (names === undefined) return error;
  if (error instanceof NoSafeSetError)
    return new Error(refusalText(noSafeSetInWords(error, names, settings)));
  if (error instanceof LeaksLeft && error.audit.leaks.length === 0)
    return new Error(contradictionText(error.audit.impossible, names));
  if (error instanceof LeaksLeft) {
    const refused = refusedInWords(error.audit.leaks, names, { afterProtecting: true });
    return new Error([refusalText(refused), moreLeaks(refused.more) ?? ''].join('\n').trim());
  }
  if (error instanceof InconsistentCellsError)
    return new Error(
      `Nothing was made: the figures contradict themselves, so nothing can be said of what they give away. ${error.message}.`
    );
  return error;
}

const TOLD = 5;

function contradictionText(impossible: LeaksLeft['audit']['impossible'], names: Names): string {
  return [
    'Nothing was made: with the small ones withheld, these figures contradict each other, and nothing can be proved of figures that do.',
    ...impossible
      .slice(0, TOLD)
      .flatMap((relations) => relations.map((relation) => `  ${relationInWords(relation, names)}`)),
    'Check which of them is counted otherwise, and correct it or leave its table out.'
  ].join('\n');
}

function refusalText({ what, why, figures, remedy, ways = [] }: Refusal): string {
  const points = ways.map((way) => `- ${way}`);
  return [what, ...why, ...figures.map((figure) => `  ${figure}`), remedy, ...points].join('\n');
}

function tell(release: ProtectedRelease, { out, json }: Options, warnings: readonly Problem[]): void {
  const { bundle, hash, summary: counts, givenAway, untrue } = release;
  const { manifest } = bundle;
  const record = manifest.disclosure;
  if (record === undefined) throw new Error('a release was made that says nothing of its protection');
  if (json) {
    const told = { written: out, release: record.release, hash, audience: manifest.audience, record };
    console.log(
      JSON.stringify(
        { ok: true, ...told, summary: counts, givenAway, untrue: untrue.length, warnings },
        null,
        2
      )
    );
    return;
  }
  for (const warning of warnings) console.error(`warning: ${describeProblem(warning)}`);
  const statement = statementOf({
    record,
    hash,
    title: manifest.title,
    publisher: manifest.publisher,
    audience: manifest.audience,
    summary: counts,
    tables: manifest.tables
  });
  console.log(`${statementText(statement)}\nWritten to ${out}`);
}

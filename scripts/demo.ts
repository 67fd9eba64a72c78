import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { protectedRelease } from '#lib/sources/bundle-protected.ts';
import { releaseHash } from '#lib/sources/bundle-release.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { stageInWords } from '#lib/words/disclosure.ts';
import { writeBundleFolder, writeWhole } from './bundle-folder.ts';
import { madeDemo } from './demo/made.ts';
import { OWN } from './demo/places.ts';
import { storiesOf, type Story } from './demo/stories.ts';
import { storiesText } from './demo/stories-file.ts';
import { readDictionary } from './dictionary.ts';
import { breathing, progressOn } from './said-progress.ts';
import { Misuse, sayStop, sayStopped, stopSignal } from './say-stop.ts';

export const summary = 'a made-up partnership with stories in its figures, to try the product with';

/** So that the same seed gives the same bytes on any day. */
const MADE_ON = '2024-07-31';

const HELP = `npm run lens -- demo --seed <number> --out <bundle folder> [options]     a made-up partnership, protected

  --seed <number>    what chance begins with: the same seed gives the same figures
  --out <folder>     where the protected release is to be
  --stories <file>   where to write what was planted (<out>-stories.json)
  --raw <folder>     writes the raw figures too
  --replace          overwrites what an earlier run has written there
  --json             the result as JSON (write npm run -s lens, so that nothing comes before it)
  --help

Children, families and places in it do not exist. It takes about a minute. It ends with 0 where it was written, with 1
where nothing was and says why, with 2 where the command was not understood, with 130 where it was stopped.`;

interface Options {
  readonly seed: number;
  readonly out: string;
  readonly stories: string;
  readonly raw: string | undefined;
  readonly replace: boolean;
  readonly json: boolean;
}

export interface MadeDemonstration {
  readonly raw: Bundle;
  /** The protected release. */
  readonly bundle: Bundle;
  readonly stories: readonly Story[];
}

/** Makes and protects the demonstration; the same seed gives the same. `say` is told how far it is. */
export async function demonstration(
  seed: number,
  say: (line: string) => void = () => undefined,
  signal?: AbortSignal
): Promise<MadeDemonstration> {
  const breathe = breathing();
  const raw = await madeDemo({
    seed,
    cubes: await readDictionary(),
    onProgress: async (done, of) => {
      signal?.throwIfAborted();
      say(`Making up children and families: ${String(done)} of ${String(of)} authorities`);
      await breathe();
    }
  });
  const { bundle } = await protectedRelease({
    bundle: raw,
    settings: PRESETS.dfe,
    audience: 'public',
    madeOn: MADE_ON,
    ...(signal === undefined ? {} : { signal }),
    onProgress: async (stage) => {
      say(stageInWords(stage));
      await breathe();
    }
  });
  return { raw, bundle, stories: storiesOf(raw) };
}

/** Writes the demonstration whole or not at all. Returns the exit code, as the help tells them. */
export async function run(args: string[], signal: AbortSignal = stopSignal()): Promise<number> {
  const progress = progressOn(process.stderr);
  const json = args.includes('--json');
  try {
    const options = readOptions(args);
    if (options === undefined) {
      console.log(HELP);
      return 0;
    }
    refuseToOverwrite(options);
    const { raw, bundle, stories } = await demonstration(options.seed, progress.say, signal);
    const untold = stories.filter(({ told }) => !told);
    if (options.raw !== undefined) await writeBundleFolder(options.raw, writeBundle(raw));
    await writeBundleFolder(options.out, writeBundle(bundle));
    await writeWhole(options.stories, storiesText(options.seed, releaseHash(bundle), stories));
    progress.end();
    tell(options, bundle, stories, untold);
    return 0;
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
      options: {
        seed: { type: 'string' },
        out: { type: 'string' },
        stories: { type: 'string' },
        raw: { type: 'string' },
        replace: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { seed, out, stories, raw, replace, json, help } = parsed.values;
  if (help) return undefined;
  if (seed === undefined || !/^\d{1,9}$/.test(seed))
    throw new Misuse(`--seed takes a whole number of up to nine digits, not ${seed ?? 'nothing'}`);
  if (out === undefined) throw new Misuse('--out <bundle folder> is needed: where the release is to be');
  const options = {
    seed: Number(seed),
    out,
    stories: stories ?? `${out.replace(/[/\\]+$/, '')}-stories.json`,
    raw,
    replace,
    json
  };
  if (isWithin(options.stories, out))
    throw new Misuse('--stories lies inside the bundle: what was planted is told outside of it');
  if (raw !== undefined && (isWithin(raw, out) || isWithin(out, raw)))
    throw new Misuse('--raw and --out lie over each other: name another folder');
  return options;
}

function isWithin(path: string, folder: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
}

/** @throws where something is there already, and to replace it was not asked for. */
function refuseToOverwrite({ out, stories, raw, replace }: Options): void {
  const there = [out, stories, ...(raw === undefined ? [] : [raw])].filter((path) => existsSync(path));
  if (there.length > 0 && !replace)
    throw new Error(
      `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already, and nothing was written. Name another place, or say --replace.`
    );
}

function tell(
  { out, raw, stories: file, seed, json }: Options,
  { manifest }: Bundle,
  stories: readonly Story[],
  untold: readonly Story[]
): void {
  const written = [out, file, ...(raw === undefined ? [] : [raw])];
  const kept = manifest.disclosure?.kept ?? 1;
  if (json) {
    const told = { seed, written, kept, stories, untold: untold.map(({ id }) => id) };
    console.log(JSON.stringify({ ok: true, ...told }, null, 2));
    return;
  }
  for (const { id, sentence } of untold) console.error(`warning: with this seed ${id} is faint: ${sentence}`);
  const authorities = Object.values(OWN).map(({ name }) => name);
  console.log(
    [
      `${manifest.title}: ${authorities.join(', ')}.`,
      `${(100 * kept).toFixed(0)}% of figures that are not nought are shown.`,
      ...stories.map(({ sentence }) => `- ${sentence}`),
      `Written to ${written.join(', ')}`
    ].join('\n')
  );
}

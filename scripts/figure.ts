import { parseArgs } from 'node:util';
import { ProblemsError } from '#lib/domain/problem.ts';
import { catalogueFor, findArea } from '#lib/db/catalogue.ts';
import { openDatabase } from '#lib/db/node.ts';
import { figure, type FigureAsked } from '#lib/indicators/figure.ts';
import { figureRecord } from '#lib/indicators/figure-record.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import { standingOf } from '#lib/domain/standing.ts';
import type { Facts } from '#lib/db/facts.ts';
import { figureSentences } from '#lib/words/figure.ts';
import { standingText } from '#lib/words/standing.ts';
import { readPublished } from './read-published.ts';
import { Misuse, sayStop } from './say-stop.ts';
import { whyRaw } from './setup/publishable.mjs';

export const summary = 'one figure of an indicator, with its range, comparison, trend and source';

const HELP = `npm run -s lens -- figure <id> --area <code> --period <period> [options]

  <id>                an indicator, in capitals or not: CPP-NEG, cpp-neg
  --area <code>       a name as addresses spell it, a DfE or ONS code: leicestershire, 855, E10000018
  --period <period>   a period of the bundle, such as 2024 for the year to 31 March 2024
  --bundle <folder>   the figures to read (data/published)
  --by <dimension>    the same by the members of a dimension, such as age or source
  --json              as JSON, for a program
  --help`;

/** Asked for something that is not there: said with what there is. */
class NotThere extends Error {}

interface Options {
  readonly id: string;
  readonly area: string;
  readonly period: string;
  readonly bundle: string;
  readonly by: string | undefined;
  readonly json: boolean;
}

function readOptions(args: string[]): Options | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        period: { type: 'string' },
        bundle: { type: 'string', default: 'data/published' },
        by: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' }
      }
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { area, period, bundle, by, json, help } = parsed.values;
  if (help === true) return undefined;
  const [id, ...more] = parsed.positionals;
  if (id === undefined || more.length > 0)
    throw new Misuse(`one indicator is needed, and ${String(parsed.positionals.length)} were given`);
  if (area === undefined || period === undefined)
    throw new Misuse(`--${area === undefined ? 'area' : 'period'} is needed`);
  return { id, area, period, bundle, by, json };
}

/** Names close to what was asked for, so that a slip is easily put right. */
function near(asked: string, names: readonly string[]): string {
  const start = asked.toLowerCase().slice(0, 3);
  const alike = names.filter((name) => name.toLowerCase().startsWith(start)).slice(0, 8);
  return alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : '';
}

function find({ catalogue }: Facts, { id, area, period, by }: Options): FigureAsked {
  const place = findArea(catalogue, area);
  if (!place)
    throw new NotThere(
      `There is no area ${area} in these figures.${near(
        area,
        catalogue.manifest.areas.map(({ slug }) => slug)
      )}`
    );
  const when = catalogue.manifest.periods.find((each) => each.id.toLowerCase() === period.toLowerCase());
  if (!when)
    throw new NotThere(
      `There is no period ${period} in these figures. There are ${catalogue.manifest.periods
        .filter(({ kind }) => kind !== 'date')
        .map((each) => each.id)
        .join(', ')}.`
    );
  const { indicators } = catalogueFor(catalogue, place.id, when.end);
  const indicator = indicators.find((each) => each.id === id.toUpperCase());
  if (!indicator)
    throw new NotThere(
      `There is no indicator ${id}.${near(
        id,
        indicators.map((each) => each.id)
      )}`
    );
  if (by !== undefined && !indicator.breakdowns.includes(by))
    throw new NotThere(
      `${indicator.id} cannot be looked at by ${by}. ${
        indicator.breakdowns.length > 0
          ? `It can be by ${indicator.breakdowns.join(', ')}.`
          : 'It has no breakdowns.'
      }`
    );
  return { indicator, area: place, period: when, ...(by === undefined ? {} : { by }) };
}

async function openBundle(folder: string): Promise<Facts> {
  const prepared = await readPublished(folder);
  const raw = whyRaw(prepared.catalogue.manifest, folder);
  if (raw !== undefined) throw new ProblemsError(raw, []);
  return preparedFacts(prepared, openDatabase);
}

async function tell(options: Options, open: typeof openBundle): Promise<void> {
  const facts = await open(options.bundle);
  try {
    const asked = find(facts, options);
    const catalogue = catalogueFor(facts.catalogue, asked.area.id, asked.period.end);
    const found = await figure({ ...facts, catalogue }, asked);
    const { manifest } = catalogue;
    const mark = standingText(standingOf(manifest));
    const told = { audience: manifest.audience, madeUp: manifest.synthetic === true, ...figureRecord(found) };
    console.log(
      options.json
        ? JSON.stringify(told, null, 2)
        : [...(mark === '' ? [] : [mark]), ...figureSentences(found)].join('\n')
    );
  } finally {
    await facts.close();
  }
}

/**
 * Prints one figure. Returns the exit code: 0 printed, a withheld one too; 1 the bundle could not be read or has no
 * such indicator, area, period or breakdown; 2 the command was not understood. `open` opens the figures of a folder.
 */
export async function run(args: string[], open = openBundle): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === undefined) console.log(HELP);
    else await tell(options, open);
    return 0;
  } catch (error) {
    return sayStop(error, HELP, args.includes('--json'));
  }
}

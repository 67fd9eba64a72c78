import { parseArgs } from 'node:util';
import { isoDate } from '#lib/domain/dates.ts';
import { COMPARES, type Compare } from '#lib/selection/place.ts';
import { Misuse } from './say-stop.ts';

export const HELP = `npm run lens -- report <bundle> --template <name> --area <area> --out <file.pdf|.html|.xlsx> [options]
npm run lens -- report <bundle> --pack <file or id> --out <file.pdf|.html|.xlsx> [options]

  <bundle>            a bundle folder, such as data/published or data/demo, or the zip of one
  --template <name>   where to begin: quarterly-board-pack, annual-report-section, one-page-summary, scrutiny-paper
  --pack <file or id> a pack that was saved with its commentary, or one of the bundle’s folder packs
  --area <area>       as addresses spell it, or a code: leeds, 383; of a bundle with one partnership, that
  --period <period>   such as 2024 (the latest)
  --compare <with>    ${COMPARES.join(', ')} (the first that there is)
  --occasion <words>  for whom and when: "Board meeting, 12 December 2024"
  --made <date>       the day it is put together, such as 2024-12-01 (today)
  --site <address>    where the same figures can be seen: each figure then says its address
  --out <file>        .pdf needs Chromium or Chrome; .html can be read in any browser; .xlsx holds the tables
  --json              what was made, as JSON
  --help

A pack of restricted figures is marked on every page and in the name of its file. So is a pack that does not say on what
figures its words were written.
It ends with 0 where the file was written, with 1 where it was not, with 2 where the command was not understood.`;

export interface Options {
  readonly bundle: string;
  readonly template: string | undefined;
  readonly pack: string | undefined;
  readonly area: string | undefined;
  readonly period: string | undefined;
  readonly compare: Compare | undefined;
  readonly occasion: string | undefined;
  readonly made: string;
  readonly site: string | undefined;
  readonly out: string;
  readonly json: boolean;
}

const OPTIONS = {
  template: { type: 'string' },
  pack: { type: 'string' },
  area: { type: 'string' },
  period: { type: 'string' },
  compare: { type: 'string' },
  occasion: { type: 'string' },
  made: { type: 'string' },
  site: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' }
} as const;

/** Undefined where help is asked for; throws `Misuse` for what cannot be understood. */
export function readOptions(args: string[]): Options | undefined {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { template, pack, area, period, occasion, site, json, help, ...asked } = parsed.values;
  if (help === true) return undefined;
  const [bundle, ...more] = parsed.positionals;
  if (bundle === undefined || more.length > 0)
    throw new Misuse(`one bundle is needed, and ${String(parsed.positionals.length)} were given`);
  if ((template === undefined) === (pack === undefined))
    throw new Misuse(
      template === undefined ? '--template or --pack is needed' : '--template and --pack: keep one'
    );
  const placing = Object.entries({ area, period, compare: asked.compare }).find(
    ([, value]) => value !== undefined
  );
  if (pack !== undefined && placing !== undefined)
    throw new Misuse(
      `--${placing[0]} goes with --template: a pack names the area, the period and the comparison of each part`
    );
  const { out, made = isoDate(new Date()) } = asked;
  if (out === undefined || !/\.(pdf|html|xlsx)$/i.test(out))
    throw new Misuse('--out is needed, a file that ends with .pdf, .html or .xlsx');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(made) || Number.isNaN(Date.parse(made)))
    throw new Misuse(`--made is a date such as 2024-12-01, and not ${made}`);
  const compare = COMPARES.find((each) => each === asked.compare);
  if (asked.compare !== undefined && compare === undefined)
    throw new Misuse(`--compare is one of ${COMPARES.join(', ')}`);
  if (site !== undefined && !/^https?:\/\/\S+$/.test(site))
    throw new Misuse('--site is an address that begins with http:// or https://');
  return { bundle, template, pack, area, period, compare, occasion, made, site, out, json };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isoDate } from '#lib/domain/dates.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import { isPlain, standingOf } from '#lib/domain/standing.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { findArea } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { openDatabase } from '#lib/db/node.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { packWorkbook } from '#lib/exports/tables-workbook-pack.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import { fullLink } from '#lib/selection/address.ts';
import { COMPARES, type Compare, type ViewPlace } from '#lib/selection/place.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { viewOf } from '#lib/views/view.ts';
import { markedFile, standingText } from '#lib/words/standing.ts';
import { readPublished } from './read-published.ts';
import { readPack, readTemplates, type GivenPack } from './report-pack.ts';
import { printed, typeface } from './report-print.ts';
import { Misuse, sayStop } from './say-stop.ts';
import { whyRaw } from './setup/publishable.mjs';

export const summary =
  'a pack of figures for a board, a report or scrutiny, as PDF, one HTML file or a workbook';

const HELP = `npm run lens -- report <bundle> --template <name> --area <area> --out <file.pdf|.html|.xlsx> [options]
npm run lens -- report <bundle> --pack <file or id> --out <file.pdf|.html|.xlsx> [options]

  <bundle>            a bundle folder, such as data/published or data/demo
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

A pack of restricted figures is marked on every page and in the name of its file.
It ends with 0 where the file was written, with 1 where it was not, with 2 where the command was not understood.`;

interface Options {
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

function readOptions(args: string[]): Options | undefined {
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

/** Asked for something that is not there: said with what there is. */
const notThere = (words: string) => new ProblemsError(words, []);

function areaOf({ catalogue }: Facts, { area, bundle }: Options) {
  const { areas } = catalogue.manifest;
  if (area !== undefined) {
    const found = findArea(catalogue, area);
    if (found === undefined) {
      const near = areas.filter(({ slug }) => slug.startsWith(area.toLowerCase().slice(0, 3))).slice(0, 8);
      throw notThere(
        `There is no area ${area} in ${bundle}.${near.length === 0 ? '' : ` Did you mean ${near.map(({ slug }) => slug).join(', ')}?`}`
      );
    }
    return found;
  }
  const [only, ...others] = areas.filter(({ kind }) => kind === 'partnership');
  if (only === undefined || others.length > 0)
    throw new Misuse('--area is needed: the bundle holds more than one area');
  return only;
}

async function packOf(facts: Facts, options: Options): Promise<GivenPack & { readonly sheets?: number }> {
  const templates = await readTemplates();
  if (options.pack !== undefined) {
    const given = await readPack(options.pack, options.bundle);
    const sheets = templates.get(given.pack.template ?? '')?.sheets;
    return { ...given, ...(sheets === undefined ? {} : { sheets }) };
  }
  const template = templates.get(options.template ?? '');
  if (template === undefined)
    throw notThere(
      `There is no template ${options.template ?? ''}. There are ${[...templates.keys()].join(', ')}.`
    );
  const { slug, name } = areaOf(facts, options);
  const place: ViewPlace = {
    page: 'view',
    area: slug,
    view: 'overview',
    ...(options.period === undefined ? {} : { period: options.period }),
    ...(options.compare === undefined ? {} : { compare: options.compare })
  };
  const pack = packFromTemplate(template, { own: false, place }, name);
  return { pack, commentary: [], ...(template.sheets === undefined ? {} : { sheets: template.sheets }) };
}

async function modelOf(
  facts: Facts,
  given: GivenPack,
  { made, occasion, site }: Options
): Promise<PackModel> {
  const pack = occasion === undefined ? given.pack : { ...given.pack, occasion };
  const pages = async (page: string) => {
    const read = readPage(page);
    return read === undefined ? { unanswerable: `No page is named ${page}.` } : viewOf(facts, read.place);
  };
  return packModel(pack, given.commentary, pages, {
    made,
    catalogue: () => Promise.resolve(facts.catalogue),
    ...(site === undefined
      ? {}
      : {
          link: (page, figure, { area, period, compare, vintage }) => {
            const read = readPage(page);
            if (read === undefined) return undefined;
            const named = read.place.view === 'indicator' ? { area: area.slug } : {};
            const shown = { ...named, period: period.id, compare: compare.id, vintage };
            return `${fullLink(read.place, shown, site, { routing: 'path', base: new URL(site).pathname.replace(/\/$/, '') })}#chart-${figure}`;
          }
        })
  });
}

/** A file of restricted figures says so in its name. */
function fileOf(out: string, standing: PackModel['standing']): string {
  if (standing?.restricted !== true || /restricted/i.test(basename(out))) return out;
  return join(dirname(out), markedFile(basename(out), { ...standing, madeUp: false }));
}

async function openBundle(folder: string): Promise<Facts> {
  const prepared = await readPublished(folder);
  const raw = whyRaw(prepared.catalogue.manifest, folder);
  if (raw !== undefined) throw notThere(raw);
  return preparedFacts(prepared, openDatabase);
}

/** The file of a pack by its ending, and how many sheets of paper it takes where it is printed. */
async function writtenAs(
  ending: string,
  model: PackModel,
  held: number | undefined
): Promise<{ readonly content: string | Uint8Array; readonly sheets: number | undefined }> {
  if (ending === '.xlsx') {
    const content = packWorkbook(model);
    if (content === undefined)
      throw notThere('The pack shows no figure, so a workbook of it would hold no table.');
    return { content, sheets: undefined };
  }
  const html = packHtml(model, {
    fonts: await typeface(),
    draw: (spec, size, id) => drawChart(spec, size, svgDocument, id),
    sheets: held
  });
  if (ending !== '.pdf') return { content: html, sheets: undefined };
  const { pdf, sheets } = await printed(html);
  return { content: pdf, sheets };
}

async function make(options: Options, open: typeof openBundle): Promise<void> {
  const facts = await open(options.bundle);
  try {
    const { sheets: held, ...given } = await packOf(facts, options);
    const model = await modelOf(facts, given, options);
    const { content, sheets } = await writtenAs(extname(options.out).toLowerCase(), model, held);
    const file = fileOf(options.out, model.standing);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    tell(options, { model, file, sheets, held, facts });
  } finally {
    await facts.close();
  }
}

interface Made {
  readonly model: PackModel;
  readonly file: string;
  readonly sheets: number | undefined;
  readonly held: number | undefined;
  readonly facts: Facts;
}

function tell({ json }: Options, { model, file, sheets, held, facts }: Made): void {
  const figures = model.blocks.filter(({ kind }) => kind === 'figure').length;
  const absent = model.blocks.filter(({ kind }) => kind === 'absent').length;
  const standing = standingOf(facts.catalogue.manifest);
  if (json) {
    const { title, unwritten } = model;
    console.log(
      JSON.stringify({ ok: true, file, title, figures, sheets, absent, unwritten, standing }, null, 2)
    );
    return;
  }
  const counted = [
    `${String(figures)} figures`,
    ...(sheets === undefined ? [] : [`${String(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'}`])
  ];
  console.log(`${file}: ${model.title}, ${counted.join(' on ')}`);
  if (!isPlain(standing)) console.log(standingText(standing));
  if (absent > 0) console.log(`Not supplied, and said so in their place: ${String(absent)}`);
  if (model.unwritten.length > 0) console.log(`Still to be written: ${model.unwritten.join(', ')}`);
  if (held !== undefined && sheets !== undefined && sheets > held)
    console.log(`It is meant for ${String(held)} and takes ${String(sheets)}: take something out.`);
}

/**
 * Makes one pack. Returns the exit code: 0 written; 1 the bundle, pack, area or browser is not there; 2 the command was not
 * understood. `open` opens the figures of a folder.
 */
export async function run(args: string[], open = openBundle): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === undefined) console.log(HELP);
    else await make(options, open);
    return 0;
  } catch (error) {
    return sayStop(error, HELP, args.includes('--json'));
  }
}

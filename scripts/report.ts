import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { ProblemsError } from '#lib/domain/problem.ts';
import { standingOf } from '#lib/domain/standing.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { findArea } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { openDatabase } from '#lib/db/node.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { packWorkbook } from '#lib/exports/tables-workbook-pack.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import { fullLink } from '#lib/selection/address.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { figureOf } from '#lib/views/agenda.ts';
import { seenOfTable } from '#lib/views/pack/seen.ts';
import { pageOfPart, unknownWords } from '#lib/selection/pack-edit.ts';
import { linkToFigure } from '#lib/selection/private-state.ts';
import { wholePack } from '#lib/views/pack/never-without.ts';
import { packModel, type Pages } from '#lib/views/pack/pack.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { viewOf } from '#lib/views/view.ts';
import { markedFile } from '#lib/words/standing.ts';
import { readPublished } from './read-published.ts';
import { HELP, readOptions, type Options } from './report-options.ts';
import { readPack, readTemplates, type GivenPack } from './report-pack.ts';
import { printed, typeface } from './report-print.ts';
import { tell } from './report-tell.ts';
import { Misuse, sayStop } from './say-stop.ts';
import { whyRaw } from './setup/publishable.mjs';

export const summary =
  'a pack of figures for a board, a report or scrutiny, as PDF, one HTML file or a workbook';

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

/** A pack whose areas the bundle has none of would be an empty paper. */
function refuseElsewhere({ pack }: GivenPack, { catalogue }: Facts, { bundle }: Options): void {
  const areas = [
    ...new Set(pack.parts.flatMap((part) => readPage(pageOfPart(part) ?? '')?.place.area ?? []))
  ];
  if (areas.length === 0 || areas.some((area) => findArea(catalogue, area) !== undefined)) return;
  const [only = '', ...more] = areas;
  throw notThere(
    more.length === 0
      ? `“${pack.title}” tells of ${only}, and ${bundle} has no such area. Name the bundle that the pack was made on.`
      : `“${pack.title}” tells of ${areas.join(', ')}, and ${bundle} has none of these areas. Name the bundle that the pack was made on.`
  );
}

async function packOf(facts: Facts, options: Options): Promise<GivenPack & { readonly sheets?: number }> {
  const templates = await readTemplates();
  if (options.pack !== undefined) {
    const given = await readPack(options.pack, options.bundle, standingOf(facts.catalogue.manifest));
    refuseElsewhere(given, facts, options);
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
  const pages: Pages = async (page, reckonedOn) => {
    const read = readPage(page);
    return read === undefined
      ? { unanswerable: `No page is named ${page}.` }
      : viewOf(facts, read.place, reckonedOn);
  };
  return packModel(pack, given.commentary, pages, {
    made,
    standing: standingOf(facts.catalogue.manifest),
    catalogue: () => Promise.resolve(facts.catalogue),
    ...(site === undefined
      ? {}
      : {
          link: (page, figure, model) => {
            const { area, period, compare, vintage } = model;
            const read = readPage(page);
            if (read === undefined) return undefined;
            const named = read.place.view === 'indicator' ? { area: area.slug } : {};
            const shown = { ...named, period: period.id, compare: compare.id, vintage };
            const addressing = { routing: 'path', base: new URL(site).pathname.replace(/\/$/, '') } as const;
            const drawn = figureOf(model, figure)?.figure;
            const seen = drawn === undefined ? undefined : seenOfTable(drawn);
            return linkToFigure(fullLink(read.place, shown, site, addressing), figure, seen, addressing);
          }
        })
  });
}

/** A file of restricted figures says so in its name. */
function fileOf(out: string, standing: PackModel['standing']): string {
  if (standing?.restricted !== true || /restricted/i.test(basename(out))) return out;
  return join(dirname(out), markedFile(basename(out), standing));
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
    const { sheets: held, ...read } = await packOf(facts, options);
    const { pack, unwritten: restored, notices: warnings } = wholePack(read, options.made);
    const model = await modelOf(facts, { ...read, pack }, options);
    const unwritten = [...new Set([...model.unwritten, ...restored.map(({ part }) => part)])];
    const { content, sheets } = await writtenAs(extname(options.out).toLowerCase(), model, held);
    const file = fileOf(options.out, model.standing);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    const unknown = unknownWords({ pack, commentary: read.commentary });
    tell(options, { pack, model, unwritten, warnings, unknown, file, sheets, held });
  } finally {
    await facts.close();
  }
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

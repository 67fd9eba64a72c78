/** The document that a pack makes, kept in step with what is written. */
import { isoDate } from '#lib/domain/dates.ts';
import type { Commentary, Pack } from '#lib/domain/pack.ts';
import { fullLink } from '#lib/selection/address.ts';
import { documentAddress } from '#lib/selection/here.ts';
import { pageOfPart } from '#lib/selection/pack-edit.ts';
import { linkToFigure } from '#lib/selection/private-state.ts';
import type { ViewModel } from '#lib/views/model.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import type { PackHost } from '#lib/views/pack/pack.ts';
import { figureOf } from '#lib/views/agenda.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { seenOfTable } from '#lib/views/pack/seen.ts';
import { own } from './own.svelte.ts';
import type { ReportPages } from './report-pages.svelte.ts';
import { inlineFace, siteFace } from './report-fonts.ts';
import { drawnOnce } from './report-once.ts';
import { sheetsTaken } from './report-sheets.ts';
import { sheetsOf } from './report-templates.ts';
import { shownOf } from './shown.ts';

interface Asked {
  readonly pack: Pack;
  readonly commentary: readonly Commentary[];
}

const makers = () =>
  Promise.all([
    import('#lib/views/pack/pack.ts'),
    import('#lib/exports/pack-html.ts'),
    import('#lib/charts/draw.ts'),
    import('#svg-document')
  ]).then(([{ packModel }, { packHtml }, { drawChart }, { svgDocument }]) => ({
    packModel,
    packHtml,
    draw: drawnOnce((spec, size, id) => drawChart(spec, size, svgDocument, id))
  }));

type Makers = Awaited<ReturnType<typeof makers>>;

function linkTo(page: string, figure: string, model: ViewModel): string | undefined {
  const read = readPage(page);
  const here = documentAddress();
  if (read === undefined || read.own || !/^https?:/.test(here)) return undefined;
  const drawn = figureOf(model, figure)?.figure;
  const seen = drawn === undefined ? undefined : seenOfTable(drawn);
  return linkToFigure(fullLink(read.place, shownOf(model), here), figure, seen);
}

const hostNow = (): PackHost => ({
  made: isoDate(new Date()),
  link: linkTo,
  catalogue: async (page) =>
    page.startsWith('own:')
      ? own.figures?.facts.catalogue
      : (await import('#lib/store/published.ts')).catalogue().catch(() => undefined)
});

export class ReportDocument {
  model = $state.raw<PackModel>();
  /** The whole document, its typeface at the site’s own address. */
  html = $state('');
  failure = $state<string>();
  /** How many sheets of paper it is meant for and takes, where it takes more. */
  over = $state.raw<{ readonly held: number; readonly taken: number }>();
  #pages: ReportPages;
  #makers: Makers | undefined;
  #asked: Asked | undefined;
  #running = false;

  constructor(pages: ReportPages) {
    this.#pages = pages;
  }

  /** Makes it anew. While it is made, only the latest that was asked for is made next. */
  async make(pack: Pack, commentary: readonly Commentary[]): Promise<void> {
    this.#asked = { pack, commentary };
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#asked !== undefined) {
        const asked: Asked = this.#asked;
        this.#asked = undefined;
        await this.#makeOne(asked);
      }
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem instanceof Error ? problem.message : String(problem);
    } finally {
      this.#running = false;
      this.#pages.rest();
    }
  }

  async #makeOne({ pack, commentary }: Asked): Promise<void> {
    this.#makers ??= await makers();
    this.#pages.expect(pack.parts.flatMap((part) => pageOfPart(part) ?? []));
    const model = await this.#makers.packModel(
      pack,
      commentary,
      (page, day) => this.#pages.page(page, day),
      hostNow()
    );
    this.html = this.#htmlOf(this.#makers, model, pack, await siteFace());
    this.model = model;
    void this.#measure(sheetsOf(pack.template), this.html);
  }

  async #measure(held: number | undefined, html: string): Promise<void> {
    const taken = held === undefined ? undefined : await sheetsTaken(html).catch(() => undefined);
    if (html !== this.html) return;
    this.over = held === undefined || taken === undefined || taken <= held ? undefined : { held, taken };
  }

  #htmlOf({ packHtml, draw }: Makers, model: PackModel, { template }: Pack, fonts: string): string {
    return packHtml(model, { fonts, sheets: sheetsOf(template), draw });
  }

  /** The document as a file that needs nothing else. @throws where it was not made yet */
  async asFile(pack: Pack): Promise<string> {
    if (this.#makers === undefined || this.model === undefined) throw new Error('it is not worked out yet');
    return this.#htmlOf(this.#makers, this.model, pack, await inlineFace());
  }

  /** Another pack: nothing of the one before is shown meanwhile. */
  clear(): void {
    this.model = undefined;
    this.html = '';
    this.over = undefined;
    this.failure = undefined;
  }
}

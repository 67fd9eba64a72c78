/** Figures that a reader loaded: shown by the pages until they are forgotten or the browser tab is closed. */
import { PLAIN, standingOf, type Standing } from '#lib/domain/standing.ts';
import type { Area } from '#lib/domain/area.ts';
import { EngineDied } from '#lib/db/port.ts';
import type { Facts } from '#lib/db/facts.ts';
import { ownHref, ownLink } from '#lib/selection/own-place.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { OwnReady } from '#lib/store/draft-messages.ts';
import { dropOwnPack } from '#lib/store/pack-tab.ts';
import type { OwnEngine } from '#lib/store/own.ts';
import { agenda } from './agenda.svelte.ts';
import { answerFrom, maker, stopEngine, type Live, type Work } from './engine.svelte.ts';
import { STARTING } from './fetching.ts';
import type { Host } from './host.ts';
import { OWN_LINK, type Whose } from '#lib/words/whose.ts';
import { loaded } from './loaded.svelte.ts';

export interface OwnFigures {
  readonly facts: Facts;
  readonly title: string;
  readonly publisher: string;
  readonly standing: Standing;
  /** Areas with figures of their own, those of official figures alone left out. */
  readonly areas: readonly Area[];
  /** Ids of the tables that were loaded. */
  readonly tables: readonly string[];
  /** What was worth knowing when it was read. */
  readonly messages: readonly Problem[];
}

interface KeptAbout {
  readonly title: string;
  /** ISO date. */
  readonly since: string;
  /** Whether it is what is shown. */
  readonly shown: boolean;
}

/** What one tab of the browser tells the others. */
type News =
  { readonly kind: 'forgotten' } | { readonly kind: 'kept'; readonly title: string; readonly since: string };

class Own {
  figures = $state.raw<OwnFigures>();
  /** The loaded bundle, with the packs that were put into it since; none for the demonstration, which the site brings. */
  zip = $state.raw<Uint8Array<ArrayBuffer>>();
  /** What is being done, where something is. */
  work = $state.raw<Work>();
  failure = $state.raw<string>();
  /** What this machine keeps, which may be other figures than those that are shown. */
  kept = $state.raw<KeptAbout>();
  /** Another tab of this browser forgot what was shown here. */
  forgottenElsewhere = $state(false);
  #asked = false;
  #others: BroadcastChannel | undefined;

  /** Tabs of one browser keep the same figures, so that what one of them forgets is forgotten in all. */
  #join(): BroadcastChannel | undefined {
    if (this.#others !== undefined || typeof BroadcastChannel === 'undefined') return this.#others;
    this.#others = new BroadcastChannel('neglect-lens');
    this.#others.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.kind === 'kept') this.kept = { title: data.title, since: data.since, shown: false };
      else this.#forgottenElsewhere();
    };
    return this.#others;
  }

  #tell(news: News): void {
    this.#join()?.postMessage(news);
  }

  #forgottenElsewhere(): void {
    const shown = this.kept?.shown === true;
    this.kept = undefined;
    if (!shown) return;
    const { figures } = this;
    this.drop();
    agenda.dropOwn();
    dropOwnPack();
    this.forgottenElsewhere = true;
    void figures?.facts.close();
  }

  get standing(): Standing {
    return this.figures?.standing ?? PLAIN;
  }

  /** Shows safe figures on the pages, in the stead of those that were shown. */
  async take(coming: OwnReady | Promise<OwnReady>, messages: readonly Problem[] = []): Promise<void> {
    await this.#open(async () => {
      const [
        { withOwnFigures },
        { placedAlone },
        { readIndicators, INDICATORS_FILE },
        { readBuilt },
        { catalogue }
      ] = await Promise.all([
        import('#lib/indicators/own.ts'),
        import('#lib/indicators/prepare.ts'),
        import('#lib/db/catalogue.ts'),
        import('#built'),
        import('#lib/store/published.ts')
      ]);
      const indicators = readIndicators(await readBuilt(INDICATORS_FILE));
      const { encoded, zip } = await coming;
      const made =
        'held' in encoded
          ? withOwnFigures(encoded, indicators)
          : placedAlone(encoded, indicators, (await catalogue()).kinds);
      return { catalogue: made, files: encoded.files, zip, messages };
    });
  }

  /** Shows the demonstration partnership that the site brings. */
  async demonstrate(): Promise<void> {
    await this.#open(async () => {
      const [{ readCatalogue, CATALOGUE_FILE }, { readBuilt }] = await Promise.all([
        import('#lib/db/catalogue.ts'),
        import('#built')
      ]);
      const made = readCatalogue(await readBuilt(`demo/${CATALOGUE_FILE}`));
      const cubes = made.cubes.map((cube) => ({ ...cube, files: cube.files.map((name) => `demo/${name}`) }));
      return { catalogue: { ...made, cubes }, files: new Map<string, Uint8Array>(), messages: [] };
    });
  }

  async #open(
    make: () => Promise<{
      readonly catalogue: Facts['catalogue'];
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly zip?: Uint8Array<ArrayBuffer>;
      readonly messages: readonly Problem[];
    }>
  ): Promise<void> {
    this.#join();
    this.failure = undefined;
    this.forgottenElsewhere = false;
    this.work = { words: 'Making the figures ready.' };
    let engine: OwnEngine | undefined;
    try {
      const making = make();
      making.catch(() => {});
      const [{ openOwn, startOwn }, { withUsual }] = await Promise.all([
        import('#lib/store/own.ts'),
        import('#lib/indicators/prepare.ts')
      ]);
      await stopEngine();
      engine = startOwn(({ loaded, total }) => {
        this.work = {
          words: STARTING,
          ...(total > 0 ? { part: Math.min(1, loaded / total) } : {})
        };
      });
      const { catalogue, files, zip, messages } = await making;
      const opened = await openOwn(catalogue, files, engine);
      const alone = catalogue.own === undefined && Object.keys(catalogue.usualChange).length === 0;
      const facts = alone ? { ...opened, catalogue: await withUsual(opened) } : opened;
      const before = this.figures;
      this.figures = figuresOf(facts, messages);
      this.zip = zip;
      loaded.title = this.figures.title;
      loaded.whose = whoseOf(this.figures);
      if (this.kept !== undefined) this.kept = { ...this.kept, shown: false };
      await before?.facts.close();
    } catch (problem) {
      this.failure = problem instanceof Error ? problem.message : String(problem);
      await engine?.drop();
      throw problem;
    } finally {
      this.work = undefined;
    }
  }

  /** Opens what this machine keeps, once. */
  async restore(): Promise<void> {
    if (this.#asked || this.figures !== undefined) return;
    this.#asked = true;
    const { kept } = await import('#lib/store/kept.ts');
    const found = await kept();
    if (found === undefined) return;
    this.kept = { title: found.title, since: found.since, shown: false };
    if (this.figures !== undefined) return;
    this.work = { words: 'Opening what this machine keeps.' };
    const { openDraft } = await import('#lib/store/draft.ts');
    const draft = openDraft(() => {});
    try {
      await this.take(draft.reopen(found.zip));
      this.kept = { title: found.title, since: found.since, shown: true };
    } catch (problem) {
      this.failure = problem instanceof Error ? problem.message : String(problem);
    } finally {
      this.work = undefined;
      draft.forget();
    }
  }

  /** Keeps them on this machine until they are forgotten. @param today ISO date */
  async keep(today: string): Promise<void> {
    const { figures, zip } = this;
    if (figures === undefined || zip === undefined) return;
    const { keep } = await import('#lib/store/kept.ts');
    const { title, standing } = figures;
    await keep({ zip, title, restricted: standing.restricted, since: today });
    this.kept = { title, since: today, shown: true };
    this.#tell({ kind: 'kept', title, since: today });
  }

  /** The same figures in a bundle that holds other packs; where this machine keeps them, it keeps these packs too. */
  async put(zip: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.zip === undefined) return;
    this.zip = zip;
    if (this.kept?.shown === true) await this.keep(this.kept.since);
  }

  /** Removes every trace of them, from the pages and from this machine. */
  async forget(): Promise<void> {
    const { figures } = this;
    this.drop();
    this.kept = undefined;
    agenda.dropOwn();
    dropOwnPack();
    const { forgetKept } = await import('#lib/store/kept.ts');
    this.#tell({ kind: 'forgotten' });
    await Promise.all([figures?.facts.close(), forgetKept()]);
  }

  /** The figures alone, where the engine behind them stopped for good. */
  drop(): void {
    this.figures = undefined;
    this.zip = undefined;
    loaded.title = undefined;
    loaded.whose = undefined;
  }
}

export const own = new Own();

function figuresOf(facts: Facts, messages: readonly Problem[]): OwnFigures {
  const { manifest, own: beside } = facts.catalogue;
  const areas =
    beside === undefined ? manifest.areas : manifest.areas.filter(({ id }) => beside.areas.includes(id));
  return {
    facts,
    title: manifest.title,
    publisher: manifest.publisher,
    standing: standingOf(manifest),
    areas,
    tables: beside?.tables ?? manifest.tables.map(({ id }) => id),
    messages
  };
}

const whoseOf = ({ facts, publisher, standing }: OwnFigures): Whose => ({
  madeUp: standing.madeUp,
  official: facts.catalogue.own !== undefined,
  publisher
});

/** Views among loaded figures. */
export const OWN: Host = {
  up: () => own.figures !== undefined,
  async start(): Promise<Live> {
    const { figures } = own;
    if (figures === undefined) throw new Error('the figures were forgotten');
    const { View } = await maker();
    return {
      View,
      modelOf: (place, asking) =>
        answerFrom(figures.facts, place, asking).catch((error: unknown) => {
          if (error instanceof EngineDied) own.drop();
          throw error;
        })
    };
  },
  href: ownHref,
  link: (place, _shown, document) => ownLink(place, document),
  own: true,
  linkNote: OWN_LINK
};

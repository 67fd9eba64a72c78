/** The pages that pinned figures stand on, worked out one after another, each once. */
import { SvelteMap } from 'svelte/reactivity';
import { href } from '#lib/selection/address.ts';
import { isPin, readPin, writePage, type Pin } from '#lib/selection/agenda.ts';
import { ownHref } from '#lib/selection/own-place.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { startEngine, NotShowable, type Work } from './engine.svelte.ts';
import { own, OWN } from './own.svelte.ts';

export type PageState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'here'; readonly model: ViewModel }
  /** Among loaded figures, and none are loaded. */
  | { readonly kind: 'unloaded' }
  /** The figures that are there hold nothing of it. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** The pin behind a text that `selection/agenda.ts` wrote. @throws where no release wrote it */
export function pinOf(text: string): Pin {
  const read = readPin(text);
  if (!isPin(read)) throw new Error(read.message);
  return read;
}

export const pageHref = ({ own: loaded, place }: Pin): string => (loaded ? ownHref(place) : href(place));

export class AgendaModels {
  /** What is being done, where something is. */
  work = $state.raw<Work>();
  #pages = new SvelteMap<string, PageState>();
  #wanted: readonly Pin[] = [];
  #running = false;
  /** Counts the times that loaded figures came or went. */
  #loads = 0;

  stateOf(pin: Pin): PageState {
    if (pin.own && own.figures === undefined) return { kind: 'unloaded' };
    return this.#pages.get(writePage(pin)) ?? { kind: 'waiting' };
  }

  /** Works out every page that is not known yet, in the order of the agenda. */
  async ask(pins: readonly Pin[]): Promise<void> {
    this.#wanted = pins;
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      const next = this.#wanted.find((pin) => this.stateOf(pin).kind === 'waiting');
      if (next === undefined) break;
      const loads = this.#loads;
      const page = await this.#answer(next);
      if (!next.own || loads === this.#loads) this.#pages.set(writePage(next), page);
    }
    this.#running = false;
    this.work = undefined;
  }

  async #answer(pin: Pin): Promise<PageState> {
    try {
      const live = pin.own
        ? await OWN.start()
        : await startEngine((work) => {
            this.work = work;
          });
      return { kind: 'here', model: await live.modelOf(pin.place) };
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem);
      return { kind: problem instanceof NotShowable ? 'gone' : 'failed', why };
    }
  }

  /** Loaded figures came or went: what was worked out from others no longer stands. */
  forgetOwn(): void {
    this.#loads += 1;
    for (const page of [...this.#pages.keys()]) if (page.startsWith('own:')) this.#pages.delete(page);
  }

  /** Lets what failed be tried again. */
  again(): void {
    for (const [page, { kind }] of [...this.#pages]) if (kind === 'failed') this.#pages.delete(page);
  }
}

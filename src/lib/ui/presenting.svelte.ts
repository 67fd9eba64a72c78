/** A page that is presented, and what presents it, fetched when first asked for. */
import { tick } from 'svelte';

export class Presenting {
  /** What presents the page; absent while nothing does. */
  Presenter = $state.raw<typeof import('./Presenter.svelte').default>();
  /** The screen it begins with, from 0. */
  at = $state(0);
  readonly #moved: (screen: number | undefined) => void;

  /** @param moved told of the screen that is shown, from 0, or of none once the page is no longer presented */
  constructor(moved: (screen: number | undefined) => void) {
    this.#moved = moved;
  }

  async begin(at: number): Promise<void> {
    this.at = at;
    this.Presenter = (await import('./Presenter.svelte')).default;
  }

  /** Focus goes back to the button that began it. */
  readonly end = async (): Promise<void> => {
    this.Presenter = undefined;
    this.#moved(undefined);
    await tick();
    document.querySelector<HTMLElement>('[data-action="present"]')?.focus();
  };
}

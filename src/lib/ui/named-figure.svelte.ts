/** The figure that an address names: the reader is brought to it once, and told whether it is as the link says. */
import { figureAt, seenAt } from '#lib/selection/here.ts';
import type { EarlierEdition } from '#lib/views/model.ts';
import { lostText, NO_SUCH_FIGURE } from '#lib/words/edition.ts';

const within = (host: HTMLElement, figure: string) =>
  host.querySelector<HTMLElement>(`[data-chart="${figure}"], [data-table="${figure}"]`);

/** The release that a link names, and the one in sight; an earlier edition tells by itself what was revised. */
interface Releases {
  readonly asked: string | undefined;
  readonly shown: string | undefined;
  readonly earlier: EarlierEdition | undefined;
}

export class NamedFigure {
  /** Whether it is as it was when the link was made, in words; empty where there is nothing to say. */
  said = $state('');
  /** The figure of the last address, and what that says that it showed. */
  #named = '';
  #figure: string | undefined;
  /** The figure until the reader has been brought to it. */
  #sought: string | undefined;
  /** What the link says that it showed, until the reader was told whether it still does. */
  #seen: string | undefined;

  /** The same words at the figure itself, which stands further down than they do. */
  #near: HTMLElement | undefined;

  /** A reader who has the figure in sight gets its notice in sight. */
  #sayAt(figure: HTMLElement | null, words: string): void {
    this.#near?.remove();
    const near = document.createElement('p');
    near.className = 'notice';
    near.dataset['seenHere'] = '';
    near.textContent = words;
    const heading = figure?.querySelector('.chart-title')?.getBoundingClientRect();
    figure?.prepend(near);
    this.#near = near;
    if (heading !== undefined && heading.top >= -1 && heading.top < window.innerHeight)
      near.scrollIntoView({ block: 'nearest' });
  }

  /** Other figures come into sight. */
  hush(): void {
    this.said = '';
    this.#near?.remove();
  }

  /** To be called with each address of the page. True where it names another figure than the one before. */
  begin(address: URL): boolean {
    const [figure, seen] = [figureAt(address), seenAt(address)];
    const named = figure === undefined ? '' : `${figure} ${seen ?? ''}`;
    if (named === this.#named) return false;
    this.#named = named;
    this.#figure = this.#sought = figure;
    this.#seen = seen;
    return figure !== undefined;
  }

  /** The reader wants to be elsewhere. */
  leave(): void {
    this.#sought = undefined;
  }

  /** To be called whenever figures have come into sight. True where the reader was brought to one. */
  bring(host: HTMLElement): boolean {
    if (this.#sought === undefined) return false;
    const figure = within(host, this.#sought);
    const heading = figure?.querySelector<HTMLElement>('.chart-title');
    if (!heading) return false;
    this.#sought = undefined;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    figure?.scrollIntoView({ block: 'start' });
    return true;
  }

  async tell(host: HTMLElement, { asked, shown, earlier }: Releases): Promise<void> {
    const [figure, then] = [this.#figure, this.#seen];
    if (figure === undefined) return;
    this.#figure = this.#seen = undefined;
    if (earlier !== undefined) {
      const { text, figures } = earlier.revised;
      this.#sayAt(within(host, figure), [earlier.text, text, figures.join('; ')].join(' ').trim());
      return;
    }
    const lost = asked === undefined || asked === shown ? [] : [lostText(asked)];
    if (then === undefined) {
      const here = within(host, figure);
      if (here === null) this.said = NO_SUCH_FIGURE;
      else if (lost.length > 0) this.#sayAt(here, lost.join(' '));
      return;
    }
    const { seenAgain, seenWords } = await import('./seen-figure.ts');
    const here = within(host, figure);
    if (asked === shown && seenAgain(here, then) === 'same') return;
    this.said = seenWords(here, then);
    this.#sayAt(here, [...lost, this.said].join(' '));
  }
}

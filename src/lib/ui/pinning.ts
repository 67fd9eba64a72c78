/** What the “Pin” buttons of a page do, whether the page was delivered or drawn here. */
import { href } from '#lib/selection/address.ts';
import { writePin, type Pin } from '#lib/selection/agenda.ts';
import { agenda } from './agenda.svelte.ts';

/** The page whose figures are shown. */
export type PinnedPage = Pick<Pin, 'own' | 'place'>;

const pinOf = (button: HTMLElement, page: PinnedPage): string =>
  writePin({ ...page, figure: button.dataset['pin'] ?? '' });

/** Shows on every button whether its figure is on the agenda, and takes away words that are no longer true. */
export function settlePins(host: Element, page: PinnedPage): void {
  for (const button of host.querySelectorAll<HTMLElement>('[data-pin]')) {
    const pin = pinOf(button, page);
    button.setAttribute('aria-pressed', String(agenda.pins.includes(pin)));
    const said = button.parentElement?.querySelector<HTMLElement>('.pin-said');
    if (said?.dataset['of'] !== pin) said?.remove();
  }
}

const figures = (count: number) => (count === 1 ? '1 figure' : `${String(count)} figures`);

function say(button: HTMLElement, pin: string, words: string, link: string): void {
  document.querySelectorAll('.pin-said').forEach((old) => old.remove());
  const said = document.createElement('span');
  said.className = 'pin-said';
  said.dataset['of'] = pin;
  const way = document.createElement('a');
  way.href = href({ page: 'agenda' });
  way.textContent = link;
  said.append(`${words} `, way);
  button.after(said);
}

/** Pins the figure of a button, or takes it off; says so beside it, and returns the words for a reader who hears them. */
export function pressPin(button: HTMLElement, page: PinnedPage): string {
  const pin = pinOf(button, page);
  const done = agenda.toggle(pin);
  const there = figures(agenda.pins.length);
  button.setAttribute('aria-pressed', String(agenda.pins.includes(pin)));
  const [words, link] =
    done === 'pinned'
      ? ['Pinned.', `See the agenda, ${there}`]
      : done === 'unpinned'
        ? ['Taken off the agenda.', `See the agenda, ${there}`]
        : [`The agenda is full: it holds ${there}.`, 'Take one off first'];
  say(button, pin, words, link);
  return done === 'pinned' ? `${words} The agenda holds ${there}.` : words;
}

/** The figures that a reader pinned in this tab of the browser. They are gone when the tab is closed. */

import type { Standing } from '#lib/domain/standing.ts';
import type { Agenda } from '#lib/selection/agenda.ts';

/** How many an agenda holds, at most. */
const MOST = 60;
const KEPT = 'neglect-lens-agenda';
const OWN = 'own:';

class AgendaOfTab {
  title = $state('');
  /** As `selection/agenda.ts` writes them. */
  pins = $state.raw<readonly string[]>([]);
  /** What must be said of the figures that its title was written on. */
  titledOn = $state.raw<Standing>();
  #started = false;

  /** Reads what this tab holds, once; and again where the browser brings a page back as it was. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#read();
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#read();
    });
  }

  #read(): void {
    const { title, titledOn, pins } = kept();
    this.title = title;
    this.titledOn = titledOn;
    this.pins = pins;
  }

  /** A title that stays the same stays what it was written on. */
  set({ title, pins, titledOn = title === this.title ? this.titledOn : undefined }: Agenda): void {
    this.title = title;
    this.titledOn = titledOn;
    this.pins = pins;
    try {
      if (title === '' && pins.length === 0) sessionStorage.removeItem(KEPT);
      else sessionStorage.setItem(KEPT, JSON.stringify({ title, titledOn, pins }));
    } catch {
      // A browser that keeps nothing still shows the agenda until the page is left.
    }
  }

  /** Puts a figure on the agenda, or takes it off. */
  toggle(pin: string): 'pinned' | 'unpinned' | 'full' {
    const { title, pins } = this;
    if (pins.includes(pin)) {
      this.set({ title, pins: pins.filter((each) => each !== pin) });
      return 'unpinned';
    }
    if (pins.length >= MOST) return 'full';
    this.set({ title, pins: [...pins, pin] });
    return 'pinned';
  }

  /** Takes figures of loaded bundles off, since they are forgotten. */
  dropOwn(): void {
    this.start();
    const { title, pins } = this;
    if (pins.some((pin) => pin.startsWith(OWN)))
      this.set({ title, pins: pins.filter((pin) => !pin.startsWith(OWN)) });
  }
}

function kept(): Agenda {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '');
    if (typeof found !== 'object' || found === null) return { title: '', pins: [] };
    const title = 'title' in found && typeof found.title === 'string' ? found.title : '';
    const pins = 'pins' in found && Array.isArray(found.pins) ? found.pins : [];
    const titledOn = 'titledOn' in found ? standingIn(found.titledOn) : undefined;
    return { title, titledOn, pins: pins.filter((pin) => typeof pin === 'string') };
  } catch {
    return { title: '', pins: [] };
  }
}

function standingIn(found: unknown): Standing | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  return {
    restricted: 'restricted' in found && found.restricted === true,
    madeUp: 'madeUp' in found && found.madeUp === true
  };
}

export const agenda = new AgendaOfTab();

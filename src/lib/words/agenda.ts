/** What an agenda says of its figures and of what was done to it. */
import type { ViewPlace } from '#lib/selection/place.ts';
import { VIEW_NAMES } from './view-names.ts';

export const figuresText = (count: number): string => (count === 1 ? '1 figure' : `${String(count)} figures`);

/** `Overview`, or `Indicator CPP-NEG`. */
export function pageName({ view, indicator }: ViewPlace): string {
  return view === 'indicator' ? `Indicator ${(indicator ?? '').toUpperCase()}` : VIEW_NAMES[view];
}

/** An area as its address spells it, for a page that could not be opened: `north-east-lincolnshire`, `North east lincolnshire`. */
export function areaFromAddress({ area }: ViewPlace): string {
  const words = area.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Said beside a copied link. */
export function linkNote(own: boolean): string {
  return own
    ? 'It opens this agenda. Figures that you loaded are not in it: whoever opens it must load the same file.'
    : 'It opens this agenda, with its title and its order.';
}

/** Why a pinned figure is not there, and what to do. */
export const ABSENT = {
  unloaded: {
    what: 'This figure is among figures that somebody loaded. They are not loaded here.',
    remedy: 'They are never in a link or an agenda. Load the same file, and the figure stands here.'
  },
  figure: {
    what: 'The page no longer has this figure.',
    remedy: 'Open the page, pin the figure that took its place, and remove this one.'
  },
  gone: {
    what: 'The figures loaded here hold nothing for this page.',
    remedy: 'They may be of another release. Remove it, or choose another year on the page and pin again.'
  },
  failed: {
    what: 'This figure could not be worked out just now.',
    remedy: 'The page it stands on may still open.'
  }
} as const;

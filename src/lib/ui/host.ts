/** Where a view is shown: on the pages of the site, or among figures that a reader loaded. */
import { getContext, setContext } from 'svelte';
import { ONE_FILE } from '#lib/db/site-files.ts';
import { fullLink, href, type Shown } from '#lib/selection/address.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { engine, startEngine, type Live, type Work } from './engine.svelte.ts';

export interface Host {
  /** True once a change is answered without waiting for an engine. */
  readonly up: () => boolean;
  readonly start: (onWork?: (work: Work) => void) => Promise<Live>;
  readonly href: (place: ViewPlace) => string;
  /** The whole address of what is shown, for copying. */
  readonly link: (place: ViewPlace, shown: Shown, document: string) => string;
  /** Among figures that a reader loaded. */
  readonly own?: true;
  /** What is said beside a copied link, where it does not open the same for everybody. */
  readonly linkNote?: string;
}

export const SITE: Host = {
  up: () => engine.up,
  start: startEngine,
  href,
  link: fullLink,
  ...(ONE_FILE
    ? { linkNote: 'It opens exactly this view, for whoever finds this file at the same place.' }
    : {})
};

const HREF = Symbol('address of a view');

/** To be called while a component starts: links under it lead where this host shows them. */
export function provideHref(find: Host['href']): void {
  setContext(HREF, find);
}

/** How components under a host spell the address of a view. */
export function viewHref(): Host['href'] {
  return getContext<Host['href'] | undefined>(HREF) ?? href;
}

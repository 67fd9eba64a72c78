import { href, readPlace, type Reading } from './address.ts';
import type { Place } from './place.ts';
import { privateHref, readPrivate, type PrivateState } from './private-state.ts';

/** The one reader of an open page's address. A page that is being built has a path and nothing else. */
export function placeOfPage(url: URL): Reading {
  return import.meta.env.SSR ? readPlace({ pathname: url.pathname, search: '', hash: '' }) : readPlace(url);
}

/** What an open page's fragment says; a page that is being built has none. */
export function privateStateOfPage(url: URL): PrivateState {
  return import.meta.env.SSR ? {} : readPrivate(url).state;
}

/** The screen that an open page's address asks to be presented, from 0; undefined where it asks for none. */
export function presentedAt(url: URL): number | undefined {
  const { present } = privateStateOfPage(url);
  return present !== undefined && /^[1-9]\d{0,2}$/.test(present) ? Number(present) - 1 : undefined;
}

/** The chart or table that an open page's address brings its reader to. */
export function figureAt(url: URL): string | undefined {
  const { figure } = privateStateOfPage(url);
  return figure !== undefined && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(figure) ? figure : undefined;
}

/** What the figure that an open page's address names showed when the link was made; undefined where it does not tell. */
export function seenAt(url: URL): string | undefined {
  const { seen } = privateStateOfPage(url);
  return seen !== undefined && /^[0-9a-f]{16}$/.test(seen) ? seen : undefined;
}

/** The address of an open page with another screen of it presented, from 0, or none; undefined for no page of ours. */
export function presentedHref(url: URL, screen: number | undefined): string | undefined {
  const { place } = placeOfPage(url);
  if (place === undefined) return undefined;
  const { present: _, ...state } = privateStateOfPage(url);
  return privateHref(place, screen === undefined ? state : { ...state, present: String(screen + 1) });
}

/** The address of the document in a browser, for `fullLink`. */
export function documentAddress(): string {
  return window.location.href;
}

/** Leaves this page for another, which is delivered whole. */
export function openPlace(place: Place): void {
  window.location.assign(href(place));
}

/** Puts another place in the stead of this one, delivered whole; the way back leads past it. */
export function replacePlace(place: Place): void {
  window.location.replace(href(place));
}

import { ADDRESSING, type Addressing } from './addressing.ts';
import { href, type AddressParts, type AddressProblem } from './address.ts';
import { EXPLORE_KEYS, type ExploreKey, type ExploreKeys } from './explore.ts';
import type { Place } from './place.ts';

/**
 * What may name something in a bundle that a reader loaded, or words the reader wrote.
 * It lives in the `#` fragment only, which a browser never sends to a server.
 */
export interface PrivateState {
  readonly bundle?: string;
  readonly area?: string;
  readonly view?: string;
  readonly indicator?: string;
  readonly period?: string;
  readonly compare?: string;
  /** What is chosen in Explore among loaded figures. */
  readonly explore?: ExploreKeys;
  /** Figures on an agenda; see `agenda.ts`. */
  readonly pins?: readonly string[];
  /** What the reader calls an agenda. */
  readonly title?: string;
  readonly sql?: string;
  /** Words typed into a search. */
  readonly find?: string;
  /** The screen of a presentation, from 1; absent where the page is not presented. */
  readonly present?: string;
  /** The chart or table of the page that the reader is brought to. */
  readonly figure?: string;
  /** Sixteen hexadecimal digits of what that figure showed when the link was made. */
  readonly seen?: string;
}

const SINGLE = [
  'bundle',
  'area',
  'view',
  'indicator',
  'period',
  'compare',
  'sql',
  'find',
  'title',
  'present',
  'figure',
  'seen'
] as const;
const PIN = 'pin';

/** The fragment without its `#`; empty where there is nothing to say. */
export function writePrivate(state: PrivateState): string {
  const values = new URLSearchParams();
  for (const key of SINGLE) {
    const value = state[key];
    if (value !== undefined) values.set(key, value);
  }
  for (const key of EXPLORE_KEYS) {
    const value = state.explore?.[key];
    if (value !== undefined) values.set(key, value);
  }
  for (const pin of state.pins ?? []) values.append(PIN, pin);
  return values.toString();
}

function fragmentOf(parts: AddressParts, routing: Addressing['routing']): string {
  const fragment = parts.hash.replace(/^#/, '');
  return routing === 'path' ? fragment : fragment.split('#').slice(1).join('#');
}

/** Reads the fragment. A plain anchor such as `#note-1` holds no state and is no problem. */
export function readPrivate(
  parts: AddressParts,
  { routing }: Addressing = ADDRESSING
): { readonly state: PrivateState; readonly problems: readonly AddressProblem[] } {
  const fragment = fragmentOf(parts, routing);
  const problems: AddressProblem[] = [];
  const found: Partial<Record<(typeof SINGLE)[number], string>> = {};
  const explore: Partial<Record<ExploreKey, string>> = {};
  const pins: string[] = [];
  if (!fragment.includes('=')) return { state: {}, problems };
  for (const [key, value] of new URLSearchParams(fragment)) {
    const single = SINGLE.find((name) => name === key);
    const chosen = EXPLORE_KEYS.find((name) => name === key);
    if (single !== undefined) found[single] = value;
    else if (chosen !== undefined) explore[chosen] = value;
    else if (key === PIN) pins.push(value);
    else problems.push({ key, value, message: 'no page of this site keeps this in its fragment' });
  }
  return {
    state: {
      ...found,
      ...(Object.keys(explore).length > 0 ? { explore } : {}),
      ...(pins.length > 0 ? { pins } : {})
    },
    problems
  };
}

/** The address of a place looked at with private state: public keys in path and query, the rest after `#`. */
export function privateHref(place: Place, state: PrivateState, addressing: Addressing = ADDRESSING): string {
  const fragment = writePrivate(state);
  return fragment === '' ? href(place, addressing) : `${href(place, addressing)}#${fragment}`;
}

/**
 * A whole address of a page, of ours, that brings its reader to one figure of it.
 * @param seen the digest of what it shows, so that whoever opens the link is told whether it still does
 */
export function linkToFigure(
  link: string,
  figure: string,
  seen?: string,
  { routing }: Addressing = ADDRESSING
): string {
  const fragments = link.split('#').length - 1;
  const begun = fragments >= (routing === 'path' ? 1 : 2);
  const state = { figure, ...(seen === undefined ? {} : { seen }) };
  return `${link}${begun ? '&' : '#'}${writePrivate(state)}`;
}

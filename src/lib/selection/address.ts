import { ADDRESSING, type Addressing } from './addressing.ts';
import { migrate } from './migrations.ts';
import {
  COMPARES,
  PAGES,
  VIEWS,
  type Compare,
  type Page,
  type Place,
  type View,
  type ViewPlace
} from './place.ts';

/** The parts of an address that say where a reader is. A `URL` has them; so does a page being built, without a query. */
export interface AddressParts {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Something in an address that this release does not understand. It is said to the reader, and ignored. */
export interface AddressProblem {
  readonly key: string;
  readonly value: string;
  readonly message: string;
}

export interface Reading {
  /** Absent where the path is no page of this site. */
  readonly place?: Place;
  readonly problems: readonly AddressProblem[];
}

/** What a view page shows once every default is filled in. */
export interface Shown {
  readonly period: string;
  readonly compare: Compare;
  readonly vintage: string;
}

const KEYS = ['period', 'compare', 'vintage'] as const;
type Key = (typeof KEYS)[number];

const PERIOD = /^[A-Za-z0-9]{1,24}$/;
const VINTAGE = /^[A-Za-z0-9.-]{1,24}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const within = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((item) => item === value);

function pathOf(place: Place): string {
  if (place.page === 'view')
    return place.view === 'overview' ? `/area/${place.area}/` : `/area/${place.area}/${place.view}/`;
  return place.page === 'home' ? '/' : `/${place.page}/`;
}

function queryOf(values: Partial<Record<Key, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const key of KEYS) {
    const value = values[key];
    if (value !== undefined) query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

const spell = (path: string, query: string, { routing, base }: Addressing): string =>
  routing === 'hash' ? `#${path}${query}` : `${base}${path}${query}`;

/** The address of a place, for a link. Only what differs from the default is written. */
export function href(place: Place, addressing: Addressing = ADDRESSING): string {
  return spell(pathOf(place), place.page === 'view' ? queryOf(place) : '', addressing);
}

/**
 * The whole address of exactly what is shown, every key written, for copying and sharing.
 * `document` is the address of the page it is copied from; its query and fragment are dropped.
 */
export function fullLink(
  place: Place,
  shown: Shown,
  document: string,
  addressing: Addressing = ADDRESSING
): string {
  const query =
    place.page === 'view'
      ? queryOf({ period: shown.period, compare: shown.compare, vintage: shown.vintage })
      : '';
  return new URL(spell(pathOf(place), query, addressing), document.replace(/[?#].*$/s, '')).href;
}

function publicParts(parts: AddressParts, { routing, base }: Addressing): { path: string; query: string } {
  if (routing === 'path') {
    const path = parts.pathname.startsWith(base) ? parts.pathname.slice(base.length) : parts.pathname;
    return { path, query: parts.search };
  }
  const [route = ''] = parts.hash.replace(/^#/, '').split('#');
  const [path = '', query = ''] = route.split('?');
  return { path, query };
}

function placeOfPath(path: string): Place | undefined {
  const [first, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (first === undefined) return { page: 'home' };
  if (first !== 'area') {
    const page: Page | undefined = within(PAGES, first);
    return page === undefined || page === 'home' || rest.length > 0 ? undefined : { page };
  }
  const [area, second, extra] = rest.map((segment) => segment.toLowerCase());
  const view: View | undefined = second === undefined ? 'overview' : within(VIEWS, second);
  if (area === undefined || !SLUG.test(area) || view === undefined || extra !== undefined) return undefined;
  return { page: 'view', area, view };
}

function readKeys(keys: Readonly<Record<string, string>>) {
  const problems: AddressProblem[] = [];
  const read: { period?: string; compare?: Compare; vintage?: string } = {};
  for (const [key, value] of Object.entries(keys)) {
    const refuse = (message: string) => problems.push({ key, value, message });
    if (key === 'period') {
      if (PERIOD.test(value)) read.period = value;
      else refuse('a period is letters and digits, such as 2024');
    } else if (key === 'compare') {
      const compare = within(COMPARES, value);
      if (compare !== undefined) read.compare = compare;
      else refuse(`a comparison is one of ${COMPARES.join(', ')}`);
    } else if (key === 'vintage') {
      if (VINTAGE.test(value)) read.vintage = value;
      else refuse('a release is letters and digits, such as 2024');
    } else refuse('no page of this site has this setting');
  }
  return { read, problems };
}

/**
 * Where an address leads. Never throws: what it does not understand is a problem in the answer,
 * and the rest still stands. Only public keys are read here; see `private-state.ts` for the fragment.
 */
export function readPlace(parts: AddressParts, addressing: Addressing = ADDRESSING): Reading {
  const { path, query } = publicParts(parts, addressing);
  const address = migrate({ path, keys: Object.fromEntries(new URLSearchParams(query)) });
  const place = placeOfPath(address.path);
  const { read, problems } = readKeys(address.keys);
  if (place === undefined) return { problems };
  return { place: place.page === 'view' ? { ...place, ...read } : place, problems };
}

/** True where a place asks for a state other than the one that is shown. */
export function asksForOther(place: ViewPlace, shown: Shown): boolean {
  return KEYS.some((key) => place[key] !== undefined && place[key] !== shown[key]);
}

/** `period=2024&compare=neighbours&vintage=2024`: what a prerendered page says it shows. */
export function writeShown(shown: Shown): string {
  return queryOf(shown).slice(1);
}

/** Reads `writeShown` back; nothing where it was written by no release of this site. */
export function readShown(text: string): Shown | undefined {
  const { read } = readKeys(Object.fromEntries(new URLSearchParams(text)));
  const { period, compare, vintage } = read;
  return period === undefined || compare === undefined || vintage === undefined
    ? undefined
    : { period, compare, vintage };
}

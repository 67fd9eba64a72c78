import { FEEDS, GROUPS } from '#lib/domain/labels.ts';
import type { Mark } from '#lib/domain/mark.ts';
import { ADDRESSING, type Addressing } from './addressing.ts';
import { EXPLORE_KEYS, EXPLORE_PATTERNS, RATE_PER, type ExploreKey } from './explore.ts';
import { migrate } from './migrations.ts';
import {
  COMPARES,
  indicatorPlace,
  PAGES,
  VIEWS,
  WHOLE_COUNTRY,
  type AreaView,
  type Compare,
  type Page,
  type Place,
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
  /** The area, where the path does not name it. */
  readonly area?: string;
  readonly period: string;
  readonly compare: Compare;
  readonly vintage: string;
}

const KEYS = ['period', 'compare', 'vintage'] as const;
const FILTERS = ['group', 'feed', 'mark', 'figures'] as const;
type Key = 'area' | (typeof KEYS)[number] | (typeof FILTERS)[number] | ExploreKey;
const ORDER: readonly Key[] = ['area', ...KEYS, ...FILTERS, ...EXPLORE_KEYS];

const PERIOD = /^[A-Za-z0-9]{1,24}$/;
const VINTAGE = /^[A-Za-z0-9.-]{1,24}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const within = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((item) => item === value);

function pathOf(place: Place): string {
  if (place.page !== 'view') return place.page === 'home' ? '/' : `/${place.page}/`;
  if (place.view === 'indicator') return `/indicator/${place.indicator ?? ''}/`;
  return place.view === 'overview' ? `/area/${place.area}/` : `/area/${place.area}/${place.view}/`;
}

function queryOf(values: Partial<Record<Key, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const key of ORDER) {
    const value = values[key];
    if (value !== undefined) query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** What an address says of a place behind its path: only what differs from the default. */
function keysOf(place: Place): Partial<Record<Key, string | undefined>> {
  if (place.page === 'indicators') {
    const { group, feed, mark, figures } = place;
    return { group, feed, mark, figures };
  }
  if (place.page === 'explore') {
    const { page: _, ...keys } = place;
    return keys;
  }
  if (place.page !== 'view') return {};
  const { area, view, period, compare, vintage } = place;
  const named = view === 'indicator' && area !== WHOLE_COUNTRY;
  return { ...(named ? { area } : {}), period, compare, vintage };
}

const spell = (path: string, query: string, { routing, base }: Addressing): string =>
  routing === 'hash' ? `#${path}${query}` : `${base}${path}${query}`;

/** The address of a place, for a link. Only what differs from the default is written. */
export function href(place: Place, addressing: Addressing = ADDRESSING): string {
  return spell(pathOf(place), queryOf(keysOf(place)), addressing);
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
  const { area, period, compare, vintage } = shown;
  const query = place.page === 'view' ? queryOf({ area, period, compare, vintage }) : queryOf(keysOf(place));
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
  const [second, third, extra] = rest.map((segment) => segment.toLowerCase());
  if (first === undefined) return { page: 'home' };
  if (first === 'indicator')
    return second !== undefined && SLUG.test(second) && third === undefined
      ? indicatorPlace(second)
      : undefined;
  if (first !== 'area') {
    if (first === 'indicators' && rest.length === 0) return { page: 'indicators' };
    if (first === 'explore' && rest.length === 0) return { page: 'explore' };
    const page: Page | undefined = within(PAGES, [first, ...rest].join('/'));
    return page === undefined || page === 'home' ? undefined : { page };
  }
  const view: AreaView | undefined = third === undefined ? 'overview' : within(VIEWS, third);
  if (second === undefined || !SLUG.test(second) || view === undefined || extra !== undefined)
    return undefined;
  return { page: 'view', area: second, view };
}

/** What each key may say, and the words for one that says something else. */
interface Rule {
  readonly read: (value: string) => string | undefined;
  readonly otherwise: string;
}

const matching = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : undefined);
const oneOf = (list: readonly string[], what: string): Rule => ({
  read: (value) => within(list, value),
  otherwise: `${what} is one of ${list.join(', ')}`
});

const VIEW_RULES: Readonly<Record<(typeof KEYS)[number], Rule>> = {
  period: { read: matching(PERIOD), otherwise: 'a period is letters and digits, such as 2024' },
  compare: oneOf(COMPARES, 'a comparison'),
  vintage: { read: matching(VINTAGE), otherwise: 'a release is letters and digits, such as 2024' }
};
const AREA_RULE: Rule = {
  read: (value) => matching(SLUG)(value.toLowerCase()),
  otherwise: 'an area is small letters and hyphens, such as leeds'
};
const FILTER_RULES: Readonly<Record<(typeof FILTERS)[number], Rule>> = {
  group: oneOf(Object.keys(GROUPS), 'a group'),
  feed: oneOf(Object.keys(FEEDS), 'a source'),
  mark: oneOf(['neglect', 'includes', 'all'] satisfies readonly Mark[], 'a mark'),
  figures: oneOf(['yes', 'no'], 'this')
};

const EXPLORE_WORDS: Readonly<Record<ExploreKey, string>> = {
  count: 'a kind of count is small letters, such as plans',
  measure: 'a measure is small letters, such as open',
  by: 'breakdowns are names with dots between them, such as age.sex',
  table: 'a table is small letters and hyphens, such as plans-by-category',
  areas: 'areas are names with dots between them, such as leeds.rutland',
  periods: 'periods are letters and digits with dots between them, such as 2023.2024',
  per: `rates are for every ${String(RATE_PER)}`,
  only: 'a filter is an aspect, a hyphen and a value, such as area-leeds'
};
const EXPLORE_RULES: Readonly<Record<string, Rule>> = Object.fromEntries(
  EXPLORE_KEYS.map((key) => [key, { read: matching(EXPLORE_PATTERNS[key]), otherwise: EXPLORE_WORDS[key] }])
);

function rulesOf(place: Place | undefined): Readonly<Record<string, Rule>> {
  if (place?.page === 'indicators') return FILTER_RULES;
  if (place?.page === 'explore') return EXPLORE_RULES;
  return place?.page === 'view' && place.view === 'indicator'
    ? { area: AREA_RULE, ...VIEW_RULES }
    : VIEW_RULES;
}

function readKeys(keys: Readonly<Record<string, string>>, rules: Readonly<Record<string, Rule>>) {
  const problems: AddressProblem[] = [];
  const read: Record<string, string> = {};
  for (const [key, value] of Object.entries(keys)) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    const known = rule?.read(value);
    if (known !== undefined) read[key] = known;
    else problems.push({ key, value, message: rule?.otherwise ?? 'no page of this site has this setting' });
  }
  return { read, problems };
}

/** The keys of a view, with the comparison as one of those there are. */
function viewKeys({ compare: said, ...read }: Readonly<Record<string, string>>): Partial<Shown> {
  const compare = said === undefined ? undefined : within(COMPARES, said);
  return { ...read, ...(compare === undefined ? {} : { compare }) };
}

/**
 * Where an address leads. Never throws: what it does not understand is a problem in the answer,
 * and the rest still stands. Only public keys are read here; see `private-state.ts` for the fragment.
 */
export function readPlace(parts: AddressParts, addressing: Addressing = ADDRESSING): Reading {
  const { path, query } = publicParts(parts, addressing);
  const address = migrate({ path, keys: Object.fromEntries(new URLSearchParams(query)) });
  const place = placeOfPath(address.path);
  const { read, problems } = readKeys(address.keys, rulesOf(place));
  if (place === undefined) return { problems };
  switch (place.page) {
    case 'view':
      return { place: { ...place, ...viewKeys(read) }, problems };
    case 'indicators':
    case 'explore':
      return { place: { ...place, ...read }, problems };
    default:
      return { place, problems };
  }
}

/** True where a place asks for a state other than the one that is shown. */
export function asksForOther(place: ViewPlace, shown: Shown): boolean {
  return (
    (shown.area !== undefined && place.area !== shown.area) ||
    KEYS.some((key) => place[key] !== undefined && place[key] !== shown[key])
  );
}

/** `period=2024&compare=neighbours&vintage=2024`: what a prerendered page says it shows. */
export function writeShown(shown: Shown): string {
  const { area, period, compare, vintage } = shown;
  return queryOf({ area, period, compare, vintage }).slice(1);
}

/** Reads `writeShown` back; nothing where it was written by no release of this site. */
export function readShown(text: string): Shown | undefined {
  const keys = Object.fromEntries(new URLSearchParams(text));
  const { area, period, compare, vintage } = viewKeys(
    readKeys(keys, { area: AREA_RULE, ...VIEW_RULES }).read
  );
  return period === undefined || compare === undefined || vintage === undefined
    ? undefined
    : { ...(area === undefined ? {} : { area }), period, compare, vintage };
}

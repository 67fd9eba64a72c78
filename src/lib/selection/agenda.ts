/** An agenda: figures pinned for a meeting, each as readable text, so that a link or a file can hold them. */
import type { Standing } from '#lib/domain/standing.ts';
import { ADDRESSING, type Addressing } from './addressing.ts';
import { COMPARES, indicatorPlace, VIEWS, type ViewPlace } from './place.ts';
import { privateHref, type PrivateState } from './private-state.ts';

/** One figure of one page. */
export interface Pin {
  /** Among figures that a reader loaded, not on the pages of the site. */
  readonly own: boolean;
  readonly place: ViewPlace;
  /** Id of the chart or table. */
  readonly figure: string;
}

export interface Agenda {
  /** What the reader calls it; empty where it has no name. */
  readonly title: string;
  /** What must be said of the figures that its title was written on, as far as it was kept. */
  readonly titledOn?: Standing | undefined;
  /** Pins as `writePin` writes them, each once, in the order of the meeting. */
  readonly pins: readonly string[];
}

/** A pin that no page can be found by. */
export interface PinProblem {
  readonly text: string;
  readonly message: string;
}

export interface AgendaReading {
  readonly agenda: Agenda;
  readonly problems: readonly PinProblem[];
}

export const MOST_PINS = 60;
export const LONGEST_TITLE = 120;

const OWN = 'own:';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const FIGURE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
const VALUE = /^[A-Za-z0-9.-]{1,24}$/;
const LONGEST_PIN = 400;

function pathOf({ area, view, indicator }: ViewPlace): string {
  return view === 'indicator' ? `${area}/indicator/${indicator ?? ''}` : `${area}/${view}`;
}

/** The page that a pin stands on, as text: the same for all figures of one page. */
export function writePage({ own, place }: Pick<Pin, 'own' | 'place'>): string {
  const query = new URLSearchParams();
  for (const key of ['period', 'compare', 'vintage'] as const) {
    const value = place[key];
    if (value !== undefined) query.set(key, value);
  }
  const asked = query.toString();
  return `${own ? OWN : ''}${pathOf(place)}${asked === '' ? '' : `?${asked}`}`;
}

/** `leicestershire/overview/position?period=2023&compare=region`, with `own:` before it for loaded figures. */
export function writePin(pin: Pin): string {
  const [path = '', asked] = writePage(pin).split('?');
  return `${path}/${pin.figure}${asked === undefined ? '' : `?${asked}`}`;
}

function pageOf(area: string, rest: readonly string[]): { place: ViewPlace; figure: string } | undefined {
  const [view, second, third] = rest;
  if (view === 'indicator')
    return second !== undefined && SLUG.test(second) && third !== undefined && rest.length === 3
      ? { place: indicatorPlace(second, { area }), figure: third }
      : undefined;
  const known = VIEWS.find((name) => name === view);
  return known !== undefined && second !== undefined && rest.length === 2
    ? { place: { page: 'view', area, view: known }, figure: second }
    : undefined;
}

function keysOf(asked: string): Partial<ViewPlace> | undefined {
  const keys: { period?: string; compare?: (typeof COMPARES)[number]; vintage?: string } = {};
  for (const [key, value] of new URLSearchParams(asked)) {
    const compare = COMPARES.find((each) => each === value);
    if (key === 'compare' && compare !== undefined) keys.compare = compare;
    else if ((key === 'period' || key === 'vintage') && VALUE.test(value)) keys[key] = value;
    else return undefined;
  }
  return keys;
}

/** Reads `writePin` back. A problem, in words, where the text names no figure of a page. */
export function readPin(text: string): Pin | PinProblem {
  const wrong = (message: string): PinProblem => ({ text: text.slice(0, LONGEST_PIN), message });
  if (text.length > LONGEST_PIN) return wrong('a pin is never that long');
  const own = text.startsWith(OWN);
  const [path = '', ...asked] = (own ? text.slice(OWN.length) : text).split('?');
  const [area = '', ...rest] = path.split('/');
  if (!SLUG.test(area)) return wrong('it does not begin with an area, such as leeds');
  const page = pageOf(area, rest);
  if (page === undefined || !FIGURE.test(page.figure))
    return wrong('it names no figure of a page, such as leeds/overview/position');
  const keys = keysOf(asked.join('?'));
  if (keys === undefined) return wrong('it asks for a year or a comparison in a way that is not understood');
  return { own, place: { ...page.place, ...keys }, figure: page.figure };
}

export const isPin = (read: Pin | PinProblem): read is Pin => 'place' in read;

/** An agenda from what a link or a file holds: what cannot be read is left out and said. */
export function readAgenda(title: string, texts: readonly string[]): AgendaReading {
  const pins = new Set<string>();
  const problems: PinProblem[] = [];
  for (const text of texts) {
    const read = readPin(text);
    if (!isPin(read)) problems.push(read);
    else if (pins.size < MOST_PINS || pins.has(writePin(read))) pins.add(writePin(read));
    else problems.push({ text, message: `an agenda holds at most ${String(MOST_PINS)} figures` });
  }
  return { agenda: { title: oneLine(title), pins: [...pins] }, problems };
}

/** A title on one line, no longer than a heading bears. */
export function oneLine(title: string): string {
  return [...title.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('').trim();
}

/** The agenda that a fragment holds; undefined where it holds none. */
export function sharedAgenda({ pins, title }: PrivateState): AgendaReading | undefined {
  return pins === undefined ? undefined : readAgenda(title ?? '', pins);
}

/** The whole address of an agenda, for copying; all of it is behind `#`, which no server sees. */
export function agendaLink(
  { title, pins }: Agenda,
  document: string,
  addressing: Addressing = ADDRESSING
): string {
  const state: PrivateState = { ...(title === '' ? {} : { title }), pins };
  return new URL(privateHref({ page: 'agenda' }, state, addressing), document.replace(/[?#].*$/s, '')).href;
}

export const sameAgenda = (one: Agenda, other: Agenda): boolean =>
  one.title === other.title &&
  one.pins.length === other.pins.length &&
  one.pins.every((pin, index) => pin === other.pins[index]);

/**
 * Whether a figure changed after a milestone more than it did in comparable areas: a difference in differences for one
 * area among a few. The area's change from before to after is set beside the same change in its comparators, and how far
 * those differ among themselves is the yardstick (one treated area and several others: Donald and Lang 2007, Review of
 * Economics and Statistics 89: 221–233; Conley and Taber 2011, same journal 93: 113–125; the interval is that of a
 * prediction among studies that differ: Higgins, Thompson and Spiegelhalter 2009, Journal of the Royal Statistical
 * Society A 172: 137–159). It tells that something here was different. It cannot tell what.
 */
import { NEIGHBOURS_NEEDED } from './compare.ts';
import { normalDeviate } from './quantile.ts';
import { studentDeviate } from './student.ts';

/** On each side of a milestone; with one year, its chance alone would be the change. */
export const YEARS_NEEDED = 2;

const CONFIDENCE = 0.95;

/** A change is with the others’ where it is nearer to theirs than to none at all, and theirs nearer to it than to none. */
const NEARER = 0.5;

/** One year of one area: its figure, and the variance it has with nothing underlying changed, in the figure's unit. */
export interface Yearly {
  readonly value: number;
  readonly variance: number;
}

/** The years of one area on each side of a milestone; the same years in every area. */
export interface Around {
  readonly before: readonly Yearly[];
  readonly after: readonly Yearly[];
}

/** `ratio`: counts and rates, which grow in proportion. `points`: shares, whose points are the same size everywhere. */
export type Scale = 'ratio' | 'points';

/** From the mean of the years before to the mean of those after. */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** The natural logarithm of `to` over `from` on the scale `ratio`; `to` less `from` on the scale `points`. */
  readonly size: number;
  /** Of the size, from the years' own. */
  readonly variance: number;
}

function meanOf(years: readonly Yearly[]): Yearly {
  const n = years.length;
  return {
    value: years.reduce((sum, { value }) => sum + value, 0) / n,
    variance: years.reduce((sum, { variance }) => sum + variance, 0) / (n * n)
  };
}

/** Undefined with fewer than two years on either side, and on the scale `ratio` from or to nothing. */
export function changeAround({ before, after }: Around, scale: Scale): Change | undefined {
  for (const { variance } of [...before, ...after])
    if (!(variance >= 0)) throw new RangeError(`a variance must be 0 or more: ${variance}`);
  if (before.length < YEARS_NEEDED || after.length < YEARS_NEEDED) return undefined;
  const [from, to] = [meanOf(before), meanOf(after)];
  const ends = { from: from.value, to: to.value };
  if (scale === 'points')
    return { ...ends, size: to.value - from.value, variance: from.variance + to.variance };
  if (from.value <= 0 || to.value <= 0) return undefined;
  return {
    ...ends,
    size: Math.log(to.value / from.value),
    variance: from.variance / from.value ** 2 + to.variance / to.value ** 2
  };
}

/** What the comparators did over the same years. */
export interface Others {
  readonly against: 'similar' | 'country';
  /** Areas with figures for all the years. */
  readonly count: number;
  /** The mean of their changes, and the least and the greatest; all alike for a country. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Their mean moved more than its own spread would have it. */
  readonly moved: boolean;
}

export type StrategyVerdict =
  | { readonly verdict: 'redefined'; readonly because: 'moved' | 'unknown' | 'break' }
  | { readonly verdict: 'tooFew'; readonly before: number; readonly after: number }
  /** Nobody to set it beside. */
  | { readonly verdict: 'notCompared'; readonly own: Change }
  | {
      /**
       * `more`: it changed by more than its years differ by chance, and further than the comparators by more than they
       * differ among themselves. `with`: they clearly moved, and its change is nearer to theirs than to none. `noSign`:
       * neither; its change is no bigger than such figures move anyway.
       */
      readonly verdict: 'more' | 'with' | 'noSign';
      readonly own: Change;
      readonly others: Others;
      /** How far its change may lie from the comparators’ mean with nothing different here. */
      readonly margin: number;
      /** Its change lies outside that margin, on whichever side. */
      readonly apart: boolean;
    };

export interface VerdictAsked {
  readonly own: Around;
  readonly scale: Scale;
  /** Statistical neighbours; those without every year are left out. */
  readonly similar: readonly Around[];
  /** Serves where fewer than six similar areas have figures. */
  readonly country?: Around | undefined;
  /** What is counted, or how it is recorded, changed or may have changed between the years. */
  readonly redefined?: 'moved' | 'unknown' | 'break' | undefined;
}

function nearTo(own: number, mean: number): boolean {
  return own !== 0 && own / mean >= NEARER && mean / own >= NEARER;
}

interface Yardstick {
  readonly others: Others;
  readonly margin: number;
}

/**
 * How changes differ among similar areas beyond chance is what this area’s may differ by too (τ², by moments), with its
 * own chance and that of their mean. Never less than their changes differ as they stand.
 */
function besideSimilar(own: Change, changes: readonly Change[]): Yardstick {
  const n = changes.length;
  const sizes = changes.map(({ size }) => size);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / n;
  const spread = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / (n - 1);
  const chance = changes.reduce((sum, { variance }) => sum + variance, 0) / n;
  const between = Math.max(0, spread - chance);
  const t = studentDeviate(CONFIDENCE, n - 1);
  const single = Math.max(spread, between + own.variance);
  return {
    others: {
      against: 'similar',
      count: n,
      mean,
      lowest: Math.min(...sizes),
      highest: Math.max(...sizes),
      moved: Math.abs(mean) > t * Math.sqrt(spread / n)
    },
    margin: t * Math.sqrt(single + spread / n)
  };
}

/** A country has no spread: the area’s own chance is the yardstick, doubled for all that moves areas apart besides. */
function besideCountry(own: Change, country: Change): Yardstick {
  const z = normalDeviate(CONFIDENCE);
  return {
    others: {
      against: 'country',
      count: 1,
      mean: country.size,
      lowest: country.size,
      highest: country.size,
      moved: Math.abs(country.size) > z * Math.sqrt(country.variance)
    },
    margin: z * Math.sqrt(2 * own.variance + country.variance)
  };
}

/**
 * The verdict of one figure after one milestone. Across a change of definition, or with fewer than two years on either
 * side, there is none. Throws for a variance below 0.
 */
export function strategyVerdict({ own, scale, similar, country, redefined }: VerdictAsked): StrategyVerdict {
  if (redefined !== undefined) return { verdict: 'redefined', because: redefined };
  const change = changeAround(own, scale);
  if (change === undefined) return { verdict: 'tooFew', before: own.before.length, after: own.after.length };
  const whole = ({ before, after }: Around) =>
    before.length === own.before.length && after.length === own.after.length;
  const changes = similar
    .filter(whole)
    .map((each) => changeAround(each, scale))
    .filter((each) => each !== undefined);
  const national = country && whole(country) ? changeAround(country, scale) : undefined;
  const yardstick =
    changes.length >= NEIGHBOURS_NEEDED
      ? besideSimilar(change, changes)
      : national && besideCountry(change, national);
  if (!yardstick) return { verdict: 'notCompared', own: change };
  const { others, margin } = yardstick;
  const changed = Math.abs(change.size) > normalDeviate(CONFIDENCE) * Math.sqrt(change.variance);
  const further = change.size - others.mean;
  const apart = Math.abs(further) > margin;
  const beyond = apart && Math.sign(further) === Math.sign(change.size);
  const together = others.moved && nearTo(change.size, others.mean);
  return {
    verdict: changed && beyond ? 'more' : together ? 'with' : 'noSign',
    own: change,
    others,
    margin,
    apart
  };
}

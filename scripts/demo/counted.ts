/** What can be counted of a made-up life, by its measure, and where each of it belongs. */
import type { Belongs, FlowOf, StockOf } from './count.ts';
import { ageOn } from './family.ts';
import {
  categoryOn,
  type Child,
  type Happening,
  type Life,
  type Plan,
  type Spell,
  type Stretch
} from './life.ts';

type Items<Item> = (life: Life) => readonly Item[];
const childOf = ({ child }: { readonly child: Child }) => child;

/** What is the same of every count, whatever it is of. */
const whatever = <Item extends { readonly child: Child }>(
  measure: string,
  items: Items<Item>,
  by: readonly Belongs<Item>[],
  only?: (item: Item) => boolean
) => ({ measure, items, by, childOf, ...(only ? { only } : {}) });

export function stock<Item extends Stretch>(
  measure: string,
  items: Items<Item>,
  by: readonly Belongs<Item>[],
  only?: (item: Item) => boolean
): StockOf<Item> {
  return {
    ...whatever(measure, items, by, only),
    kind: 'stock',
    from: ({ from }) => from,
    to: ({ to }) => to
  };
}

type When = 'started' | 'ended' | 'anypoint';

/** Started, ended or open at any point; of `_children` each child once. */
export function work<Item extends Stretch>(
  measure: string,
  items: Items<Item>,
  by: readonly Belongs<Item>[],
  only?: (item: Item) => boolean
): FlowOf<Item> {
  const [when = 'started', children] = measure.split('_');
  const day: Readonly<Record<When, (item: Item) => readonly [number, number]>> = {
    started: ({ from }) => [from, from],
    ended: ({ to }) => [to, to],
    anypoint: ({ from, to }) => [from, to]
  };
  const of = when === 'ended' || when === 'anypoint' ? day[when] : day.started;
  return {
    ...whatever(measure, items, by, only),
    kind: 'flow',
    distinct: children === 'children',
    from: (item) => of(item)[0],
    to: (item) => of(item)[1]
  };
}

export function events<Item extends Happening>(
  measure: string,
  items: Items<Item>,
  by: readonly Belongs<Item>[],
  only?: (item: Item) => boolean
): FlowOf<Item> {
  return {
    ...whatever(measure, items, by, only),
    kind: 'flow',
    distinct: measure.endsWith('children'),
    from: ({ day }) => day,
    to: ({ day }) => day
  };
}

/** Ages in the cut that the Department publishes. */
export const BANDS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  under1: [0, 0],
  '1to4': [1, 4],
  '5to9': [5, 9],
  '10to15': [10, 15],
  '16plus': [16, 99],
  '5to6': [5, 6],
  '7to15': [7, 15],
  '7to10': [7, 10],
  '11to15': [11, 15]
};

/** Every band that a child is in on a day. */
export const agedIn: Belongs<{ readonly child: Child }> = ({ child }, day) => {
  const age = ageOn(child, day);
  if (age < 0) return ['unborn'];
  return Object.keys(BANDS).filter((id) => {
    const [from, to] = BANDS[id] ?? [0, -1];
    return from <= age && age <= to;
  });
};

const MONTHS = [
  ['upto3m', 91],
  ['m3to6', 182],
  ['m6to12', 364],
  ['y1to2', 729]
] as const;
const lasted = (days: number) => MONTHS.find(([, most]) => days <= most)?.[0] ?? 'y2plus';

/** How long a plan had lasted on a day, or in all where it ended by then. */
export const durationOn: Belongs<Plan> = ({ from, to }, day) => lasted(Math.min(day, to) - from);
export const latestOn: Belongs<Plan> = (plan, day) => categoryOn(plan, Math.min(day, plan.to));
export const earlierEpisodes: Belongs<Spell> = ({ earlier }) =>
  earlier < 0 ? 'notknown' : (['none', 'one', 'two'][earlier] ?? 'threeplus');

const SINCE = [
  ['upto6m', 182],
  ['m6to12', 365],
  ['y1to2', 730],
  ['y2to5', 1826]
] as const;
export const sinceFirst: Belongs<Spell> = ({ firstReferred, earlier }, day) =>
  earlier < 0 ? 'notknown' : (SINCE.find(([, most]) => day - firstReferred <= most)?.[0] ?? 'y5plus');

/** Made-up families, as they first come to notice. */
import type { Homes } from './homes.ts';
import type { Category, Child } from './life.ts';
import type { Random } from './random.ts';

/** A child with what is known of its past and of what is going on. */
export interface Known {
  readonly child: Child;
  /** Episodes of need that have ended; -1 where the child moved here and nobody knows. */
  episodes: number;
  plan: 'yes' | 'no';
  /** The first category of the last plan, where it was made here. */
  lastCategory: Category | undefined;
  firstReferred: number;
  lastReferred: number;
  /** Help of some kind lasts until this day. */
  busyUntil: number;
}

export const YEAR = 365.25;
const SIZES = { one: 45, two: 30, three: 16, four: 9 };
const COUNT = { one: 1, two: 2, three: 3, four: 4 } as const;
const AGES = { unborn: 4, under1: 9, to4: 24, to9: 28, to15: 29, to17: 6 };
const RANGE = {
  unborn: [-0.4, -0.02],
  under1: [0, 1],
  to4: [1, 5],
  to9: [5, 10],
  to15: [10, 16],
  to17: [16, 17.5]
} as const;

/** The age of a child in completed years; below 0 where it is not born yet. */
export const ageOn = ({ born }: Child, day: number): number => Math.floor((day - born) / YEAR);

/** What makes families: chance, their homes, and a count of children. */
export interface Families {
  readonly random: Random;
  readonly homes: Homes;
  readonly nextId: () => number;
}

/** Children of one family on the day on which it first comes to notice. */
export function familyOn(day: number, { random, homes, nextId }: Families): Known[] {
  const home = homes.next();
  const many = COUNT[random.oneOf(SIZES)];
  const [low, high] = RANGE[random.oneOf(AGES)];
  const eldest = low + (high - low) * random.unit();
  const past = random.chance(0.3) ? random.oneOf({ one: 60, two: 27, three: 13 }) : undefined;
  const movedIn = random.chance(0.03);
  const ages = Array.from({ length: many }, (_, at) => eldest - at * (1.2 + 2 * random.unit()));
  return ages
    .filter((age, at) => at === 0 || age > -0.5)
    .map((age): Known => {
      const hasPast = past !== undefined && age > 2 && random.chance(0.85);
      const child: Child = {
        id: nextId(),
        born: Math.round(day - age * YEAR),
        sex: age < 0 ? homes.sex() : random.chance(0.515) ? 'male' : 'female',
        disability: random.chance(0.04) ? 'notknown' : random.chance(0.13) ? 'yes' : 'no',
        home
      };
      const episodes = movedIn ? -1 : hasPast ? { one: 1, two: 2, three: 3 }[past] : 0;
      const before = hasPast ? Math.round(day - random.unit() * Math.min(age, 8) * YEAR) : Infinity;
      return {
        child,
        episodes,
        plan: !movedIn && hasPast && random.chance(0.6) ? 'yes' : 'no',
        lastCategory: undefined,
        firstReferred: Math.min(before, Infinity),
        lastReferred: -Infinity,
        busyUntil: -Infinity
      };
    });
}

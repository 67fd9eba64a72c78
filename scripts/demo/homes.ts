/** Where made-up families live, and what is written down of their origin: chance of its own, which moves nothing else. */
import type { Home } from './life.ts';
import { LOCALITIES } from './places.ts';
import { randomOf } from './random.ts';

/** Of families that come to notice: far more of them live where many are poor. */
const DEPRIVATION = { most: 34, second: 25, third: 18, fourth: 13, least: 8, notknown: 2 };
const ETHNICITY = { white: 83, mixed: 6, asian: 4.5, black: 3, other: 1.5, notknown: 2 };
const UNPLACED = 2;

export interface Homes {
  /** The next family’s. */
  readonly next: () => Home;
  /** What a child that was not born yet turned out to be. */
  readonly sex: () => 'female' | 'male';
}

/** The same area and seed give the same homes in the same order. */
export function homesIn(area: string, seed: number): Homes {
  const random = randomOf(seed, `homes in ${area}`);
  const localities = (LOCALITIES[area] ?? []).map(({ id, children, need }) => [id, children * need] as const);
  const placed = localities.reduce((sum, [, weight]) => sum + weight, 0);
  const weights = Object.fromEntries([...localities, ['notknown', (placed * UNPLACED) / 100 || 1]]);
  let family = 0;
  return {
    next: () => ({
      family: (family += 1),
      locality: random.oneOf(weights),
      deprivation: random.oneOf(DEPRIVATION),
      ethnicity: random.oneOf(ETHNICITY)
    }),
    sex: () => (random.chance(0.512) ? 'male' : 'female')
  };
}

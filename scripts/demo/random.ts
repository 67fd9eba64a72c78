/** Chance that is the same every time for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  readonly unit: () => number;
  readonly chance: (likelihood: number) => boolean;
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** Waiting times of a steady process, in the unit of the mean. */
  readonly waiting: (mean: number) => number;
  /** Around 0 with a standard deviation of 1 (Box–Muller). */
  readonly normal: () => number;
  /** One of the names, as often as its weight says. */
  readonly oneOf: <Name extends string>(weights: Readonly<Partial<Record<Name, number>>>) => Name;
  /** How many of so many, each with the same likelihood. */
  readonly ofMany: (many: number, likelihood: number) => number;
}

/** A stream of chance of its own for each seed and purpose: numbers from mulberry32. */
export function randomOf(seed: number, purpose: string): Random {
  const unit = numbers(hashOf(`${seed} ${purpose}`));
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    normal,
    chance: (likelihood) => unit() < likelihood,
    whole: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    waiting: (mean) => -mean * Math.log(1 - unit()),
    oneOf: (weights) => drawn(weights, unit()),
    ofMany: (many, likelihood) => Array.from({ length: many }).filter(() => unit() < likelihood).length
  };
}

function drawn<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>, at: number): Name {
  let last: Name | undefined;
  let left = at * sumOf(weights);
  for (const name in weights) {
    last = name;
    left -= weights[name] ?? 0;
    if (left < 0) return name;
  }
  if (last === undefined) throw new Error('there is nothing to draw from');
  return last;
}

const sums = new WeakMap<object, number>();

function sumOf(weights: Readonly<Partial<Record<string, number>>>): number {
  const known = sums.get(weights);
  if (known !== undefined) return known;
  const sum = Object.values(weights).reduce<number>((total, weight) => total + (weight ?? 0), 0);
  sums.set(weights, sum);
  return sum;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

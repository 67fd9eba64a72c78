/** Confidence intervals for counts and proportions. */

/** Two-sided confidence levels in use, with their normal quantiles z(1 − α/2). */
export const Z = { 80: 1.2815515655446004, 95: 1.959963984540054, 99.8: 3.090232306167813 } as const;
export type Confidence = keyof typeof Z;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Brothers and sisters are usually counted together. If all children came in pairs, a count of them would vary
 * twice as much as a count of unrelated children: the variance of the sum of n / 2 pairs is 2n (cluster sampling,
 * Kish 1965: design effect 1 + (m − 1)ρ with clusters of m = 2 and ρ = 1).
 */
export const SIBLING_DESIGN_EFFECT = 2;

export interface IntervalOptions {
  readonly confidence?: Confidence;
  /** How many times the variance of independent events; 1 or more. */
  readonly designEffect?: number;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function checkCount(count: number): void {
  if (!Number.isFinite(count) || count < 0) throw new RangeError(`count must be zero or more: ${count}`);
}

/**
 * Wilson score interval of x of n, as proportions between 0 and 1 (Wilson 1927; Newcombe 1998, method 3).
 * A design effect divides the sample: n / d independent units. Throws if n is not above 0 or x is not within 0 to n.
 */
export function wilson(x: number, n: number, options: IntervalOptions = {}): Interval {
  if (!(n > 0) || !(x >= 0) || x > n)
    throw new RangeError(`x must lie within 0 to n, and n above 0: ${x} of ${n}`);
  const z = Z[options.confidence ?? 95];
  const effective = n / (options.designEffect ?? 1);
  const p = x / n;
  const centre = p + (z * z) / (2 * effective);
  const spread = z * Math.sqrt((p * (1 - p)) / effective + (z * z) / (4 * effective * effective));
  const scale = 1 + (z * z) / effective;
  return {
    lower: x === 0 ? 0 : within((centre - spread) / scale, 0, 1),
    upper: x === n ? 1 : within((centre + spread) / scale, 0, 1)
  };
}

/** Byar's approximation to the Poisson interval of a count (Breslow and Day 1987, equation 2.5). For counts of 10 or more. */
export function byar(count: number, options: IntervalOptions = {}): Interval {
  checkCount(count);
  const z = Z[options.confidence ?? 95];
  const next = count + 1;
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const upper = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
  return widened(count, { lower: Math.max(0, lower), upper }, options.designEffect);
}

/** P(X ≤ k) of a Poisson variable with the given mean. */
function poissonAtMost(k: number, mean: number): number {
  if (k < 0) return 0;
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i += 1) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

function solve(increasing: (mean: number) => number, target: number, high: number): number {
  let low = 0;
  let top = high;
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + top) / 2;
    if (increasing(middle) < target) low = middle;
    else top = middle;
  }
  return (low + top) / 2;
}

/** Exact Poisson interval of a whole count (Garwood 1936), found by bisection. For counts below 100. */
export function exactPoisson(count: number, options: IntervalOptions = {}): Interval {
  checkCount(count);
  if (!Number.isInteger(count) || count > 100)
    throw new RangeError(`exact interval is for whole counts up to 100: ${count}`);
  const tail = TAIL[options.confidence ?? 95];
  const high = 4 * count + 40;
  return widened(
    count,
    {
      lower: count === 0 ? 0 : solve((mean) => 1 - poissonAtMost(count - 1, mean), tail, high),
      upper: solve((mean) => 1 - poissonAtMost(count, mean), 1 - tail, high)
    },
    options.designEffect
  );
}

const TAIL: Readonly<Record<Confidence, number>> = { 80: 0.1, 95: 0.025, 99.8: 0.001 };

/** Interval of a count: exact below 10, Byar from 10 (OHID technical guidance for public health profiles). */
export function countInterval(count: number, options: IntervalOptions = {}): Interval {
  return count < 10 && Number.isInteger(count) ? exactPoisson(count, options) : byar(count, options);
}

/** An interval whose arms grow with the square root of the design effect; never below zero. */
function widened(count: number, interval: Interval, designEffect = 1): Interval {
  const factor = Math.sqrt(designEffect);
  return {
    lower: Math.max(0, count - factor * (count - interval.lower)),
    upper: count + factor * (interval.upper - count)
  };
}

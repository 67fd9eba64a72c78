/** Confidence intervals for counts and proportions. */
import { checkConfidence, chiSquaredQuantile, normalDeviate } from './quantile.ts';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** An interval with the figure it surrounds: lower ≤ value ≤ upper. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * Brothers and sisters are usually counted together. If all children came in pairs, a count of them would vary
 * twice as much as a count of unrelated children: the variance of the sum of n / 2 pairs is 2n (cluster sampling,
 * Kish 1965: design effect 1 + (m − 1)ρ with clusters of m = 2 and ρ = 1).
 */
export const SIBLING_DESIGN_EFFECT = 2;

export interface IntervalOptions {
  /** Two-sided, as a proportion: above 0 and below 1; 0.95 unless told. */
  readonly confidence?: number;
  /** How many times the variance of independent events: 1 or more, 1 unless told. */
  readonly designEffect?: number;
}

export const USUAL_CONFIDENCE = 0.95;

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function checkCount(count: number): void {
  if (!(Number.isFinite(count) && count >= 0)) throw new RangeError(`count must be 0 or more: ${count}`);
}

function designEffectOf({ designEffect = 1 }: IntervalOptions): number {
  if (!(Number.isFinite(designEffect) && designEffect >= 1))
    throw new RangeError(`design effect must be 1 or more: ${designEffect}`);
  return designEffect;
}

/** x of n as a share between 0 and 1. Throws where n is not above 0 or x not within 0 to n. */
export function proportion(x: number, n: number): number {
  if (!(Number.isFinite(n) && n > 0)) throw new RangeError(`n must be above 0: ${x} of ${n}`);
  if (!(x >= 0 && x <= n)) throw new RangeError(`x must lie within 0 to n: ${x} of ${n}`);
  return x / n;
}

/**
 * Wilson score interval of x of n, as proportions between 0 and 1 (Wilson 1927; Newcombe 1998, method 3).
 * A design effect divides the sample: n / d independent units. Throws where n is not above 0 or x not within 0 to n.
 */
export function wilson(x: number, n: number, options: IntervalOptions = {}): Estimate {
  const value = proportion(x, n);
  const z = normalDeviate(options.confidence ?? USUAL_CONFIDENCE);
  const units = n / designEffectOf(options);
  const centre = value + (z * z) / (2 * units);
  const spread = z * Math.sqrt((value * (1 - value)) / units + (z * z) / (4 * units * units));
  const scale = 1 + (z * z) / units;
  return {
    value,
    lower: x === 0 ? 0 : within((centre - spread) / scale, 0, value),
    upper: x === n ? 1 : within((centre + spread) / scale, value, 1)
  };
}

/** Byar's limits. */
function byarLimits(count: number, confidence: number): Interval {
  const z = normalDeviate(confidence);
  const limit = (events: number, side: number) =>
    events * (1 - 1 / (9 * events) + (side * z) / (3 * Math.sqrt(events))) ** 3;
  return { lower: count === 0 ? 0 : within(limit(count, -1), 0, count), upper: limit(count + 1, 1) };
}

/** The exact limits. */
function exactLimits(count: number, confidence: number): Interval {
  checkConfidence(confidence);
  return {
    lower: count === 0 ? 0 : chiSquaredQuantile((1 - confidence) / 2, 2 * count) / 2,
    upper: chiSquaredQuantile(0.5 + confidence / 2, 2 * count + 2) / 2
  };
}

/**
 * Limits of a count that varies d times as much as a Poisson count: arms √d times as long, as standard errors are
 * multiplied by the square root of the dispersion (McCullagh and Nelder 1989, 4.5 and 6.2). Never below 0.
 */
function dispersed(
  count: number,
  options: IntervalOptions,
  limits: (count: number, confidence: number) => Interval
): Estimate {
  const factor = Math.sqrt(designEffectOf(options));
  const { lower, upper } = limits(count, options.confidence ?? USUAL_CONFIDENCE);
  return {
    value: count,
    lower: Math.max(0, count - factor * (count - lower)),
    upper: count + factor * (upper - count)
  };
}

/**
 * Byar's approximation to the Poisson interval of a count (Breslow and Day 1987, equation 2.5). For counts of 10 or
 * more; below, use `countInterval`. Its lower limit is never below 0.
 */
export function byar(count: number, options: IntervalOptions = {}): Estimate {
  checkCount(count);
  return dispersed(count, options, byarLimits);
}

/**
 * Exact Poisson interval of a whole count (Garwood 1936): χ²(α/2, 2x) / 2 and χ²(1 − α/2, 2x + 2) / 2. Throws for a
 * count that is not whole.
 */
export function exactPoisson(count: number, options: IntervalOptions = {}): Estimate {
  checkCount(count);
  if (!Number.isInteger(count)) throw new RangeError(`count must be a whole number: ${count}`);
  return dispersed(count, options, exactLimits);
}

/** Interval of a count: exact below 10, Byar from 10 (OHID, technical guidance for public health profiles). */
export function countInterval(count: number, options: IntervalOptions = {}): Estimate {
  return count < 10 && Number.isInteger(count) ? exactPoisson(count, options) : byar(count, options);
}

/**
 * The difference of two independent proportions, first less second, between −1 and 1 (Newcombe 1998, Statistics in
 * Medicine 17: 873–890, method 10: the Wilson limits of each, joined). Throws as `wilson` does.
 */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  options: IntervalOptions = {}
): Estimate {
  const first = wilson(x1, n1, options);
  const second = wilson(x2, n2, options);
  const value = first.value - second.value;
  const below = Math.hypot(first.value - first.lower, second.upper - second.value);
  const above = Math.hypot(first.upper - first.value, second.value - second.lower);
  return { value, lower: Math.max(-1, value - below), upper: Math.min(1, value + above) };
}

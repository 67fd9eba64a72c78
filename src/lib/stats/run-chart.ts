/** Run charts: is a series random about its median? (Anhøj and Olesen 2014, PLoS ONE 9: e113825.) */
import { median } from './compare.ts';

export interface RunLimits {
  /** A run longer than this is a sign: round(log₂ n) + 3 (Schilling 2012). */
  readonly longestRunMax: number;
  /** Fewer crossings of the median than these are a sign: the 5% quantile of n − 1 tosses of a coin (Chen 2010). */
  readonly crossingsMin: number;
}

/** The least k that n tosses of a fair coin do not exceed with probability `p` or more. */
function coinQuantile(p: number, n: number): number {
  let log = -n * Math.LN2;
  let sum = Math.exp(log);
  let k = 0;
  while (sum < p && k < n) {
    k += 1;
    log += Math.log((n - k + 1) / k);
    sum += Math.exp(log);
  }
  return k;
}

/** Anhøj's limits for a number of useful points: those not on the median. Throws unless a whole number above 0. */
export function anhoejLimits(useful: number): RunLimits {
  if (!(Number.isInteger(useful) && useful > 0))
    throw new RangeError(`useful points must be a whole number above 0: ${useful}`);
  return {
    longestRunMax: Math.round(Math.log2(useful)) + 3,
    crossingsMin: coinQuantile(0.05, useful - 1)
  };
}

export interface RunChart {
  readonly median: number;
  /** How many points lie off the median. */
  readonly useful: number;
  readonly longestRun: number;
  readonly crossings: number;
  /** Absent where every point lies on the median. */
  readonly limits?: RunLimits;
  /** Whether the series is unlikely to be random. Below 10 useful points a sign is not to be expected. */
  readonly signal: boolean;
}

/**
 * Runs about the median, or about a `centre` that was fixed before. Points on it, and times without a figure (null or
 * undefined), neither make nor break a run. Throws where there is no figure at all, or one that is not finite.
 */
export function runChart(
  values: readonly (number | null | undefined)[],
  { centre }: { readonly centre?: number } = {}
): RunChart {
  const known = values.filter((value) => value !== undefined && value !== null);
  const wrong = known.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`value must be a finite number, or left out: ${wrong}`);
  const middle = centre ?? median(known);
  if (middle === undefined) throw new RangeError('a run chart needs at least one figure');
  const sides = known.map((value) => Math.sign(value - middle)).filter((side) => side !== 0);
  let longestRun = 0;
  let run = 0;
  let crossings = 0;
  sides.forEach((side, i) => {
    const crossed = i > 0 && side !== sides[i - 1];
    if (crossed) crossings += 1;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  });
  const base = { median: middle, useful: sides.length, longestRun, crossings };
  if (sides.length === 0) return { ...base, signal: false };
  const limits = anhoejLimits(sides.length);
  const signal = longestRun > limits.longestRunMax || crossings < limits.crossingsMin;
  return { ...base, limits, signal };
}

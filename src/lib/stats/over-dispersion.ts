/** How much areas differ beyond chance: Spiegelhalter's φ and τ², worked out as FunnelPlotR does. */
import type { Interval } from './interval.ts';
import { chiSquaredQuantile, normalDeviate } from './quantile.ts';

export interface OverDispersionOptions {
  /** Share of the areas at each end whose z values are drawn in (or left out): 0.1 unless told, below 0.5. */
  readonly trim?: number;
  /** `winsorise` draws outlying z values in to the quantile; `truncate` leaves them out. */
  readonly method?: 'winsorise' | 'truncate';
}

export interface OverDispersion {
  /** Mean of the squared z values; about 1 where areas differ by chance alone. */
  readonly phi: number;
  /** Variance between areas on the transformed scale, beyond chance; 0 where there is none. */
  readonly tau2: number;
  /** Whether φ is larger than chance would make it in 19 of 20 such sets of areas. */
  readonly significant: boolean;
  /** Limits for a denominator of n, as a share or as events for each person. */
  adjustedLimits(n: number, confidence: number): Interval;
}

/** A scale on which the variance depends on n alone. */
interface Scale {
  readonly to: (value: number) => number;
  readonly back: (value: number) => number;
  readonly highest: number;
  /** Standard error of a share or a rate. */
  readonly error: (n: number) => number;
}

/** arcsin √p has standard error 1 / 2√n; √(events for each person) has the same. */
const SCALES: Readonly<Record<'proportion' | 'rate', Scale>> = {
  proportion: {
    to: (value) => Math.asin(Math.sqrt(value)),
    back: (value) => Math.sin(value) ** 2,
    highest: Math.PI / 2,
    error: (n) => 1 / (2 * Math.sqrt(n))
  },
  rate: {
    to: Math.sqrt,
    back: (value) => value ** 2,
    highest: Infinity,
    error: (n) => 1 / (2 * Math.sqrt(n))
  }
};

/** The quantile of sorted values, between neighbours in proportion (Hyndman and Fan 1996, type 7, as R has it). */
export function quantileOf(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * φ = Σz²/k and τ² = max(0, (kφ − (k − 1)) / (Σw − Σw²/Σw)) with w = 1/s² (Spiegelhalter 2005, Quality and Safety in
 * Health Care 14: 347–351; DerSimonian and Laird 1986), from z values on a scale that steadies the variance: arcsin √p
 * for shares, √ for rates (Spiegelhalter and others 2012, JRSS A 175: 1–47). Throws where `trim` does not lie within 0
 * to 0.5.
 */
export function overDispersion(
  areas: readonly { readonly x: number; readonly n: number }[],
  target: number,
  kind: 'proportion' | 'rate',
  { trim = 0.1, method = 'winsorise' }: OverDispersionOptions = {}
): OverDispersion {
  if (!(trim >= 0 && trim < 0.5)) throw new RangeError(`trim must lie within 0 to 0.5: ${trim}`);
  const { to, back, highest, error } = SCALES[kind];
  const centre = to(target);
  const all = areas.map(({ x, n }) => ({ z: (to(x / n) - centre) / error(n), weight: 1 / error(n) ** 2 }));
  const sorted = all.map(({ z }) => z).sort((a, b) => a - b);
  const low = quantileOf(sorted, trim);
  const high = quantileOf(sorted, 1 - trim);
  const used =
    method === 'truncate'
      ? all.filter(({ z }) => z >= low && z <= high)
      : all.map(({ z, weight }) => ({ z: Math.min(high, Math.max(low, z)), weight }));
  const k = used.length;
  const sum = (part: (each: { z: number; weight: number }) => number) =>
    used.reduce((total, each) => total + part(each), 0);
  const phi = sum(({ z }) => z * z) / k;
  const weights = sum(({ weight }) => weight);
  const spread = weights - sum(({ weight }) => weight ** 2) / weights;
  const tau2 = k > 1 && spread > 0 ? Math.max(0, (k * phi - (k - 1)) / spread) : 0;
  return {
    phi,
    tau2,
    significant: k > 1 && k * phi > chiSquaredQuantile(0.95, k),
    adjustedLimits: (n, confidence) => {
      const reach = normalDeviate(confidence) * Math.sqrt(error(n) ** 2 + tau2);
      return { lower: back(Math.max(0, centre - reach)), upper: back(Math.min(highest, centre + reach)) };
    }
  };
}

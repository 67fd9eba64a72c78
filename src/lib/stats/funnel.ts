/** Funnels: how far areas of each size would lie from a target by chance alone (Spiegelhalter 2005, Statistics in
 * Medicine 24: 1185–1202), in place of league tables. */
import { proportion, type Interval } from './interval.ts';
import { overDispersion, type OverDispersion, type OverDispersionOptions } from './over-dispersion.ts';
import { checkConfidence, chiSquaredQuantile, normalDeviate } from './quantile.ts';
import { USUAL_PER } from './rate.ts';

/** The two pairs of limits of every funnel: 1 in 20 and 1 in 500 areas lie outside by chance. */
export interface FunnelLimits {
  readonly at95: Interval;
  readonly at998: Interval;
}

function bothLevels(limitsAt: (confidence: number) => Interval): FunnelLimits {
  return { at95: limitsAt(0.95), at998: limitsAt(0.998) };
}

function checkTarget(target: number, highest: number): void {
  if (!(target >= 0 && target <= highest && Number.isFinite(target)))
    throw new RangeError(`target must lie within 0 to ${highest}: ${target}`);
}

function checkSize(n: number): void {
  if (!(Number.isFinite(n) && n > 0)) throw new RangeError(`n must be above 0: ${n}`);
}

/** Limits of a share for a denominator of n: target ± z√(target(1 − target)/n), within 0 and 1. */
export function proportionLimits(target: number, n: number, confidence = 0.95): Interval {
  checkTarget(target, 1);
  checkSize(n);
  const reach = normalDeviate(confidence) * Math.sqrt((target * (1 - target)) / n);
  return { lower: Math.max(0, target - reach), upper: Math.min(1, target + reach) };
}

/**
 * Limits of the ratio of events to the `expected` number of them (any number above 0), exact Poisson about the
 * expected number, as in FunnelPlotR: χ²(α/2, 2E) / 2E and χ²(1 − α/2, 2E + 2) / 2E.
 */
export function ratioLimits(expected: number, confidence = 0.95): Interval {
  checkSize(expected);
  checkConfidence(confidence);
  return {
    lower: chiSquaredQuantile((1 - confidence) / 2, 2 * expected) / (2 * expected),
    upper: chiSquaredQuantile(0.5 + confidence / 2, 2 * expected + 2) / (2 * expected)
  };
}

/** Limits of a rate for every `per` people, for a population; both limits are 0 about a target of 0. */
export function rateLimits(
  target: number,
  population: number,
  { per = USUAL_PER, confidence = 0.95 }: { readonly per?: number; readonly confidence?: number } = {}
): Interval {
  checkTarget(target, Infinity);
  checkSize(population);
  checkSize(per);
  if (target === 0) return { lower: 0, upper: 0 };
  const { lower, upper } = ratioLimits((target * population) / per, confidence);
  return { lower: target * lower, upper: target * upper };
}

/** x events of n people, assessments or plans. */
export interface FunnelArea {
  readonly x: number;
  readonly n: number;
}

export type Position = 'below998' | 'below95' | 'inside' | 'above95' | 'above998';

export interface FunnelPoint {
  /** In the funnel's unit: a share between 0 and 1, or a rate for every `per`. */
  readonly value: number;
  readonly limits: FunnelLimits;
  /** Widened by what areas differ beyond chance; the plain limits where they do not. */
  readonly adjusted: FunnelLimits;
  readonly position: Position;
  readonly adjustedPosition: Position;
}

export interface Funnel {
  readonly target: number;
  /** One for each area, in the order given. */
  readonly points: readonly FunnelPoint[];
  readonly dispersion: OverDispersion;
  readonly outside95: number;
  readonly outside998: number;
  /**
   * Whether plain limits can be read: they `hold`; areas differ more than chance allows (`overDispersed`), so use the
   * adjusted ones; or half of all areas or more lie outside plain 99.8% limits, where 1 in 500 would by chance, so that
   * lying outside says nothing about an area (`meaningless`).
   */
  readonly plainLimits: 'hold' | 'overDispersed' | 'meaningless';
}

export interface FunnelOptions extends OverDispersionOptions {
  readonly kind: 'proportion' | 'rate';
  /** In the funnel's unit; all events over all denominators unless told. */
  readonly target?: number;
  /** For a rate: 10,000 unless told. */
  readonly per?: number;
}

function positionOf(value: number, { at95, at998 }: FunnelLimits): Position {
  const noise = 1e-12 * Math.abs(value);
  if (value < at998.lower - noise) return 'below998';
  if (value > at998.upper + noise) return 'above998';
  if (value < at95.lower - noise) return 'below95';
  return value > at95.upper + noise ? 'above95' : 'inside';
}

/**
 * The funnel of areas about a target: plain limits, limits adjusted for over-dispersion, where each area lies, and
 * whether plain limits mean anything. Throws for no areas, n not above 0, x below 0 (or above n for a proportion).
 */
export function funnel(areas: readonly FunnelArea[], options: FunnelOptions): Funnel {
  const { kind, per = USUAL_PER } = options;
  if (areas.length === 0) throw new RangeError('a funnel needs at least one area');
  const unit = kind === 'proportion' ? 1 : per;
  const values = areas.map(({ x, n }) => {
    if (kind === 'proportion') return proportion(x, n);
    checkSize(n);
    if (!(Number.isFinite(x) && x >= 0)) throw new RangeError(`x must be 0 or more: ${x} of ${n}`);
    return (x / n) * per;
  });
  const total = (part: (area: FunnelArea) => number) => areas.reduce((sum, area) => sum + part(area), 0);
  const target = options.target ?? (total(({ x }) => x) / total(({ n }) => n)) * unit;
  const dispersion = overDispersion(areas, target / unit, kind, options);
  const points = areas.map(({ n }, i): FunnelPoint => {
    const value = values[i] ?? NaN;
    const limits = bothLevels((confidence) =>
      kind === 'proportion'
        ? proportionLimits(target, n, confidence)
        : rateLimits(target, n, { per, confidence })
    );
    const adjusted =
      dispersion.tau2 === 0
        ? limits
        : bothLevels((confidence) => {
            const { lower, upper } = dispersion.adjustedLimits(n, confidence);
            return { lower: lower * unit, upper: upper * unit };
          });
    const position = positionOf(value, limits);
    return { value, limits, adjusted, position, adjustedPosition: positionOf(value, adjusted) };
  });
  const outside998 = points.filter(({ position }) => position.endsWith('998')).length;
  const outside95 = points.filter(({ position }) => position !== 'inside').length;
  const plainLimits =
    2 * outside998 >= areas.length && areas.length > 1
      ? 'meaningless'
      : dispersion.significant
        ? 'overDispersed'
        : 'hold';
  return { target, points, dispersion, outside95, outside998, plainLimits };
}

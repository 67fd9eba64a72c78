/**
 * Control charts of shares and rates whose denominators vary: p, p′, u and u′. Limits are three standard errors from
 * the centre, as in qicharts2 (Anhøj). The prime charts are Laney's, for denominators so large that plain limits would
 * flag nearly every point (Laney 2002, Quality Engineering 14: 531–537).
 */
import { proportion } from './interval.ts';
import type { SpecialCause } from './xmr-rules.ts';

/** x events of n: of n people for a share, of n units of exposure for a rate. */
export interface Subgroup {
  readonly x: number;
  readonly n: number;
}

export interface AttributePoint {
  /** As a share between 0 and 1, or events for each unit of exposure; undefined where nothing is known. */
  readonly value: number | undefined;
  readonly mean: number;
  /** Undefined where nothing is known, since limits depend on n. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly specialCause: Extract<SpecialCause, 'Above UCL' | 'Below LCL'> | null;
}

export interface AttributeChart {
  readonly points: readonly AttributePoint[];
  /** All events over all denominators. */
  readonly mean: number;
  /** How many times the plain standard error the limits are built from; 1 for plain charts. */
  readonly sigmaZ: number;
}

interface Kind {
  readonly value: (subgroup: Subgroup) => number;
  readonly error: (mean: number, n: number) => number;
  readonly highest: number;
  readonly prime: boolean;
}

const SIGMAS = 3;
/** Mean moving range of two normal values, in standard deviations (Montgomery, Statistical Quality Control, appendix VI). */
const D2 = 1.128;

function exposureRate({ x, n }: Subgroup): number {
  if (!(Number.isFinite(n) && n > 0)) throw new RangeError(`n must be above 0: ${x} of ${n}`);
  if (!(Number.isFinite(x) && x >= 0)) throw new RangeError(`x must be 0 or more: ${x} of ${n}`);
  return x / n;
}

const SHARE = {
  value: ({ x, n }: Subgroup) => proportion(x, n),
  error: (mean: number, n: number) => Math.sqrt((mean * (1 - mean)) / n),
  highest: 1
};
const RATE = {
  value: exposureRate,
  error: (mean: number, n: number) => Math.sqrt(mean / n),
  highest: Infinity
};

/** Laney's σz: the mean moving range of the z values over 1.128; 1 where there are no two neighbours, 0 where they are all alike. */
function laney(z: readonly (number | undefined)[]): number {
  const ranges = z.flatMap((value, i) => {
    const before = i === 0 ? undefined : z[i - 1];
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
  return ranges.length === 0 ? 1 : ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2;
}

function chart(subgroups: readonly (Subgroup | null | undefined)[], kind: Kind): AttributeChart {
  const known = subgroups.filter((subgroup) => subgroup !== undefined && subgroup !== null);
  if (known.length === 0) throw new RangeError('a chart needs at least one point with a figure');
  const values = subgroups.map((subgroup) => (subgroup ? kind.value(subgroup) : undefined));
  const total = (part: (subgroup: Subgroup) => number) => known.reduce((sum, each) => sum + part(each), 0);
  const mean = total(({ x }) => x) / total(({ n }) => n);
  const errors = subgroups.map((subgroup) => (subgroup ? kind.error(mean, subgroup.n) : undefined));
  const z = values.map((value, i) => {
    const error = errors[i];
    return value === undefined || !error ? undefined : (value - mean) / error;
  });
  const sigmaZ = kind.prime ? laney(z) : 1;
  const points = values.map((value, i): AttributePoint => {
    const error = errors[i];
    if (value === undefined || error === undefined)
      return { value, mean, lower: undefined, upper: undefined, specialCause: null };
    const reach = SIGMAS * sigmaZ * error;
    const lower = Math.max(0, mean - reach);
    const upper = Math.min(kind.highest, mean + reach);
    const noise = 1e-13 * Math.max(value, upper);
    const specialCause = value > upper + noise ? 'Above UCL' : value < lower - noise ? 'Below LCL' : null;
    return { value, mean, lower, upper, specialCause };
  });
  return { points, mean, sigmaZ };
}

/** A missing subgroup is null or undefined. Each of these throws for n not above 0, x below 0, or no figure at all. */
export type Subgroups = readonly (Subgroup | null | undefined)[];

/** p chart of shares: p̄ ± 3√(p̄(1 − p̄)/n), within 0 and 1. Throws also for x above n. */
export function pChart(subgroups: Subgroups): AttributeChart {
  return chart(subgroups, { ...SHARE, prime: false });
}

/** p′ chart of shares: the p chart's standard errors times Laney's σz. Throws also for x above n. */
export function pPrimeChart(subgroups: Subgroups): AttributeChart {
  return chart(subgroups, { ...SHARE, prime: true });
}

/** u chart of events for each unit of exposure: ū ± 3√(ū/n), not below 0. */
export function uChart(subgroups: Subgroups): AttributeChart {
  return chart(subgroups, { ...RATE, prime: false });
}

/** u′ chart of events for each unit of exposure: the u chart's standard errors times Laney's σz. */
export function uPrimeChart(subgroups: Subgroups): AttributeChart {
  return chart(subgroups, { ...RATE, prime: true });
}

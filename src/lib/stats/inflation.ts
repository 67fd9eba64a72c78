/**
 * How much wider than chance alone a figure's range must be, by its size. Children come in families, which widens the
 * range of every count alike; practice moves in proportion, which widens that of large counts more. So the variance of a
 * count is that of chance times base + perUnit × count (extra-Poisson variation of constant and proportional part:
 * McCullagh and Nelder 1989, 6.2; Breslow 1984).
 */
import { changeSize, type Amount } from './usual-change.ts';

/** Times the variance of chance alone: `base` for the smallest figure, `perUnit` more for each unit it counts. */
export interface Inflation {
  /** 1 or more. */
  readonly base: number;
  /** 0 or more. */
  readonly perUnit: number;
}

/** Fewer changes than these tell nothing of size. */
const CHANGES_NEEDED = 100;
const BINS = 10;
/** The usual nine tenths of changes; the outer tenth is unusual, and no part of how figures usually move. */
const USUAL = 0.9;
/** The mean square of the inner nine tenths of a standard normal, 1 − 2 × 1.6449 × 0.1031 / 0.9: so that a normal gives 1. */
const INNER_SQUARE = 0.6231;

/** What chance goes by: the count; for a share, n / (2p(1 − p)), half a unit kept from none and all. */
function unitsOf({ x, n }: Amount): number {
  if (n === undefined) return x;
  const p = (x + 0.5) / (n + 1);
  return n / (2 * p * (1 - p));
}

interface Bin {
  readonly units: number;
  /** The variance of changes, as times that of chance alone. */
  readonly times: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function binOf(changes: readonly { readonly units: number; readonly size: number }[]): Bin {
  const sizes = changes.map(({ size }) => size).sort((a, b) => a - b);
  const inner = sizes.slice(0, Math.max(1, Math.floor(sizes.length * USUAL)));
  return {
    units: mean(changes.map(({ units }) => units)),
    times: mean(inner.map((size) => size * size)) / INNER_SQUARE
  };
}

/** The line of least squares that falls nowhere below 1 and nowhere slopes down. */
function lineThrough(bins: readonly Bin[]): Inflation {
  const [middle, level] = [mean(bins.map(({ units }) => units)), mean(bins.map(({ times }) => times))];
  const spread = bins.reduce((sum, { units }) => sum + (units - middle) ** 2, 0);
  const slope =
    spread === 0
      ? 0
      : bins.reduce((sum, { units, times }) => sum + (units - middle) * (times - level), 0) / spread;
  if (slope <= 0) return { base: Math.max(1, level), perUnit: 0 };
  const base = level - slope * middle;
  if (base >= 1) return { base, perUnit: slope };
  const through = bins.reduce((sum, { units, times }) => sum + units * (times - 1), 0);
  return { base: 1, perUnit: Math.max(0, through / bins.reduce((sum, { units }) => sum + units ** 2, 0)) };
}

/**
 * The inflation of a measure from every change of every area from one year to the next, in ten bins by size, each by
 * its usual nine tenths; undefined under 100 changes that have a size.
 */
export function inflationBySize(changes: readonly (readonly [Amount, Amount])[]): Inflation | undefined {
  const sized = changes
    .flatMap(([from, to]) => {
      const size = changeSize(from, to);
      return size === undefined ? [] : [{ size, units: (unitsOf(from) + unitsOf(to)) / 2 }];
    })
    .sort((a, b) => a.units - b.units);
  if (sized.length < CHANGES_NEEDED) return undefined;
  const bins = Array.from({ length: BINS }, (_, bin) =>
    binOf(sized.slice(Math.floor((bin * sized.length) / BINS), Math.floor(((bin + 1) * sized.length) / BINS)))
  );
  return lineThrough(bins);
}

/** Times the variance of chance alone for one figure: the design effect of its intervals; 1 or more. */
export function inflationAt({ base, perUnit }: Inflation, amount: Amount): number {
  return base + perUnit * unitsOf(amount);
}

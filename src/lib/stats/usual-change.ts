/**
 * How big a year's change is beside the changes such figures usually make. Textbook tests cry wolf on these data:
 * children come in families and policies change. So the yardstick is every authority and year of the release.
 */

/** A count, or x of n. */
export interface Amount {
  readonly x: number;
  readonly n?: number;
}

/**
 * Size of a change with the size of the figures taken out: |b − a| / √(a + b) for two counts; for two shares, their
 * difference over its standard error under a common share. Undefined where it cannot be worked out.
 */
export function changeSize(from: Amount, to: Amount): number | undefined {
  for (const { x, n } of [from, to])
    if (!(x >= 0) || (n !== undefined && !(n >= 0)))
      throw new RangeError(`an amount must be 0 or more: ${x} of ${n ?? 'all'}`);
  if ((from.n === undefined) !== (to.n === undefined))
    throw new RangeError('a count cannot change into a share');
  if (from.n === undefined || to.n === undefined)
    return from.x + to.x > 0 ? Math.abs(to.x - from.x) / Math.sqrt(from.x + to.x) : undefined;
  if (from.n <= 0 || to.n <= 0) return undefined;
  const pooled = (from.x + to.x) / (from.n + to.n);
  if (pooled <= 0 || pooled >= 1) return undefined;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / from.n + 1 / to.n));
  return Math.abs(to.x / to.n - from.x / from.n) / error;
}

/** Sizes of change at every hundredth, from the smallest (0) to the largest (100), to three decimals. */
export type UsualChange = readonly number[];

/** Fewer changes than these are no yardstick. */
const CHANGES_NEEDED = 100;

/** The yardstick of one measure from all changes of all authorities; undefined under 100 changes. */
export function usualChange(sizes: readonly number[]): UsualChange | undefined {
  if (sizes.length < CHANGES_NEEDED) return undefined;
  const sorted = [...sizes].sort((a, b) => a - b);
  return Array.from({ length: 101 }, (_, percent) => {
    const position = (percent / 100) * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? 0;
    const above = sorted[Math.ceil(position)] ?? below;
    const between = below + (above - below) * (position - Math.floor(position));
    return Math.round(between * 1000) / 1000;
  });
}

export interface ChangeVerdict {
  /** True in the outer tenth. */
  readonly unusual: boolean;
  /** Of 100 authority-years, about how many changed at least this much; from 1 to 100. */
  readonly inHundred: number;
}

/** Where a change stands among the usual ones. */
export function judgeChange(size: number, usual: UsualChange): ChangeVerdict {
  const asBig = usual.filter((at) => at >= size).length;
  const inHundred = Math.min(100, Math.max(1, Math.round((asBig / usual.length) * 100)));
  return { unusual: size > (usual[90] ?? Infinity), inHundred };
}

/**
 * The inflation of a measure: how many times the variance of chance alone its figures have from year to year, as the
 * mean squared size of change, which is 1 for independent events (McCullagh and Nelder 1989, 4.5 and 6.2: the Pearson
 * estimate of dispersion). One figure for all sizes, to describe a measure by; ranges go
 * by size (`inflation.ts`). Never below 1; undefined under 100 changes.
 */
export function inflationOf(sizes: readonly number[]): number | undefined {
  if (sizes.length < CHANGES_NEEDED) return undefined;
  return Math.max(1, sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length);
}

/** Two figures that are both none, or both all, have not changed, though there is no size to measure it by. */
function levelSize(from: Amount, to: Amount): number | undefined {
  return from.n === 0 || to.n === 0 ? undefined : 0;
}

/** With fewer earlier changes than these a series' own past has no outer tenth. */
export const PAST_NEEDED = 9;

export type OwnPastVerdict =
  | {
      readonly verdict: 'judged';
      /** The latest change is in the outer tenth of the series' own. */
      readonly unusual: boolean;
      /** How many of the earlier changes were at least as big. */
      readonly asBig: number;
      readonly earlier: number;
    }
  | { readonly verdict: 'tooSoonToTell'; readonly earlier: number; readonly needed: number };

/**
 * The latest change of a local series, which no other area can be a yardstick for, beside its own earlier changes. As
 * a rank test: unusual where (1 + those at least as big) / (1 + earlier changes) is a tenth or less, so eleven figures in
 * a row are the fewest that can tell. Missing figures are undefined; no change is taken over them.
 */
export function judgeByOwnPast(series: readonly (Amount | undefined)[]): OwnPastVerdict {
  const sizes = series.slice(1).map((to, i) => {
    const from = series[i];
    return from && to ? (changeSize(from, to) ?? levelSize(from, to)) : undefined;
  });
  const latest = sizes.at(-1);
  const before = sizes.slice(0, -1).filter((size) => size !== undefined);
  const earlier = before.length;
  if (latest === undefined || earlier < PAST_NEEDED)
    return { verdict: 'tooSoonToTell', earlier, needed: PAST_NEEDED };
  const asBig = before.filter((size) => size >= latest).length;
  return { verdict: 'judged', unusual: 10 * (asBig + 1) <= earlier + 1, asBig, earlier };
}

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

/** The yardstick of one measure from all changes of all authorities; undefined under 100 changes. */
export function usualChange(sizes: readonly number[]): UsualChange | undefined {
  if (sizes.length < 100) return undefined;
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

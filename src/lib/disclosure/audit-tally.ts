/** What an audit found, in numbers. */
import type { DisclosureRecord, DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { Interval } from './audit.ts';
import { isOurs, type Range, type Seen } from './audit-shown.ts';
import type { Intervals } from './audit-part.ts';

export function rangeFrom(interval: Interval | undefined): Range | undefined {
  return interval && { lower: interval.lower ?? 0, upper: interval.upper ?? Infinity };
}

/**
 * Of figures that are not shown to be nought, the share that is shown. A withheld nought counts as any other withheld
 * figure, so that the share says nothing of how many of those there are.
 */
export function shareKept(cells: number, withheld: number, noughtsShown: number): number {
  const counts = cells - noughtsShown;
  return counts === 0 ? 1 : (counts - withheld) / counts;
}

/** How many figures that no table shows may be small. */
export function impliedBy(
  { cells }: Seen,
  intervals: Intervals,
  { threshold }: Pick<DisclosureSettings, 'threshold'>
): number {
  let count = 0;
  for (const [id, { lower, upper }] of intervals)
    if (!cells.has(id) && (lower ?? 0) < threshold && (upper ?? Infinity) > 0) count += 1;
  return count;
}

/** By table of ours: figures withheld, and the width of the narrowest. */
export function narrowestOf({ cells, withheld }: Seen, intervals: Intervals): DisclosureRecord['narrowest'] {
  const tables = new Map<string, { withheld: number; width: number }>();
  for (const id of withheld) {
    const cell = cells.get(id);
    if (cell === undefined || !isOurs(cell)) continue;
    const of = tables.get(cell.of.table.id) ?? { withheld: 0, width: Infinity };
    const { lower, upper } = intervals.get(id) ?? { lower: 0, upper: null };
    tables.set(cell.of.table.id, {
      withheld: of.withheld + 1,
      width: Math.min(of.width, (upper ?? Infinity) - (lower ?? -Infinity))
    });
  }
  return [...tables].map(([table, { withheld: count, width }]) => ({
    table,
    withheld: count,
    ...(width === Infinity ? {} : { width })
  }));
}

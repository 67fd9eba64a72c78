import { ticksTo } from './ticks.ts';

/**
 * Round numbers that hold `low` to `high`, for marks whose place is read, not their length. They start at zero unless
 * all lies in the upper half of such a scale: then a scale from zero would flatten it, and the drawing says that its
 * scale does not start there.
 */
export function rangeTicks(low: number, high: number, count: number, whole: boolean): number[] {
  const base = low > high / 2 && high > low ? low : Math.min(0, low);
  const [first = 0, second = 1] = ticksTo(high - base, count, whole);
  const step = second - first;
  const from = Math.floor(base / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

/** What a scale that begins elsewhere owes its reader; nothing for one from zero. */
export function scaleNote(ticks: readonly number[]): string {
  return (ticks[0] ?? 0) > 0 ? '; the scale does not start at zero' : '';
}

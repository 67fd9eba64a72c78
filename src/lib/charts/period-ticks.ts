import type { Frame } from './frame.ts';
import { widest, wrap } from './text-width.ts';

export interface PeriodTick {
  readonly index: number;
  readonly lines: readonly string[];
  /** Middle of its words. */
  readonly x: number;
}

const GAP = 10;

/**
 * Names for periods below an axis: the first and the last, and as many evenly between them as stand clear of each
 * other, in equal steps where that costs few. Long names break at a space.
 */
export function periodTicks(
  labels: readonly string[],
  place: (index: number) => number,
  frame: Frame
): PeriodTick[] {
  const max = frame.size === 'wide' ? 84 : 70;
  const tick = (index: number) => {
    const lines = wrap(labels[index] ?? '', max, frame.small);
    const half = widest(lines, frame.small) / 2;
    const x = Math.max(half, Math.min(frame.width - half, place(index)));
    return { index, lines, x, left: x - half, right: x + half };
  };
  const last = tick(labels.length - 1);
  const bare = ({ index, lines, x }: PeriodTick): PeriodTick => ({ index, lines, x });
  if (labels.length === 1) return [bare(last)];
  const first = tick(0);
  if (first.right + GAP > last.left) return [bare(last)];
  const clear = (step: number): PeriodTick[] | undefined => {
    const between = Array.from({ length: Math.ceil((labels.length - 1) / step) - 1 }, (_, i) =>
      tick(labels.length - 1 - (i + 1) * step)
    ).reverse();
    const touch = [...between, last]
      .slice(1)
      .some(({ left }, i) => left < (between[i]?.right ?? -Infinity) + GAP);
    const free = between.filter(({ left }) => left >= first.right + GAP);
    return touch || (step === 1 && free.length < between.length)
      ? undefined
      : [first, ...free, last].map(bare);
  };
  const steps = labels.map((_, i) => i + 1);
  const least = steps.find((step) => clear(step) !== undefined) ?? labels.length;
  const even = steps.find((step) => step >= least && step <= least * 1.6 && (labels.length - 1) % step === 0);
  return clear(even ?? least) ?? clear(least) ?? [first, last].map(bare);
}

/**
 * The four rules of NHS England's Making Data Count, as NHSRplotthedots codes them, and under its names so that a chart
 * can be checked against it point for point. A missing point ends every run.
 */
import type { Limits, Place } from './xmr-limits.ts';

export const SPECIAL_CAUSES = [
  'Above UCL',
  'Below LCL',
  '7 Point Trend (Increasing)',
  '7 Point Trend (Decreasing)',
  '2 in 3 Above CL',
  '2 in 3 Below CL',
  '7 Points Above CL',
  '7 Points Below CL'
] as const;
export type SpecialCause = (typeof SPECIAL_CAUSES)[number];

const RUN = 7;
/** Differences this small beside the figures themselves come from binary fractions. */
const NOISE = 1e-13;

/** Marks every place that lies in some window of `size` places for which `holds` is true. */
function inWindow(length: number, size: number, holds: (start: number) => boolean): boolean[] {
  const marked = Array.from({ length }, () => false);
  for (let start = 0; start + size <= length; start += 1)
    if (holds(start)) marked.fill(true, start, start + size);
  return marked;
}

/** Which way b lies from a: 1, −1, or 0 where they differ by no more than rounding of binary fractions. */
function side(a: number, b: number, noise: number): number {
  return Math.abs(b - a) <= noise ? 0 : Math.sign(b - a);
}

/** Places of one stretch of a series beside its limits. */
interface Stretch {
  readonly length: number;
  /** Of the mean: 1 above, −1 below, 0 on it or missing. */
  readonly sides: readonly number[];
  /** From the place before: 1 up, −1 down, 0 level or missing. */
  readonly steps: readonly number[];
  readonly outside: readonly boolean[];
  readonly near: readonly boolean[];
}

function stretchOf(values: readonly Place[], limits: Limits): Stretch {
  const sizes = values.map((value) => Math.abs(value ?? 0));
  const noise = NOISE * sizes.reduce((largest, size) => Math.max(largest, size), 0);
  const beyond = (value: Place, lower: number, upper: number) =>
    value !== undefined && (side(lower, value, noise) < 0 || side(upper, value, noise) > 0);
  const outside = values.map((value) => beyond(value, limits.lower, limits.upper));
  return {
    length: values.length,
    sides: values.map((value) => (value === undefined ? 0 : side(limits.mean, value, noise))),
    steps: values.map((value, i) => {
      const before = i === 0 ? undefined : values[i - 1];
      return value === undefined || before === undefined ? 0 : side(before, value, NOISE * Math.abs(value));
    }),
    outside,
    near: values.map((value, i) => !outside[i] && beyond(value, limits.nearLower, limits.nearUpper))
  };
}

/** Seven values each above (or below) the one before: six steps. */
function trends({ length, steps }: Stretch, way: number): boolean[] {
  return inWindow(length, RUN, (start) => steps.slice(start + 1, start + RUN).every((step) => step === way));
}

/** Seven values on one side of the mean; a value on the mean ends the run. */
function shifts({ length, sides }: Stretch, way: number): boolean[] {
  return inWindow(length, RUN, (start) => sides.slice(start, start + RUN).every((each) => each === way));
}

/** Of three values on one side of the mean, two between the near limit and the limit: these two are marked. */
function twoInThree({ length, sides, near }: Stretch, way: number): boolean[] {
  const marked = inWindow(
    length,
    3,
    (start) =>
      sides.slice(start, start + 3).every((each) => each === way) &&
      near.slice(start, start + 3).filter(Boolean).length >= 2
  );
  return marked.map((within, i) => within && near[i] === true);
}

/** The special cause of every place of one stretch, or null; outside first, then trend, two in three, shift. */
export function specialCauses(values: readonly Place[], limits: Limits): (SpecialCause | null)[] {
  const stretch = stretchOf(values, limits);
  const { sides, outside } = stretch;
  const isOutside = (way: number) => outside.map((out, i) => out && sides[i] === way);
  const marks: readonly (readonly boolean[])[] = [
    isOutside(1),
    isOutside(-1),
    trends(stretch, 1),
    trends(stretch, -1),
    twoInThree(stretch, 1),
    twoInThree(stretch, -1),
    shifts(stretch, 1),
    shifts(stretch, -1)
  ];
  return values.map((_value, place) => SPECIAL_CAUSES.find((_name, rule) => marks[rule]?.[place]) ?? null);
}

/** Whether a special cause is a high or rising one. */
export function isHigh(cause: SpecialCause): boolean {
  return cause.includes('Above') || cause.includes('Increasing');
}

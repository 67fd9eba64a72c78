/** XmR control charts of a single measure over time, by the rules of NHS England's Making Data Count. */
import { limitsOf, type Limits, type Place } from './xmr-limits.ts';
import { isHigh, specialCauses, type SpecialCause } from './xmr-rules.ts';

/** Which way is better; neutral for every volume of neglect, where a rise may be better recognition. */
export type Improvement = 'increase' | 'decrease' | 'neutral';

/** Null, as JSON has it, is the same as left out. */
export interface XmrOptions {
  /** Neutral unless told. */
  readonly improvement?: Improvement | null | undefined;
  /** Leaves outlying moving ranges out of the limits, once. Off unless told, as in NHS England's workbook. */
  readonly screenOutliers?: boolean | null | undefined;
  /** Limits rest on this many first places of each segment; on all of them unless told, or where there are fewer. */
  readonly fixAfter?: number | null | undefined;
  /** 1-based position of the first place of a new segment, with limits of its own; or several. */
  readonly rebaseAt?: number | readonly number[] | null | undefined;
  /** Why the process is known to have changed there; a chart is never rebased without. */
  readonly rebaseReason?: string | null | undefined;
  readonly target?: number | null | undefined;
}

/** The kinds of variation, under the names of NHSRplotthedots. */
export type Variation =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low';

/** Whether the process, as it is now, will meet the target: always, never, or as chance has it. */
export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

export interface XmrPoint {
  /** Undefined where nothing is known for that time. */
  readonly value: number | undefined;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly specialCause: SpecialCause | null;
  readonly variation: Variation;
}

export interface Xmr {
  readonly points: readonly XmrPoint[];
  /** Of the last known point. */
  readonly variation: Variation;
  /** Null without a target, or where no way is better. */
  readonly assurance: Assurance | null;
  /** Some limits rest on fewer than 13 points: expect them to move. */
  readonly trialLimits: boolean;
  readonly rebaseReason?: string;
}

/** Limits that rest on fewer points than these are on trial (NHS England, Making Data Count). */
export const SETTLED_LIMITS = 13;

function variationOf(cause: SpecialCause | null, improvement: Improvement): Variation {
  if (cause === null) return 'common_cause';
  if (improvement === 'neutral')
    return isHigh(cause) ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return isHigh(cause) === (improvement === 'increase')
    ? 'special_cause_improvement'
    : 'special_cause_concern';
}

function assuranceOf(
  { lower, upper }: Limits,
  improvement: Improvement,
  target: number | undefined
): Assurance | null {
  if (target === undefined || improvement === 'neutral') return null;
  const met = improvement === 'increase' ? target < lower : target > upper;
  const missed = improvement === 'increase' ? target > upper : target < lower;
  return met ? 'consistent_pass' : missed ? 'consistent_fail' : 'inconsistent';
}

/** Where segments begin, from 0. */
function startsOf(length: number, { rebaseAt, rebaseReason }: XmrOptions): readonly number[] {
  const positions = typeof rebaseAt === 'number' ? [rebaseAt] : (rebaseAt ?? []);
  const wrong = positions.find((at) => !(Number.isInteger(at) && at >= 1 && at <= length));
  if (wrong !== undefined)
    throw new RangeError(`rebaseAt must be a position from 1 to ${length}, the number of points: ${wrong}`);
  if (positions.length > 0 && (rebaseReason ?? '').trim() === '')
    throw new RangeError(`rebaseReason must say why limits start anew at point ${positions.join(', ')}`);
  return [...new Set([0, ...positions.map((at) => at - 1)])].sort((a, b) => a - b);
}

function check(values: readonly (number | null | undefined)[], { fixAfter, target }: XmrOptions): Place[] {
  const wrong = values.find((value) => typeof value === 'number' && !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`value must be a finite number, or left out: ${wrong}`);
  if (typeof fixAfter === 'number' && !(Number.isInteger(fixAfter) && fixAfter >= 2))
    throw new RangeError(`fixAfter must be a whole number of 2 or more: ${fixAfter}`);
  if (typeof target === 'number' && !Number.isFinite(target))
    throw new RangeError(`target must be a finite number: ${target}`);
  return values.map((value) => value ?? undefined);
}

/**
 * The chart of a series in time order: limits and special cause of every point, what kind of variation the last point
 * shows, and what to expect of a target. Null and undefined are times without a figure: no moving range is taken over
 * them and they end every run. In the unit of the values. Throws for a value that is not finite, a series or a segment
 * without a figure among the points its limits rest on, a position outside the series, or a rebase without its reason.
 *
 * NHS England, Making Data Count; rules as coded in NHSRplotthedots (Reading and others), whose limits of a constant
 * series are not numbers: here they equal its mean.
 */
export function xmr(values: readonly (number | null | undefined)[], options: XmrOptions = {}): Xmr {
  const improvement = options.improvement ?? 'neutral';
  const fixAfter = options.fixAfter ?? Infinity;
  const places = check(values, options);
  const starts = startsOf(places.length, options);
  const segments = starts.map((start, i) => {
    const segment = places.slice(start, starts[i + 1]);
    const base = segment.slice(0, fixAfter);
    const count = base.filter((value) => value !== undefined).length;
    if (count === 0) throw new RangeError(`no figure to draw limits from, from point ${start + 1}`);
    const limits = limitsOf(base, options.screenOutliers ?? false);
    const causes = specialCauses(segment, limits);
    const points = segment.map((value, at): XmrPoint => {
      const specialCause = causes[at] ?? null;
      const { mean, lower, upper } = limits;
      return { value, mean, lower, upper, specialCause, variation: variationOf(specialCause, improvement) };
    });
    return { limits, points, count };
  });
  const points = segments.flatMap((segment) => segment.points);
  const last = segments.at(-1);
  return {
    points,
    variation: points.findLast((point) => point.value !== undefined)?.variation ?? 'common_cause',
    assurance: last ? assuranceOf(last.limits, improvement, options.target ?? undefined) : null,
    trialLimits: segments.some(({ count }) => count < SETTLED_LIMITS),
    ...(typeof options.rebaseReason === 'string' ? { rebaseReason: options.rebaseReason } : {})
  };
}

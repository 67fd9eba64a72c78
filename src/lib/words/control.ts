/** What control and run charts say, in the same words in drawings, tables and sentences. */

type Limits = 'control' | 'run';
type Side = 'high' | 'low';
type Special = `${'concern' | 'improvement' | 'neutral'}${'High' | 'Low'}`;
type Met = 'pass' | 'fail' | 'hitAndMiss';

const COMMON: Readonly<Record<Limits, string>> = {
  control: 'As usual: chance alone explains the latest figure (“common cause”)',
  run: 'It varies about its median as chance would have it'
};

/** The limits started anew at a lasting shift, so that “as usual” alone would deny it. */
const COMMON_ANEW =
  'As usual for its new level: chance alone explains the latest figure since the limits started anew (“common cause”)';

const SPECIAL: Readonly<Record<Special, string>> = {
  concernHigh: 'high: of concern',
  concernLow: 'low: of concern',
  improvementHigh: 'high: an improvement',
  improvementLow: 'low: an improvement',
  neutralHigh: 'high: neither good nor bad',
  neutralLow: 'low: neither good nor bad'
};

/** `More than chance (“special cause”), high: neither good nor bad`; of concern or an improvement only where one way is better. `anew`: limits started anew on the way. */
export function variationWords(variation: Special | 'common', limits: Limits, anew = false): string {
  if (variation === 'common') return anew && limits === 'control' ? COMMON_ANEW : COMMON[limits];
  return `${limits === 'control' ? 'More than chance (“special cause”)' : 'Not chance alone'}, ${SPECIAL[variation]}`;
}

const ASSURANCE: Readonly<Record<Met, string>> = {
  pass: 'Will meet the target unless something changes',
  fail: 'Will miss the target unless something changes',
  hitAndMiss: 'Will hit and miss the target'
};

export function assuranceWords(assurance: Met): string {
  return ASSURANCE[assurance];
}

export interface PointCause {
  readonly cause: 'none' | 'outside' | 'trend' | 'twoInThree' | 'shift';
  readonly side?: Side;
}

/** The rule that a point broke: `above the upper limit`, `one of 7 or more rising in a row`. */
export function causeWords({ cause, side }: PointCause, limits: Limits): string {
  const high = side === 'high';
  switch (cause) {
    case 'none':
      return 'as usual';
    case 'outside':
      return high ? 'above the upper limit' : 'below the lower limit';
    case 'trend':
      return `one of 7 or more ${high ? 'rising' : 'falling'} in a row`;
    case 'twoInThree':
      return `one of two in three near the ${high ? 'upper' : 'lower'} limit`;
    case 'shift':
      return limits === 'control'
        ? `one of 7 or more in a row ${high ? 'above' : 'below'} the mean`
        : `in a run ${high ? 'above' : 'below'} the median too long for chance`;
  }
}

/** What a chart says of its last figure; numbers come as they are shown. */
export interface Reading {
  readonly limits: Limits;
  readonly label: string;
  readonly figure: string;
  readonly centre: string;
  readonly between?: { readonly lower: string; readonly upper: string };
  readonly last: PointCause;
  readonly variation: Special | 'common';
  readonly assurance: Met | 'none';
  /** Limits started anew on the way. */
  readonly anew?: boolean;
  /** Limits rest on few points. */
  readonly trial: boolean;
}

/** The last figure, what chance allows around the middle, and what the icons say. */
export function readingSentences(reading: Reading): string {
  const { limits, label, figure, centre, between, last, variation, assurance, anew, trial } = reading;
  const range =
    between === undefined
      ? ''
      : `, and by chance alone it would lie between ${between.lower} and ${between.upper}`;
  const rule = last.cause === 'none' ? '' : ` (${causeWords(last, limits)})`;
  return [
    `${label}: ${figure}. The ${limits === 'run' ? 'median' : 'mean'} is ${centre}${range}.`,
    `${variationWords(variation, limits, anew)}${rule}.`,
    ...(assurance === 'none' ? [] : [`${assuranceWords(assurance)}.`]),
    ...(trial ? ['These are trial limits: they rest on few points and may move.'] : [])
  ].join(' ');
}

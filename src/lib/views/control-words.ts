/** What control and run charts say, in the same words in drawings, tables and sentences. */
import type { AssuranceIcon, ChartSpec, ControlPoint, VariationIcon } from './chart-spec.ts';

type Limits = Extract<ChartSpec, { kind: 'control' }>['limits'];

const COMMON: Readonly<Record<Limits, string>> = {
  control: 'Common cause: the latest figure is as usual',
  run: 'It varies about its median as chance would have it'
};

const SPECIAL: Readonly<Record<Exclude<VariationIcon, 'common'>, string>> = {
  concernHigh: 'high: of concern',
  concernLow: 'low: of concern',
  improvementHigh: 'high: an improvement',
  improvementLow: 'low: an improvement',
  neutralHigh: 'high: neither good nor bad',
  neutralLow: 'low: neither good nor bad'
};

/** `Special cause, high: neither good nor bad`. */
export function variationWords(variation: VariationIcon, limits: Limits): string {
  if (variation === 'common') return COMMON[limits];
  return `${limits === 'control' ? 'Special cause' : 'Not chance alone'}, ${SPECIAL[variation]}`;
}

const ASSURANCE: Readonly<Record<Exclude<AssuranceIcon, 'none'>, string>> = {
  pass: 'Will meet the target unless something changes',
  fail: 'Will miss the target unless something changes',
  hitAndMiss: 'Will hit and miss the target'
};

export function assuranceWords(assurance: Exclude<AssuranceIcon, 'none'>): string {
  return ASSURANCE[assurance];
}

/** The rule that a point broke: `above the upper limit`, `one of 7 or more rising in a row`. */
export function causeWords({ cause, side }: Pick<ControlPoint, 'cause' | 'side'>, limits: Limits): string {
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

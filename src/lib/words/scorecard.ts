/** The few words of a line of the scorecard. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Trend } from '#lib/indicators/trend.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { relation } from './compare.ts';
import { partOf } from './hidden-neglect.ts';
import { lowerFirst, number } from './number.ts';
import { isShare, shortValue } from './value.ts';

/** `27.4% (55 of 201)`, `10.9 per 10,000`, `withheld`. */
export function hereText(answer: Answer): string {
  const { indicator, numerator, denominator, value, parts, state } = answer;
  if (state) return { yes: 'in place', no: 'not in place', draft: 'a draft' }[state.inPlace];
  if (!isKnown(value)) return isWithheld(value) ? 'withheld' : 'not available';
  const [lead] = parts ?? [];
  const what = lead ? `${lowerFirst(lead.name)}: ` : '';
  if (isShare(indicator) && isKnown(numerator) && isKnown(denominator)) {
    const few = shareAs(denominator.value) === 'counts' || numerator.value === 0;
    const counts = few
      ? partOf(numerator.value, denominator.value)
      : `${shortValue(indicator, value.value)} (${number(numerator.value)} of ${number(denominator.value)})`;
    return `${what}${counts}`;
  }
  if (indicator.kind === 'rate')
    return `${number(value.value, indicator.decimals)} ${indicator.unit.replace(/ children$/, '')}`;
  return indicator.kind === 'count' && value.value === 0 ? 'none' : shortValue(indicator, value.value);
}

/** `England 20.5: below`. */
export function besideText(name: string, value: string, comparison: Comparison | undefined): string {
  return comparison ? `${name} ${value}: ${relation(comparison)}` : `${name} ${value}`;
}

/** `rising`, `no clear change`; without five periods in a row, nothing is said of a trend. */
export function trendWord({ trend }: Trend): string {
  switch (trend) {
    case 'increasing':
      return 'rising';
    case 'decreasing':
      return 'falling';
    case 'noChange':
      return 'no clear change';
    case 'tooFewPoints':
      return 'too few years';
    case 'notDescribed':
      return 'recording changed';
  }
}

/** `34 indicators have a figure here, and six of the whole partnership.` */
export function scorecardText(here: number, whole: number, lacking: number, partnership?: string): string {
  const own = `${number(here)} ${here === 1 ? 'indicator has a figure' : 'indicators have figures'} for this area`;
  const board =
    whole > 0 && partnership !== undefined
      ? `, and ${number(whole)} more for the whole of ${partnership}`
      : '';
  const none = lacking > 0 ? ` ${number(lacking)} ${lacking === 1 ? 'has' : 'have'} none yet.` : '';
  return `${own}${board}.${none}`;
}

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

/** How many indicators have what to show for an area. */
export interface Tally {
  readonly known: number;
  readonly withheld: number;
  /** Missing for another reason than that nobody supplied it. */
  readonly unavailable: number;
  /** Of the known ones, those whose figure is of the whole partnership. */
  readonly whole: number;
  readonly lacking: number;
  readonly partnership?: string;
}

const are = (n: number, what: string): string => `${number(n)} ${n === 1 ? 'is' : 'are'} ${what}`;

/** `20 indicators have a figure here, 4 are withheld; 125 have none yet.` */
export function scorecardText(tally: Tally): string {
  const { known, withheld, unavailable, whole, lacking, partnership } = tally;
  const own = known - whole;
  const figures =
    own === 0 ? 'No indicator has' : own === 1 ? '1 indicator has' : `${number(own)} indicators have`;
  const said = [
    `${figures} a figure here`,
    ...(whole > 0 && partnership !== undefined
      ? [`${number(whole)} more for the whole of ${partnership}`]
      : []),
    ...(withheld > 0 ? [are(withheld, 'withheld')] : []),
    ...(unavailable > 0 ? [are(unavailable, 'not available')] : [])
  ].join(', ');
  return `${said}${lacking > 0 ? `; ${number(lacking)} ${lacking === 1 ? 'has' : 'have'} none yet` : ''}.`;
}

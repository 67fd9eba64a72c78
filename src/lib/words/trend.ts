import type { Trend } from '#lib/indicators/trend.ts';
import { inWords } from './number.ts';
import { recodedTrend } from './recoding.ts';

/** The message of five periods in a row, as the title of a chart. */
export function trendTitle({ trend }: Trend, noun = 'years'): string {
  switch (trend) {
    case 'increasing':
      return `Clearly higher over the last five ${noun}`;
    case 'decreasing':
      return `Clearly lower over the last five ${noun}`;
    case 'noChange':
      return `No clear rise or fall over the last five ${noun}`;
    case 'tooFewPoints':
      return `Too few ${noun} in a row to speak of a trend`;
    case 'notDescribed':
      return 'Recording changed, or may have, so no trend is described';
  }
}

/** What five periods in a row show, of `subject` where a sentence before does not name it: `the rate of plans`. */
export function trendSentence(trend: Trend, noun = 'years', subject?: string): string {
  switch (trend.trend) {
    case 'increasing':
      return `Over the last five ${noun} ${subject ?? 'it'} has clearly risen.`;
    case 'decreasing':
      return `Over the last five ${noun} ${subject ?? 'it'} has clearly fallen.`;
    case 'noChange':
      return `Over the last five ${noun} there is no clear rise or fall${subject === undefined ? '' : ` in ${subject}`}.`;
    case 'tooFewPoints':
      return `A trend needs figures for five ${noun} in a row; there ${trend.points === 1 ? 'is' : 'are'} ${inWords(trend.points)}.`;
    case 'notDescribed':
      return recodedTrend(trend.because, noun);
  }
}

import type { Trend } from '#lib/indicators/trend.ts';
import { inWords } from './number.ts';
import { recodedTrend } from './recoding.ts';

/** Where the figures go on after the date of the page, `to` says up to which year they are spoken of. */
interface Spoken {
  readonly noun?: string;
  readonly to?: string | undefined;
}

const lastFive = ({ noun = 'years', to }: Spoken) =>
  to === undefined ? `the last five ${noun}` : `the five ${noun} to ${to}`;

/** The message of five periods in a row, as the title of a chart. */
export function trendTitle({ trend }: Trend, spoken: Spoken = {}): string {
  const { noun = 'years', to } = spoken;
  switch (trend) {
    case 'increasing':
      return `Clearly higher over ${lastFive(spoken)}`;
    case 'decreasing':
      return `Clearly lower over ${lastFive(spoken)}`;
    case 'noChange':
      return `No clear rise or fall over ${lastFive(spoken)}`;
    case 'tooFewPoints':
      return `Too few ${noun} in a row${to === undefined ? '' : ` up to ${to}`} to speak of a trend`;
    case 'notDescribed':
      return 'Recording changed, or may have, so no trend is described';
  }
}

/** What five periods in a row show, of `subject` where a sentence before does not name it: `the rate of plans`. */
export function trendSentence(trend: Trend, spoken: Spoken & { readonly subject?: string } = {}): string {
  const { noun = 'years', to, subject } = spoken;
  switch (trend.trend) {
    case 'increasing':
      return `Over ${lastFive(spoken)} ${subject ?? 'it'} has clearly risen.`;
    case 'decreasing':
      return `Over ${lastFive(spoken)} ${subject ?? 'it'} has clearly fallen.`;
    case 'noChange':
      return `Over ${lastFive(spoken)} there is no clear rise or fall${subject === undefined ? '' : ` in ${subject}`}.`;
    case 'tooFewPoints':
      return `A trend needs figures for five ${noun} in a row; ${to === undefined ? '' : `up to ${to} `}there ${trend.points === 1 ? 'is' : 'are'} ${inWords(trend.points)}.`;
    case 'notDescribed':
      return recodedTrend(trend.because, lastFive(spoken));
  }
}

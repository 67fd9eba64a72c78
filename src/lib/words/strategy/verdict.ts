/** What is said of a figure after a milestone, here and in similar areas; never that the one caused the other. */
import { monthInWords } from '#lib/domain/dates.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Judged } from '#lib/indicators/milestone.ts';
import type { Change, Others, StrategyVerdict } from '#lib/stats/strategy-verdict.ts';
import { inWords, listed, lowerFirst, number, sentence, signed } from '../number.ts';
import { shortValue, valueText } from '../value.ts';

type Compared = Extract<StrategyVerdict, { verdict: 'more' | 'with' | 'noSign' }>;

/** The five verdicts, and that there is nobody to compare with. `country` as a sentence names it. */
export function verdictLabel(verdict: StrategyVerdict, country: string): string {
  switch (verdict.verdict) {
    case 'more':
      return `Changed more than ${othersText(verdict.others, country)}`;
    case 'with':
      return `Changed with ${othersText(verdict.others, country)}`;
    case 'noSign':
      return 'No sign of a change';
    case 'tooFew':
      return 'Too few years to tell';
    case 'redefined':
      return verdict.because === 'unknown'
        ? 'No verdict: recording may have changed'
        : verdict.because === 'moved'
          ? 'No verdict: recording changed'
          : 'No verdict: the definition changed';
    case 'notCompared':
      return 'No verdict: nobody to compare with';
  }
}

function othersText({ against }: Others, country: string): string {
  return against === 'similar' ? 'similar areas' : country;
}

const percentOf = (size: number) => (Math.exp(size) - 1) * 100;

const isPoints = ({ kind }: PlacedIndicator) => kind === 'share';

function amountText(indicator: PlacedIndicator, size: number): string {
  return isPoints(indicator)
    ? `${number(Math.abs(size), 1)} ${number(Math.abs(size), 1) === '1.0' ? 'point' : 'points'}`
    : `${number(Math.abs(percentOf(size)))}%`;
}

/** `up 41%`, `down 2.0 points`, `the same`. */
export function changeText(indicator: PlacedIndicator, size: number): string {
  const amount = amountText(indicator, size);
  if (/^0(\.0)?(%| )/.test(amount)) return 'hardly changed';
  return `${size > 0 ? 'up' : 'down'} ${amount}`;
}

/** `−12% to +11%`, `−7.9 to +1.8 points`. */
export function spreadText(indicator: PlacedIndicator, { lowest, highest }: Others): string {
  return isPoints(indicator)
    ? `${signed(lowest, 1)} to ${signed(highest, 1)} points`
    : `${signed(percentOf(lowest))}% to ${signed(percentOf(highest))}%`;
}

/** `2021 and 2022`, `2022 to 2024`; reporting years are named by the year they end in. */
export function yearsText(years: readonly Period[]): string {
  const names = years.map(({ end }) => end.slice(0, 4));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length === 2 ? `${first} and ${last}` : names.length < 2 ? first : `${first} to ${last}`;
}

/** `Assessments that recorded neglect: 59.1 per 10,000 children in 2021 and 2022, 83.3 in 2023 and 2024, up 41%.` */
function ownSentence(indicator: PlacedIndicator, { from, to, size }: Change, { around }: Judged): string {
  const [before, after] = [yearsText(around.before), yearsText(around.after)];
  return `${indicator.name}: ${valueText(indicator, from)} on average in ${before}, before it; ${shortValue(indicator, to)} in ${after}, ${changeText(indicator, size)}.`;
}

function besideSentence(indicator: PlacedIndicator, { others }: Compared, country: string): string {
  if (others.against === 'country')
    return `${sentence(country)}: ${changeText(indicator, others.mean)}. Too few similar areas have figures for these years.`;
  return `In ${inWords(others.count)} similar areas the change was from ${spreadText(indicator, others)}, on average ${changeText(indicator, others.mean)}.`;
}

function conclusion(verdict: Compared, country: string): string {
  const names = othersText(verdict.others, country);
  switch (verdict.verdict) {
    case 'more':
      return `It changed more than in ${names}. Something was different here; the figures cannot say what.`;
    case 'with':
      return `It changed with the others: the same happened in ${names}, so it cannot be put down to what was done here.`;
    case 'noSign':
      return verdict.apart
        ? `There is no sign of a change here, though there was one in ${names}.`
        : 'There is no sign of a change: such figures move as much without any.';
  }
}

const REDEFINED = {
  moved:
    'The use of “multiple” as a category changed in these years, so no change in neglect can be described.',
  unknown:
    '“Multiple” is withheld or missing in these years, so a change in neglect cannot be told from a change in recording.',
  break: 'What is counted changed in these years.'
} as const;

/** Why figures have no verdict. */
export function unjudgedSentence(
  names: readonly string[],
  verdict: Exclude<StrategyVerdict, Compared>
): string {
  const which = listed(names.map((name, i) => (i === 0 ? name : lowerFirst(name))));
  switch (verdict.verdict) {
    case 'tooFew':
      return `Too few years to tell: ${lowerFirst(which)}. It takes two years before and two after; there ${verdict.before === 1 ? 'is' : 'are'} ${inWords(verdict.before)} before and ${inWords(verdict.after)} after.`;
    case 'redefined':
      return `No verdict on ${lowerFirst(which)}. ${REDEFINED[verdict.because]}`;
    case 'notCompared':
      return `No verdict on ${lowerFirst(which)}. No other area’s figures are loaded, so nobody can say what would have happened anyway.`;
  }
}

/** All that is said of one figure after one milestone. */
export function judgedSentence(indicator: PlacedIndicator, judged: Judged, country: string): string {
  const { verdict } = judged;
  if (!('others' in verdict)) return unjudgedSentence([indicator.name], verdict);
  return [
    ownSentence(indicator, verdict.own, judged),
    besideSentence(indicator, verdict, country),
    conclusion(verdict, country)
  ].join(' ');
}

/** The message of the chart: `Up 41% since April 2022; in similar areas hardly changed`. */
export function judgedTitle(
  indicator: PlacedIndicator,
  { verdict }: Judged,
  date: string,
  country: string
): string {
  if (!('others' in verdict))
    return `${indicator.name}: ${lowerFirst(verdictLabel(verdict, country)).replace(': ', ', ')}`;
  const here = changeText(indicator, verdict.own.size);
  const there = changeText(indicator, verdict.others.mean);
  const names = othersText(verdict.others, country);
  return `${sentence(here)} since ${monthInWords(date)}; in ${names} ${there}`;
}

/** From the last year before to the latest, here and in the country: what the chart shows without any averaging. */
export function pointsSentence(
  indicator: PlacedIndicator,
  years: { readonly from: Period; readonly to: Period },
  here: number,
  there: { readonly name: string; readonly size: number } | undefined
): string {
  const beside = there === undefined ? '' : `; in ${there.name} it was ${changeText(indicator, there.size)}`;
  return `From ${years.from.end.slice(0, 4)}, the last year before, to ${years.to.end.slice(0, 4)} it was ${changeText(indicator, here)}${beside}.`;
}

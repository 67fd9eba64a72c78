/** What is said of a figure after a milestone, here and in similar areas; never that the one caused the other. */
import { monthInWords } from '#lib/domain/dates.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Judged } from '#lib/indicators/milestone.ts';
import type { Change, Others, StrategyVerdict } from '#lib/stats/strategy-verdict.ts';
import { inWords, listed, lowerFirst, number, sentence, signed } from '../number.ts';
import { shortValue, valueText } from '../value.ts';

type Compared = Extract<StrategyVerdict, { verdict: 'more' | 'with' | 'noSign' }>;

export const NO_SIGN = 'No sign of a change';
/** How verdicts begin that say that a figure moved. */
export const MOVED = 'Changed ';

/** The five verdicts, and that there is nobody to compare with. `country` as a sentence names it. */
export function verdictLabel(verdict: StrategyVerdict, country: string): string {
  switch (verdict.verdict) {
    case 'more':
      return `${MOVED}more than ${othersText(verdict.others, country)}`;
    case 'with':
      return `${MOVED}with ${othersText(verdict.others, country)}`;
    case 'noSign':
      return NO_SIGN;
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

/** Whom a change is set beside, and theirs: `Similar areas: −12% to +11%`, `England: down 2%`. */
export function againstText(indicator: PlacedIndicator, others: Others, country: string): string {
  return `${sentence(othersText(others, country))}: ${othersChange(indicator, others)}`;
}

/** `−12% to +11%` of several areas, `down 2%` of a country. */
export function othersChange(indicator: PlacedIndicator, others: Others): string {
  return others.against === 'similar' ? spreadText(indicator, others) : changeText(indicator, others.mean);
}

/** `similar areas`, `England`. */
export function othersNames(against: readonly Others[], country: string): readonly string[] {
  return [...new Set(against.map((others) => othersText(others, country)))];
}

/** `−12% to +11%`, `−7.9 to +1.8 points`. */
function spreadText(indicator: PlacedIndicator, { lowest, highest }: Others): string {
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

/** `Assessments that recorded neglect: 59.1 per 10,000 children on average in 2021 and 2022, 83.3 in 2023 and 2024: up 41%.` */
function ownSentence(indicator: PlacedIndicator, { from, to, size }: Change, { around }: Judged): string {
  const [before, after] = [yearsText(around.before), yearsText(around.after)];
  const was = isPoints(indicator) ? shortValue(indicator, from) : valueText(indicator, from);
  return `${indicator.name}: ${was} on average in ${before}, ${shortValue(indicator, to)} in ${after}: ${changeText(indicator, size)}.`;
}

function besideSentence(indicator: PlacedIndicator, { others }: Compared, country: string): string {
  if (others.against === 'country')
    return `In ${country}: ${changeText(indicator, others.mean)}. Too few similar areas have figures.`;
  return `In ${inWords(others.count)} similar areas: ${changeText(indicator, others.mean)} on average.`;
}

/** What the figures before and after say, beside those of others, and what they cannot. */
export function conclusion(verdict: Compared, country: string): string {
  const names = othersText(verdict.others, country);
  switch (verdict.verdict) {
    case 'more':
      return `That changed more than in ${names}. The figures cannot say why.`;
    case 'with':
      return `The same happened in ${names}, so it cannot be put down to what was done here.`;
    case 'noSign':
      return verdict.apart
        ? `There is no sign of a change here, though there was one in ${names}.`
        : 'There is no sign of a change: such figures move as much without any.';
  }
}

/** Why figures before and after cannot be set beside each other. */
export const REDEFINED = {
  moved: 'since the use of “multiple” changed in these years',
  unknown: 'since “multiple” is withheld or missing in these years',
  break: 'since what is counted changed in these years'
} as const;

/** More names than these are read by nobody; the table has all. */
const NAMED = 2;

/** Two names at most, and how many more there are. */
export function namesText(names: readonly string[]): string {
  const said = names.map((name, i) => (i === 0 ? name : lowerFirst(name)));
  return said.length <= NAMED
    ? listed(said)
    : listed([...said.slice(0, NAMED), `${inWords(said.length - NAMED)} more`]);
}

/** Why figures have no verdict: `No verdict, since … : share of plans that are for neglect.` */
export function unjudgedSentence(
  names: readonly string[],
  verdict: Exclude<StrategyVerdict, Compared>
): string {
  const which = lowerFirst(namesText(names));
  switch (verdict.verdict) {
    case 'tooFew':
      return `Too few years to tell (${inWords(verdict.before)} before, ${inWords(verdict.after)} after): ${which}.`;
    case 'redefined':
      return `No verdict, ${REDEFINED[verdict.because]}: ${which}.`;
    case 'notCompared':
      return `No verdict, since no other area’s figures are loaded: ${which}.`;
  }
}

/** The first words of what a milestone is: `Front door strategy launched in Kestrelshire`, without what it brought. */
export const milestoneName = (what: string): string => what.replace(/\.$/, '').split(/[:;] /)[0] ?? '';

/** What a sentence about a milestone begins with: `After April 2022 (Front door strategy launched in Kestrelshire).` */
export const afterText = ({ date, what }: { readonly date: string; readonly what: string }): string =>
  `After ${monthInWords(date)} (${milestoneName(what)}).`;

/** The figure before and after, here and elsewhere. */
export function comparedSentence(indicator: PlacedIndicator, judged: Judged, country: string): string {
  const { verdict } = judged;
  return 'others' in verdict
    ? `${ownSentence(indicator, verdict.own, judged)} ${besideSentence(indicator, verdict, country)}`
    : unjudgedSentence([indicator.name], verdict);
}

/** All that is said of one figure after one milestone. */
export function judgedSentence(indicator: PlacedIndicator, judged: Judged, country: string): string {
  const { verdict } = judged;
  const said = comparedSentence(indicator, judged, country);
  return 'others' in verdict ? `${said} ${conclusion(verdict, country)}` : said;
}

/** The message of the chart: `Assessments that recorded neglect: up 41% since April 2022; in similar areas hardly changed`. */
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
  return `${indicator.name}: ${here} since ${monthInWords(date)}; in ${othersText(verdict.others, country)} ${there}`;
}

/** From the last year before to the latest, here and in the country: what the chart shows without any averaging. */
export function pointsSentence(
  indicator: PlacedIndicator,
  years: { readonly from: Period; readonly to: Period },
  here: number,
  there: { readonly name: string; readonly size: number } | undefined
): string {
  const beside = there === undefined ? '' : `; in ${there.name} it was ${changeText(indicator, there.size)}`;
  return `From ${years.from.end.slice(0, 4)} to ${years.to.end.slice(0, 4)} it was ${changeText(indicator, here)}${beside}.`;
}

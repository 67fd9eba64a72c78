/** The first words of the page of a strategy: what the figures answer, and never first what is missing. */
import { isKnown } from '#lib/domain/cell.ts';
import { monthInWords } from '#lib/domain/dates.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { StrategyVerdict } from '#lib/stats/strategy-verdict.ts';
import { counted, inWords, lowerFirst, number, sentence } from '../number.ts';
import { shortValue, valueText } from '../value.ts';
import { figureText } from './evidence.ts';
import { changeText } from './verdict.ts';

/** `Assessments that recorded neglect went from 59.1 to 83.3 per 10,000 children after April 2022, more than in similar areas.` */
export function verdictHeadline(
  indicator: PlacedIndicator,
  verdict: StrategyVerdict,
  date: string,
  country: string
): string | undefined {
  if (verdict.verdict !== 'more' && verdict.verdict !== 'with' && verdict.verdict !== 'noSign')
    return undefined;
  const { own, others } = verdict;
  const names = others.against === 'similar' ? 'similar areas' : country;
  const month = monthInWords(date);
  switch (verdict.verdict) {
    case 'more':
      return `${indicator.name}: from ${shortValue(indicator, own.from)} to ${valueText(indicator, own.to)} after ${month}. That changed more than in ${names}.`;
    case 'with':
      return `${indicator.name}: ${changeText(indicator, own.size)} after ${month}, as in ${names}. It cannot be put down to what was done here.`;
    case 'noSign':
      return `${indicator.name}: no sign of a change after ${month}.`;
  }
}

/** `The neglect tool is used: 158 of 455, or 34.7%.` */
export function toolHeadline(answer: Answer, whole: string | undefined): string | undefined {
  const text = figureText(answer);
  if (text === undefined) return undefined;
  const said = `${answer.indicator.name}: ${text}.`;
  return whole === undefined ? said : `For the whole of ${whole}, ${lowerFirst(said)}`;
}

/** `235 children were on a plan for neglect, 16.2 for every 10,000.` */
export function plansSentence({ indicator, numerator, value }: Answer): string | undefined {
  if (!isKnown(numerator) || !isKnown(value)) return undefined;
  if (numerator.value === 0) return 'No child was on a plan for neglect.';
  const who = counted(numerator.value, 'child was', 'children were');
  return `${who} on a plan for neglect, ${number(value.value, indicator.decimals)} for every 10,000.`;
}

/** `One of the six outcomes named in 2016 is known here, and one is withheld`. */
export function outcomesTitle(known: number, withheld: number, of: number): string {
  const are = (n: number) => (n === 1 ? 'is' : 'are');
  const said = `${sentence(inWords(known))} of the ${inWords(of)} outcomes named in 2016 ${known === 0 ? 'is' : are(known)} known here`;
  if (withheld === 0) return said;
  return `${said}${known === 0 ? ':' : ', and'} ${inWords(withheld)} ${are(withheld)} withheld`;
}

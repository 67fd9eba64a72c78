/** The first words of the page of a strategy: what the figures answer, and never first what is missing. */
import { monthInWords } from '#lib/domain/dates.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { StrategyVerdict } from '#lib/stats/strategy-verdict.ts';
import { lowerFirst } from '../number.ts';
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

/** The first words of the page of a strategy: what the figures answer, and never first what is missing. */
import { isKnown } from '#lib/domain/cell.ts';
import { monthInWords } from '#lib/domain/dates.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { StrategyVerdict } from '#lib/stats/strategy-verdict.ts';
import { counted, inWords, lowerFirst, number, sentence } from '../number.ts';
import { shortValue, valueText } from '../value.ts';
import { briefText, figureText } from './evidence.ts';
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
      return `Nothing that could be compared changed more than in ${names}. ${indicator.name}: ${changeText(indicator, own.size)} after ${month}, as in ${names}.`;
    case 'noSign':
      return `No sign of a change after ${month} in anything that could be compared.`;
  }
}

/** The latest figure and the first, where there is one: of the area, or of the whole partnership it belongs to. */
export interface ToolUse {
  readonly latest: Answer;
  readonly first?: { readonly answer: Answer; readonly year: string };
}

/** `up from 16.8% in 2021`, where the ranges of both do not meet; `16.8% in 2021` where they do. */
function sinceText({ latest, first }: ToolUse): string | undefined {
  const was = first && briefText(first.answer);
  if (!first || was === undefined) return undefined;
  const [now, then] = [latest.ranges?.at95, first.answer.ranges?.at95];
  const way =
    now && then ? (now.lower > then.upper ? 'up from ' : now.upper < then.lower ? 'down from ' : '') : '';
  return `${way}${was} in ${first.year}`;
}

/** `The neglect tool is used: 34.7% of children open for neglect, up from 17.4% in 2021.` */
export function toolHeadline(use: ToolUse, whole: string | undefined): string | undefined {
  const { latest } = use;
  const { indicator, value, numerator, denominator } = latest;
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return undefined;
  const now =
    indicator.kind === 'share' && shareAs(denominator.value) === 'percentage'
      ? valueText(indicator, value.value)
      : figureText(latest);
  if (now === undefined) return undefined;
  const said = `${indicator.name}: ${[now, sinceText(use)].filter((part) => part !== undefined).join(', ')}.`;
  return whole === undefined ? said : `For the whole of ${whole}, ${lowerFirst(said)}`;
}

/** `The neglect tool is used: Kestrelshire 35.5%, Lanternport 34.7%; each up since 2021.` */
export function toolSides(
  name: string,
  sides: readonly { readonly name: string; readonly use: ToolUse }[]
): string | undefined {
  const told = sides.flatMap((side) => {
    const text = briefText(side.use.latest);
    return text === undefined ? [] : [{ ...side, text }];
  });
  if (told.length === 0) return undefined;
  const year = told[0]?.use.first?.year;
  const up = told.every(
    ({ use }) => use.first?.year === year && sinceText(use)?.startsWith('up from') === true
  );
  const since = up && year !== undefined && told.length > 1 ? `, each up since ${year}` : '';
  return `${name}: ${told.map(({ name: area, text }) => `${area} ${text}`).join(', ')}${since}.`;
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

/** Figures of the use of a tool, of staff, families and services: first to latest, and whose they are. */
import { isKnown, type Cell, type Reason } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { valueSentence } from '../figure.ts';
import { lowerFirst, number } from '../number.ts';
import { shareText, shortValue } from '../value.ts';

export function reasonOf(cell: Cell): Reason | undefined {
  return isKnown(cell) ? undefined : cell.reason;
}

/** `69 of 396, or 17.4%`, `4 of 12`, `17.5`; undefined where it is missing. */
export function figureText({ indicator, numerator, denominator, value }: Answer): string | undefined {
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return undefined;
  return indicator.kind === 'share' || indicator.kind === 'outcomes'
    ? shareText(indicator, numerator.value, denominator.value, value.value)
    : shortValue(indicator, value.value);
}

/** `34.7%`, or `4 of 6` where so few carry no percentage. */
export function briefText({ indicator, numerator, denominator, value }: Answer): string | undefined {
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return undefined;
  const few = indicator.kind === 'share' && shareAs(denominator.value) === 'counts';
  return few
    ? `${number(numerator.value)} of ${number(denominator.value)}`
    : shortValue(indicator, value.value);
}

/** `For the whole of Quill Vale partnership, the neglect tool is used: …`. */
export function wholeOf(name: string, text: string): string {
  return `For the whole of ${name}, ${lowerFirst(text)}`;
}

/** The latest figure, and the first there is, both in counts alone where the latest carries no percentage. */
export function firstToLatest(latest: Answer, first: Answer | undefined, firstYear: string): string {
  const { denominator, indicator } = latest;
  const few = indicator.kind === 'share' && isKnown(denominator) && shareAs(denominator.value) === 'counts';
  const full = first === undefined ? undefined : figureText(first);
  const was = few ? full?.replace(/, or .*$/, '') : full;
  const said = valueSentence(latest);
  return was === undefined ? said : `${said} In ${firstYear} it was ${was}.`;
}

/** The message of figures year by year: `The neglect tool is used: 17.4% in 2021, 34.7% in 2024`. */
export function rowTitle(
  { name }: PlacedIndicator,
  years: readonly Period[],
  at: (year: Period) => Answer
): string {
  const told = years.flatMap((year) => {
    const text = briefText(at(year));
    return text === undefined ? [] : [`${text} in ${year.end.slice(0, 4)}`];
  });
  const ends = told.length > 1 ? [told[0], told.at(-1)] : told;
  return ends.length === 0 ? `${name}: no year can be shown` : `${name}: ${ends.join(', ')}`;
}

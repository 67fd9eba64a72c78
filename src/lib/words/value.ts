/** A value in its unit, and a share as its counts. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { PERCENTAGE_NEEDS, shareAs } from '#lib/stats/which-chart.ts';
import { number } from './number.ts';

const ONE_OF: Readonly<Record<string, string>> = { children: 'child', people: 'person' };

/** `children` → `child`, `episodes of need` → `episode of need`: the first word of a unit, for one of it. */
export function unitOfOne(unit: string): string {
  const [first = '', ...rest] = unit.split(' ');
  const one = ONE_OF[first] ?? first.replace(/ies$/, 'y').replace(/s$/, '');
  return [one, ...rest].join(' ');
}

/** `54.8% of children on a plan`, `16.2 per 10,000 children`, `235 children`, `1 child`: a value in its unit. */
export function valueText({ unit, decimals, kind }: PlacedIndicator, value: number): string {
  const figure = number(value, decimals);
  if (unit.startsWith('%')) return `${figure}${unit}`;
  const one = kind === 'count' && roundHalfUp(value, decimals) === 1;
  return `${figure} ${one ? unitOfOne(unit) : unit}`;
}

/** The value alone, with its percent sign: `54.8%`, `16.2`. */
export function shortValue({ unit, decimals }: PlacedIndicator, value: number): string {
  return `${number(value, decimals)}${unit.startsWith('%') ? '%' : ''}`;
}

export function isShare({ kind }: PlacedIndicator): boolean {
  return kind === 'share' || kind === 'outcomes' || kind === 'coverage';
}

/** What a share is a share of, from its unit: `children on a plan`. */
export function shareOf({ unit }: PlacedIndicator): string {
  return unit.replace(/^% of /, '');
}

/** A figure that is not none is never rounded to none, nor one short of all to all. */
function percentText(indicator: PlacedIndicator, n: number, of: number, value: number): string {
  const least = 10 ** -indicator.decimals;
  const rounded = roundHalfUp(value, indicator.decimals);
  if (n > 0 && rounded === 0) return `less than ${shortValue(indicator, least)}`;
  if (n < of && rounded === 100) return `more than ${shortValue(indicator, 100 - least)}`;
  return shortValue(indicator, value);
}

/** `4 of 6`; with the percentage where so many carry one: `235 of 429, or 54.8%`. */
export function shareText(indicator: PlacedIndicator, n: number, of: number, value: number): string {
  const counts = `${number(n)} of ${number(of)}`;
  return shareAs(of) === 'counts' ? counts : `${counts}, or ${percentText(indicator, n, of, value)}`;
}

/** `235 of 429 children on a plan, or 54.8%`, `none of 12 families audited`, `all 12 families audited`. */
export function shareInWords(indicator: PlacedIndicator, n: number, of: number, value: number): string {
  const what = of === 1 ? '' : ` ${shareOf(indicator)}`;
  const counts = n === 0 ? `none of ${number(of)}` : n === of && of > 1 ? `all ${number(of)}` : undefined;
  const said = `${counts ?? `${number(n)} of ${number(of)}`}${what}`;
  return shareAs(of) === 'counts' ? said : `${said}, or ${percentText(indicator, n, of, value)}`;
}

/** Under 20 nothing is concluded, and it is said how many there were. */
export function tooFewText(of: number): string | undefined {
  if (shareAs(of) === 'percentage') return undefined;
  return `No conclusion: n = ${number(of)}, and fewer than ${number(PERCENTAGE_NEEDS)} are too few for a percentage.`;
}

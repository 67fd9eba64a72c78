/** What quarters against their own usual variation can say of a milestone. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { inWords, lowerFirst, sentence } from '../number.ts';
import { namesText, REDEFINED } from './verdict.ts';

/** The latest quarters, one after another, that chance alone would hardly make. */
export interface LatestUnusual {
  readonly count: number;
  readonly side: 'high' | 'low';
}

/** The message of a control or run chart. */
export function quarterTitle(
  { name }: PlacedIndicator,
  month: string,
  rebased: boolean,
  latest: LatestUnusual | undefined
): string {
  if (rebased) return `${name}: a lasting shift from ${month}`;
  if (latest === undefined) return `${name}: no lasting shift at ${month}`;
  const which = latest.count === 1 ? 'the last quarter is' : `the last ${inWords(latest.count)} quarters are`;
  return `${name}: no lasting shift at ${month}, but ${which} unusually ${latest.side}`;
}

/** Why a shift is called lasting: `Seven of the eight quarters since then are above 14.8, the mean of the eight before it.` */
export function shiftText(shift: {
  readonly beyond: number;
  readonly since: number;
  readonly before: number;
  readonly side: 'above' | 'below';
  readonly mean: string;
}): string {
  const { beyond, since, before, side, mean } = shift;
  const which =
    beyond === since
      ? `All ${inWords(since)} quarters`
      : `${sentence(inWords(beyond))} of the ${inWords(since)} quarters`;
  return `${which} since then are ${side} ${mean}, the mean of the ${inWords(before)} before.`;
}

/** How the charts are read, and what they cannot tell. */
export function quarterSaid(): readonly string[] {
  return [
    'By quarter, the grey band shows how far the figure moves by chance alone. A triangle is more than chance would make.',
    'A lasting shift needs seven quarters in a row on one side of the mean. It says when a figure moved here, not why.'
  ];
}

/** Why a figure is not drawn by quarter. */
export type NoQuarters =
  'notSupplied' | 'withheld' | 'tooFewYears' | keyof typeof REDEFINED | 'notCompared' | 'tooFewQuarters';

const NOT_DRAWN: Readonly<Record<Exclude<NoQuarters, 'notSupplied' | 'withheld'>, string>> = {
  ...REDEFINED,
  tooFewYears: 'since that takes two years on each side of a date',
  notCompared: 'since no other area’s figures are loaded',
  tooFewQuarters: 'since there are too few quarters'
};

/** Of figures that are drawn by year alone: `Not drawn by quarter, since … : share of plans that are for neglect.` */
export function noQuartersSaid(why: NoQuarters, names: readonly string[]): string {
  const which = lowerFirst(namesText(names));
  if (why === 'notSupplied') return `Not supplied by quarter up to this date: ${which}.`;
  if (why === 'withheld')
    return `Withheld by quarter up to this date, so that no child can be identified: ${which}.`;
  return `Not drawn by quarter, ${NOT_DRAWN[why]}: ${which}.`;
}

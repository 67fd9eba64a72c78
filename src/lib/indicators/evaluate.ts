/** The one engine: an indicator's definition and the cells it names → what it is for an area and a period. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { countInterval, SIBLING_DESIGN_EFFECT, wilson, type Interval } from '#lib/stats/interval.ts';
import { inflationAt, type Inflation } from '#lib/stats/inflation.ts';
import type { Amount } from '#lib/stats/usual-change.ts';

export interface Result {
  readonly indicator: PlacedIndicator;
  readonly area: string;
  readonly period: string;
  readonly numerator: Cell;
  /** For a count, the numerator again. */
  readonly denominator: Cell;
  /** In the indicator's unit: percent for a share. */
  readonly value: Cell;
  /** How far chance alone could move it; absent for ratios of two units and where the value is missing. */
  readonly ranges?: {
    readonly at95: Interval;
    readonly at80: Interval;
    /** How many times the variance of independent events they allow for. */
    readonly designEffect: number;
  };
}

/** Every term an indicator reads; none where it is not supplied. */
export function termsOf(indicator: PlacedIndicator): readonly PlacedTerm[] {
  if (!indicator.supplied) return [];
  return [
    indicator.numerator,
    indicator.denominator,
    ...(indicator.outcomes ?? []).flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ...(indicator.coverage?.parts ?? []).flatMap(({ terms }) => terms)
  ].filter((term) => term !== undefined);
}

/** How many times the variance of independent events a figure of an indicator has; brothers and sisters where no more is known. */
function designEffectOf(
  indicator: PlacedIndicator,
  amount: Amount,
  inflation: Inflation | undefined
): number {
  const siblings = indicator.siblings ? SIBLING_DESIGN_EFFECT : 1;
  return inflation ? Math.max(siblings, inflationAt(inflation, amount)) : siblings;
}

function scaleOf(indicator: PlacedIndicator): number {
  return indicator.kind === 'share' || indicator.kind === 'outcomes' ? 100 : (indicator.per ?? 1);
}

function interval(
  indicator: PlacedIndicator,
  x: number,
  n: number,
  options: { readonly confidence: number; readonly designEffect: number }
): Interval | undefined {
  const scale = scaleOf(indicator);
  switch (indicator.interval) {
    case 'none':
      return undefined;
    case 'count': {
      const { lower, upper } = countInterval(x, options);
      return indicator.kind === 'count'
        ? { lower, upper }
        : { lower: (lower / n) * scale, upper: (upper / n) * scale };
    }
    case 'wilson': {
      if (x > n) return undefined;
      const { lower, upper } = wilson(x, n, options);
      return { lower: lower * scale, upper: upper * scale };
    }
  }
}

type Cells = Pick<Result, 'numerator' | 'denominator' | 'value'>;

/** An indicator's cells and value without its ranges, which cost far more. A rate's population is the estimate its period names. */
export function valueOf(indicator: PlacedIndicator, lookup: CellLookup, area: string, period: Period): Cells {
  const numerator = indicator.numerator ? lookup(indicator.numerator, area, period.id) : NOT_SUPPLIED;
  if (indicator.denominator === undefined) return { numerator, denominator: numerator, value: numerator };
  const base = indicator.kind === 'rate' ? (period.population ?? period.id) : period.id;
  const denominator = lookup(indicator.denominator, area, base);
  const scale = scaleOf(indicator);
  return { numerator, denominator, value: derive([numerator, denominator], (x, n) => (x / n) * scale) };
}

/**
 * Works an indicator out, with its ranges. `inflation` is how many times more its figures are known to vary than
 * chance alone would have them; brothers and sisters are allowed for without it.
 */
export function evaluate(
  indicator: PlacedIndicator,
  lookup: CellLookup,
  area: string,
  period: Period,
  inflation?: Inflation
): Result {
  const { numerator, denominator, value } = valueOf(indicator, lookup, area, period);
  const result = { indicator, area, period: period.id, numerator, denominator, value };
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return result;
  const amount = chanceAmount({ indicator, numerator, denominator }) ?? { x: numerator.value };
  const designEffect = designEffectOf(indicator, amount, inflation);
  const at = (confidence: number) =>
    interval(indicator, numerator.value, denominator.value, { confidence, designEffect });
  const [at95, at80] = [at(0.95), at(0.8)];
  return at95 && at80 ? { ...result, ranges: { at95, at80, designEffect } } : result;
}

/** The amount that chance moves: a count, or x of n; undefined where it is missing. */
export function chanceAmount({
  indicator,
  numerator,
  denominator
}: Pick<Result, 'indicator' | 'numerator' | 'denominator'>): Amount | undefined {
  if (!isKnown(numerator) || !isKnown(denominator)) return undefined;
  return indicator.interval === 'wilson'
    ? { x: numerator.value, n: denominator.value }
    : { x: numerator.value };
}

/** The amount whose change from year to year is judged; undefined where it is missing or not judged. */
export function amountOf({
  indicator,
  numerator,
  denominator
}: Pick<Result, 'indicator' | 'numerator' | 'denominator'>): Amount | undefined {
  if (!isKnown(numerator)) return undefined;
  switch (indicator.change) {
    case 'none':
      return undefined;
    case 'count':
      return { x: numerator.value };
    case 'share':
      return isKnown(denominator) ? { x: numerator.value, n: denominator.value } : undefined;
  }
}

/** The one engine: an indicator's definition and the cells it names → what it is for an area and a period. */
import { derive, isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Indicator, Term } from '#lib/domain/indicator.ts';
import type { Period } from '#lib/domain/period.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { countInterval, SIBLING_DESIGN_EFFECT, wilson, type Interval } from '#lib/stats/interval.ts';
import type { Amount } from '#lib/stats/usual-change.ts';

export interface Result {
  readonly indicator: Indicator;
  readonly area: string;
  readonly period: string;
  readonly numerator: Cell;
  /** For a count, the numerator again. */
  readonly denominator: Cell;
  /** In the indicator's unit: percent for a share. */
  readonly value: Cell;
  /** How far chance alone could move it; absent for ratios of two units and where the value is missing. */
  readonly ranges?: { readonly at95: Interval; readonly at80: Interval };
}

/** Every term an indicator reads. */
export function termsOf(indicator: Indicator): readonly Term[] {
  return indicator.denominator ? [indicator.numerator, indicator.denominator] : [indicator.numerator];
}

function scaleOf(indicator: Indicator): number {
  return indicator.kind === 'share' ? 100 : (indicator.per ?? 1);
}

function interval(indicator: Indicator, x: number, n: number, confidence: number): Interval | undefined {
  const options = { confidence, ...(indicator.siblings ? { designEffect: SIBLING_DESIGN_EFFECT } : {}) };
  const scale = scaleOf(indicator);
  switch (indicator.kind) {
    case 'count':
      return countInterval(x, options);
    case 'rate': {
      const { lower, upper } = countInterval(x, options);
      return { lower: (lower / n) * scale, upper: (upper / n) * scale };
    }
    case 'share': {
      if (x > n) return undefined;
      const { lower, upper } = wilson(x, n, options);
      return { lower: lower * scale, upper: upper * scale };
    }
    case 'ratio':
      return undefined;
  }
}

/** An indicator's cells and value without its ranges, which cost far more. A rate's population is the estimate its period names. */
export function valueOf(
  indicator: Indicator,
  lookup: CellLookup,
  area: string,
  period: Period
): Pick<Result, 'numerator' | 'denominator' | 'value'> {
  const numerator = lookup(indicator.numerator, area, period.id);
  const base = indicator.kind === 'rate' ? (period.population ?? period.id) : period.id;
  const denominator = indicator.denominator ? lookup(indicator.denominator, area, base) : numerator;
  const scale = scaleOf(indicator);
  const value =
    indicator.kind === 'count' ? numerator : derive([numerator, denominator], (x, n) => (x / n) * scale);
  return { numerator, denominator, value };
}

/** Works an indicator out, with its ranges. */
export function evaluate(indicator: Indicator, lookup: CellLookup, area: string, period: Period): Result {
  const { numerator, denominator, value } = valueOf(indicator, lookup, area, period);
  const result = { indicator, area, period: period.id, numerator, denominator, value };
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return result;
  const at95 = interval(indicator, numerator.value, denominator.value, 0.95);
  const at80 = interval(indicator, numerator.value, denominator.value, 0.8);
  return at95 && at80 ? { ...result, ranges: { at95, at80 } } : result;
}

/** The amount whose change from year to year is judged; undefined where it is missing or not judged. */
export function amountOf(result: Result): Amount | undefined {
  const { indicator, numerator, denominator } = result;
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

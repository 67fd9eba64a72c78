import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import {
  changeSize,
  inflationOf,
  usualChange,
  type Amount,
  type UsualChange
} from '#lib/stats/usual-change.ts';
import { amountOf, termsOf, valueOf, type Result } from './evaluate.ts';

export interface UsualChanges {
  /** How big a year's change usually is, by indicator whose change is judged. */
  readonly usualChange: Readonly<Record<string, UsualChange>>;
  /** How many times more than chance alone its figures vary from year to year, for an indicator whose spread is observed. */
  readonly inflation: Readonly<Record<string, number>>;
}

/** The amount that chance moves: a count, or x of n. */
function chanceAmount({
  indicator,
  numerator,
  denominator
}: Pick<Result, 'indicator' | 'numerator' | 'denominator'>): Amount | undefined {
  if (!isKnown(numerator) || !isKnown(denominator)) return undefined;
  return indicator.interval === 'wilson'
    ? { x: numerator.value, n: denominator.value }
    : { x: numerator.value };
}

/** Two decimals are finer than what so few years can tell. */
const rounded = (value: number) => Math.round(value * 100) / 100;

/** How much figures change from year to year, over all authorities and reporting years that are loaded. */
export async function usualChanges(facts: Facts): Promise<UsualChanges> {
  const { manifest, indicators } = facts.catalogue;
  const judged = indicators.filter(({ change, spread }) => change !== 'none' || spread === 'observed');
  const areas = manifest.areas.filter((area) => area.kind === 'authority').map((area) => area.id);
  const lookup = await cellsOf(facts, judged.flatMap(termsOf), { areas });
  const years = manifest.periods
    .filter((period) => period.kind === 'year')
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const sizesOf = (indicator: PlacedIndicator, amount: typeof amountOf): number[] =>
    areas.flatMap((area) => {
      const amounts = years.map((year) => amount({ indicator, ...valueOf(indicator, lookup, area, year) }));
      return amounts.flatMap((to, index) => {
        const from = amounts[index - 1];
        const size = from && to ? changeSize(from, to) : undefined;
        return size === undefined ? [] : [size];
      });
    });
  const all = judged.filter(({ supplied }) => supplied);
  const usual = all.flatMap((indicator): [string, UsualChange][] => {
    const found = usualChange(sizesOf(indicator, amountOf));
    return found ? [[indicator.id, found]] : [];
  });
  const inflation = all
    .filter(({ spread }) => spread === 'observed')
    .flatMap((indicator): [string, number][] => {
      const found = inflationOf(sizesOf(indicator, chanceAmount));
      return found === undefined ? [] : [[indicator.id, rounded(found)]];
    });
  return { usualChange: Object.fromEntries(usual), inflation: Object.fromEntries(inflation) };
}

import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { AreaKind } from '#lib/domain/area.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { inflationBySize, type Inflation } from '#lib/stats/inflation.ts';
import { changeSize, usualChange, type Amount, type UsualChange } from '#lib/stats/usual-change.ts';
import { amountOf, chanceAmount, termsOf, valueOf } from './evaluate.ts';

export interface UsualChanges {
  /** How big a year's change usually is, by indicator whose change is judged. */
  readonly usualChange: Readonly<Record<string, UsualChange>>;
  /** How many times more than chance alone its figures vary from year to year, by indicator whose figures have ranges. */
  readonly inflation: Readonly<Record<string, Inflation>>;
}

/** What is known of how such figures vary was learnt from authorities, and says nothing of a whole country. */
export function inflationFor(
  { inflation }: Pick<Catalogue, 'inflation'>,
  indicator: PlacedIndicator,
  kind: AreaKind | undefined
): Inflation | undefined {
  return kind === 'authority' ? inflation[indicator.id] : undefined;
}

/** Six significant digits are finer than what so few years can tell. */
const rounded = (value: number) => Number(value.toPrecision(6));

type Pair = readonly [Amount, Amount];

/** How much figures change from year to year, over all authorities and reporting years that are loaded. */
export async function usualChanges(facts: Facts): Promise<UsualChanges> {
  const { manifest, indicators } = facts.catalogue;
  const all = indicators.filter(
    ({ supplied, change, interval }) => supplied && (change !== 'none' || interval !== 'none')
  );
  const areas = manifest.areas.filter((area) => area.kind === 'authority').map((area) => area.id);
  const lookup = await cellsOf(facts, all.flatMap(termsOf), { areas });
  const years = manifest.periods
    .filter((period) => period.kind === 'year')
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const pairsOf = (indicator: PlacedIndicator, amount: typeof amountOf): readonly Pair[] =>
    areas.flatMap((area) => {
      const amounts = years.map((year) => amount({ indicator, ...valueOf(indicator, lookup, area, year) }));
      return amounts.flatMap((to, index): Pair[] => {
        const from = amounts[index - 1];
        return from && to ? [[from, to]] : [];
      });
    });
  const usual = all.flatMap((indicator): [string, UsualChange][] => {
    const sizes = pairsOf(indicator, amountOf).flatMap(([from, to]) => changeSize(from, to) ?? []);
    const found = usualChange(sizes);
    return found ? [[indicator.id, found]] : [];
  });
  const inflation = all
    .filter(({ interval }) => interval !== 'none')
    .flatMap((indicator): [string, Inflation][] => {
      const found = inflationBySize(pairsOf(indicator, chanceAmount));
      return found ? [[indicator.id, { base: rounded(found.base), perUnit: rounded(found.perUnit) }]] : [];
    });
  return { usualChange: Object.fromEntries(usual), inflation: Object.fromEntries(inflation) };
}

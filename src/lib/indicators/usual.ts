import type { Indicator } from '#lib/domain/indicator.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { changeSize, usualChange, type UsualChange } from '#lib/stats/usual-change.ts';
import { amountOf, evaluate, termsOf } from './evaluate.ts';

/** How big a year's change usually is, by indicator, over all authorities and reporting years that are loaded. */
export async function usualChanges(facts: Facts): Promise<Record<string, UsualChange>> {
  const { manifest, indicators } = facts.catalogue;
  const judged = indicators.filter((indicator) => indicator.change !== 'none');
  const areas = manifest.areas.filter((area) => area.kind === 'authority').map((area) => area.id);
  const lookup = await cellsOf(facts, judged.flatMap(termsOf), { areas });
  const years = manifest.periods
    .filter((period) => period.kind === 'year')
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const sizesOf = (indicator: Indicator): number[] =>
    areas.flatMap((area) => {
      const amounts = years.map((year) => amountOf(evaluate(indicator, lookup, area, year)));
      return amounts.flatMap((to, index) => {
        const from = amounts[index - 1];
        const size = from && to ? changeSize(from, to) : undefined;
        return size === undefined ? [] : [size];
      });
    });
  const found = judged.map((indicator): [string, UsualChange | undefined] => [
    indicator.id,
    usualChange(sizesOf(indicator))
  ]);
  return Object.fromEntries(found.filter((entry): entry is [string, UsualChange] => entry[1] !== undefined));
}

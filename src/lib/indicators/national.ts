/** The latest figure of the whole country for each indicator, so that a list of them needs no database. */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Catalogue, NationalFigure } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf, type CellLookup } from '#lib/queries/cells.ts';
import { answer } from './answer.ts';
import { termsOf } from './evaluate.ts';

/** Kinds whose figure is a number that a list can show. */
const NUMBERS: readonly PlacedIndicator['kind'][] = [
  'share',
  'rate',
  'ratio',
  'count',
  'outcomes',
  'context'
];

function latest(
  catalogue: Catalogue,
  indicator: PlacedIndicator,
  lookup: CellLookup,
  area: string
): NationalFigure | undefined {
  const years = catalogue.manifest.periods
    .filter(({ kind }) => kind === 'year')
    .sort((a, b) => (a.end < b.end ? 1 : -1));
  for (const period of years) {
    const { numerator, denominator, value } = answer({ catalogue, indicator, lookup, area, period });
    if (isKnown(numerator) && isKnown(denominator) && isKnown(value))
      return {
        period: period.id,
        numerator: numerator.value,
        denominator: denominator.value,
        value: value.value
      };
  }
  return undefined;
}

/** By indicator; those without a figure of the country are left out. */
export async function nationalFigures(facts: Facts): Promise<Catalogue['national']> {
  const { catalogue } = facts;
  const country = catalogue.manifest.areas.find(({ kind }) => kind === 'country');
  const asked = catalogue.indicators.filter(({ supplied, kind }) => supplied && NUMBERS.includes(kind));
  if (!country || asked.length === 0) return {};
  const lookup = await cellsOf(facts, asked.flatMap(termsOf), { areas: [country.id] });
  return Object.fromEntries(
    asked.flatMap((indicator): [string, NationalFigure][] => {
      const found = latest(catalogue, indicator, lookup, country.id);
      return found ? [[indicator.id, found]] : [];
    })
  );
}

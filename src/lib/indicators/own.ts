/** Indicators worked out from a partnership’s own figures, where they stand beside official ones. */
import type { Indicator } from '#lib/domain/indicator.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { BesideOfficial } from '#lib/db/beside-official.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { place } from './place.ts';

/** The joint catalogue with how each indicator is worked out in the areas that have own figures. */
export function withOwnFigures(
  { catalogue, held: { byYear, atAll, ownByYear, ...about } }: Pick<BesideOfficial, 'catalogue' | 'held'>,
  indicators: readonly Indicator[]
): Catalogue {
  const usual = new Map(catalogue.indicators.map((each) => [each.id, each]));
  const placed = indicators.map((each) => place(each, byYear));
  const ever = new Map(indicators.map((each) => [each.id, place(each, atAll)]));
  return {
    ...catalogue,
    own: {
      ...about,
      indicators: placed,
      later: indicators.map((each) => place(each, ownByYear)),
      otherwise: placed.filter((each) => readBy(each) !== readBy(usual.get(each.id))).map(({ id }) => id),
      notByYear: placed
        .filter(({ id, supplied }) => !supplied && ever.get(id)?.supplied === true)
        .map(({ id }) => id)
    }
  };
}

/** What tells two ways of working one indicator out apart: all that it reads. */
function readBy(placed: PlacedIndicator | undefined): string {
  const { numerator, denominator, outcomes, coverage, document, register, supplied } = placed ?? {};
  return JSON.stringify({ numerator, denominator, outcomes, coverage, document, register, supplied });
}

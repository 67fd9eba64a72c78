/** What loaded figures are, and what they answer, for the page that tells of them. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { catalogueFor } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { completenessOf } from '#lib/queries/completeness.ts';
import { completenessGrids, type Grid } from './completeness.ts';
import { viewOf } from './view.ts';

export interface OwnAnswers {
  /** Of this area, by kind of period. */
  readonly grids: readonly Grid[];
  /** Indicators worked out from loaded figures, for reporting years. */
  readonly answered: readonly PlacedIndicator[];
  /** Those that the figures answer for quarters, months or rounds alone. */
  readonly notByYear: readonly PlacedIndicator[];
  /** What the figures say of their own coverage, a sentence each. */
  readonly coverage: readonly string[];
}

/** @param tables ids of the tables that were loaded */
export async function ownAnswers(
  facts: Facts,
  area: { readonly id: string; readonly slug: string },
  tables: readonly string[]
): Promise<OwnAnswers> {
  const catalogue = catalogueFor(facts.catalogue, area.id);
  const own = facts.catalogue.own;
  const supplied = catalogue.indicators.filter((each) => each.supplied && each.kind !== 'derived');
  return {
    grids: completenessGrids(facts.catalogue, await completenessOf(facts, tables, area.id), area.id, tables),
    answered: own === undefined ? supplied : supplied.filter(({ id }) => own.otherwise.includes(id)),
    notByYear: catalogue.indicators.filter(({ id }) => own?.notByYear.includes(id) === true),
    coverage: await coverageOf(facts, area.slug, catalogue.indicators)
  };
}

async function coverageOf(
  facts: Facts,
  area: string,
  indicators: readonly PlacedIndicator[]
): Promise<readonly string[]> {
  const place = (indicator: string): ViewPlace => ({
    page: 'view',
    view: 'indicator',
    area,
    indicator: indicator.toLowerCase()
  });
  const asked = indicators.filter(({ kind, supplied }) => kind === 'coverage' && supplied);
  const pages = await Promise.all(asked.map(({ id }) => viewOf(facts, place(id))));
  return pages.flatMap((page) => ('unanswerable' in page ? [] : [page.headline.text]));
}

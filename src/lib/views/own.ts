/** What loaded figures are, and what they answer, for the page that tells of them. */
import { isThere } from '#lib/domain/cell.ts';
import { GROUPS } from '#lib/domain/labels.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { inWordsOf } from '#lib/sources/nations.ts';
import { catalogueFor } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { completenessOf } from '#lib/queries/completeness.ts';
import { wholeYears } from '#lib/words/whole-years.ts';
import { completenessGrids, type Grid } from './completeness.ts';
import { viewOf } from './view.ts';

export interface OwnAnswers {
  /** Of this area, by kind of period. */
  readonly grids: readonly Grid[];
  /** The groups of indicators by id, in the words of the nation whose figures are loaded, as indicators have their names. */
  readonly groups: Readonly<Record<string, string>>;
  /** Indicators worked out from loaded figures, for reporting years. */
  readonly answered: readonly PlacedIndicator[];
  /** Those that the figures answer for quarters, months or rounds alone. */
  readonly notByYear: readonly PlacedIndicator[];
  /** Why the pages show none of those. */
  readonly wholeYears: string;
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
  const supplied = await answeredIn(facts, area.id, catalogue.indicators);
  const say = inWordsOf(catalogue.manifest.nation);
  const inWords = (indicators: readonly PlacedIndicator[]) =>
    indicators.map((each) => ({ ...each, name: say(each.name) }));
  return {
    grids: completenessGrids(facts.catalogue, await completenessOf(facts, tables, area.id), area.id, tables),
    groups: Object.fromEntries(Object.entries(GROUPS).map(([id, name]) => [id, say(name)])),
    answered: inWords(
      own === undefined
        ? supplied
        : byId([
            ...supplied.filter(({ id }) => own.otherwise.includes(id)),
            ...(await answeredIn(facts, area.id, own.later))
          ])
    ),
    notByYear: inWords(catalogue.indicators.filter(({ id }) => own?.notByYear.includes(id) === true)),
    wholeYears: wholeYears(facts.catalogue.manifest.disclosure),
    coverage: await coverageOf(facts, area.slug, catalogue.indicators)
  };
}

/** What an indicator counts, without what it is set against. */
function countedBy({ numerator, outcomes, coverage }: PlacedIndicator): readonly PlacedTerm[] {
  if (outcomes !== undefined) return outcomes.map((outcome) => outcome.numerator);
  if (coverage !== undefined) return coverage.parts.flatMap(({ terms }) => terms);
  return numerator === undefined ? [] : [numerator];
}

/** Those of which there is a figure of the area, shown or withheld, for any year. */
async function answeredIn(
  facts: Facts,
  area: string,
  indicators: readonly PlacedIndicator[]
): Promise<readonly PlacedIndicator[]> {
  const supplied = indicators.filter((each) => each.supplied && each.kind !== 'derived');
  const lookup = await cellsOf(facts, supplied.flatMap(countedBy), { areas: [area] });
  const years = facts.catalogue.manifest.periods.filter(({ kind }) => kind === 'year');
  return supplied.filter((indicator) => {
    const terms = countedBy(indicator);
    return (
      terms.length === 0 || terms.some((term) => years.some(({ id }) => isThere(lookup(term, area, id))))
    );
  });
}

/** The first of each. */
const byId = (list: readonly PlacedIndicator[]) => [
  ...new Map(list.toReversed().map((each) => [each.id, each])).values()
];

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

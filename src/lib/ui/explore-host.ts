/** Where Explore is shown: over published figures, or over those that a reader loaded. */
import { OWN_LINK } from '#lib/words/whose.ts';
import type { Facts } from '#lib/db/facts.ts';
import { isPlain, standingOf } from '#lib/domain/standing.ts';
import { keysOfChoice, type ExploreChoice } from '#lib/selection/explore.ts';
import { ownExploreHref } from '#lib/selection/own-place.ts';
import { privateHref } from '#lib/selection/private-state.ts';
import type { Provenance } from '#lib/views/provenance-of.ts';
import type { TableFigure } from '#lib/views/model.ts';
import type { Work } from './engine.svelte.ts';
import { FETCHING } from './fetching.ts';

export interface ExploreHost {
  /** The figures, once the engine has started. */
  readonly facts: (onWork: (work: Work) => void) => Promise<Facts>;
  /** The address of a choice, with a query of SQL where there is one: that stays behind `#`. */
  readonly href: (choice: ExploreChoice, sql?: string) => string;
  readonly linkNote?: string;
}

export const EXPLORE_SITE: ExploreHost = {
  async facts(onWork) {
    onWork({ words: `${FETCHING}.` });
    const { published } = await import('#lib/store/published.ts');
    return published(({ loaded, total }) =>
      onWork({
        words: loaded < total ? `${FETCHING}.` : 'Opening the published figures.',
        ...(total > 0 ? { part: Math.min(1, loaded / total) } : {})
      })
    );
  },
  href: (choice, sql) =>
    privateHref({ page: 'explore', ...keysOfChoice(choice) }, sql === undefined ? {} : { sql })
};

export const ownExplore = (facts: Facts): ExploreHost => ({
  facts: () => Promise.resolve(facts),
  href: (choice, sql) => ownExploreHref({ keys: keysOfChoice(choice), sql }),
  linkNote: OWN_LINK
});

/** Where the figures of a table come from, for its file. */
export function exploreProvenance(
  facts: Facts,
  table: TableFigure,
  rest: Pick<Provenance, 'vintage' | 'licence' | 'area' | 'filters' | 'notes'>
): Provenance {
  const standing = standingOf(facts.catalogue.manifest);
  return {
    title: table.table.caption,
    ...(isPlain(standing) ? {} : { standing }),
    source: table.sources.map((source) => source.replace(/\.$/, '')).join('; '),
    mark: table.mark,
    counts: table.counts,
    period: table.covers,
    ...rest
  };
}

/** A page of the edition that its link names, held against the same page of the figures that are shown otherwise. */
import { leadSources } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { earlierText, revisedText } from '#lib/words/edition.ts';
import type { EarlierEdition, ViewModel } from './model.ts';
import { revisionsOf } from './revisions.ts';
import { viewOf, type Unanswerable } from './view.ts';

/** The place without a vintage: among whatever figures it is asked of. */
function anywhere({ vintage: _, ...place }: ViewPlace): ViewPlace {
  return place;
}

/** What is asked beside a place. */
export interface Asking {
  /** The chart or table that the link names, so that revisions of that one are told. */
  readonly figure?: string | undefined;
  /** ISO date of the day on which actions are told to be done, open or overdue. */
  readonly reckonedOn?: string | undefined;
}

/**
 * The page for a place, from the edition that its vintage names where that is kept, else from the present figures.
 * @param editionOf opens the figures of an edition that the present catalogue names
 */
export async function viewAtVintage(
  present: Facts,
  editionOf: (vintage: string) => Promise<Facts>,
  place: ViewPlace,
  asking: Asking = {}
): Promise<ViewModel | Unanswerable> {
  const { vintage } = place;
  const { reckonedOn } = asking;
  if (vintage === undefined || present.catalogue.editions?.includes(vintage) !== true)
    return viewOf(present, place, reckonedOn);
  const edition = await editionOf(vintage);
  const then = await viewOf(edition, anywhere(place), reckonedOn);
  if ('unanswerable' in then)
    return { unanswerable: `The ${vintage} release does not tell of this page. ${then.unanswerable}` };
  const source = leadSources(edition.catalogue).find((each) => each.vintage === vintage);
  const { newer: _, ...page } = then;
  return { ...page, earlier: await earlierOf(present, then, { ...asking, place, vintage, source }) };
}

async function earlierOf(
  present: Facts,
  then: ViewModel,
  asked: Asking & {
    readonly place: ViewPlace;
    readonly vintage: string;
    readonly source: Parameters<typeof earlierText>[1];
  }
): Promise<EarlierEdition> {
  const { vintage, figure, source } = asked;
  const place: ViewPlace = { ...anywhere(asked.place), period: then.period.id, compare: then.compare.id };
  const now = await viewOf(present, place, asked.reckonedOn);
  const latest = leadSources(present.catalogue)[0]?.vintage ?? '';
  const newer = 'unanswerable' in now ? latest : now.vintage;
  const text = earlierText(vintage, source, newer);
  if ('unanswerable' in now || now.period.id !== then.period.id)
    return {
      vintage,
      text,
      revised: {
        text: `The ${newer} release has no such page for ${then.period.label}, so that nothing here can be held against it.`,
        figures: []
      }
    };
  return {
    vintage,
    text,
    newer: { text: `See this page in the ${newer} release`, place },
    revised: revisedText(revisionsOf(then, now, figure), newer)
  };
}

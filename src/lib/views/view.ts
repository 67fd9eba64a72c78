/** One function from a place to the page that stands there, for the build and the browser alike. */
import type { AreaView, ViewPlace } from '#lib/selection/place.ts';
import type { Facts } from '#lib/db/facts.ts';
import { AGE } from './age.ts';
import { AGENCIES } from './agencies.ts';
import { AUDITS } from './audits.ts';
import { withCodes } from './codes.ts';
import { contextFor } from './context.ts';
import { frameOf } from './frame.ts';
import { notesInOrder, notesKept } from './in-order.ts';
import { indicatorView } from './indicator.ts';
import { JOURNEY } from './journey.ts';
import { besideLocality, slotsOfLocality } from './locality.ts';
import type { ViewMaker } from './maker.ts';
import type { ViewModel } from './model.ts';
import { inNationsWords } from './nation-words.ts';
import { OVERVIEW } from './overview.ts';
import { PREVALENCE } from './prevalence.ts';
import { sourceLine } from './provenance.ts';
import type { Unanswerable } from './setting.ts';
import { STRATEGY } from './strategy.ts';
import { titleOf } from './title.ts';

export type { Unanswerable } from './setting.ts';

const VIEW_MAKERS: Readonly<Record<AreaView, ViewMaker>> = {
  overview: OVERVIEW,
  prevalence: PREVALENCE,
  age: AGE,
  agencies: AGENCIES,
  audits: AUDITS,
  journey: JOURNEY,
  strategy: STRATEGY
};

async function areaView(
  facts: Facts,
  place: ViewPlace,
  { needs, make }: ViewMaker,
  reckonedOn: string | undefined
): Promise<ViewModel | Unanswerable> {
  const context = await contextFor(facts, place, needs, reckonedOn);
  if ('unanswerable' in context) return context;
  const made = await make(context);
  const frame = frameOf(facts.catalogue, place, context, context.notes);
  const { areas, notes, sources } = facts.catalogue.manifest;
  const slots = slotsOfLocality(context.area, made.slots, areas);
  return {
    ...frame,
    title: titleOf(facts.catalogue, place) ?? frame.area.name,
    ...made,
    ...besideLocality(context.area, frame, { headline: made.headline, slots }),
    slots,
    notes: notesKept(
      { headline: made.headline, slots },
      context.notes.all(),
      notes.map(({ text }) => text)
    ),
    sources: sources.map(sourceLine)
  };
}

/**
 * The page for a place. `Unanswerable` where the loaded figures hold nothing of it; throws only if the engine fails.
 * @param reckonedOn ISO date of the day on which actions are told to be done, open or overdue; the last day of the page’s
 * period where it is left out
 */
export async function viewOf(
  facts: Facts,
  place: ViewPlace,
  reckonedOn?: string
): Promise<ViewModel | Unanswerable> {
  const made = await (place.view === 'indicator'
    ? indicatorView(facts, place)
    : areaView(facts, place, VIEW_MAKERS[place.view], reckonedOn));
  if ('unanswerable' in made) return made;
  return withCodes(notesInOrder(inNationsWords(made, facts.catalogue)), facts.catalogue);
}

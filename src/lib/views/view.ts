/** One function from a place to the page that stands there, for the build and the browser alike. */
import type { AreaView, ViewPlace } from '#lib/selection/place.ts';
import type { Facts } from '#lib/db/facts.ts';
import { contextFor, type Context } from './context.ts';
import { frameOf } from './frame.ts';
import { indicatorView } from './indicator.ts';
import type { Unanswerable } from './setting.ts';
import type { Slot, Statement, ViewModel } from './model.ts';
import { overviewSlots } from './overview.ts';
import { headline } from './position.ts';
import { sourceLine } from './provenance.ts';
import { prevalenceHeadline, prevalenceSlots } from './prevalence.ts';
import { questions } from './questions.ts';
import { EXTRA_TERMS } from './terms.ts';

export type { Unanswerable } from './setting.ts';

interface ViewMaker {
  readonly title: string;
  readonly headline: (context: Context) => Statement;
  readonly slots: (context: Context) => readonly Slot[];
}

const VIEW_MAKERS: Readonly<Record<AreaView, ViewMaker>> = {
  overview: { title: 'Overview', headline, slots: overviewSlots },
  prevalence: { title: 'Prevalence', headline: prevalenceHeadline, slots: prevalenceSlots }
};

async function areaView(facts: Facts, place: ViewPlace, maker: ViewMaker): Promise<ViewModel | Unanswerable> {
  const context = await contextFor(facts, place, EXTRA_TERMS);
  if ('unanswerable' in context) return context;
  const said = maker.headline(context);
  const slots = maker.slots(context);
  const asked = questions(context);
  const frame = frameOf(facts.catalogue, place, context, context.notes);
  return {
    ...frame,
    title: `${frame.area.name}: ${maker.title}`,
    headline: said,
    slots,
    questions: asked,
    notes: context.notes.all(),
    sources: facts.catalogue.manifest.sources.map(sourceLine)
  };
}

/** The page for a place. `Unanswerable` where the loaded figures hold nothing of it; throws only if the engine fails. */
export function viewOf(facts: Facts, place: ViewPlace): Promise<ViewModel | Unanswerable> {
  return place.view === 'indicator'
    ? indicatorView(facts, place)
    : areaView(facts, place, VIEW_MAKERS[place.view]);
}

/** One function from a place to the page that stands there, for the build and the browser alike. */
import type { Area } from '#lib/domain/area.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { View, ViewPlace } from '#lib/selection/place.ts';
import type { Facts } from '#lib/db/facts.ts';
import { contextFor, type Context } from './context.ts';
import type { Unanswerable } from './setting.ts';
import type { Slot, Statement, ViewModel } from './model.ts';
import { overviewSlots } from './overview.ts';
import { headline } from './position.ts';
import { sourceText } from './provenance.ts';
import { prevalenceHeadline, prevalenceSlots } from './prevalence.ts';
import { questions } from './questions.ts';
import { EXTRA_TERMS } from './terms.ts';

export type { Unanswerable } from './setting.ts';

interface ViewMaker {
  readonly title: string;
  readonly headline: (context: Context) => Statement;
  readonly slots: (context: Context) => readonly Slot[];
}

const VIEW_MAKERS: Readonly<Record<View, ViewMaker>> = {
  overview: { title: 'Overview', headline, slots: overviewSlots },
  prevalence: { title: 'Prevalence', headline: prevalenceHeadline, slots: prevalenceSlots }
};

const link = ({ slug, name }: Area) => ({ slug, name });

/** Notes bound to this area and to no table: those of this period are said at the top, the lasting ones in the notes. */
function areaNotices(context: Context): readonly string[] {
  const bound = context.catalogue.manifest.notes.filter(
    (note) => note.table === undefined && note.areas?.includes(context.area.id) === true
  );
  context.notes.add(...bound.filter((note) => note.periods === undefined).map((note) => note.text));
  return bound.filter((note) => note.periods?.includes(context.period.id) === true).map((note) => note.text);
}

/** The page for a place. `Unanswerable` where the loaded figures hold nothing of it; throws only if the engine fails. */
export async function viewOf(facts: Facts, place: ViewPlace): Promise<ViewModel | Unanswerable> {
  const context = await contextFor(facts, place, EXTRA_TERMS);
  if ('unanswerable' in context) return context;
  const { manifest } = facts.catalogue;
  const { area, period, compare, compareChoices, years } = context;
  const namesakes = manifest.areas.filter((other) => other.name === area.name).length;
  const name = namesakes > 1 && area.to !== undefined ? `${area.name} (to ${String(area.to)})` : area.name;
  const maker = VIEW_MAKERS[place.view];
  const [primary] = manifest.sources;
  const said = maker.headline(context);
  const slots = maker.slots(context);
  const asked = questions(context);
  const vintage = primary?.vintage ?? '';
  const notices = [
    ...context.notices,
    ...areaNotices(context),
    ...(place.vintage !== undefined && place.vintage !== vintage
      ? [
          `This link was made on the ${place.vintage} release. The figures shown are from the ${vintage} release and may have been revised.`
        ]
      : [])
  ];
  return {
    view: place.view,
    area: { id: area.id, slug: area.slug, name, kind: area.kind },
    period: { id: period.id, label: period.label, end: period.end },
    compare: { id: compare, label: compareChoices.find((choice) => choice.id === compare)?.label ?? '' },
    choices: {
      periods: [...years].reverse().map((year) => ({ id: year.id, label: dateInWords(year.end) })),
      compares: compareChoices
    },
    title: `${name}: ${maker.title}`,
    position: `Position at ${dateInWords(period.end)}`,
    edition: primary ? `${primary.publisher}, ${primary.title}, ${primary.edition}` : '',
    vintage,
    ...(primary ? { licence: primary.licence } : {}),
    ...(primary?.newer === undefined ? {} : { newer: primary.newer }),
    headline: said,
    slots,
    questions: asked,
    notes: context.notes.all(),
    sources: manifest.sources.map((source) => ({
      id: source.id,
      text: sourceText(source),
      ...(source.url === undefined ? {} : { url: source.url })
    })),
    successors: manifest.areas.filter((other) => other.predecessors?.includes(area.id)).map(link),
    predecessors: manifest.areas.filter((other) => area.predecessors?.includes(other.id)).map(link),
    notices
  };
}

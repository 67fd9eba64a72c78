/**
 * Bundles read, encoded and opened in Node, once for all test files that a worker runs: vite.config.ts lets them share their
 * modules. What is shared is never changed and never closed.
 */
import { openDatabase } from '#lib/db/node.ts';
import type { Facts } from '#lib/db/facts.ts';
import { preparedFacts, type Prepared } from '#lib/indicators/prepare.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { viewOf } from '#lib/views/view.ts';
import { readPublished, readWholeBundle } from '../scripts/read-published.ts';

const PUBLISHED = 'data/published';
/** The made-up partnership that has every cube. */
export const STANDARD = 'tests/bundles/standard';

const bundles = new Map<string, Promise<Bundle>>();
const encoded = new Map<string, Promise<Prepared>>();
const opened = new Map<string, Promise<Facts>>();

function once<Made>(
  made: Map<string, Promise<Made>>,
  folder: string,
  make: (folder: string) => Promise<Made>
): Promise<Made> {
  const standing = made.get(folder) ?? make(folder);
  made.set(folder, standing);
  return standing;
}

export const sharedBundle = (folder = PUBLISHED): Promise<Bundle> => once(bundles, folder, readWholeBundle);

export const sharedPrepared = (folder = PUBLISHED): Promise<Prepared> =>
  once(encoded, folder, () =>
    readPublished(folder, (bundle) => void bundles.set(folder, Promise.resolve(bundle)))
  );

/** The same question of figures that never change has the same answer: many files ask for the same pages. */
export function remembering(facts: Facts): Facts {
  const answers = new Map<string, ReturnType<Facts['query']>>();
  return {
    ...facts,
    query: (sql, cubes) => {
      const answer = answers.get(sql) ?? facts.query(sql, cubes);
      answers.set(sql, answer);
      return answer;
    }
  };
}

export const sharedFacts = (folder = PUBLISHED): Promise<Facts> =>
  once(opened, folder, async () =>
    remembering(await preparedFacts(await sharedPrepared(folder), openDatabase))
  );

const pages = new WeakMap<Facts, Map<string, Promise<ViewModel>>>();

async function madeOf(facts: Facts, place: ViewPlace): Promise<ViewModel> {
  const model = await viewOf(facts, place);
  if ('unanswerable' in model) throw new Error(model.unanswerable);
  return model;
}

/** A page that must exist, made once of the same figures. */
export function pageOf(facts: Facts, area: string, rest: Partial<ViewPlace> = {}): Promise<ViewModel> {
  const theirs = pages.get(facts) ?? new Map<string, Promise<ViewModel>>();
  pages.set(facts, theirs);
  const place: ViewPlace = { page: 'view', view: 'overview', area, ...rest };
  return once(theirs, JSON.stringify(place), () => madeOf(facts, place));
}

/** Every word of a page, as one text. */
export function wordsOf(model: ViewModel): string {
  return [
    model.headline.text,
    ...model.notices,
    ...model.slots.flatMap((slot) => [
      ...slot.statements.map((statement) => statement.text),
      ...slot.figures.flatMap((figure) => [figure.label, figure.text, figure.unit, figure.certainty ?? '']),
      ...slot.charts.flatMap((chart) => [chart.title, chart.subtitle, chart.description])
    ]),
    ...model.questions.flatMap((question) => [question.ask, question.because])
  ].join('\n');
}

/** The published figures, encoded and opened in Node: shared by tests that ask them questions. */
import { openDatabase } from '#lib/db/node.ts';
import type { Facts } from '#lib/db/facts.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { viewOf } from '#lib/views/view.ts';
import { readPublished } from '../scripts/read-published.ts';

export async function openPublished(): Promise<Facts> {
  return preparedFacts(await readPublished(), openDatabase);
}

/** A page that must exist. */
export async function pageOf(facts: Facts, area: string, rest: Partial<ViewPlace> = {}): Promise<ViewModel> {
  const model = await viewOf(facts, { page: 'view', view: 'overview', area, ...rest });
  if ('unanswerable' in model) throw new Error(model.unanswerable);
  return model;
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

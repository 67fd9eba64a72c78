/** What the partnership itself counts of its audits: rounds held, and actions finished on time. */
import { partnershipAbove } from '#lib/domain/area.ts';
import { isKnown } from '#lib/domain/cell.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { valueSentence } from '#lib/words/figure.ts';
import { sourceOf } from '#lib/words/audits/benchmarks.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { elsewhereNotes } from './beside-slot.ts';
import { standardNotes } from './notes.ts';

/** Made when they are asked for, so that notes are numbered in the order of the page. */
export interface BoardFigures {
  readonly held: () => readonly Statement[];
  readonly actions: () => readonly Statement[];
}

/** Of this area where it has a figure, else for the whole of its partnership, and said so. */
export async function boardFigures(context: Context): Promise<BoardFigures> {
  const [held, actions] = [context.indicator('audits-held-count'), context.indicator('audit-actions-share')];
  const answers = await context.reading.answers([held, actions]);
  const { area, catalogue } = context;
  const partnership = partnershipAbove(area, catalogue.manifest.areas);
  const whole = partnership ? ` For the whole of ${partnership.name}.` : '';
  const statement = (answer: Answer, more: string): Statement => ({
    text: `${valueSentence(answer)}${more}`,
    mark: answer.indicator.mark,
    indicator: answer.indicator.id,
    notes: standardNotes(context, answer.indicator, answer.area)
  });
  return {
    actions: () => {
      const own = answers(actions);
      if (isKnown(own.value)) return [statement(own, '')];
      const theirs = partnership && answers(actions, partnership.id);
      return theirs && isKnown(theirs.value) ? [statement(theirs, whole)] : [];
    },
    held: () => {
      const answer = answers(held);
      if (!isKnown(answer.value)) return [];
      const [found] = held.benchmarks;
      const made = statement(answer, `${whole}${found ? ` ${found.says} (${sourceOf(found)})` : ''}`);
      return [{ ...made, notes: [...(made.notes ?? []), ...elsewhereNotes(context, found ? [held] : [])] }];
    }
  };
}

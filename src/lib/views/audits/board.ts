/** What the partnership itself counts of its audits: rounds held, and actions finished on time. */
import { isKnown } from '#lib/domain/cell.ts';
import { valueSentence } from '#lib/words/figure.ts';
import { sourceOf } from '#lib/words/audits/benchmarks.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { elsewhereNotes } from './beside-slot.ts';
import { standardNotes } from './notes.ts';

export interface BoardFigures {
  readonly held: readonly Statement[];
  readonly actions: readonly Statement[];
}

/** Of this area where it has a figure, else for the whole of its partnership, and said so. */
export async function boardFigures(context: Context): Promise<BoardFigures> {
  const [held, actions] = [context.indicator('audits-held-count'), context.indicator('audit-actions-share')];
  const answers = await context.reading.answers([held, actions]);
  const { area, catalogue } = context;
  const partnership = catalogue.manifest.areas.find(
    ({ id, kind }) => id === area.parent && kind === 'partnership'
  );
  const told = (indicator: typeof held): readonly Statement[] => {
    const own = answers(indicator);
    const theirs = partnership && !isKnown(own.value) ? answers(indicator, partnership.id) : undefined;
    const [answer, whose] =
      theirs && isKnown(theirs.value) ? [theirs, ` For the whole of ${partnership?.name ?? ''}.`] : [own, ''];
    if (!isKnown(answer.value)) return [];
    return [
      {
        text: `${valueSentence(answer)}${whose}`,
        mark: indicator.mark,
        indicator: indicator.id,
        notes: standardNotes(context, indicator, answer.area)
      }
    ];
  };
  const [found] = held.benchmarks;
  const heldHere = isKnown(answers(held).value) ? told(held) : [];
  return {
    actions: told(actions),
    held: heldHere.map((statement) => ({
      ...statement,
      text: `${statement.text}${partnership ? ` For the whole of ${partnership.name}.` : ''}${
        found ? ` ${found.says} (${sourceOf(found)})` : ''
      }`,
      notes: [...(statement.notes ?? []), ...(found ? elsewhereNotes(context, [held]) : [])]
    }))
  };
}

/** The first words of the page. */
import { isKnown } from '#lib/domain/cell.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { toolHeadline, verdictHeadline } from '#lib/words/strategy/headline.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { byVerdict, type JudgedHere } from './judging.ts';
import { nameOf } from './outcomes-slot.ts';
import { outcomeSentence, outcomesHeld } from './published-slot.ts';
import { sideStatement, sidesOf, TOOL_ROLES } from './tool-slot.ts';
import { heldBy, type Answers } from './whose.ts';

/** The clearest verdict and the use of the tool; without either, the outcome that is known; that no date is loaded last. */
export function headlineOf(
  context: Context,
  answers: Answers,
  judged: readonly JudgedHere[],
  dated: boolean
): Statement {
  const { period } = context;
  const [first] = byVerdict(judged.filter(({ named }) => named));
  const verdict =
    first &&
    verdictHeadline(
      { ...first.held.indicator, name: nameOf(context, first.held) },
      first.verdict,
      first.milestone.date,
      areaInSentence(context.england)
    );
  const tool = heldBy(context, answers, context.indicator(TOOL_ROLES[0]));
  const used = tool && toolHeadline(tool.at(period), tool.whole ? tool.area.name : undefined);
  const [side] = used
    ? []
    : sidesOf(
        context,
        answers,
        TOOL_ROLES.map((role) => context.indicator(role))
      );
  const beside = side && sideStatement(context, side.of);
  const said = [verdict, used ?? beside?.text].filter((text) => text !== undefined);
  if (said.length > 0)
    return {
      text: said.join(' '),
      mark: (verdict ? first?.held.indicator.mark : (tool?.indicator.mark ?? beside?.mark)) ?? 'neglect'
    };
  const [outcome] = outcomesHeld(context, answers).filter(({ at }) => isKnown(at(period).value));
  const none = dated
    ? ''
    : ` No strategy date is loaded for ${areaInSentence(context.area)}, so nothing can be credited to one.`;
  if (outcome)
    return {
      text: `${outcomeSentence(context, outcome)}${none}`,
      mark: outcome.indicator.mark,
      indicator: outcome.indicator.id
    };
  const [withheld] = outcomesHeld(context, answers);
  return {
    text: `${withheld ? outcomeSentence(context, withheld) : 'No figure of the outcomes of a strategy is loaded here.'}${none}`,
    ...(withheld ? { mark: withheld.indicator.mark } : {})
  };
}

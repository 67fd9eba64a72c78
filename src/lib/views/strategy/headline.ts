/** The first words of the page. */
import { isKnown } from '#lib/domain/cell.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { toolHeadline, toolSides, verdictHeadline, type ToolUse } from '#lib/words/strategy/headline.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { countryName } from '../setting.ts';
import { byVerdict, type JudgedHere } from './judging.ts';
import { laterText } from './milestones.ts';
import { outcomeSentence, outcomesHeld } from './published-slot.ts';
import { commonMark } from './share-panels.ts';
import { sidesOf, TOOL_ROLES } from './tool-slot.ts';
import { heldBy, withWhose, type Answers, type Held } from './whose.ts';

/** The use of the tool and the clearest verdict; without either, the outcome that is known; that no date is loaded last. */
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
      withWhose(context, first.held),
      first.verdict,
      first.milestone.date,
      countryName(context.england)
    );
  const indicator = context.indicator(TOOL_ROLES[0]);
  const tool = heldBy(context, answers, indicator);
  const useOf = (held: Held): ToolUse => {
    const first = held.years[0];
    return {
      latest: held.at(period),
      ...(first && first !== period ? { first: { answer: held.at(first), year: first.end.slice(0, 4) } } : {})
    };
  };
  const used = tool && toolHeadline(useOf(tool), tool.whole ? tool.area.name : undefined);
  const [side] = used ? [] : sidesOf(context, answers, [indicator]);
  const beside =
    side &&
    toolSides(
      indicator.name,
      side.of.map((held) => ({ name: held.area.name, use: useOf(held) }))
    );
  const said = [used ?? beside, verdict].filter((text) => text !== undefined);
  if (said.length > 0)
    return {
      text: said.join(' '),
      mark: commonMark([
        ...(verdict && first ? [first.held.indicator] : []),
        ...((used ?? beside) ? [indicator] : [])
      ])
    };
  const [outcome] = outcomesHeld(context, answers).filter(({ at }) => isKnown(at(period).value));
  const none = dated
    ? ''
    : ` ${laterText(context) ?? `No strategy date is loaded for ${areaInSentence(context.area)}, so nothing can be credited to one.`}`;
  if (outcome)
    return {
      text: `${outcomeSentence(context, outcome)}${none}`,
      mark: outcome.indicator.mark,
      indicator: outcome.indicator.id
    };
  const [withheld] = outcomesHeld(context, answers);
  return {
    text: `${withheld ? outcomeSentence(context, withheld) : 'No figure of the outcomes of a strategy is loaded here for this date.'}${none}`,
    ...(withheld ? { mark: withheld.indicator.mark } : {})
  };
}

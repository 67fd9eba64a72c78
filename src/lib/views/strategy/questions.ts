/** At most three questions, each raised by a named figure or a named absence. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords, monthInWords } from '#lib/domain/dates.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { documentName } from '#lib/words/strategy/set-out.ts';
import { judgedSentence } from '#lib/words/strategy/verdict.ts';
import { firstToLatest, wholeOf } from '#lib/words/strategy/evidence.ts';
import type { Context } from '../context.ts';
import { MOST_QUESTIONS, type Question } from '../model.ts';
import { countryName } from '../setting.ts';
import { byVerdict, type JudgedHere } from './judging.ts';
import { documentsOf, laterText } from './milestones.ts';
import { TOOL_ROLES } from './tool-slot.ts';
import { heldBy, whoseOf, withWhose, type Answers } from './whose.ts';

function aboutVerdict(context: Context, judged: readonly JudgedHere[]): readonly Question[] {
  const country = countryName(context.england);
  const because = (each: JudgedHere) => judgedSentence(withWhose(context, each.held), each, country);
  const where = ({ held }: JudgedHere) => {
    const whose = whoseOf(context, held);
    return whose === undefined ? 'here' : `in ${whose}`;
  };
  const first = (which: string) =>
    byVerdict(judged.filter(({ named }) => named)).find(({ verdict }) => verdict.verdict === which);
  const [more, alike, recoded] = [first('more'), first('with'), first('redefined')];
  return [
    ...(more
      ? [
          {
            id: 'what-else',
            ask: `What else changed ${where(more)} around ${monthInWords(more.milestone.date)} that could have done this?`,
            because: because(more),
            who: 'The lead for the strategy, with the head of the service it changed.',
            evidence: 'A sample of records from before and after, read without knowing which is which.'
          }
        ]
      : []),
    ...(alike
      ? [
          {
            id: 'expected',
            ask: `What should have changed ${where(alike)} and not elsewhere, and by when?`,
            because: because(alike),
            who: 'The lead for the strategy.',
            evidence: 'One figure, named before the next milestone, that only this work would move.'
          }
        ]
      : []),
    ...(recoded
      ? [
          {
            id: 'recoding',
            ask: 'Which figure that was not recoded could show whether this changed?',
            because: because(recoded),
            who: 'Chairs of child protection conferences, with the performance lead.',
            evidence: 'A count of plans with neglect anywhere in the record, the same way before and after.'
          }
        ]
      : [])
  ];
}

function aboutTool(context: Context, answers: Answers): readonly Question[] {
  const indicator = context.indicator(TOOL_ROLES[0]);
  const held = heldBy(context, answers, indicator);
  const [asked] = indicator.questions;
  if (!held || !asked || !isKnown(held.at(context.period).value)) return [];
  const first = held.years[0];
  const said = firstToLatest(
    held.at(context.period),
    first && first !== context.period ? held.at(first) : undefined,
    first?.end.slice(0, 4) ?? ''
  );
  return [
    {
      id: 'tool',
      ask: asked.ask,
      because: held.whole ? wholeOf(held.area.name, said) : said,
      who: `${asked.who}.`,
      evidence: `${asked.settles}.`
    }
  ];
}

function aboutDocuments(context: Context): readonly Question[] {
  const { end } = context.period;
  const late = documentsOf(context).find(
    ({ review_due: due }) => due !== undefined && due !== '' && due < end
  );
  if (!late?.review_due) return [];
  return [
    {
      id: 'document',
      ask: `Who reviews it, and when: ${documentName(late.document).toLowerCase()}?`,
      because: `Its review was due by ${dateInWords(late.review_due)}.`,
      who: 'The chair of the partnership.',
      evidence: 'A date for the review, and what will be changed in it.'
    }
  ];
}

function aboutDates(context: Context): Question {
  return {
    id: 'dates',
    ask: 'When did our neglect strategy begin, and which figures was it meant to move?',
    because: `No strategy date is loaded for ${areaInSentence(context.area)}.`,
    who: 'The chair of the partnership.',
    evidence: 'The dates of the strategy, with the figures named in it, in the list of milestones.'
  };
}

export function strategyQuestions(
  context: Context,
  answers: Answers,
  judged: readonly JudgedHere[],
  dated: boolean
): readonly Question[] {
  return [
    ...aboutVerdict(context, judged),
    ...(dated || laterText(context) !== undefined ? [] : [aboutDates(context)]),
    ...aboutTool(context, answers),
    ...aboutDocuments(context)
  ].slice(0, MOST_QUESTIONS);
}

/** At most three questions, each raised by a figure of the page or by a named absence. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { bareCounts } from '#lib/words/audits/findings.ts';
import { standingAt, standingText } from '#lib/words/audits/actions.ts';
import { differenceText } from '#lib/words/audits/rounds.ts';
import { lowerFirst, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { MOST_QUESTIONS, type Question } from '../model.ts';
import type { Evidence } from './evidence.ts';
import { byStrength, changeOf, namedIn } from './found-words.ts';
import type { Log } from './log.ts';
import type { Judged, Pair, Verdict } from './verdict.ts';

const ended = (text: string) => `${text}.`.replace(/\.\.$/, '.');

/** The first question that a standard always raises, because of what is given here. */
export function standardQuestion(indicator: PlacedIndicator, because: string): Question | undefined {
  const [first] = indicator.questions;
  return (
    first && {
      id: `standard-${indicator.id.toLowerCase()}`,
      ask: first.ask,
      because,
      who: ended(first.who),
      evidence: ended(first.settles)
    }
  );
}

function changeQuestion(pair: Pair): Question | undefined {
  const change = changeOf(pair);
  const { standard, to, from } = pair;
  return (
    change &&
    standardQuestion(
      standard.indicator,
      `${standard.label}: ${bareCounts(change.to)} in ${to.round.label}, ${bareCounts(change.from)} in ${from.round.label}.`
    )
  );
}

function keptQuestion(pair: Pair | undefined, { latest }: Judged): Question | undefined {
  const change = pair && changeOf(pair);
  return change
    ? {
        id: 'kept',
        ask: `What was done that made “${lowerFirst(change.label)}” better, and will it last?`,
        because: `It rose to ${bareCounts(change.to)} from ${bareCounts(change.from)}.`,
        who: 'The lead for quality assurance, with the teams whose work was read.',
        evidence: `What teams changed before ${latest.label}, and the same standard in the next round, drawn the same way.`
      }
    : undefined;
}

function overdueQuestion({ actions, logged }: Log, reckonedOn: string): Question | undefined {
  const [first] = actions.filter((action) => standingAt(action, reckonedOn, logged) === 'overdue');
  return (
    first && {
      id: 'overdue',
      ask: `What stands in the way of this action: “${lowerFirst(first.action)}”?`,
      because: `It was due ${dateInWords(first.due)}. ${standingText(first, reckonedOn, logged)}.`,
      reckonedOn,
      who: `${sentence(first.owner_role)}.`,
      evidence: 'What has been done, what is left, and a new date with a name to it.'
    }
  );
}

function sameWayQuestion(verdict: Verdict): Question | undefined {
  return verdict.kind === 'notComparable'
    ? {
        id: 'same-way',
        ask: 'Can the next round be held in the same way as an earlier one?',
        because: `The last two are not comparable: ${differenceText(verdict.differ)}.`,
        who: 'The audit group and its chair.',
        evidence:
          'A round drawn at random from the same families as before, judged by the same questions and grades.'
      }
    : undefined;
}

function moreQuestion(verdict: Verdict): Question | undefined {
  return verdict.kind === 'few'
    ? {
        id: 'more',
        ask: 'Could rounds be put together, or held with a neighbour, so that they can tell something?',
        because: `The last round read ${number(verdict.read)}, too few for a conclusion.`,
        who: 'The audit group, with those of neighbouring areas.',
        evidence: 'Two or three rounds drawn in the same way and counted as one, or a round held together.'
      }
    : undefined;
}

function weakestQuestion(evidence: Evidence, { latest }: Judged): Question | undefined {
  const [weakest] = byStrength(evidence, latest);
  const named = weakest && namedIn(weakest, latest);
  return (
    named &&
    standardQuestion(
      weakest.indicator,
      `${weakest.label}: ${bareCounts(named.counts)} in ${latest.label}, the weakest of all standards${named.fewerIsBetter ? ', where fewer is better' : ''}.`
    )
  );
}

/** What worsened first, then what cannot be told, then what is late, then what went well, then what is weakest. */
export function auditQuestions(
  context: Context,
  evidence: Evidence,
  verdict: Exclude<Verdict, { kind: 'nothing' }>,
  log: Log
): readonly Question[] {
  const { judged } = verdict;
  const changed = verdict.kind === 'changed' ? verdict : undefined;
  const made = [
    ...(changed?.worse.slice(0, 1) ?? []).map(changeQuestion),
    sameWayQuestion(verdict),
    moreQuestion(verdict),
    overdueQuestion(log, context.reckonedOn),
    keptQuestion(changed?.better[0], judged),
    weakestQuestion(evidence, judged)
  ].flatMap((question) => question ?? []);
  return made
    .filter(({ id }, index) => made.findIndex((each) => each.id === id) === index)
    .slice(0, MOST_QUESTIONS);
}

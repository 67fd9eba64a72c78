/** At most three questions for the meeting, each raised by a figure of this area or by one that is not there. */
import { isKnown } from '#lib/domain/cell.ts';
import { noCodeSentence, noneRecordedSentence } from '#lib/words/agencies/states.ts';
import { notInNeedMovedSentence, referralsMovedSentence } from '#lib/words/agencies/front-door.ts';
import { apartSentence } from '#lib/words/agencies/refers.ts';
import { certaintyText } from '#lib/words/compare.ts';
import { cellText, listed } from '#lib/words/number.ts';
import { changeOf } from '../changes.ts';
import type { Context } from '../context.ts';
import { MOST_QUESTIONS, type Question } from '../model.ts';
import type { Asked } from './asked.ts';
import { spanOf, type NoneRecorded } from './none-recorded.ts';
import { apartFromEngland } from './who-refers.ts';
import { hereNow } from './sources.ts';
import { countryName } from '../setting.ts';

type Rule = (context: Context, asked: Asked, found: NoneRecorded) => Question | undefined;

/** A question that an indicator always asks, raised here by a figure. */
function fromIndicator(
  context: Context,
  role: string,
  at: number,
  id: string,
  because: string
): Question | undefined {
  const asked = context.indicator(role).questions[at];
  return asked
    ? { id, ask: asked.ask, because, who: `${asked.who}.`, evidence: `${asked.settles}.` }
    : undefined;
}

const noneCame: Rule = (_context, _asked, found) =>
  found.none.length === 0
    ? undefined
    : {
        id: 'none-recorded',
        ask: `Has nobody from ${listed(found.none, 'or')} been worried about a child, or was it not written down?`,
        because: noneRecordedSentence(spanOf(found), found.none, found.contacts),
        who: 'The front door manager and the leads for safeguarding of these services.',
        evidence:
          'A hand count of one month at the front door, and what each service logged of its own worries and calls for advice.'
      };

const noCode: Rule = (context, asked, found) =>
  found.noCode.length === 0 || context.area.kind === 'country'
    ? undefined
    : fromIndicator(
        context,
        'referrals-source-outcomes',
        1,
        'no-code',
        noCodeSentence(found.noCode, asked.detail === undefined)
      );

const notExpected: Rule = (context, _asked, found) =>
  found.notExpected.length === 0
    ? undefined
    : fromIndicator(
        context,
        'referrals-source-outcomes',
        1,
        'not-expected',
        `${context.area.name} has no figures for ${listed(found.notExpected)} by name.`
      );

const whatCounts: Rule = (context) => {
  const { previous } = context;
  const change = changeOf(context, 'referrals-rate');
  if (!previous || !change || change.verdict?.unusual !== true) return undefined;
  const { from, to } = change;
  if (!isKnown(from.numerator) || !isKnown(to.numerator)) return undefined;
  const [before, after] = [
    context.result('referrals-not-in-need-share', context.area.id, previous).value,
    context.result('referrals-not-in-need-share').value
  ];
  const moved = referralsMovedSentence(
    previous.label,
    { from: from.numerator.value, to: to.numerator.value },
    change.verdict
  );
  const need =
    isKnown(before) && isKnown(after)
      ? ` ${notInNeedMovedSentence({ from: before.value, to: after.value })}`
      : '';
  return fromIndicator(context, 'referrals-rate', 0, 'what-counts', `${moved}${need}`);
};

const notInNeed: Rule = (context) => {
  const role = 'referrals-not-in-need-share';
  const result = context.result(role);
  const [national] = context.benchmarks(role).slice(-1);
  const comparison = national && context.compareWith(result, national);
  if (!national || comparison?.certainty !== 'clearly' || comparison.direction !== 'higher') return undefined;
  return fromIndicator(
    context,
    role,
    0,
    'not-in-need',
    `${cellText(result.value, 1)}% of referrals were assessed and found not in need, ${certaintyText(comparison, countryName(context.england))} (${cellText(national.value, 1)}%).`
  );
};

const farBelow: Rule = (context, asked) => {
  const all = hereNow(context, asked.all);
  if (!all || context.area.kind === 'country') return undefined;
  const because = apartSentence(
    'below',
    apartFromEngland(context, all, 'lower'),
    countryName(context.england)
  );
  return because === undefined
    ? undefined
    : fromIndicator(
        context,
        'referrals-source-outcomes',
        0,
        'few-from',
        `Referrals for every reason, per 10,000 children. ${because}`
      );
};

const RULES: readonly Rule[] = [noneCame, whatCounts, notInNeed, farBelow, noCode, notExpected];

/** The questions whose figures raise them, in order, at most three. */
export function questions(context: Context, asked: Asked, found: NoneRecorded): readonly Question[] {
  return RULES.flatMap((rule) => rule(context, asked, found) ?? []).slice(0, MOST_QUESTIONS);
}

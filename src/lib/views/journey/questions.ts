/** Questions that children’s journeys raise, each by a named figure or a named absence. */
import type { Area } from '#lib/domain/area.ts';
import { isKnown } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { NOT_THERE } from '#lib/words/absence.ts';
import { certaintyText } from '#lib/words/compare.ts';
import { shortValue, valueSentence } from '#lib/words/figure.ts';
import { suppliedForWhole } from '#lib/words/locality.ts';
import { listed } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { lackOf, wholeOf } from '../lacking.ts';
import { MOST_QUESTIONS, type Question } from '../model.ts';
import { authoritiesOf } from '../side-by-side.ts';
import { BEFORE, LONG, type HistoriesAt } from './history-cells.ts';
import { partOf } from './history.ts';
import { apart, partsOf, peersOf } from './peers.ts';

/** From this share on, help before is more than a few children’s story. */
const MANY = 0.5;
const RESTARTS = 'help-restarts-share';

/** An indicator’s own first question, with the figure that raises it. */
function asked(context: Context, role: string, because: string): readonly Question[] {
  const { questions, id } = context.indicator(role);
  const [first] = questions;
  return first
    ? [{ id: id.toLowerCase(), ask: first.ask, because, who: `${first.who}.`, evidence: `${first.settles}.` }]
    : [];
}

/** The name of a figure, with whose it is where that is not the area of the page. */
function named(context: Context, area: Area, result: Result): Result {
  const { indicator } = result;
  return area.id === context.area.id
    ? result
    : { ...result, indicator: { ...indicator, name: `${indicator.name} (${area.name})` } };
}

function restarts(context: Context, area: Area): readonly Question[] {
  const result = context.result(RESTARTS, area.id);
  if (!isKnown(result.value)) return [];
  const higher = peersOf({ area, catalogue: context.catalogue }).filter((peer) => {
    const compared = apart(partsOf(result), partsOf(context.result(RESTARTS, peer.id)));
    return compared?.higher === true && compared.sure === 'clearly';
  });
  if (higher.length === 0) return [];
  const beside = higher.map((peer) => {
    const { value, indicator } = context.result(RESTARTS, peer.id);
    return `${peer.name} ${isKnown(value) ? shortValue(indicator, value.value) : ''}`;
  });
  return asked(
    context,
    RESTARTS,
    `${valueSentence(named(context, area, result)).replace(/\.$/, '')}. Beside it: ${listed(beside)}.`
  );
}

function again(context: Context, at: HistoriesAt, area: Area): readonly Question[] {
  const history = at(area.id).find((each) => partOf(each, 'earlier_episodes', BEFORE));
  const before = history && partOf(history, 'earlier_episodes', BEFORE);
  const long = history && partOf(history, 'since_first', LONG);
  if (!before || before.of < 20 || before.n / before.of < MANY) return [];
  const since = long
    ? ` Of the ${String(long.of)}, ${String(long.n)} were first referred more than two years ago.`
    : '';
  const where = area.id === context.area.id ? '' : ` in ${area.name}`;
  return [
    {
      id: 'help-before',
      ask: 'What did we know when help ended the last time, and what would have kept it going?',
      because: `${String(before.n)} of ${String(before.of)} children${where} had help before that ended.${since}`,
      who: 'The head of safeguarding, with the lead for early help.',
      evidence:
        'Ten of these children, from the first referral on: what was tried, why it ended, what brought them back.'
    }
  ];
}

/** A share clearly above England’s. */
function above(context: Context, role: string, area: Area): readonly Question[] {
  const result = context.result(role, area.id);
  const [national] = context.benchmarks(role).slice(-1);
  const comparison = national && context.compareWith(result, national);
  if (
    !national ||
    !isKnown(national.value) ||
    comparison?.certainty !== 'clearly' ||
    comparison.direction !== 'higher'
  )
    return [];
  const { indicator } = result;
  return asked(
    context,
    role,
    `${valueSentence(named(context, area, result)).replace(/\.$/, '')}, ${certaintyText(comparison, national.name)} (${shortValue(indicator, national.value.value)}).`
  );
}

/** What the authority of a locality has is asked about on its own page. */
function because(context: Context, at: HistoriesAt): string {
  const whole = wholeOf(context);
  if (whole && at(whole.id).length > 0) return `That is ${suppliedForWhole(context.area.name, whole.name)}.`;
  const lack = lackOf(context);
  return lack === 'own'
    ? `That is ${NOT_THERE[lack]}.`
    : `These figures hold nothing of it${lack === 'published' ? ', and nobody publishes it' : ''}.`;
}

function absent(context: Context, at: HistoriesAt): readonly Question[] {
  return at().length === 0
    ? [
        {
          id: 'history-unknown',
          ask: 'Of the children on a plan for neglect today, how many have we helped before?',
          because: because(context, at),
          who: 'The performance lead for children’s social care.',
          evidence:
            'A count on one date: earlier episodes none, one, two, three or more; and time since the first referral.'
        }
      ]
    : [];
}

const ABOVE = [
  'plans-repeat-share',
  'referrals-repeat-share',
  'plans-two-years-share',
  'plans-ended-two-years-share'
] as const;

/** In order, at most three. */
export function journeyQuestions(context: Context, at: HistoriesAt): readonly Question[] {
  const { area } = context;
  return [
    ...restarts(context, area),
    ...again(context, at, area),
    ...ABOVE.flatMap((role) => above(context, role, area)),
    ...absent(context, at)
  ].slice(0, MOST_QUESTIONS);
}

/** Those that the figures of a partnership’s authorities raise, history first; one question for all that raise it. */
export function sideQuestions(context: Context, at: HistoriesAt): readonly Question[] {
  const sides = authoritiesOf(context);
  const raised = [
    ...sides.flatMap((area) => again(context, at, area)),
    ...sides.flatMap((area) => restarts(context, area)),
    ...ABOVE.flatMap((role) => sides.flatMap((area) => above(context, role, area))),
    ...(sides.every(({ id }) => at(id).length === 0) ? absent(context, at) : [])
  ];
  return raised
    .filter(({ id }, i) => raised.findIndex((each) => each.id === id) === i)
    .map((question) => ({
      ...question,
      because: raised.flatMap(({ id, because: why }) => (id === question.id ? [why] : [])).join(' ')
    }))
    .slice(0, MOST_QUESTIONS);
}

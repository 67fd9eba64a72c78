/** Our position on one screen, in seven slots always in this order, and every indicator with a figure behind them. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { AGE_ROLES } from './age/counted.ts';
import type { Context } from './context.ts';
import { changeSlot } from './change-slot.ts';
import { recordedPlans, type RecordedPlans } from './hidden/record.ts';
import { neglectFindings } from './findings.ts';
import { hiddenSlotOf } from './hidden-neglect.ts';
import { STOP_START_ROLES } from './journey/stop-start.ts';
import type { Made, ViewMaker } from './maker.ts';
import { MOST_QUESTIONS, type Slot, type Statement } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import { OVERVIEW_SIDES, partnershipHeadline, partnershipRaised, sideSlot } from './overview/partnership.ts';
import { notedOf, type Noted } from './overview/noted.ts';
import { raisedElsewhere } from './overview/raised.ts';
import { partnershipChange } from './overview/partnership-change.ts';
import { scorecardSlot } from './overview/scorecard.ts';
import { onceStatement, unseenOfPartnership, unseenSlot } from './overview/unseen.ts';
import { voiceSlot } from './overview/voice.ts';
import { headline, positionSlot } from './position.ts';
import { mostStriking, together } from './news.ts';
import { questions, ranked } from './questions.ts';
import { LEADING_ROLES } from './roles.ts';
import { authoritiesOf } from './side-by-side.ts';
import { EXTRA_TERMS } from './terms.ts';
import { timeSlot } from './time-return.ts';
import { withoutEmpty } from './without-empty.ts';

const ROLES = [...LEADING_ROLES, ...AGE_ROLES, ...STOP_START_ROLES];

export async function overviewSlots(
  context: Context,
  found: RecordedPlans | undefined,
  noted: Noted
): Promise<readonly Slot[]> {
  const slots = await Promise.all([
    positionSlot(context, 'Position'),
    hiddenSlotOf(context, 'What the category may hide', found),
    namingSlot(context, 'Naming against acting'),
    changeSlot(context, 'What changed unusually'),
    timeSlot(context, 'Time and return'),
    voiceSlot(context),
    unseenSlot(context),
    scorecardSlot(context, noted)
  ]);
  return slots.filter((slot) => slot !== undefined).map(withoutEmpty);
}

/** The page of a partnership: what its authorities and its board supply. */
async function ofPartnership(context: Context): Promise<Made> {
  const [raised, change, voice, unseen, scorecard, ...sides] = await Promise.all([
    partnershipRaised(context),
    partnershipChange(context),
    voiceSlot(context),
    unseenOfPartnership(context),
    scorecardSlot(context),
    ...OVERVIEW_SIDES.map((asked) => sideSlot(context, asked))
  ]);
  return {
    headline: await partnershipHeadline(context, raised),
    slots: [...sides, change, voice, unseen, scorecard].filter((slot) => slot !== undefined),
    questions: questions(raised)
  };
}

function withAudits(slot: Slot, said: Statement | undefined): Slot {
  return slot.id === 'change' && said ? { ...slot, statements: [...slot.statements, said] } : slot;
}

async function ofArea(context: Context): Promise<Made> {
  const found = await recordedPlans(context);
  const [elsewhere, once] = await Promise.all([raisedElsewhere(context), onceStatement(context)]);
  const raised = ranked(context, found, elsewhere.raised);
  const slots = await overviewSlots(context, found, notedOf(elsewhere, raised.slice(0, MOST_QUESTIONS)));
  const news = mostStriking([...raised, ...neglectFindings(context)]);
  const { numerator } = context.result('plans-neglect-rate');
  const hasPlans = isKnown(numerator) || isWithheld(numerator);
  return {
    headline: once && !hasPlans ? together(once, news) : together(headline(context), news ?? once),
    slots: slots.map((slot) => withAudits(slot, elsewhere.audits)),
    questions: questions(raised)
  };
}

export const OVERVIEW: ViewMaker = {
  needs: { roles: ROLES, terms: EXTRA_TERMS, tiers: true },
  make: (context) => (authoritiesOf(context).length > 0 ? ofPartnership(context) : ofArea(context))
};

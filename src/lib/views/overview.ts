/** Our position on one screen, in seven slots always in this order, and every indicator with a figure behind them. */
import { isKnown } from '#lib/domain/cell.ts';
import { moreOnRecord } from '#lib/words/hidden-neglect.ts';
import { AGE_ROLES } from './age/counted.ts';
import type { Context } from './context.ts';
import { changeSlot } from './change-slot.ts';
import { recordedPlans, type RecordedPlans } from './hidden/record.ts';
import { hiddenSlotOf } from './hidden-neglect.ts';
import { STOP_START_ROLES } from './journey/stop-start.ts';
import type { Made, ViewMaker } from './maker.ts';
import type { Slot, Statement } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import {
  OVERVIEW_SIDES,
  partnershipHeadline,
  partnershipQuestions,
  sideSlot
} from './overview/partnership.ts';
import { raisedElsewhere } from './overview/raised.ts';
import { scorecardSlot } from './overview/scorecard.ts';
import { unseenSlot } from './overview/unseen.ts';
import { voiceSlot } from './overview/voice.ts';
import { headline, positionSlot } from './position.ts';
import { questions } from './questions.ts';
import { LEADING_ROLES } from './roles.ts';
import { authoritiesOf } from './side-by-side.ts';
import { EXTRA_TERMS } from './terms.ts';
import { timeSlot } from './time-return.ts';
import { withoutEmpty } from './without-empty.ts';

const ROLES = [...LEADING_ROLES, ...AGE_ROLES, ...STOP_START_ROLES];

/** The position, and how many more have neglect on record behind another category. */
function headlineWith(context: Context, found: RecordedPlans | undefined): Statement {
  const said = headline(context);
  const hidden = found?.own.hidden;
  return hidden &&
    isKnown(hidden) &&
    hidden.value > 0 &&
    isKnown(context.result('plans-neglect-rate').numerator)
    ? { ...said, text: `${said.text} ${moreOnRecord(hidden.value)}` }
    : said;
}

export async function overviewSlots(
  context: Context,
  found: RecordedPlans | undefined
): Promise<readonly Slot[]> {
  const slots = await Promise.all([
    positionSlot(context, 'Position'),
    hiddenSlotOf(context, 'What the category may hide', found),
    namingSlot(context, 'Naming against acting'),
    changeSlot(context, 'What changed unusually'),
    timeSlot(context, 'Time and return'),
    voiceSlot(context),
    unseenSlot(context),
    scorecardSlot(context)
  ]);
  return slots.filter((slot) => slot !== undefined).map(withoutEmpty);
}

/** The page of a partnership: what its authorities and its board supply. */
async function ofPartnership(context: Context): Promise<Made> {
  const [said, questionsRaised, voice, scorecard, ...sides] = await Promise.all([
    partnershipHeadline(context),
    partnershipQuestions(context),
    voiceSlot(context),
    scorecardSlot(context),
    ...OVERVIEW_SIDES.map((asked) => sideSlot(context, asked))
  ]);
  return {
    headline: said,
    slots: [...sides, voice, scorecard].filter((slot) => slot !== undefined),
    questions: questionsRaised
  };
}

async function ofArea(context: Context): Promise<Made> {
  const found = await recordedPlans(context);
  const [slots, raised] = await Promise.all([overviewSlots(context, found), raisedElsewhere(context)]);
  return { headline: headlineWith(context, found), slots, questions: questions(context, found, raised) };
}

export const OVERVIEW: ViewMaker = {
  needs: { roles: ROLES, terms: EXTRA_TERMS },
  make: (context) => (authoritiesOf(context).length > 0 ? ofPartnership(context) : ofArea(context))
};

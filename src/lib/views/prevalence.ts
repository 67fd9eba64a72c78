/** How many children are known to be affected, at each tier, on one date and denominator, and over time? */
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import { moreOnRecord } from '#lib/words/hidden-neglect.ts';
import { cellText, counted } from '#lib/words/number.ts';
import type { Context } from './context.ts';
import { auditedStatement } from './hidden/audited.ts';
import { hiddenParts } from './hidden/parts.ts';
import { recordedPlans, type RecordedPlans } from './hidden/record.ts';
import { hiddenSlotOf } from './hidden-neglect.ts';
import { otherTiersText } from './ladder.ts';
import type { Made, ViewMaker } from './maker.ts';
import type { Slot, Statement } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import { partnershipHeadline, partnershipQuestions, sideSlot } from './overview/partnership.ts';
import { onceStatement } from './overview/unseen.ts';
import { positionSlot } from './position.ts';
import { BESIDE, FORMS, partsSlot } from './prevalence/forms.ts';
import { seriesSlot } from './prevalence/over-time.ts';
import { PREVALENCE_SIDES } from './prevalence/sides.ts';
import { tiersSlot } from './prevalence/tiers-slot.ts';
import { tileMap } from './prevalence/tile-map.ts';
import { whoSlot } from './prevalence/who.ts';
import { questions } from './questions.ts';
import { recordedSlot } from './recorded-neglect.ts';
import { LEADING_ROLES } from './roles.ts';
import { authoritiesOf } from './side-by-side.ts';
import { EXTRA_TERMS } from './terms.ts';
import { withoutEmpty } from './without-empty.ts';

/** What is known at one tier, and that the others are not published. */
export function prevalenceHeadline(context: Context, found?: RecordedPlans, once?: Statement): Statement {
  const { numerator, value } = context.result('plans-neglect-rate');
  const hidden = found?.own.hidden;
  const count = isKnown(numerator)
    ? `${counted(numerator.value, 'child was', 'children were')} on a plan for neglect${isKnown(value) ? `: ${cellText(value, 1)} for every 10,000` : ''}.`
    : `How many children were on a plan for neglect ${absence(numerator.reason)}.`;
  const more =
    isKnown(numerator) && hidden && isKnown(hidden) && hidden.value > 0
      ? ` ${moreOnRecord(hidden.value)}`
      : '';
  return { text: `${count}${more} ${once ? once.text : otherTiersText(context)}`, mark: 'neglect' };
}

/** The three marks with their parts, and what an audit drawn at random adds. */
async function hiddenOf(context: Context, found: RecordedPlans | undefined): Promise<Slot> {
  const slot = hiddenSlotOf(context, 'Hidden neglect', found);
  if (!found) return slot;
  const parts = hiddenParts(context, found);
  const { statement, notSupplied } = await auditedStatement(context, found);
  return {
    ...slot,
    statements: [...slot.statements, ...(statement ? [statement] : [])],
    charts: [...slot.charts, ...(parts ? [parts] : [])],
    ...(notSupplied ? { notSupplied } : {})
  };
}

function positionWithMap(context: Context): Slot {
  const slot = positionSlot(context, 'Children on a plan for neglect', true);
  const map = tileMap(context);
  return map ? { ...slot, charts: [...slot.charts, map] } : slot;
}

export async function prevalenceSlots(
  context: Context,
  found: RecordedPlans | undefined
): Promise<readonly Slot[]> {
  const slots = await Promise.all([
    tiersSlot(context),
    hiddenOf(context, found),
    positionWithMap(context),
    seriesSlot(context),
    recordedSlot(context, 'Recorded neglect'),
    namingSlot(context, 'Naming against acting', false),
    partsSlot(context, 'known-neglect-forms', FORMS),
    partsSlot(context, 'assessments-neglect-beside', BESIDE),
    whoSlot(context)
  ]);
  return slots.map(withoutEmpty);
}

async function ofPartnership(context: Context): Promise<Made> {
  const [headline, raised, ...slots] = await Promise.all([
    partnershipHeadline(context),
    partnershipQuestions(context),
    ...PREVALENCE_SIDES.map((asked) => sideSlot(context, asked))
  ]);
  return { headline, slots: slots.filter((slot) => slot !== undefined), questions: raised };
}

async function ofArea(context: Context): Promise<Made> {
  const [found, once] = await Promise.all([recordedPlans(context), onceStatement(context)]);
  return {
    headline: prevalenceHeadline(context, found, once),
    slots: await prevalenceSlots(context, found),
    questions: questions(context, found)
  };
}

export const PREVALENCE: ViewMaker = {
  needs: { roles: LEADING_ROLES, terms: EXTRA_TERMS },
  make: (context) => (authoritiesOf(context).length > 0 ? ofPartnership(context) : ofArea(context))
};

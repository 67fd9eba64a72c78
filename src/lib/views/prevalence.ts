/** How many children are known to be affected, at each tier, on one date and denominator, and over time? */
import { isKnown } from '#lib/domain/cell.ts';
import { cellText, counted } from '#lib/words/number.ts';
import type { Context } from './context.ts';
import { auditedStatements } from './hidden/audited.ts';
import { neglectFindings } from './findings.ts';
import { hiddenParts } from './hidden/parts.ts';
import { recordedPlans, type RecordedPlans } from './hidden/record.ts';
import { hiddenSlotOf } from './hidden-neglect.ts';
import { otherTiersText } from './ladder.ts';
import type { Made, ViewMaker } from './maker.ts';
import type { Slot, Statement } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import { partnershipHeadline, partnershipRaised, sideSlot } from './overview/partnership.ts';
import { onceStatement } from './overview/unseen.ts';
import { headline as positionHeadline, positionSlot } from './position.ts';
import { BESIDE, FORMS, partsSlot } from './prevalence/forms.ts';
import { seriesSlot } from './prevalence/over-time.ts';
import { PREVALENCE_SIDES } from './prevalence/sides.ts';
import { tiersSlot } from './prevalence/tiers-slot.ts';
import { tileMap } from './prevalence/tile-map.ts';
import { whoSlot } from './prevalence/who.ts';
import { mostStriking, together } from './news.ts';
import { questions, ranked } from './questions.ts';
import { recordedSlot } from './recorded-neglect.ts';
import { LEADING_ROLES } from './roles.ts';
import { authoritiesOf } from './side-by-side.ts';
import { EXTRA_TERMS } from './terms.ts';
import { withoutEmpty } from './without-empty.ts';

/** What is known at one tier, what stands out most, and what is known of the others. */
export function prevalenceHeadline(
  context: Context,
  news: Statement | undefined,
  once: Statement | undefined
): Statement {
  const { numerator, value } = context.result('plans-neglect-rate');
  if (!isKnown(numerator)) return together(once ?? positionHeadline(context), news);
  const rate = isKnown(value) ? `: ${cellText(value, 1)} for every 10,000` : '';
  const count = `${counted(numerator.value, 'child was', 'children were')} on a plan for neglect${rate}.`;
  const elsewhere: Statement = once ?? { text: otherTiersText(context) };
  return together({ text: count, mark: 'neglect' }, ...(once ? [elsewhere, news] : [news, elsewhere]));
}

/** The three marks with their parts, and what an audit drawn at random adds. */
async function hiddenOf(context: Context, found: RecordedPlans | undefined): Promise<Slot> {
  const heading = 'Hidden neglect';
  if (!found) return hiddenSlotOf(context, heading, found);
  const parts = hiddenParts(context, found);
  const { statements, notSupplied, inAll } = await auditedStatements(context, found);
  const slot = hiddenSlotOf(context, heading, found, inAll);
  return {
    ...slot,
    statements: [...slot.statements, ...statements],
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
  const [raised, ...slots] = await Promise.all([
    partnershipRaised(context),
    ...PREVALENCE_SIDES.map((asked) => sideSlot(context, asked))
  ]);
  return {
    headline: await partnershipHeadline(context, raised),
    slots: slots.filter((slot) => slot !== undefined),
    questions: questions(raised)
  };
}

async function ofArea(context: Context): Promise<Made> {
  const [found, once] = await Promise.all([recordedPlans(context), onceStatement(context)]);
  const raised = ranked(context, found);
  return {
    headline: prevalenceHeadline(context, mostStriking([...raised, ...neglectFindings(context)]), once),
    slots: await prevalenceSlots(context, found),
    questions: questions(raised)
  };
}

export const PREVALENCE: ViewMaker = {
  needs: { roles: LEADING_ROLES, terms: EXTRA_TERMS, tiers: true },
  make: (context) => (authoritiesOf(context).length > 0 ? ofPartnership(context) : ofArea(context))
};

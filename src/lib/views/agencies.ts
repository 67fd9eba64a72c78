/** Who refers, with what result, and from whom is none recorded? */
import { ask } from './agencies/asked.ts';
import { contactsSlot } from './agencies/contacts.ts';
import { headline, partnershipHeadline } from './agencies/headline.ts';
import { noneRecorded, noneRecordedSlot } from './agencies/none-recorded.ts';
import { overTimeSlot } from './agencies/over-time.ts';
import { noneSideBySide, saidOfSides, sidesOf } from './agencies/none-side-by-side.ts';
import { partnershipQuestions, resultSideBySide, sourcesSideBySide } from './agencies/partnership.ts';
import { partnersSlot } from './agencies/partners.ts';
import { qualitySlot } from './agencies/quality.ts';
import { questions } from './agencies/questions.ts';
import { resultSlot } from './agencies/result.ts';
import { whoRefersSlot } from './agencies/who-refers.ts';
import type { Context } from './context.ts';
import type { Made, ViewMaker } from './maker.ts';
import type { Slot } from './model.ts';

const ROLES = [
  'referrals-rate',
  'referrals-neglect-rate',
  'referrals-not-in-need-share',
  'contacts-rate',
  'contacts-accepted-share',
  'referrals-nothing-further-share'
] as const;

/** Slots that are there, those with something to say first. */
function inOrder(slots: readonly (Slot | undefined)[]): readonly Slot[] {
  const there = slots.filter((slot) => slot !== undefined);
  const says = ({ statements, charts, tables = [] }: Slot) =>
    statements.length + charts.length + tables.length > 0;
  return [...there.filter(says), ...there.filter((slot) => !says(slot))];
}

async function partnership(context: Context): Promise<Made> {
  const [asked, result] = await Promise.all([ask(context), resultSideBySide(context)]);
  const found = sidesOf(context, asked);
  const said = saidOfSides(asked, found);
  return {
    headline: partnershipHeadline(context, asked, said),
    slots: inOrder([
      noneSideBySide(context, asked, found),
      sourcesSideBySide(context, asked),
      result,
      qualitySlot(context, asked),
      partnersSlot(context, asked)
    ]),
    questions: partnershipQuestions(context, said)
  };
}

async function own(context: Context): Promise<Made> {
  const asked = await ask(context);
  const found = noneRecorded(context, asked);
  const none = noneRecordedSlot(context, asked, found);
  const first = found.none.length > 0 && found.recorded.length > 0;
  return {
    headline: headline(context, asked, found),
    slots: inOrder([
      first ? none : undefined,
      whoRefersSlot(context, asked),
      overTimeSlot(context, asked),
      resultSlot(context, asked),
      contactsSlot(context, asked),
      first ? undefined : none,
      qualitySlot(context, asked),
      partnersSlot(context, asked)
    ]),
    questions: questions(context, asked, found)
  };
}

export const AGENCIES: ViewMaker = {
  needs: { roles: ROLES, terms: [] },
  make: (context) => (context.area.kind === 'partnership' ? partnership(context) : own(context))
};

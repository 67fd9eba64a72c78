/** At which ages is neglect known, and do we see older children? */
import { agesOf } from './age/ages.ts';
import { bandsSlot } from './age/bands-slot.ts';
import { beyondSlot } from './age/beyond-slot.ts';
import { AGE_ROLES } from './age/counted.ts';
import { expectedSlot } from './age/expected-slot.ts';
import { ageHeadline } from './age/headline.ts';
import { olderSlot } from './age/older-slot.ts';
import { agePage, type AgePage } from './age/page.ts';
import { ageQuestions } from './age/questions.ts';
import { sexSlot } from './age/sex-slot.ts';
import { sidesSlot } from './age/sides-slot.ts';
import { tiersSlot } from './age/tiers-slot.ts';
import { timeSlot } from './age/time-slot.ts';
import type { ViewMaker } from './maker.ts';
import type { Slot } from './model.ts';
import { EXTRA_TERMS } from './terms.ts';

function slotsOf(page: AgePage): readonly Slot[] {
  const { lead } = page;
  return [
    lead ? bandsSlot(page, lead) : sidesSlot(page),
    olderSlot(page),
    expectedSlot(page),
    tiersSlot(page),
    timeSlot(page),
    sexSlot(page),
    beyondSlot(page)
  ].filter((slot) => slot !== undefined);
}

export const AGE: ViewMaker = {
  needs: { roles: AGE_ROLES, terms: EXTRA_TERMS, tiers: true },
  make: async (context) => {
    const page = agePage(context, await agesOf(context));
    return { headline: ageHeadline(page), slots: slotsOf(page), questions: ageQuestions(page) };
  }
};

/** Our position on one screen, in seven slots always in this order. */
import type { Context } from './context.ts';
import { changeSlot } from './change-slot.ts';
import { hiddenSlot } from './hidden-neglect.ts';
import type { ViewMaker } from './maker.ts';
import { ladderChart, neglectAtTiers, tierCounts } from './ladder.ts';
import type { Slot } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import { headline, positionSlot } from './position.ts';
import { questions } from './questions.ts';
import { LEADING_ROLES } from './roles.ts';
import { suppliedOr } from './supplied.ts';
import { EXTRA_TERMS } from './terms.ts';
import { timeSlot } from './time-return.ts';

function voiceSlot(context: Context): Slot {
  return {
    id: 'voice',
    heading: 'What children, families and practitioners say',
    figures: [],
    charts: [],
    ...suppliedOr(context, ['voice-share'], {
      what: 'Not supplied. No published figure says what children, families or practitioners think of the help they get.',
      remedy:
        'The partnership’s own surveys and audits can fill this: how many were asked, and how many said yes.'
    })
  };
}

/** Whether figures are loaded that no official statistics hold. */
const hasOwn = ({ catalogue, area }: Context) =>
  catalogue.own?.areas.includes(area.id) === true ||
  catalogue.indicators.some(({ role, supplied }) => role === 'plans-any-neglect-share' && supplied);

function unseenSlot(context: Context): Slot {
  return {
    id: 'unseen',
    heading: 'What we cannot see',
    statements: [...tierCounts(context), ...neglectAtTiers(context)],
    figures: [],
    charts: [ladderChart(context)],
    notSupplied: {
      what: 'Also not published for any authority: neglect by age, neglect by the agency that refers, and what multi-agency audits find.',
      remedy: hasOwn(context)
        ? 'Where your partnership supplied them, the pages of indicators show them.'
        : 'The partnership’s own figures can answer each of these.'
    }
  };
}

export function overviewSlots(context: Context): readonly Slot[] {
  return [
    positionSlot(context, 'Position'),
    hiddenSlot(context, 'What the category may hide'),
    namingSlot(context, 'Naming against acting'),
    changeSlot(context, 'What changed unusually'),
    timeSlot(context, 'Time and return'),
    voiceSlot(context),
    unseenSlot(context)
  ];
}

export const OVERVIEW: ViewMaker = {
  needs: { roles: LEADING_ROLES, terms: EXTRA_TERMS },
  make: (context) => ({
    headline: headline(context),
    slots: overviewSlots(context),
    questions: questions(context)
  })
};

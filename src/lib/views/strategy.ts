/** What has changed since the strategy, here and in similar areas, and can it be credited? */
import { recodingTerms } from '#lib/indicators/recoding.ts';
import type { ViewMaker } from './maker.ts';
import { headlineOf } from './strategy/headline.ts';
import { askedBy, judgedHere } from './strategy/judging.ts';
import { milestonesOf, targetsOf } from './strategy/milestones.ts';
import { outcomeCharts, outcomesSlot } from './strategy/outcomes-slot.ts';
import { ATTENDANCE, ESCALATIONS, PARTNER_ROLES, partnersSlot } from './strategy/partners-slot.ts';
import { CASELOAD, peopleSlot, VOICE_ROLES, WORK_ROLES } from './strategy/people-slot.ts';
import { publishedSlot } from './strategy/published-slot.ts';
import { toSupplySlot } from './strategy/to-supply-slot.ts';
import { movedSlot, quarterly } from './strategy/quarters.ts';
import { strategyQuestions } from './strategy/questions.ts';
import { DOCUMENT_ROLES, setOutSlot } from './strategy/set-out-slot.ts';
import { SIDE_ROLES, sidesSlot } from './strategy/sides-slot.ts';
import { TOOL_ROLES, TOOL_SCORES, toolSlot } from './strategy/tool-slot.ts';

/** Everything the page shows by the part it plays. */
const SHOWN = [
  ...TOOL_ROLES,
  TOOL_SCORES,
  ...WORK_ROLES,
  ...VOICE_ROLES,
  CASELOAD,
  ...PARTNER_ROLES,
  ESCALATIONS,
  ...SIDE_ROLES,
  ...DOCUMENT_ROLES,
  'plans-neglect-rate'
];

export const STRATEGY: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: async (context) => {
    const milestones = milestonesOf(context);
    const dated = milestones.length > 0;
    const named = [...new Set(milestones.flatMap(({ indicators }) => indicators))];
    const asked = [
      ...new Set([
        ...askedBy(context, milestones),
        ...SHOWN.map((role) => context.indicator(role)),
        ...targetsOf(context).map(({ indicator }) => indicator)
      ])
    ];
    const quarters = named.map((indicator) => ({ indicator, tables: quarterly(context, indicator) }));
    const recoded = asked.flatMap((indicator) => {
      const terms = indicator.supplied ? recodingTerms(indicator) : undefined;
      return terms ? [terms.multiple, terms.all] : [];
    });
    const { reading } = context;
    const [answers, cells, byQuarter, domains, agencies, services] = await Promise.all([
      reading.answers(asked),
      reading.cells(recoded),
      reading.answers(quarters.flatMap(({ tables }) => tables)),
      reading.members(context.indicator(TOOL_SCORES), 'domain'),
      reading.members(context.indicator(WORK_ROLES[0]), 'agency'),
      reading.members(context.indicator(ATTENDANCE), 'agency')
    ]);
    const judged = judgedHere(context, milestones, answers, cells);
    return {
      headline: headlineOf(context, answers, judged, dated),
      slots: [
        toolSlot(context, answers, domains),
        ...(dated ? [] : [publishedSlot(context, answers, cells)]),
        setOutSlot(context, milestones, answers),
        outcomesSlot(context, answers, judged),
        movedSlot(
          context,
          judged,
          { placed: quarters, answers: byQuarter },
          outcomeCharts(context, answers, cells, judged)
        ),
        peopleSlot(context, answers, agencies),
        partnersSlot(context, answers, services),
        sidesSlot(context, answers),
        ...(dated ? [] : [toSupplySlot(context, answers, SHOWN)])
      ].filter((slot) => slot !== undefined),
      questions: strategyQuestions(context, answers, judged, dated)
    };
  }
};

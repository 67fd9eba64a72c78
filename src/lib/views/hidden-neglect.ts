/** What the category may hide: neglect among children on a plan that is certain, recorded and possible. */
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import {
  besideHidden,
  cannotTellSentence,
  certainSentence,
  hiddenSentence,
  othersBox,
  type AuditedInAll
} from '#lib/words/hidden-neglect.ts';
import type { Context } from './context.ts';
import { hiddenChart } from './hidden/chart.ts';
import { publishedStatements } from './hidden/published.ts';
import { recordedPlans, type RecordedPlans } from './hidden/record.ts';
import { lackOf } from './lacking.ts';
import type { Slot, Statement } from './model.ts';
import { hasAny, namesAll, plansOf } from './plans-by-category.ts';

export { plansOf, possible } from './plans-by-category.ts';

const boxOf = (context: Context) => ({
  what: othersBox(lackOf(context), namesAll(context, plansOf(context))),
  remedy:
    'An authority’s case system holds it: factor 16A in the assessment that led to the plan, and what the conference recorded.'
});

/** The three marks in words, from the partnership’s own list of plans. */
function recordedStatements({ own, siblings }: RecordedPlans): readonly Statement[] {
  const { total, certain, recorded, possible, cannotTell, others, hidden, indicators } = own;
  const first: Statement =
    isKnown(certain) && isKnown(total)
      ? { text: certainSentence(certain.value, total.value), mark: 'neglect' }
      : {
          text: `How many children on a plan have neglect as the latest category ${absence(isKnown(certain) ? 'notSupplied' : certain.reason)}.`,
          mark: 'neglect'
        };
  const unclear = isKnown(recorded) ? cannotTellSentence(cannotTell, possible) : undefined;
  const beside = besideHidden(
    siblings.map(({ area, plans }) => ({ name: area.name, hidden: plans.hidden, others: plans.others }))
  );
  return [
    first,
    {
      text: hiddenSentence(hidden, others, recorded),
      mark: 'neglect',
      indicator: indicators.hidden
    },
    ...(unclear === undefined ? [] : [{ text: unclear, mark: 'includes' as const }]),
    ...(beside === undefined
      ? []
      : [{ text: beside, mark: 'neglect' as const, indicator: indicators.hidden }])
  ];
}

/** The slot of the Overview, and the first part of that of Prevalence. */
export function hiddenSlotOf(
  context: Context,
  heading: string,
  found: RecordedPlans | undefined,
  audited?: AuditedInAll
): Slot {
  const nothing = !found && !hasAny(context);
  return {
    id: 'hidden-neglect',
    heading,
    statements: found ? recordedStatements(found) : nothing ? [] : publishedStatements(context),
    figures: [],
    charts: nothing ? [] : [hiddenChart(context, found, audited)],
    ...(found ? {} : { notSupplied: boxOf(context) })
  };
}

export async function hiddenSlot(context: Context, heading: string): Promise<Slot> {
  return hiddenSlotOf(context, heading, await recordedPlans(context));
}

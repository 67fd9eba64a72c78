/** Those who do the work and those it is done for: training, confidence, caseloads, and what families say. */
import { isThere } from '#lib/domain/cell.ts';
import { rowTitle } from '#lib/words/strategy/evidence.ts';
import type { Context } from '../context.ts';
import type { Slot } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import { sharePanels, type SharesShown } from './share-panels.ts';
import { heldStatement, sideStatement, sidesOf } from './tool-slot.ts';
import { heldBy, type Answers, type Held } from './whose.ts';

export const WORK_ROLES = [
  'training-coverage-share',
  'confidence-spotting-share',
  'confidence-weighing-share',
  'training-followed-share',
  'training-changed-share',
  'consultation-share'
] as const;
export const VOICE_ROLES = [
  'children-heard-share',
  'parents-heard-share',
  'parents-know-next-share'
] as const;
export const CASELOAD = 'caseload-ratio';

const heldOf = (context: Context, answers: Answers, roles: readonly string[]): readonly Held[] =>
  roles.flatMap((role) => heldBy(context, answers, context.indicator(role)) ?? []);

/** The members of a breakdown of what is held, a row each. */
export function memberPanels(
  context: Context,
  held: Held | undefined,
  breakdown: Breakdown | undefined,
  about: { readonly id: string; readonly subtitle: string }
): SharesShown {
  if (!held || !breakdown) return { facts: [] };
  const rows = breakdown.members.flatMap(({ member, at }) => {
    const years = held.years.filter((year) => {
      const { value } = at(held.area.id, year);
      return isThere(value);
    });
    const row: Held = { ...held, whole: false, years, at: (year) => at(held.area.id, year) };
    return years.length === 0 ? [] : [{ held: row, label: member.name }];
  });
  return sharePanels(context, rows, { ...about, title: rowTitle(held.indicator, held.years, held.at) });
}

/** Undefined where nothing is supplied of either. */
export function peopleSlot(
  context: Context,
  answers: Answers,
  agencies: Breakdown | undefined
): Slot | undefined {
  const work = heldOf(context, answers, WORK_ROLES);
  const voice = heldOf(context, answers, VOICE_ROLES);
  const caseload = heldBy(context, answers, context.indicator(CASELOAD));
  const loads = sidesOf(context, answers, [context.indicator(CASELOAD)]);
  if (work.length + voice.length + loads.length === 0 && !caseload) return undefined;
  const training = work.find(({ indicator }) => indicator.role === WORK_ROLES[0]);
  const byAgency = memberPanels(context, training, agencies, {
    id: 'training-by-agency',
    subtitle: 'Staff with up-to-date training on neglect, by agency'
  });
  const told = [...voice, ...work].filter(({ indicator }) => indicator.mark === 'neglect');
  const elsewhere = work.filter(({ indicator }) => indicator.mark !== 'neglect');
  const lead = told[0];
  const shares = sharePanels(
    context,
    told.filter((each) => each !== training || byAgency.chart === undefined).map((held) => ({ held })),
    {
      id: 'people-neglect',
      title: lead ? rowTitle(lead.indicator, lead.years, lead.at) : '',
      subtitle: 'What children, parents and staff say'
    }
  );
  return {
    id: 'people',
    heading: 'What do staff and families say?',
    statements: [
      ...[...voice.slice(0, 1), ...work.slice(0, 2), ...elsewhere].map((each) =>
        heldStatement(context, each)
      ),
      ...(caseload ? [heldStatement(context, caseload)] : []),
      ...loads.flatMap(({ of }) => sideStatement(context, of) ?? []),
      { text: 'Surveys count those who answered. What the others would have said is not known.' }
    ],
    figures: [],
    charts: [shares.chart, byAgency.chart].filter((chart) => chart !== undefined),
    facts: [...shares.facts, ...byAgency.facts]
  };
}

/** Whether services work together: adult services at meetings, and disagreements raised and settled. */
import { rowTitle } from '#lib/words/strategy/evidence.ts';
import type { Context } from '../context.ts';
import type { Slot } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import { heatByArea } from './evidence-heat.ts';
import { memberPanels } from './people-slot.ts';
import { sharePanels } from './share-panels.ts';
import { heldStatement, sideStatement, sidesOf } from './tool-slot.ts';
import { heldBy, type Answers } from './whose.ts';

export const ATTENDANCE = 'adult-services-attendance-share';
export const PARTNER_ROLES = [ATTENDANCE, 'escalations-settled-share', 'escalation-known-share'] as const;
export const ESCALATIONS = 'escalations-count';

/** Undefined where nothing of it is supplied. */
export function partnersSlot(
  context: Context,
  answers: Answers,
  services: Breakdown | undefined
): Slot | undefined {
  const indicators = PARTNER_ROLES.map((role) => context.indicator(role));
  const held = indicators.flatMap((indicator) => heldBy(context, answers, indicator) ?? []);
  const raised = heldBy(context, answers, context.indicator(ESCALATIONS));
  const sides = context.area.kind === 'partnership' ? sidesOf(context, answers, indicators) : [];
  if (held.length === 0 && sides.length === 0 && !raised) return undefined;
  const attendance = held.find(({ indicator }) => indicator.role === ATTENDANCE);
  const byService = memberPanels(context, attendance, services, {
    id: 'attendance-by-service',
    subtitle: 'Adult services at child protection meetings they were invited to, by service'
  });
  const byArea = heatByArea(context, sides, {
    id: 'partners-by-authority',
    title: 'Services working together, in each authority',
    subtitle: 'Attendance of adult services'
  });
  const settled = held.filter((each) => each !== attendance);
  const drawn = (byService.chart ? settled : held).filter(({ indicator }) => indicator.mark === 'neglect');
  const lead = drawn[0];
  const byYear = sharePanels(
    context,
    drawn.map((each) => ({ held: each })),
    {
      id: 'partners-neglect',
      title: lead ? rowTitle(lead.indicator, lead.years, lead.at) : '',
      subtitle: 'Services working together'
    }
  );
  return {
    id: 'partners',
    heading: 'Do services work together?',
    statements: [
      ...(attendance ? [heldStatement(context, attendance)] : []),
      ...sides.flatMap(({ of }) => sideStatement(context, of) ?? []),
      ...(raised ? [heldStatement(context, raised)] : []),
      ...settled.map((each) => heldStatement(context, each))
    ],
    figures: [],
    charts: [byService.chart, byArea, byYear.chart].filter((chart) => chart !== undefined),
    facts: [...byService.facts, ...byYear.facts]
  };
}

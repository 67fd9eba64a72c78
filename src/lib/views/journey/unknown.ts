/** What these figures do not tell of children’s journeys, and what to supply to know it. */
import { supplySentence } from '#lib/words/figure.ts';
import type { Context } from '../context.ts';
import type { Fact, Slot } from '../model.ts';

export interface Lacking {
  readonly history: boolean;
  readonly movements: boolean;
  /** Roles of indicators without a figure. */
  readonly roles: readonly string[];
}

const HISTORY: Fact = {
  term: 'How often children had help before, and how long ago they were first referred',
  text: 'Your case system holds it: every earlier referral and plan of each child on a plan for neglect today, counted into bands.'
};
const MOVEMENTS: Fact = {
  term: 'How many children step up and step down between early help, a child in need plan and child protection',
  text: 'Within social care your case system holds it. To and from early help, the two systems have to be matched child by child.'
};

const factOf = (context: Context, role: string): Fact => {
  const indicator = context.indicator(role);
  return {
    term: indicator.meant === undefined ? indicator.name : indicator.meant.subtitle,
    text: supplySentence(indicator)
  };
};

/** Undefined where nothing is lacking. */
export function unknownSlot(context: Context, { history, movements, roles }: Lacking): Slot | undefined {
  const facts = [
    ...(history ? [HISTORY] : []),
    ...(movements ? [MOVEMENTS] : []),
    ...roles.map((role) => factOf(context, role))
  ];
  if (facts.length === 0) return undefined;
  return {
    id: 'not-known',
    heading: 'What these figures cannot tell',
    statements: [],
    figures: [],
    charts: [],
    facts
  };
}

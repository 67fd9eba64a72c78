/** What these figures do not tell of children’s journeys, and what to supply to know it. */
import { supplySentence } from '#lib/words/figure.ts';
import { countHereText } from '#lib/words/locality.ts';
import { listed, lowerFirst } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Fact, Slot } from '../model.ts';
import { tiersOf } from '../tiers.ts';

export interface Lacking {
  readonly history: boolean;
  readonly movements: boolean;
  /** Roles of indicators without a figure. */
  readonly roles: readonly string[];
  /** The same of the authority of a locality; absent of any other area. */
  readonly whole?: Lacking & { readonly name: string };
}

const HISTORY: Fact = {
  term: 'How often children had help before, and how long ago they were first referred',
  text: 'An authority’s case system holds it: every earlier referral and plan of each child on a plan for neglect today, counted into bands.'
};
/** Between the tiers that are in use on the date of the page. */
function movementsOf(context: Context): Fact {
  const rungs = tiersOf(context).filter(({ place }) => place === 'rung');
  const { tiers } = context.catalogue.manifest;
  const outside = rungs.filter(({ id }) => tiers.find((tier) => tier.id === id)?.statutory === false);
  const between =
    rungs.length > 1
      ? `between ${listed(rungs.map(({ name }) => lowerFirst(name)))}`
      : 'between tiers of help';
  const matched =
    outside.length > 0
      ? ` To and from ${listed(outside.map(({ name }) => lowerFirst(name)))}, the two systems have to be matched child by child.`
      : '';
  return {
    term: `How many children step up and step down ${between}`,
    text: `Within social care an authority’s case system holds it.${matched}`
  };
}

const factOf = (context: Context, role: string): Fact => {
  const indicator = context.indicator(role);
  return {
    term: indicator.meant === undefined ? indicator.name : indicator.meant.subtitle,
    text: supplySentence(indicator)
  };
};

/** Undefined where nothing is lacking. */
export function unknownSlot(
  context: Context,
  { history, movements, roles, whole }: Lacking
): Slot | undefined {
  /** What the authority has is there to be counted for its locality too. */
  const here = (fact: Fact, lackingThere: boolean | undefined): Fact =>
    whole && lackingThere === false ? { ...fact, text: countHereText(whole.name) } : fact;
  const facts = [
    ...(history ? [here(HISTORY, whole?.history)] : []),
    ...(movements ? [here(movementsOf(context), whole?.movements)] : []),
    ...roles.map((role) => here(factOf(context, role), whole?.roles.includes(role)))
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

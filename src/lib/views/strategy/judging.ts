/** Every figure that a milestone names, and the outcomes of the 2016 strategy, judged beside comparable areas. */
import { partnershipOf, type Area } from '#lib/domain/area.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { comparatorsOf } from '#lib/indicators/comparators.ts';
import { canBeJudged, countedAs, judge, recodedAmong, type Judged } from '#lib/indicators/milestone.ts';
import { multipleShare, recodingTerms } from '#lib/indicators/recoding.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { SET_BY } from '#lib/words/documents.ts';
import type { Context } from '../context.ts';
import { wholeOf } from '../lacking.ts';
import type { Milestone } from './milestones.ts';
import { authoritiesOf, heldBy, yearsUpTo, type Answers, type Held } from './whose.ts';

export interface JudgedHere extends Judged {
  readonly milestone: Milestone;
  readonly held: Held;
  readonly counted: 'stock' | 'flow';
  /** The milestone names it; otherwise it is one of the outcomes of the 2016 strategy. */
  readonly named: boolean;
}

/** The published strategy whose outcomes indicators quote. */
const STRATEGY = 'llr-2016';

/** What that strategy said it should be judged by. */
export function strategyOutcomes({ catalogue }: Context): readonly PlacedIndicator[] {
  return catalogue.indicators.filter(({ quote }) => quote?.source === STRATEGY && quote.place === 'Outcomes');
}

/** Whether that strategy is an area’s own: it is one of those that set it, or a partnership of none but them. */
export function isOfStrategy({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): boolean {
  const isOne = ({ codes }: Area) => codes.some(({ code }) => SET_BY[STRATEGY]?.includes(code));
  if (area.kind !== 'partnership') return isOne(area);
  const members = catalogue.manifest.areas.filter(({ parent }) => parent === area.id);
  return members.length > 0 && members.every(isOne);
}

/** The milestone that outcomes nobody named are set beside: that of a strategy, or else the first. */
export function strategyStart(milestones: readonly Milestone[]): Milestone | undefined {
  return milestones.find(({ what }) => /strategy/i.test(what)) ?? milestones[0];
}

/** Whatever `judgedHere` reads. */
export function askedBy(context: Context, milestones: readonly Milestone[]): readonly PlacedIndicator[] {
  return [...new Set([...milestones.flatMap(({ indicators }) => indicators), ...strategyOutcomes(context)])];
}

interface Pair {
  readonly milestone: Milestone;
  readonly indicator: PlacedIndicator;
  readonly named: boolean;
  /** Whose figure it is, the first that has one. */
  readonly whose: readonly Area[];
}

/** What is judged for an area, or for one authority on the page of its partnership. */
function pairsOf(
  context: Context,
  milestones: readonly Milestone[],
  whose: readonly Area[]
): readonly Pair[] {
  const named = milestones.flatMap((milestone) =>
    milestone.indicators.map((indicator) => ({ milestone, indicator, named: true, whose }))
  );
  const start = strategyStart(milestones);
  const rest = strategyOutcomes(context).filter(
    (indicator) => !named.some((each) => each.indicator === indicator)
  );
  return [
    ...named,
    ...(start ? rest.map((indicator) => ({ milestone: start, indicator, named: false, whose })) : [])
  ];
}

/** A figure stands under the same milestone on the pages of a partnership, its authorities and their localities. */
function allPairs(context: Context, milestones: readonly Milestone[]): readonly Pair[] {
  const { area, catalogue } = context;
  const authority = wholeOf(context) ?? area;
  const partnership = partnershipOf(authority, catalogue.manifest.areas);
  const above = partnership ? [partnership] : [];
  const authorities = authoritiesOf(context);
  if (authorities.length === 0) return pairsOf(context, milestones, [area, authority, ...above]);
  return authorities.flatMap((each) =>
    pairsOf(
      context,
      milestones.filter(({ area: at }) => at === undefined || at.id === each.id),
      [each, ...above]
    )
  );
}

/** Of figures without ranges, and of those that nobody here has, there is nothing to judge. */
export function judgedHere(
  context: Context,
  milestones: readonly Milestone[],
  answers: Answers,
  cells: CellLookup
): readonly JudgedHere[] {
  const { catalogue, england } = context;
  const years = yearsUpTo(context);
  const areaOf = (id: string) => catalogue.manifest.areas.find((each) => each.id === id);
  const told = new Set<string>();
  return allPairs(context, milestones).flatMap(({ milestone, indicator, named, whose }): JudgedHere[] => {
    const held = canBeJudged(indicator) ? heldBy(context, answers, indicator, whose) : undefined;
    if (!held) return [];
    const key = JSON.stringify([milestones.indexOf(milestone), indicator.id, held.area.id]);
    if (told.has(key)) return [];
    told.add(key);
    const counted = countedAs(catalogue.kinds, indicator);
    const terms = recodingTerms(indicator);
    const yearsOf = (area: string) => ({
      at: (year: (typeof years)[number]) => answers(indicator, area, year),
      recoded: (some: typeof years) =>
        terms === undefined
          ? ('none' as const)
          : recodedAmong(
              some.map(({ id }) => multipleShare(cells(terms.multiple, area, id), cells(terms.all, area, id)))
            )
    });
    const comparable = held.area.kind === 'authority';
    const { neighbours } = comparatorsOf(catalogue, held.area);
    const found = judge({
      indicator,
      date: milestone.date,
      counted,
      years,
      own: yearsOf(held.area.id),
      similar: comparable ? neighbours.filter((id) => areaOf(id) !== undefined).map(yearsOf) : [],
      ...(comparable ? { country: yearsOf(england.id) } : {})
    });
    return [{ ...found, milestone, held, counted, named }];
  });
}

/** The clearest first: changed more, changed with the others, no sign, no verdict; those a milestone names before the rest. */
export function byVerdict(judged: readonly JudgedHere[]): readonly JudgedHere[] {
  const order = ['more', 'with', 'noSign', 'redefined', 'tooFew', 'notCompared'];
  const place = ({ named, verdict }: JudgedHere) => (named ? 0 : 10) + order.indexOf(verdict.verdict);
  return [...judged].sort((a, b) => place(a) - place(b));
}

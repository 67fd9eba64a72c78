/** At most three questions for the meeting, each raised by a named figure of this area. */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { multipleShare } from '#lib/indicators/recoding.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { NOT_THERE } from '#lib/words/absence.ts';
import { howUsual } from '#lib/words/change.ts';
import { certaintyText, fewText } from '#lib/words/compare.ts';
import { hiddenHeadline, hiddenSentence, UNTOLD } from '#lib/words/hidden-neglect.ts';
import { cellText, listed, lowerFirst, number } from '#lib/words/number.ts';
import { changes, type Change } from './changes.ts';
import type { Context } from './context.ts';
import type { RecordedPlans } from './hidden/record.ts';
import { plansOf, tellsCombined } from './plans-by-category.ts';
import type { Level } from '#lib/stats/compare.ts';
import { lackOf } from './lacking.ts';
import { hollowTiers } from './ladder.ts';
import { MOST_QUESTIONS, type Question, type Statement } from './model.ts';
import type { Finding } from './news.ts';
import { countryName } from './setting.ts';

/** A ratio this many times England’s, or England’s over it, is worth asking about. */
const FAR = 1.5;
/** Share of plans in “multiple” from which it may hide much. */
const MUCH_MULTIPLE = 10;
/** Share of plans in other categories with neglect on record from which the category hides much. */
const MUCH_HIDDEN = 25;
/** A change is unusual that so many of a hundred authorities see, or fewer. */
const UNUSUAL_IN = 10;
/** What nobody publishes is asked about after every figure that stands out. */
const UNSEEN = 0.5;

/** Fewer assessments than this raise no question about how they record. */
const ENOUGH_ASSESSMENTS = 50;

/**
 * A question that a figure raises, and how much the figure stands out: 1 where it just does enough to be asked about,
 * 2 where it is twice as far from the usual.
 */
export interface Raised extends Finding {
  readonly question: Question;
  /** Ids of the indicators whose figures raised it. */
  readonly about?: readonly string[];
}

type Rule = (context: Context) => Raised | undefined;

/** Nothing stands out so far that all else stops counting. */
const FURTHEST = 3;
const raised = (
  weight: number,
  { id }: Pick<PlacedIndicator, 'id'> | { readonly id?: never },
  question: Question,
  says?: Statement
): Raised => ({
  question,
  weight: Math.min(FURTHEST, weight),
  ...(id === undefined ? {} : { about: [id] }),
  ...(says ? { says } : {})
});

const england = (context: Context, indicator: string) => context.result(indicator, context.england.id).value;

/** `Assessments recorded neglect 26.8 times for every 10,000 children, England 69.5; four of the other 149 authorities are lower.` */
export function recordedSays(context: Context, level: Level): Statement {
  const { value, indicator } = context.result('assessments-neglect-rate');
  return {
    text: `Assessments recorded neglect ${cellText(value, 1)} times for every 10,000 children, against ${cellText(england(context, 'assessments-neglect-rate'), 1)} in ${countryName(context.england)}; ${fewText(level)}.`,
    mark: indicator.mark
  };
}

const fewAssessments: Rule = (context) => {
  const result = context.result('assessments-neglect-rate');
  const level = context.level(result);
  const national = england(context, 'assessments-neglect-rate');
  const { denominator } = context.result('assessments-neglect-share');
  const enough = isKnown(denominator) && denominator.value >= ENOUGH_ASSESSMENTS;
  if (!enough || !level || level.lower > level.of / 10 || !isKnown(national)) return undefined;
  return raised(
    isKnown(result.value) && result.value.value > 0 ? national.value / result.value.value / FAR : FURTHEST,
    result.indicator,
    {
      id: 'few-assessments',
      ask: 'Do assessments record neglect when practitioners see it?',
      because: `Neglect was recorded in ${cellText(result.value, 1)} assessments for every 10,000 children; ${fewText(level)}. ${countryName(context.england)} has ${cellText(national, 1)}.`,
      who: 'The principal social worker and the lead for assessment.',
      evidence:
        'Twenty assessments drawn at random, read by two agencies: in how many is neglect described, and in how many recorded?'
    },
    recordedSays(context, level)
  );
};

const namedNotActed: Rule = (context) => {
  const { value, denominator, indicator } = context.result('naming-acting');
  const national = england(context, 'naming-acting');
  if (
    context.area.kind === 'country' ||
    !isKnown(value) ||
    !isKnown(national) ||
    value.value < national.value * FAR
  )
    return undefined;
  const country = countryName(context.england);
  const text = (join: string) =>
    `${cellText(value, 1)} assessments recorded neglect for each new plan for neglect${join}`;
  const enough = isKnown(denominator) && denominator.value >= PERCENTAGE_NEEDS;
  return raised(
    value.value / national.value / FAR,
    indicator,
    {
      id: 'named-not-acted',
      ask: 'When an assessment records neglect and no plan starts for it, what happens next?',
      because: `${text('.')} ${country} has ${cellText(national, 1)}.`,
      who: 'The head of service for child protection and conference chairs.',
      evidence:
        'For last year’s assessments that recorded neglect: how many led to early help, a child in need plan, a plan in another category, or nothing.'
    },
    enough
      ? { text: `${text(`, against ${cellText(national, 1)} in ${country}`)}.`, mark: 'neglect' }
      : undefined
  );
};

const otherCategory: Rule = (context) => {
  const neglect = context.result('plans-neglect-rate');
  const all = context.result('plans-rate');
  const [national] = context.benchmarks('plans-neglect-rate').slice(-1);
  const [nationalAll] = context.benchmarks('plans-rate').slice(-1);
  if (!national || !nationalAll) return undefined;
  const low = context.compareWith(neglect, national);
  const allLow = context.compareWith(all, nationalAll);
  const clearly = (c: typeof low) => c?.certainty === 'clearly' && c.direction === 'lower';
  if (!low || !clearly(low) || !allLow || clearly(allLow)) return undefined;
  return raised(
    isKnown(neglect.value) && isKnown(national.value) && neglect.value.value > 0
      ? national.value.value / neglect.value.value / FAR
      : 1,
    neglect.indicator,
    {
      id: 'other-category',
      ask: 'Is neglect being planned for under another category?',
      because: `Plans for neglect are ${cellText(neglect.value, 1)} for every 10,000 children, ${certaintyText(low, countryName(context.england))} (${cellText(national.value, 1)}). Plans for every reason are ${cellText(all.value, 1)} (${countryName(context.england)} ${cellText(nationalAll.value, 1)}).`,
      who: 'Conference chairs and the independent reviewing service.',
      evidence: 'For plans in other categories: how many have neglect in the assessment that led to them?'
    }
  );
};

const muchMultiple: Rule = (context) => {
  const { value: whole, indicator } = context.result('plans-multiple-share');
  const plans = plansOf(context);
  const value = tellsCombined(context) ? multipleShare(plans.multiple, plans.total) : whole;
  if (!isKnown(value) || value.value < MUCH_MULTIPLE || !isKnown(plans.multiple)) return undefined;
  const many = number(plans.multiple.value);
  const told = tellsCombined(context);
  return raised(
    value.value / MUCH_MULTIPLE,
    indicator,
    {
      id: 'much-multiple',
      ask: 'How many of the plans in “multiple” involve neglect?',
      because: `${many} children are on a plan ${told ? UNTOLD : 'in the category “multiple”'}, ${number(value.value)}% of all on a plan.`,
      who: 'Conference chairs.',
      evidence: 'A count, from the case system, of “multiple” plans whose conference recorded neglect.'
    },
    isKnown(plans.neglect)
      ? {
          text: `${many} more are ${told ? `on a plan ${UNTOLD}` : 'in the category “multiple”'}, which may include neglect: ${number(value.value)}% of all on a plan.`,
          mark: 'includes'
        }
      : undefined
  );
};

/** Who can say what lies behind a change, by what is counted. */
const ANSWERS: Readonly<Record<string, string>> = {
  plans: 'Conference chairs and the head of service for child protection.',
  referrals: 'The head of service for the front door, with the agencies that refer most.',
  assessments: 'The principal social worker and the lead for assessment.'
};

const unusualChange: Rule = (context) => {
  const change = changes(context).find(({ verdict }) => verdict?.unusual === true);
  if (!change?.verdict) return undefined;
  const { indicator } = change.to;
  const share = indicator.change === 'share';
  const say = (result: Change['to']) =>
    share ? `${cellText(result.value, 1)}%` : cellText(result.numerator);
  const name = indicator.name.charAt(0).toLowerCase() + indicator.name.slice(1);
  return raised(1 + (UNUSUAL_IN - change.verdict.inHundred) / UNUSUAL_IN, indicator, {
    id: 'unusual-change',
    ask: `What lies behind the change in ${name}?`,
    because: `It went from ${say(change.from)} to ${say(change.to)} in a year. ${howUsual(change.verdict)}`,
    who: ANSWERS[indicator.numerator?.cube ?? ''] ?? 'The heads of service for children’s social care.',
    evidence: 'Whether practice, thresholds, recording or families changed, and from which month.'
  });
};

const comingBack: Rule = (context) => {
  const result = context.result('plans-repeat-share');
  const [national] = context.benchmarks('plans-repeat-share').slice(-1);
  const comparison = national && context.compareWith(result, national);
  if (!comparison || comparison.certainty !== 'clearly' || comparison.direction !== 'higher')
    return undefined;
  return raised(
    isKnown(result.value) && isKnown(national.value) && national.value.value > 0
      ? result.value.value / national.value.value
      : 1,
    result.indicator,
    {
      id: 'coming-back',
      ask: 'Which plans ended and came back, and was change checked after they closed?',
      because: `${cellText(result.value, 1)}% of plans started were for a child who had one before, ${certaintyText(comparison, countryName(context.england))} (${cellText(national.value, 1)}%).`,
      who: 'Conference chairs and the head of service for child protection.',
      evidence: 'The earlier category of each repeat plan, and whether anyone looked again after it ended.'
    }
  );
};

const OTHER_TIERS = ['early-help-neglect-share', 'cin-plans-neglect-share'];

const nobodyElse: Rule = (context) => {
  const tiers = hollowTiers(context);
  if (tiers.length === 0 || OTHER_TIERS.every((role) => context.result(role).indicator.supplied))
    return undefined;
  return raised(
    UNSEEN,
    {},
    {
      id: 'other-tiers',
      ask: `How many children at other tiers of help are known to be neglected: ${listed(tiers.map(lowerFirst))}?`,
      because:
        lackOf(context) === 'published'
          ? 'No published figure says so for any authority; only child protection is counted.'
          : `That is ${NOT_THERE[lackOf(context)]}; of neglect, only child protection is counted.`,
      who: `The lead for early help and the data officers of the ${context.catalogue.manifest.terms.board}.`,
      evidence: 'A count on one date from each system, of children with neglect recorded.'
    }
  );
};

const RULES: readonly Rule[] = [
  fewAssessments,
  namedNotActed,
  otherCategory,
  muchMultiple,
  unusualChange,
  comingBack,
  nobodyElse
];

/** Asked where the record of plans is known; what it says answers whether neglect is planned for elsewhere. */
function muchHidden({ catalogue }: Context, found: RecordedPlans | undefined): Raised | undefined {
  const { hidden, others, recorded } = found?.own ?? {};
  if (!found || !hidden || !others || !recorded || !isKnown(hidden) || !isKnown(others)) return undefined;
  const share = (hidden.value / others.value) * 100;
  if (others.value < PERCENTAGE_NEEDS || share < MUCH_HIDDEN) return undefined;
  const besides = found.siblings.map(({ area, plans }) => ({ name: area.name, ...plans }));
  const { questions: always = [] } =
    catalogue.indicators.find(({ id }) => id === found.own.indicators.hidden) ?? {};
  const asked = always.at(-1);
  return asked
    ? raised(
        share / MUCH_HIDDEN,
        { id: found.own.indicators.hidden },
        {
          id: 'much-hidden',
          ask: asked.ask,
          because: hiddenSentence(hidden, others, recorded),
          who: `${asked.who}.`,
          evidence: `${asked.settles}.`
        },
        { text: hiddenHeadline({ hidden, others }, besides), mark: 'neglect' }
      )
    : undefined;
}

/** What the figures raise, that first which stands out most. */
export function ranked(
  context: Context,
  found?: RecordedPlans,
  others: readonly Raised[] = []
): readonly Raised[] {
  const hidden = muchHidden(context, found);
  const answered = found === undefined ? [] : ['other-category', 'much-multiple'];
  const own = RULES.flatMap((rule) => rule(context) ?? []).filter(
    ({ question }) => !answered.includes(question.id)
  );
  return [...(hidden ? [hidden] : []), ...own, ...others].toSorted((a, b) => b.weight - a.weight);
}

/** The questions of what stands out most, at most three. */
export function questions(all: readonly Raised[]): readonly Question[] {
  return all.slice(0, MOST_QUESTIONS).map(({ question }) => question);
}

/** A partnership’s own page: its authorities side by side, never added up, and what its board alone supplies. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import { relations } from '#lib/words/compare.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { cellText, listed, sentence } from '#lib/words/number.ts';
import { partOf } from '#lib/words/hidden-neglect.ts';
import { isShare } from '#lib/words/value.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';
import { recordedPlansAt } from '../hidden/record.ts';
import { apart } from '../journey/peers.ts';
import { isChart, type ChartModel, type Slot, type Statement } from '../model.ts';
import { mostStriking, together } from '../news.ts';
import type { Raised } from '../questions.ts';
import { countryName } from '../setting.ts';
import { authoritiesOf, sideBySide, sideText } from '../side-by-side.ts';

/** `never added up`: said once, in the headline. */
const RULE = 'Authorities stand side by side and are never added up.';

interface Pair {
  readonly name: string;
  readonly answer: Answer;
}

/** `Kestrelshire 10.9, below England; Lanternport 21.8, close to England`. */
function eachText(pairs: readonly Pair[], england: Answer, country: string): string {
  return pairs
    .map(({ name, answer }) => {
      const { value, ranges } = answer;
      const beside =
        isKnown(value) && ranges && isKnown(england.value)
          ? `, ${relations([
              { name: country, comparison: compareWithBenchmark(value.value, england.value.value, ranges) }
            ])}`
          : '';
      return `${name} ${sideText(answer)}${beside}`;
    })
    .join('; ');
}

/** The rate of plans for neglect in each authority, or which authorities there are. */
export async function partnershipHeadline(context: Context, raised: readonly Apart[]): Promise<Statement> {
  const areas = authoritiesOf(context);
  const indicator = context.indicator('plans-neglect-rate');
  const at = await context.reading.answers([indicator]);
  const pairs = areas
    .map(({ id, name }) => ({ name, answer: at(indicator, id) }))
    .filter(({ answer: { value } }) => isThere(value));
  if (pairs.length === 0)
    return {
      text: `${context.area.name}: ${areas.length === 0 ? 'no authority of it is among these figures' : listed(areas.map(({ name }) => name))}. ${areas.length === 0 ? '' : RULE}`.trim()
    };
  const each = eachText(pairs, at(indicator, context.england.id), countryName(context.england));
  return together(
    {
      text: `Children on a plan for neglect, for every 10,000: ${each}.`,
      mark: indicator.mark,
      indicator: indicator.id
    },
    mostStriking(raised.filter((one) => one.indicator !== indicator.id)),
    { text: RULE }
  );
}

export interface Asked {
  readonly id: string;
  readonly heading: string;
  /** Each is drawn or set in a table, where any authority has a figure. */
  readonly roles: readonly string[];
}

/** One slot of several indicators side by side; undefined where no authority has any of them. */
export async function sideSlot(context: Context, { id, heading, roles }: Asked): Promise<Slot | undefined> {
  const drawn = (
    await Promise.all(roles.map((role) => sideBySide(context, role, { id: `${id}-${role}` })))
  ).filter((figure) => figure !== undefined);
  if (drawn.length === 0) return undefined;
  return {
    id,
    heading,
    statements: drawn.map(({ title, mark, notes }) => ({
      text: sentence(`${title}.`),
      mark,
      ...(notes ? { notes } : {})
    })),
    figures: [],
    charts: drawn.filter(isChart).map((chart) => ({ ...chart, title: titleOf(context, chart) })),
    tables: drawn.filter((figure) => !isChart(figure))
  };
}

/** Over the drawing the name alone: the sentence beside it gives the figures. */
function titleOf({ catalogue }: Context, { indicator, title }: ChartModel): string {
  const name = catalogue.indicators.find(({ id }) => id === indicator)?.name;
  return name === undefined ? title : `${name}, side by side`;
}

/** A difference between authorities, and the indicator that shows it. */
interface Apart extends Raised {
  readonly indicator: string;
}

/** So many times the figure of another authority. */
const TIMES = 1.5;

/** What each is told: a share with its counts, since it never stands alone; where one is withheld, that it is. */
function toldOf(answer: Answer): string {
  const { indicator, numerator, denominator, value } = answer;
  return isShare(indicator) && isKnown(value) && isKnown(numerator) && isKnown(denominator)
    ? partOf(numerator.value, denominator.value)
    : sideText(answer);
}

/**
 * Differences between authorities that are too big for chance, the biggest first: no range of one meets that of another,
 * and no figure is of too few to be a share.
 */
export async function partnershipRaised(context: Context): Promise<readonly Apart[]> {
  const [rated, hidden] = await Promise.all([ratesApart(context), hiddenApart(context)]);
  return [...rated, ...hidden].toSorted((a, b) => b.weight - a.weight);
}

/** Neglect on record behind another category, of which one authority has clearly more than another. */
async function hiddenApart(context: Context): Promise<readonly Apart[]> {
  const sides = await recordedPlansAt(context, authoritiesOf(context));
  const { id, mark, questions } = context.indicator('plans-hidden-neglect-share');
  const shares = sides.flatMap(({ plans: { hidden, others } }) =>
    isKnown(hidden) && isKnown(others) && others.value >= PERCENTAGE_NEEDS && hidden.value > 0
      ? [{ share: hidden.value / others.value, parts: { n: hidden, of: others } }]
      : []
  );
  const [least, ...more] = shares.toSorted((a, b) => a.share - b.share);
  const most = more.at(-1);
  const asked = questions.at(-1);
  if (!least || !most || !asked || apart(most.parts, least.parts)?.sure !== 'clearly') return [];
  const told = sides.map(
    ({ area, plans: { hidden, others } }) =>
      `${area.name} ${isKnown(hidden) && isKnown(others) ? partOf(hidden.value, others.value) : cellText(isKnown(hidden) ? others : hidden)}`
  );
  const because = `Children on a plan in another category, with neglect on record: ${listed(told)}.`;
  return [
    {
      indicator: id,
      weight: most.share / least.share / TIMES,
      says: { text: because, mark },
      question: {
        id: 'apart-hidden',
        ask: asked.ask,
        because,
        who: `${asked.who}.`,
        evidence: `${asked.settles}.`
      }
    }
  ];
}

async function ratesApart(context: Context): Promise<readonly Apart[]> {
  const indicators = OVERVIEW_SIDES.flatMap(({ roles }) => roles).map((role) => context.indicator(role));
  const at = await context.reading.answers(indicators);
  return indicators.flatMap((indicator): readonly Apart[] => {
    const sides = authoritiesOf(context).map(({ id, name }) => ({ name, answer: at(indicator, id) }));
    const ranged = sides.flatMap(({ answer: { value, ranges } }) =>
      isKnown(value) && ranges && value.value > 0 ? [{ value: value.value, ...ranges.at95 }] : []
    );
    const [least] = ranged.toSorted((a, b) => a.value - b.value);
    const most = ranged.toSorted((a, b) => b.value - a.value)[0];
    const [asked] = indicator.questions;
    if (!least || !most || !asked || least.upper >= most.lower) return [];
    const told = listed(sides.map(({ name, answer }) => `${name} ${toldOf(answer)}`));
    const unit = indicator.kind === 'rate' ? `, ${indicator.unit}` : '';
    const because = `${indicator.name}${unit}: ${told}.`;
    return [
      {
        indicator: indicator.id,
        weight: most.value / least.value / TIMES,
        says: { text: because, mark: indicator.mark },
        question: {
          id: `apart-${indicator.id.toLowerCase()}`,
          ask: asked.ask,
          because,
          who: `${asked.who}.`.replace(/\.\.$/, '.'),
          evidence: `${asked.settles}.`.replace(/\.\.$/, '.')
        }
      }
    ];
  });
}

export const OVERVIEW_SIDES: readonly Asked[] = [
  { id: 'position', heading: 'Position', roles: ['plans-neglect-rate', 'known-neglect-rate'] },
  {
    id: 'hidden-neglect',
    heading: 'What the category may hide',
    roles: ['plans-neglect-share', 'plans-any-neglect-share']
  },
  { id: 'naming-acting', heading: 'Naming against acting', roles: ['naming-acting'] },
  { id: 'recorded-neglect', heading: 'What assessments record', roles: ['assessments-neglect-rate'] },
  { id: 'time-return', heading: 'Time and return', roles: ['help-restarts-share', 'plans-repeat-share'] }
];

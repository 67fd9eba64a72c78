/** A partnership’s own page: its authorities side by side, never added up, and what its board alone supplies. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import { relations } from '#lib/words/compare.ts';
import { listed, sentence } from '#lib/words/number.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';
import {
  isChart,
  MOST_QUESTIONS,
  type ChartModel,
  type Question,
  type Slot,
  type Statement
} from '../model.ts';
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
export async function partnershipHeadline(context: Context): Promise<Statement> {
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
  const each = eachText(pairs, at(indicator, context.england.id), context.england.name);
  return {
    text: `Children on a plan for neglect, for every 10,000: ${each}. ${RULE}`,
    mark: indicator.mark,
    indicator: indicator.id
  };
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

/** Questions that differences raise which are too big for chance: no range of one authority meets that of another. */
export async function partnershipQuestions(context: Context): Promise<readonly Question[]> {
  const indicators = OVERVIEW_SIDES.flatMap(({ roles }) => roles).map((role) => context.indicator(role));
  const at = await context.reading.answers(indicators);
  return indicators
    .flatMap((indicator) => {
      const sides = authoritiesOf(context).map(({ id, name }) => ({ name, answer: at(indicator, id) }));
      const ranged = sides.flatMap(({ answer: { value, ranges } }) =>
        isKnown(value) && ranges && value.value > 0 ? [{ value: value.value, ...ranges.at95 }] : []
      );
      const [least] = ranged.toSorted((a, b) => a.value - b.value);
      const most = ranged.toSorted((a, b) => b.value - a.value)[0];
      const [asked] = indicator.questions;
      if (!least || !most || !asked || least.upper >= most.lower) return [];
      const told = listed(sides.map(({ name, answer }) => `${name} ${sideText(answer)}`));
      const unit = indicator.kind === 'rate' ? `, ${indicator.unit}` : '';
      const question: Question = {
        id: `apart-${indicator.id.toLowerCase()}`,
        ask: asked.ask,
        because: `${indicator.name}${unit}: ${told}.`,
        who: `${asked.who}.`.replace(/\.\.$/, '.'),
        evidence: `${asked.settles}.`.replace(/\.\.$/, '.')
      };
      return [{ question, times: most.value / least.value }];
    })
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST_QUESTIONS)
    .map(({ question }) => question);
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

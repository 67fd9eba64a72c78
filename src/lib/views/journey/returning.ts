/** Children who come back: another referral within a year, another plan, and what the plan before was for. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { relation } from '#lib/words/compare.ts';
import { rangeSentence, valueSentence } from '#lib/words/figure.ts';
import { shortValue } from '#lib/words/figure.ts';
import { noneBeside, standInText } from '#lib/words/journey/stand-in.ts';
import { sentence } from '#lib/words/number.ts';
import { recoding } from '../category-series.ts';
import { changeOf } from '../changes.ts';
import type { Context } from '../context.ts';
import { benchmarkText, notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { countryName, isAbroad } from '../setting.ts';
import { categoryNotSupplied, earlierCategories } from './earlier-category.ts';
import { peerBars } from './peer-bars.ts';
import { peersText } from './peers-text.ts';

const ROLES = [
  {
    role: 'referrals-repeat-share',
    id: 're-referrals',
    neglect: 'referrals for neglect were for a child referred in the year before',
    all: 'referrals, for any reason, were for a child referred in the year before'
  },
  {
    role: 'plans-repeat-share',
    id: 'repeat-plans',
    neglect: 'plans started for neglect were for a child who had a plan before',
    all: 'plans started, for any reason, were for a child who had a plan before'
  }
] as const;

export const RETURN_ROLES: readonly string[] = ROLES.map(({ role }) => role);

function titleOf(context: Context, { role, neglect, all }: (typeof ROLES)[number]): string {
  const result = context.result(role);
  const { value, indicator } = result;
  if (!isKnown(value)) return indicator.name;
  const [benchmark] = context.benchmarks(role).slice(-1);
  const comparison = benchmark && context.compareWith(result, benchmark);
  const beside = comparison && benchmark ? `: ${relation(comparison)} ${benchmark.name}` : '';
  return `${shortValue(indicator, value.value)} of ${indicator.mark === 'all' ? all : neglect}${beside}`;
}

/** Counts a category of plan whose meaning moved, or may have, since the year before: then no change is told. */
function isRecoded(context: Context, { indicator: { numerator } }: Result): boolean {
  const { previous, period } = context;
  const category = Object.keys(numerator?.members ?? {}).some((id) => id.startsWith('category'));
  return category && previous !== undefined && recoding(context, previous, period) !== 'none';
}

/** The figure, what it is beside, how sure that is, and the year before. */
export function shareStatement(context: Context, role: string): Statement {
  const result = context.result(role);
  const { indicator, denominator } = result;
  const few =
    isKnown(denominator) && Number.isInteger(denominator.value) && shareAs(denominator.value) === 'counts';
  const compared = few ? '' : benchmarkText(context, result);
  const past = context.benchmarks(role).some(({ id }) => id === 'past');
  const before = few || isRecoded(context, result) ? undefined : changeOf(context, role)?.from;
  const earlier =
    !past && before && isKnown(before.value) && isKnown(result.value)
      ? ` A year earlier it was ${shortValue(indicator, before.value.value)}.`
      : '';
  const range = compared === '' ? rangeSentence(result) : undefined;
  const peers = compared === '' ? peersText(context, role) : undefined;
  return {
    text: `${valueSentence(result)}${compared === '' ? '' : ` ${sentence(compared)}.`}${range === undefined ? '' : ` ${range}`}${earlier}${peers === undefined ? '' : ` ${peers}`}`,
    mark: indicator.mark,
    notes: notesOf(context, result),
    indicator: indicator.id
  };
}

/** Where neglect is told apart, by the partnership alone. */
const neglectAlone = (context: Context): Statement => ({
  text: `These count neglect alone, from the partnership’s own figures. ${noneBeside(countryName(context.england), isAbroad(context.catalogue))}`,
  mark: 'neglect'
});

/** What these count, where that is every reason. */
const standInStatement = ({ catalogue }: Context): Statement => ({
  text: standInText(isAbroad(catalogue)),
  mark: 'all'
});

/** Undefined where neither is supplied for this area and date. */
export async function returningSlot(context: Context): Promise<Slot | undefined> {
  const there = ROLES.filter(({ role }) => isThere(context.result(role).value));
  const categories = await earlierCategories(context);
  if (there.length === 0 && !categories) return undefined;
  const marks = there.map(({ role }) => context.result(role).indicator.mark);
  const standIn = marks.length > 0 && marks.every((mark) => mark === 'all');
  const alone =
    marks.length > 0 &&
    marks.every((mark) => mark === 'neglect') &&
    there.every(({ role }) => context.benchmarks(role).every(({ value }) => !isKnown(value)));
  return {
    id: 'returning',
    heading: 'Children who come back',
    statements: [
      ...there.map(({ role }) => shareStatement(context, role)),
      ...(categories?.statements ?? []),
      ...(standIn ? [standInStatement(context)] : []),
      ...(alone ? [neglectAlone(context)] : [])
    ],
    figures: [],
    charts: [
      ...there.map((each): ChartModel | undefined =>
        peerBars(context, each.role, {
          id: each.id,
          title: titleOf(context, each),
          subtitle: captionText(context.result(each.role).indicator.subtitle, context.period.label)
        })
      ),
      categories?.chart
    ].filter((chart) => chart !== undefined),
    ...(categories ? {} : { notSupplied: categoryNotSupplied(standIn) })
  };
}

/** Time and return: how long plans last and how often children come back. Published for all reasons only. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { absence } from '#lib/words/absence.ts';
import { relation } from '#lib/words/compare.ts';
import { noneBeside, standInText } from '#lib/words/journey/stand-in.ts';
import { cellText, number } from '#lib/words/number.ts';
import { comparedBars } from './compared-bars.ts';
import type { Context } from './context.ts';
import { benchmarkText, notesOf } from './figures.ts';
import type { ChartModel, Slot, Statement } from './model.ts';
import { countryName, isAbroad } from './setting.ts';

const SHARES = ['plans-two-years-share', 'plans-repeat-share', 'referrals-repeat-share'];

function statement(context: Context, result: Result): Statement {
  const { indicator, numerator, denominator, value } = result;
  const notes = notesOf(context, result);
  if (!isKnown(numerator) || !isKnown(denominator) || !isKnown(value)) {
    const reason = !isKnown(numerator)
      ? numerator.reason
      : !isKnown(denominator)
        ? denominator.reason
        : 'notApplicable';
    return {
      text: `${indicator.name}: this ${absence(reason)}.`,
      mark: indicator.mark,
      notes,
      indicator: indicator.id
    };
  }
  const counts = `${numerator.value === 0 ? 'none' : number(numerator.value)} of ${number(denominator.value)}`;
  if (denominator.value < PERCENTAGE_NEEDS || numerator.value === 0)
    return { text: `${indicator.name}: ${counts}.`, mark: indicator.mark, notes, indicator: indicator.id };
  const beside = benchmarkText(context, result);
  return {
    text: `${indicator.name}: ${counts}, or ${cellText(value, 1)}%${beside === '' ? '' : ` (${beside})`}.`,
    mark: indicator.mark,
    notes,
    indicator: indicator.id
  };
}

/** Where each is a partnership’s own count of neglect alone, the lead says that there is none to set beside them. */
const countsNeglectAlone = (context: Context): boolean =>
  SHARES.every((role) => context.result(role).indicator.mark !== 'all');

function chart(context: Context): ChartModel | undefined {
  const result = context.result('plans-repeat-share');
  if (isKnown(result.denominator) && result.denominator.value < PERCENTAGE_NEEDS) return undefined;
  const [benchmark] = context.benchmarks('plans-repeat-share').slice(-1);
  const comparison = benchmark && context.compareWith(result, benchmark);
  const title =
    isKnown(result.value) && benchmark && comparison
      ? `Plans for children who had one before: ${relation(comparison)} ${benchmark.name}`
      : 'Plans for children who had a plan before';
  const subtitle = `Share of plans started in the ${context.period.label} for a child with an earlier plan. ${result.indicator.mark === 'all' ? 'All reasons, not neglect alone.' : 'Plans for neglect.'}`;
  return comparedBars(context, result, {
    id: 'repeat-plans',
    title,
    subtitle,
    said: statement(context, result).text,
    saidAlone: countsNeglectAlone(context)
  });
}

/** Whether there is a figure of the area for the year, or a reason why there is none. */
const hasAny = (context: Context): boolean =>
  SHARES.some((role) => {
    const { numerator, denominator } = context.result(role);
    return isThere(numerator) || isThere(denominator);
  });

/** What these figures count, which is neglect only where a partnership supplied it. */
function leadOf(context: Context): Statement {
  if (!hasAny(context))
    return {
      text: `How long plans last, and how often children come back, is not in these figures${SHARES.some((role) => context.result(role).indicator.supplied) ? ' for this year' : ''}.`,
      mark: 'all'
    };
  const all = SHARES.filter((role) => context.result(role).indicator.mark === 'all').length;
  if (all === SHARES.length)
    return {
      text: standInText(isAbroad(context.catalogue)),
      mark: 'all'
    };
  return {
    text:
      all === 0
        ? `These count neglect alone, from the partnership’s own figures. ${noneBeside(countryName(context.england), isAbroad(context.catalogue))}`
        : 'Some of these count neglect alone, from the partnership’s own figures; others every reason. The mark beside each says which.',
    mark: all === 0 ? 'neglect' : 'includes'
  };
}

/** Children’s histories, where they are loaded, are not said to be missing. */
const hasHistory = ({ catalogue }: Context) =>
  catalogue.manifest.tables.some(({ cube }) => cube === 'history');

export function timeSlot(context: Context, heading: string): Slot {
  const drawn = chart(context);
  const there = hasAny(context);
  return {
    id: 'time-return',
    heading,
    statements: [
      leadOf(context),
      ...(there ? SHARES.map((role) => statement(context, context.result(role))) : [])
    ],
    figures: [],
    charts: drawn ? [drawn] : [],
    ...(hasHistory(context)
      ? {}
      : {
          notSupplied: {
            what: 'Of children on a plan for neglect: how long since the first referral, and how many earlier episodes.',
            remedy: 'An authority’s case system holds the dates of every earlier referral and plan.'
          }
        })
  };
}

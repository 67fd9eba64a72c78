/** How many children are known to be affected, at each tier, on one date and denominator, and over time? */
import { isKnown } from '#lib/domain/cell.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, counted } from '#lib/words/number.ts';
import { neglectRateSeries, recodingBreaks } from './category-series.ts';
import { coversYears, sourcesOf, tablesOf } from './provenance.ts';
import type { Context } from './context.ts';
import { notesOf } from './figures.ts';
import { hiddenSlot, plansOf } from './hidden-neglect.ts';
import { ladderChart, neglectAtTiers, otherTiersText } from './ladder.ts';
import type { ViewMaker } from './maker.ts';
import type { ChartModel, Slot, Statement } from './model.ts';
import { namingSlot } from './naming-acting.ts';
import { positionSlot } from './position.ts';
import { questions } from './questions.ts';
import { LEADING_ROLES } from './roles.ts';
import { recentTrendStatement } from './recent-trend.ts';
import { recordedSlot, seriesTable } from './recorded-neglect.ts';
import { withBreaks } from './tables.ts';
import { EXTRA_TERMS } from './terms.ts';

/** What is known at one tier, and that the others are not published. */
export function prevalenceHeadline(context: Context): Statement {
  const { numerator, value } = context.result('plans-neglect-rate');
  const count = isKnown(numerator)
    ? `${counted(numerator.value, 'child was', 'children were')} on a plan for neglect${isKnown(value) ? `: ${cellText(value, 1)} for every 10,000` : ''}.`
    : `How many children were on a plan for neglect ${absence(numerator.reason)}.`;
  return { text: `${count} ${otherTiersText(context)}`, mark: 'neglect' };
}

function tiersSlot(context: Context): Slot {
  const perTier = ['cin-plans-rate', 'plans-rate'].flatMap((id): Statement[] => {
    const result = context.result(id);
    return isKnown(result.value)
      ? [
          {
            text: `${result.indicator.name}: ${cellText(result.numerator)}, or ${cellText(result.value, 1)} for every 10,000 children.`,
            mark: 'all',
            notes: notesOf(context, result),
            indicator: result.indicator.id
          }
        ]
      : [];
  });
  return {
    id: 'tiers',
    heading: 'Known at each tier of help',
    statements: [...perTier, ...neglectAtTiers(context)],
    figures: [],
    charts: [ladderChart(context)]
  };
}

function recodingStatement(context: Context): Statement {
  const breaks = recodingBreaks(context, [context.area.id]);
  if (breaks.length === 0)
    return {
      text: 'The band above the line is the category “multiple”, which may include neglect. Where the band is wide, the line says less.'
    };
  const years = breaks.map((each) => `${String(each.year - 1)} to ${String(each.year)}`).join(', ');
  return {
    text: `The use of “multiple” changed by ten points or more of all plans (${years}). Across those years the line shows a change in recording, so no change in neglect can be read from it.`,
    mark: 'neglect'
  };
}

function seriesChart(context: Context): ChartModel {
  const { series, band } = neglectRateSeries(context);
  const breaks = recodingBreaks(context, [context.area.id]);
  const title =
    breaks.length > 0
      ? 'Plans for neglect over time, with breaks where recording changed'
      : 'Plans for neglect over time, with a band for “multiple”';
  const subtitle = 'Children on a plan for neglect (latest category) at 31 March, per 10,000 children';
  const [own, ...rest] = series;
  const upper = own
    ? [
        {
          ...own,
          id: 'upper',
          name: `${own.name}, neglect and multiple`,
          points: band.points.map(({ year, upper: cell }) => ({ year, cell }))
        }
      ]
    : [];
  const neglect = plansOf(context).neglect;
  return {
    id: 'category-series',
    indicator: context.result('plans-neglect-rate').indicator.id,
    title,
    subtitle,
    description: `${title}. ${recodingStatement(context).text}`,
    mark: 'includes',
    spec: {
      kind: 'series',
      unit: 'per 10,000 children',
      decimals: 1,
      series,
      ...(isKnown(neglect) || series.length > 0 ? { band } : {}),
      breaks,
      at: Number(context.period.id),
      milestones: []
    },
    table: withBreaks(
      seriesTable(subtitle, own ? [own, ...upper, ...rest] : [], 1, 'per 10,000', 'stock'),
      breaks
    ),
    notes: notesOf(context, context.result('plans-neglect-rate')),
    covers: coversYears(context.years, 'stock'),
    sources: sourcesOf(context, tablesOf(context, 'plans-neglect-rate')),
    file: `category-series-${context.area.slug}`
  };
}

function seriesSlot(context: Context): Slot {
  return {
    id: 'over-time',
    heading: 'Over time',
    statements: [
      recodingStatement(context),
      ...[recentTrendStatement(context, 'plans-neglect-rate', 'the rate of plans for neglect', true)].filter(
        (each) => each !== undefined
      )
    ],
    figures: [],
    charts: [seriesChart(context)]
  };
}

function notPublishedSlot(): Slot {
  return {
    id: 'not-published',
    heading: 'Not published',
    statements: [],
    figures: [],
    charts: [],
    notSupplied: {
      what: 'For neglect in any one authority: the form it takes, ethnicity, disability, sex, age, deprivation and place. None is published.',
      remedy:
        'The partnership’s own figures can show them, once each is large enough that nobody can be identified.'
    }
  };
}

export function prevalenceSlots(context: Context): readonly Slot[] {
  return [
    tiersSlot(context),
    positionSlot(context, 'Children on a plan for neglect', true),
    seriesSlot(context),
    hiddenSlot(context, 'Hidden neglect'),
    recordedSlot(context, 'Recorded neglect'),
    namingSlot(context, 'Naming against acting', false),
    notPublishedSlot()
  ];
}

export const PREVALENCE: ViewMaker = {
  needs: { roles: LEADING_ROLES, terms: EXTRA_TERMS },
  make: (context) => ({
    headline: prevalenceHeadline(context),
    slots: prevalenceSlots(context),
    questions: questions(context)
  })
};

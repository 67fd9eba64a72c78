/** Plans for neglect over the years, as a rate, with a band for “multiple” and a word on recording. */
import { isKnown } from '#lib/domain/cell.ts';
import { cellText } from '#lib/words/number.ts';
import type { Period } from '#lib/domain/period.ts';
import { multipleAt, neglectRateSeries, recoding, recodingBreaks } from '../category-series.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { namedText } from '../hidden/published.ts';
import { namesAllYears, plansOf } from '../plans-by-category.ts';
import { coversYears, sourcesOf, tablesOf } from '../provenance.ts';
import { recentTrendStatement } from '../recent-trend.ts';
import { seriesTable } from '../recorded-neglect.ts';
import { withBreaks } from '../tables.ts';
import { dayInWords } from '#lib/words/when.ts';
import { yearsEnd } from '../year-end.ts';

function recodingStatement(context: Context): Statement {
  const named = namesAllYears(context) ? namedText(context) : undefined;
  if (named !== undefined) return { text: named, mark: 'neglect' };
  const breaks = recodingBreaks(context, [context.area.id]);
  if (breaks.length === 0)
    return {
      text: 'The band above the line is the category “multiple”, which may include neglect. Where the band is wide, the line says less.'
    };
  const shareOf = (year: number) => {
    const period = context.years.find(({ id }) => Number(id) === year);
    return period ? `${cellText(multipleAt(context, period), 0)}%` : '';
  };
  const years = breaks
    .map(
      ({ year }) => `${String(year - 1)} to ${String(year)}, from ${shareOf(year - 1)} to ${shareOf(year)}`
    )
    .join('; ');
  return {
    text: `The share of plans in “multiple” changed by ten points or more: ${years}. Across those years the line shows a change in recording, so no change in neglect can be read from it.`,
    mark: 'includes'
  };
}

/** The first and the last year, where recording is known not to have changed between any two on the way. */
function fromTo(context: Context): string | undefined {
  const { area, period, years } = context;
  const upTo = years.slice(0, years.indexOf(period) + 1);
  const rate = (year: Period) => context.result('plans-neglect-rate', area.id, year).value;
  const [first, last] = [upTo.find((year) => isKnown(rate(year))), upTo.at(-1)];
  if (!first || !last || first === last) return undefined;
  const on = upTo.slice(upTo.indexOf(first));
  const told = on.every((year, i) => {
    const before = on[i - 1];
    return isKnown(rate(year)) && (!before || recoding(context, before, year) === 'none');
  });
  if (!told) return undefined;
  return `Plans for neglect for every 10,000 children: ${cellText(rate(first), 1)} in ${first.id}, ${cellText(rate(last), 1)} in ${last.id}`;
}

function seriesChart(context: Context): ChartModel {
  const { series, band } = neglectRateSeries(context);
  const breaks = recodingBreaks(context, [context.area.id]);
  const combined = namesAllYears(context);
  const title =
    breaks.length > 0
      ? 'Plans for neglect over time, with breaks where recording changed'
      : (fromTo(context) ??
        (combined
          ? 'Plans for neglect over time'
          : 'Plans for neglect over time, with a band for “multiple”'));
  const subtitle = `Children on a plan for neglect (latest category) at ${dayInWords(context.period.end)}, per 10,000 children`;
  const [own, ...rest] = series;
  const upper =
    own && !combined
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
    mark: combined ? 'neglect' : 'includes',
    spec: {
      kind: 'series',
      unit: 'per 10,000 children',
      decimals: 1,
      series,
      ...(!combined && (isKnown(neglect) || series.length > 0) ? { band } : {}),
      breaks,
      at: Number(context.period.id),
      ...yearsEnd(context.years),
      milestones: []
    },
    table: withBreaks(
      seriesTable(subtitle, own ? [own, ...upper, ...rest] : [], 1, 'per 10,000', 'stock', context.period),
      breaks
    ),
    notes: notesOf(context, context.result('plans-neglect-rate')),
    covers: coversYears(context.years, 'stock'),
    sources: sourcesOf(context, tablesOf(context, 'plans-neglect-rate')),
    file: `category-series-${context.area.slug}`
  };
}

export function seriesSlot(context: Context): Slot {
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

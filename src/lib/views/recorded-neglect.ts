/** Recorded neglect: factor 16A in assessments, per 10,000 first, the share beside how often any factor is recorded. */
import { isKnown, missing } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { benchmarkText, notesOf, valueFigure } from './figures.ts';
import { PERCENTAGE_NEEDS } from '#lib/stats/which-chart.ts';
import { cellText, sentence } from '#lib/words/number.ts';
import { countryInSentence } from '#lib/words/place.ts';
import { yearColumn } from '#lib/words/when.ts';
import { levelText } from '#lib/words/compare.ts';
import { twoMeasuresText } from '#lib/words/funnel.ts';
import { comparedBars } from './compared-bars.ts';
import { benchmarkLabel, type Context } from './context.ts';
import type { ChartModel, Column, Series, Slot, Statement } from './model.ts';
import { pooledStatement, recordedStatement } from './naming-acting.ts';
import { coversYears, sourcesOf, tablesOf } from './provenance.ts';
import { recentTrendStatement } from './recent-trend.ts';
import { recordedFunnel, type RecordedFunnel } from './recorded-funnel.ts';
import { yearsEnd } from './year-end.ts';

const RATE = 'assessments-neglect-rate';
const SHARE = 'assessments-neglect-share';
const ANY = 'assessments-any-factor';

function shareStatement(context: Context): Statement | undefined {
  const share = context.result(SHARE);
  const any = context.result(ANY);
  if (
    !isKnown(share.value) ||
    !isKnown(any.value) ||
    !isKnown(share.denominator) ||
    share.denominator.value < PERCENTAGE_NEEDS
  )
    return undefined;
  const beside = benchmarkText(context, share);
  return {
    text: `Of assessments with any factor, ${cellText(share.value, 1)}% recorded neglect${beside === '' ? '' : ` (${beside})`}. ${countryInSentence(context.area.name)} recorded a factor in ${cellText(any.value, 0)} of every 100 assessments. Areas that record strictly look high on the first figure.`,
    mark: 'neglect',
    notes: notesOf(context, share),
    indicator: share.indicator.id
  };
}

/** One line per area or comparator over the years an indicator was published. */
function indicatorSeries(context: Context, indicator: string): readonly Series[] {
  const { area, years } = context;
  const focus: Series = {
    id: area.id,
    name: area.name,
    role: 'focus',
    points: years.map((year) => {
      const { value, ranges } = context.result(indicator, area.id, year);
      return {
        year: Number(year.id),
        cell: value,
        ...(ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
      };
    })
  };
  const at = (id: string, year: Period) =>
    context.benchmarks(indicator, year).find((each) => each.id === id)?.value ?? missing('notSupplied');
  const lines = context
    .benchmarks(indicator)
    .filter(({ id }) => id !== 'past')
    .map((benchmark): Series => ({
      id: benchmark.id,
      name: benchmarkLabel(context, benchmark.id),
      role: benchmark.role,
      points: years.map((year) => ({ year: Number(year.id), cell: at(benchmark.id, year) }))
    }));
  const all = [focus, ...lines];
  const collected = years.filter((year) =>
    all.some((series) => series.points.some((point) => point.year === Number(year.id) && isKnown(point.cell)))
  );
  const first = Number(collected[0]?.id ?? 0);
  return all.map((series) => ({ ...series, points: series.points.filter((point) => point.year >= first) }));
}

/** The years that are drawn: not those before figures were collected. */
function drawnYears(years: readonly Period[], [first]: readonly Series[]): readonly Period[] {
  const drawn = first?.points.map(({ year }) => year) ?? [];
  return years.filter(({ id }) => drawn.includes(Number(id)));
}

/** The series as a table: a row for each year, a column for each line. */
export function seriesTable(
  caption: string,
  series: readonly Series[],
  decimals: number,
  unit: string,
  kind: 'stock' | 'flow',
  period: Period
) {
  const columns: Column[] = series.map(({ id, name }) => ({
    key: `s-${id}`,
    label: name,
    kind: 'number',
    decimals,
    unit
  }));
  const years = series[0]?.points.map((point) => point.year) ?? [];
  return {
    caption,
    columns: [{ key: 'year', label: yearColumn(period, kind), kind: 'text' as const }, ...columns],
    rows: years.map((year, index) => ({
      year: String(year),
      ...Object.fromEntries(
        series.map(({ id, points }) => [`s-${id}`, points[index]?.cell ?? missing('notSupplied')])
      )
    }))
  };
}

function chart(context: Context): ChartModel {
  const result = context.result(RATE);
  const series = indicatorSeries(context, RATE);
  const level = context.level(result);
  const title = isKnown(result.value)
    ? level
      ? sentence(`recorded neglect in ${context.area.name} is ${levelText(level)}`)
      : `Neglect was recorded in ${cellText(result.value, 1)} assessments for every 10,000 children`
    : `Recorded neglect in ${context.area.name}`;
  const subtitle = 'Assessments ending in the year that recorded neglect (factor 16A), per 10,000 children';
  return {
    id: 'recorded-neglect',
    title,
    subtitle,
    description: `${title}. ${recordedStatement(context).text}`,
    mark: 'neglect',
    spec: {
      kind: 'series',
      unit: 'per 10,000 children',
      decimals: 1,
      series,
      breaks: [],
      at: Number(context.period.id),
      ...yearsEnd(context.years),
      milestones: [{ year: 2021, label: 'pandemic year' }]
    },
    table: seriesTable(subtitle, series, 1, 'per 10,000', 'flow', context.period),
    notes: notesOf(context, result),
    covers: coversYears(drawnYears(context.years, series), 'flow'),
    sources: sourcesOf(context, tablesOf(context, RATE)),
    file: `recorded-neglect-${context.area.slug}`
  };
}

function shareChart(context: Context): ChartModel | undefined {
  const result = context.result(SHARE);
  if (!isKnown(result.denominator) || result.denominator.value < PERCENTAGE_NEEDS) return undefined;
  const title = isKnown(result.value)
    ? `${cellText(result.value, 1)}% of assessments with any factor recorded neglect`
    : 'Share of assessments that recorded neglect';
  const subtitle = `Share of assessments with any factor recorded, ${context.period.label}`;
  return comparedBars(context, result, { id: 'recorded-share', title, subtitle });
}

/** At most so many of a hundred lie further out. */
const FAR_OUT = 0.1;

/** Where the rate is among the lowest or highest, and the share is not: two measures, which need not agree. */
function twoMeasures(context: Context, funnel: RecordedFunnel | undefined): Statement | undefined {
  const level = context.level(context.result(RATE));
  if (!level || funnel?.position !== 'inside') return undefined;
  const further = Math.min(level.lower, level.higher);
  return further <= level.of * FAR_OUT
    ? { text: twoMeasuresText(level.lower < level.higher ? 'low' : 'high'), mark: 'neglect' }
    : undefined;
}

export function recordedSlot(context: Context, heading: string): Slot {
  const trend = () => recentTrendStatement(context, RATE, 'the rate of recorded neglect', false);
  const statements = [recordedStatement, pooledStatement, trend, shareStatement].flatMap(
    (say) => say(context) ?? []
  );
  const funnel = recordedFunnel(context);
  const drawn = [shareChart(context), funnel?.chart].filter((each) => each !== undefined);
  const two = twoMeasures(context, funnel);
  return {
    id: 'recorded-neglect',
    heading,
    statements: [...statements, ...(two ? [two] : [])],
    figures: [valueFigure(context, context.result(RATE), 'Rate')],
    charts: [chart(context), ...drawn]
  };
}

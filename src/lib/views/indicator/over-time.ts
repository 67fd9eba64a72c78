/** An indicator over the years: a line with its range, or n of N in each year where a percentage would say too much. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { endYear } from '#lib/domain/period.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Figure as Worked } from '#lib/indicators/figure.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { changeSentence, trendSentence } from '#lib/words/figure.ts';
import { cellText, listed, number } from '#lib/words/number.ts';
import { countryInSentence } from '#lib/words/place.ts';
import { yearColumn } from '#lib/words/when.ts';
import { trendTitle } from '#lib/words/trend.ts';
import type { Break, ChartModel, Column, HeatPlace, Point, Series, Slot, TableModel } from '../model.ts';
import { FEWER_IS_BETTER } from '../heat-table.ts';
import { coversYears } from '../provenance.ts';
import { countryName } from '../setting.ts';
import { breaksText, withBreaks } from '../tables.ts';
import { countBehind, isNumeric, isShare, onlyCounts, wholeOf, type IndicatorPage } from './page.ts';
import { yearsEnd } from '../year-end.ts';

type Year = Worked['series'][number];

/** The years from the first with a figure, of the area or of the country. */
function collected({ series, england }: Worked): readonly Year[] {
  const first = series.findIndex(
    ({ period, answer }) =>
      isKnown(answer.value) || england.some((each) => each.period.id === period.id && isKnown(each.value))
  );
  return first < 0 ? [] : series.slice(first);
}

function pointOf(year: Year): Point {
  const { value, ranges } = year.answer;
  return {
    year: endYear(year.period),
    cell: value,
    ...(isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
  };
}

/** A count is as big as its area, so the country is not drawn beside it. */
function countryLine(
  { worked: { indicator, england }, setting }: IndicatorPage,
  years: readonly Year[]
): Series | undefined {
  if (england.length === 0 || indicator.kind === 'count') return undefined;
  const points = years.map((year) => ({
    year: endYear(year.period),
    cell: england.find(({ period }) => period.id === year.period.id)?.value ?? missing('notSupplied')
  }));
  return points.some(({ cell }) => isKnown(cell))
    ? { id: 'england', name: countryName(setting.england), role: 'england', points }
    : undefined;
}

function breaksOf({ area }: Worked, years: readonly Year[]): readonly Break[] {
  return years.slice(1).flatMap((year): Break[] => {
    const { value } = year.answer;
    if (year.recoding === 'moved')
      return [{ year: endYear(year.period), label: 'use of “multiple” changed', series: [area.id] }];
    return isKnown(value) && value.flags.includes('b')
      ? [{ year: endYear(year.period), label: 'not comparable with before', series: [area.id] }]
      : [];
  });
}

/** What the partnership wrote down as a milestone for this indicator or for all; a pandemic year in what is counted over years. */
function milestonesOf({ catalogue, worked }: IndicatorPage, years: readonly Year[]): readonly Break[] {
  const { indicator, counted } = worked;
  const own = (catalogue.registers.milestones ?? [])
    .filter(({ indicators }) => !indicators || indicators.split(/[\s,;]+/).includes(indicator.id))
    .flatMap(({ date, what }): Break[] => {
      const year = years.find(({ period }) => date >= period.start && date <= period.end);
      return year ? [{ year: endYear(year.period), label: what }] : [];
    });
  const pandemic = counted === 'flow' && years.some((year) => endYear(year.period) === 2021);
  return pandemic ? [...own, { year: 2021, label: 'pandemic year' }] : own;
}

function outOfLabel({ kind }: Answer['indicator']): string | undefined {
  if (kind === 'count' || kind === 'context') return undefined;
  return kind === 'rate' ? 'Children in the area' : kind === 'ratio' ? 'For each of' : 'Out of';
}

function tableOf(page: IndicatorPage, years: readonly Year[], caption: string, counts: boolean): TableModel {
  const { indicator, counted } = page.worked;
  const { decimals, unit } = indicator;
  const number = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  const ranged = !counts && years.some(({ answer }) => answer.ranges);
  const country = counts ? undefined : countryLine(page, years);
  const of = outOfLabel(indicator);
  const limit = ({ value, ranges }: Answer, side: 'lower' | 'upper'): Cell =>
    !isKnown(value)
      ? value
      : ranges
        ? { kind: 'known', value: ranges.at95[side], flags: [] }
        : missing('notApplicable');
  return {
    caption,
    columns: [
      { key: 'year', label: yearColumn(page.setting.period, counted ?? 'flow'), kind: 'text' },
      ...(counts ? [] : [number('value', 'Figure')]),
      ...(ranged ? [number('lower', 'Range from'), number('upper', 'Range to')] : []),
      ...(of === undefined ? [] : ([{ key: 'count', label: 'Count', kind: 'number' }] satisfies Column[])),
      ...(of === undefined ? [] : ([{ key: 'of', label: of, kind: 'number' }] satisfies Column[])),
      ...(country ? [number('england', country.name)] : [])
    ],
    rows: years.map((year, index) => {
      const { answer } = year;
      return {
        year: String(endYear(year.period)),
        ...(counts ? {} : { value: answer.value }),
        ...(ranged ? { lower: limit(answer, 'lower'), upper: limit(answer, 'upper') } : {}),
        ...(of === undefined
          ? {}
          : { count: countBehind(answer, answer.numerator), of: countBehind(answer, answer.denominator) }),
        ...(country ? { england: country.points[index]?.cell ?? missing('notSupplied') } : {})
      };
    })
  };
}

/** The year of the page, where its years go on after it. */
const upTo = ({ setting: { period, years } }: IndicatorPage): string | undefined =>
  years.at(-1) === period ? undefined : String(endYear(period));

type Drawn = Pick<ChartModel, 'title' | 'spec' | 'description'>;

function line(page: IndicatorPage, years: readonly Year[]): Drawn {
  const { indicator, area, trend, answer } = page.worked;
  const country = countryLine(page, years);
  const title = answer.ranges
    ? trendTitle(trend, { to: upTo(page) })
    : `${countryInSentence(area.name)}, year by year`;
  return {
    title,
    description: `${title}. ${saidYears(years, indicator.decimals)}${breaksText(breaksOf(page.worked, years))}`,
    spec: {
      kind: 'series',
      unit: indicator.unit,
      decimals: indicator.decimals,
      series: [
        { id: area.id, name: area.name, role: 'focus', points: years.map(pointOf) },
        ...(country ? [country] : [])
      ],
      breaks: breaksOf(page.worked, years),
      at: Number(page.setting.period.id),
      ...yearsEnd(years.map(({ period }) => period)),
      milestones: milestonesOf(page, years)
    }
  };
}

function saidYears(years: readonly Year[], decimals: number): string {
  return `${years
    .map((year) => `${String(endYear(year.period))}: ${cellText(year.answer.value, decimals)}`)
    .join('; ')}.`;
}

function placeOf(year: Year): HeatPlace {
  const { answer } = year;
  const n = countBehind(answer, answer.numerator);
  const of = countBehind(answer, answer.denominator);
  const told = isKnown(n) && isKnown(of);
  return {
    column: year.period.id,
    n,
    of,
    text: told ? `${number(n.value)} of ${number(of.value)}` : cellText(answer.value),
    ...(told && shareAs(of.value) === 'percentage' ? { share: n.value / of.value } : {})
  };
}

/** n of N in each year. A percentage of so few would say more than is known. */
function heat(page: IndicatorPage, years: readonly Year[]): Drawn {
  const { indicator } = page.worked;
  const fewer = indicator.direction.good === 'down';
  const title = 'Too few in some years to compare as percentages';
  return {
    title,
    description: `${title}. ${years.map((year) => `${String(endYear(year.period))}: ${placeOf(year).text}`).join('; ')}.`,
    spec: {
      kind: 'heat',
      columns: years.map(({ period }) => ({ id: period.id, label: period.id })),
      rows: [
        {
          id: indicator.id,
          label: `${indicator.name}${fewer ? FEWER_IS_BETTER : ''}`,
          places: years.map(placeOf),
          fewerIsBetter: fewer
        }
      ],
      shade: `share of ${wholeOf(indicator)}`
    }
  };
}

function chart(page: IndicatorPage): ChartModel | undefined {
  const { worked, setting } = page;
  const { indicator, area } = worked;
  const years = collected(worked);
  if (!years.some(({ answer }) => isKnown(answer.value))) return undefined;
  const counts =
    isShare(indicator) && years.some(({ answer }) => isKnown(answer.value) && onlyCounts(answer));
  const subtitle = `${indicator.subtitle}, ${coversYears(
    years.map(({ period }) => period),
    worked.counted ?? 'flow'
  )}`;
  return {
    id: 'over-time',
    subtitle,
    mark: indicator.mark,
    ...(counts ? heat(page, years) : line(page, years)),
    table: withBreaks(tableOf(page, years, subtitle, counts), breaksOf(worked, years)),
    notes: page.notes,
    covers: coversYears(
      years.map(({ period }) => period),
      worked.counted ?? 'flow'
    ),
    sources: page.sources,
    file: `${indicator.id.toLowerCase()}-over-time-${area.slug}-${setting.period.id}`
  };
}

/** Which years are withheld: a reader should not take them for years without a figure. */
function withheldText({ series }: Worked): string | undefined {
  const years = series.filter(({ answer }) => isWithheld(answer.value));
  return years.length === 0
    ? undefined
    : `Withheld, so that no child can be identified: ${listed(years.map((year) => String(endYear(year.period))))}.`;
}

/** The years; undefined where no year has a figure of the area. */
export function overTimeSlot(page: IndicatorPage): Slot | undefined {
  const { indicator, answer, change, trend, period } = page.worked;
  if (!isNumeric(indicator) || indicator.kind === 'outcomes') return undefined;
  const drawn = chart(page);
  if (!drawn) return undefined;
  const told = isKnown(answer.value) && !onlyCounts(answer);
  const heat = drawn.spec.kind === 'heat';
  const said = [
    heat ? 'A percentage needs 20 or more. Where fewer were counted, the counts alone are given.' : undefined,
    withheldText(page.worked),
    breaksText(breaksOf(page.worked, collected(page.worked))).trim() || undefined,
    told && change ? (page.sample?.instead ?? changeSentence(change, period.kind, answer)) : undefined,
    told && answer.ranges ? trendSentence(trend, { to: upTo(page) }) : undefined
  ].filter((text) => text !== undefined);
  return {
    id: 'over-time',
    heading: 'Over time',
    statements: said.map((text) => ({ text, mark: indicator.mark })),
    figures: [],
    charts: [drawn]
  };
}

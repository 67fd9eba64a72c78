import type { Period } from '#lib/domain/period.ts';
import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Children who are there on one date cannot be added up over years. */
export const stockPooled: FieldRule = {
  id: 'stock-pooled',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const { measure, at } of table.series) {
        if (!table.kinds.has('pooled')) break;
        if (measure.kind !== 'stock' || table.cube.outOf || table.cube.value !== 'count') continue;
        for (const each of at) {
          const period = table.observations[each]?.period ?? '';
          if (field.periods.get(period)?.kind !== 'pooled' || table.value(each) === undefined) continue;
          yield {
            file: table.file,
            row: table.row(each),
            column: 'period',
            value: period,
            message: `“${measure.name}” is a count on one date, and ${periodName(field, period)} pools several`,
            remedy: 'Give the count on each date, or use a measure that counts over a period.'
          };
        }
      }
  }
};

/** Whoever is open at the end of a period was open at some point in it; whoever started or ended was too. */
export const openOverAnypoint: FieldRule = {
  id: 'more-than-at-any-point',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const all of table.series) {
        if (all.measure.id !== 'anypoint') continue;
        for (const part of ['open', 'started', 'ended']) {
          const series = table.find(all.area, part, all.members);
          if (series !== undefined) yield* overAnypoint(field, table, series, all);
        }
      }
  }
};

function* overAnypoint(field: Field, table: FieldTable, part: Series, all: Series): Generator<Found> {
  for (const [near, at] of part.at.entries()) {
    const period = table.observations[at]?.period ?? '';
    const [some, most] = [table.value(at), table.value(table.inPeriod(all, period, near))];
    if (some === undefined || most === undefined || some <= most + table.roundingOf(part.area)) continue;
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(some),
      message: `${areaName(field, part.area)}, ${periodName(field, period)}: “${part.measure.name}” is more than “${all.measure.name}”, which is ${most} and holds it`,
      remedy:
        'One of the two is of something else: a count on a date and a count over a period may be mixed up.'
    };
  }
}

/** What happened in a quarter happened in its year. */
export const shorterOverLonger: FieldRule = {
  id: 'part-of-year-over-year',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const series of table.series) {
        if (series.measure.kind !== 'flow' || series.at.length < 2 || table.cube.outOf) continue;
        if (!table.kinds.has('year') || table.kinds.size < 2) break;
        yield* insideLonger(field, table, series);
      }
  }
};

interface Timed {
  readonly at: number;
  readonly value: number;
  readonly period: Period;
}

function timed(field: Field, table: FieldTable, series: Series): Timed[] {
  return series.at.flatMap((at): Timed[] => {
    const [value, period] = [table.value(at), field.periods.get(table.observations[at]?.period ?? '')];
    const isSpan = period?.kind === 'year' || period?.kind === 'quarter' || period?.kind === 'month';
    return value === undefined || period === undefined || !isSpan ? [] : [{ at, value, period }];
  });
}

function* insideLonger(field: Field, table: FieldTable, series: Series): Generator<Found> {
  const all = timed(field, table, series);
  const years = all.filter(({ period }) => period.kind === 'year');
  if (years.length === 0 || years.length === all.length) return;
  for (const part of all)
    for (const year of years) {
      const isInside =
        part.period.kind !== 'year' &&
        part.period.start >= year.period.start &&
        part.period.end <= year.period.end;
      if (!isInside || part.value <= year.value + table.roundingOf(series.area)) continue;
      yield {
        file: table.file,
        row: table.row(part.at),
        column: 'value',
        value: String(part.value),
        message: `${areaName(field, series.area)}: “${series.measure.name}” is more in ${part.period.label} than in ${year.period.label}, which holds it (${year.value})`,
        remedy: 'Correct one: a year counts everything that happened in its quarters and months.'
      };
    }
}

/** Quarters that only ever rise within the year, and fall back when the next begins, are running totals. */
export const runningTotals: FieldRule = {
  id: 'running-totals',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables)
      for (const series of table.series) {
        if (!table.kinds.has('quarter')) break;
        if (series.measure.kind !== 'flow' || series.at.length < 8 || table.cube.outOf) continue;
        const quarters = timed(field, table, series).filter(({ period }) => period.kind === 'quarter');
        const climbs = yearsOf(quarters).filter(isClimb);
        const [first] = climbs[0] ?? [];
        if (climbs.length < 2 || climbs.length < yearsOf(quarters).length || first === undefined) continue;
        yield {
          file: table.file,
          row: table.row(first.at),
          column: 'period',
          value: first.period.id,
          message: `${areaName(field, series.area)}: “${series.measure.name}” rises through each year and starts again with the next, as a running total does`,
          remedy:
            'Give what happened in each quarter alone, or head the columns with the year so far, such as to20241231 for April to December 2024.'
        };
      }
  }
};

function yearsOf(quarters: readonly Timed[]): readonly (readonly Timed[])[] {
  const years = new Map<string, Timed[]>();
  for (const quarter of quarters) {
    const [year = '', month = ''] = quarter.period.end.split('-');
    const financial = Number(month) <= 3 ? year : String(Number(year) + 1);
    years.set(financial, [...(years.get(financial) ?? []), quarter]);
  }
  return [...years.values()].filter((each) => each.length === 4);
}

function isClimb(year: readonly Timed[]): boolean {
  const values = year.map(({ value }) => value);
  const [first = 0, ...rest] = values;
  const last = values.at(-1) ?? 0;
  return first >= 5 && last >= first * 2.5 && rest.every((value, at) => value > (values[at] ?? 0));
}

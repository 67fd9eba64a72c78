/** Plans for neglect over the years, with a band up to neglect and multiple, and the rule about recoding. */
import { missing, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Period } from '#lib/domain/period.ts';
import { flowRecoding, multipleShare, recodingOf, type Recoding } from '#lib/indicators/recoding.ts';
import { benchmarkLabel, type Context } from './context.ts';
import { plansOf, possible } from './hidden-neglect.ts';
import type { Break, Series } from './model.ts';
import { STARTS_MULTIPLE, STARTS_TOTAL } from './terms.ts';

/** Plans in “multiple” as a percentage of all plans of the area. */
export function multipleAt(context: Context, period: Period): Cell {
  const { multiple, total } = plansOf(context, context.area.id, period);
  return multipleShare(multiple, total);
}

/** Whether recording moved between two years; unknown where “multiple” is missing in either. */
export function recoding(context: Context, from: Period, to: Period): Recoding {
  return recodingOf(multipleAt(context, from), multipleAt(context, to));
}

/**
 * The same for plans started. A new way of recording may begin within a year, so that each year moves by less than the rule:
 * the year before both, and plans open on the same dates, count as well.
 */
export function startsRecoding(context: Context, from: Period, to: Period): Recoding {
  const { area, years } = context;
  const before = years[years.indexOf(from) - 1];
  const started = (year: Period) =>
    multipleShare(context.cell(STARTS_MULTIPLE, area.id, year), context.cell(STARTS_TOTAL, area.id, year));
  return flowRecoding(
    [started, (year: Period) => multipleAt(context, year)].map((share) => ({
      ...(before ? { before: share(before) } : {}),
      from: share(from),
      to: share(to)
    }))
  );
}

/** Years at which lines that count neglect break, because recording of “multiple” moved. */
export function recodingBreaks(context: Context, series: readonly string[]): readonly Break[] {
  return context.years.flatMap((year, index) => {
    const before = context.years[index - 1];
    return before && recoding(context, before, year) === 'moved'
      ? [{ year: Number(year.id), label: 'use of “multiple” changed', series }]
      : [];
  });
}

function per10000(context: Context, count: Cell, area: string, period: Period): Cell {
  const children = context.result('plans-rate', area, period).denominator;
  return derive([count, children], (x, n) => (x / n) * 10_000);
}

/** Neglect per 10,000 in the area, with its upper edge; the comparator and England beside it. */
export function neglectRateSeries(context: Context) {
  const { area, years } = context;
  const line = (id: string, name: string, role: Series['role'], cellAt: (year: Period) => Cell): Series => ({
    id,
    name,
    role,
    points: years.map((year) => ({ year: Number(year.id), cell: cellAt(year) }))
  });
  const own = years.map((year) => {
    const plans = plansOf(context, area.id, year);
    return {
      year: Number(year.id),
      lower: per10000(context, plans.neglect, area.id, year),
      upper: per10000(context, possible(plans), area.id, year)
    };
  });
  const focus: Series = {
    id: area.id,
    name: area.name,
    role: 'focus',
    points: own.map(({ year, lower }) => ({ year, cell: lower }))
  };
  const benchmarkLines = context
    .benchmarks('plans-neglect-rate')
    .filter(({ id }) => id !== 'past')
    .map((benchmark) =>
      line(
        benchmark.id,
        benchmarkLabel(context, benchmark.id),
        benchmark.role,
        (year) =>
          context.benchmarks('plans-neglect-rate', year).find((each) => each.id === benchmark.id)?.value ??
          missing('notSupplied')
      )
    );
  return { series: [focus, ...benchmarkLines], band: { name: 'neglect and multiple', points: own } };
}

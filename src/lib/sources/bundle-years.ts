/** Reporting years out of the quarters and months that a partnership counts in, where a year is no more than those. */
import type { Cell } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import { addsOverTime } from '#lib/disclosure/relation-frame.ts';

/** How many periods of a kind make a year. */
const IN_A_YEAR: Partial<Record<Period['kind'], number>> = { quarter: 4, month: 12 };

/**
 * The rows of a table with those of the years that they make: a stock on a year’s last day is the stock of the year, and
 * events of all its quarters, or all its months, are the events of the year. Children are never added up, since one child
 * may be in two quarters, nor is n of N, nor are counts that are rounded: their sum is not the rounded sum. Where a part is
 * withheld, so is the year. Years that are given stay as they are.
 *
 * @param rounding the base that counts are rounded to; 1: as they are
 */
export function withYears(
  cube: Cube,
  rows: readonly Observation[],
  periods: readonly Period[],
  rounding = 1
): readonly Observation[] {
  const years = periods.filter(({ kind }) => kind === 'year');
  const byId = new Map(periods.map((period) => [period.id, period]));
  const measures = new Map(cube.measures.map((measure) => [measure.id, measure]));
  const present = new Set(rows.map(keyOf));
  const made = new Map<string, Observation>();
  const parts = new Map<string, { readonly row: Observation; readonly cells: Cell[]; readonly of: number }>();
  for (const row of rows) {
    const [measure, period] = [measures.get(row.measure), byId.get(row.period)];
    if (measure === undefined || period === undefined || period.kind === 'year') continue;
    const year = years.find(({ start, end }) => start <= period.start && period.end <= end);
    if (year === undefined) continue;
    const same = { ...row, period: year.id };
    const key = keyOf(same);
    if (present.has(key)) continue;
    if (measure.kind === 'stock' && period.end === year.end && IS_A_DATE.has(period.kind))
      made.set(key, same);
    const of = IN_A_YEAR[period.kind];
    if (of === undefined || rounding > 1 || cube.outOf || !addsOverTime(measure)) continue;
    const name = `${key}|${period.kind}`;
    const found = parts.get(name) ?? { row: same, cells: [], of };
    found.cells.push(row.cell);
    parts.set(name, found);
  }
  for (const { row, cells, of } of parts.values())
    if (cells.length === of && !made.has(keyOf(row)))
      made.set(keyOf(row), {
        ...row,
        cell: derive(cells, (...each) => each.reduce((sum, one) => sum + one, 0))
      });
  return made.size === 0 ? rows : [...rows, ...made.values()];
}

/** Kinds of period on whose last day a stock is counted. */
const IS_A_DATE: ReadonlySet<Period['kind']> = new Set(['quarter', 'month', 'date']);

const keyOf = ({ area, period, measure, members }: Observation) =>
  [area, period, measure, ...members].join('|');

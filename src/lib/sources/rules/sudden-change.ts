import type { FieldTable, Series } from './field-table.ts';
import { areaName, periodName, type Field, type FieldRule, type Found } from './rule.ts';

/** Below this a tenfold change may be a handful of children. */
const LARGE = 100;
const POWERS = [10, 100, 1000];
/** No slip of the hand and no tenfold change is less between two neighbours. */
const LEAST_LEAP = 5;

interface Step {
  readonly at: number;
  readonly period: string;
  readonly value: number;
}

interface Run {
  readonly series: Series;
  readonly steps: readonly Step[];
}

const RUNS = new WeakMap<FieldTable, readonly Run[]>();

/** Figures of one kind of period that follow one another, where any is large. A missing or withheld one ends a run. */
function runsIn(field: Field, table: FieldTable): readonly Run[] {
  if (table.cube.outOf || table.cube.value !== 'count') return [];
  const known = RUNS.get(table);
  if (known !== undefined) return known;
  const runs = table.series.flatMap((series) => (mayLeap(table, series) ? runsOf(field, table, series) : []));
  RUNS.set(table, runs);
  return runs;
}

/** Few series do: a quick look at each saves a slow one. */
function mayLeap(table: FieldTable, { at }: Series): boolean {
  let before: number | undefined;
  let isLarge = false;
  let isLeap = false;
  for (const each of at) {
    const value = table.value(each);
    if (value === undefined) continue;
    isLarge ||= value >= LARGE / 2;
    isLeap ||= before !== undefined && Math.max(before, value) >= Math.min(before, value) * LEAST_LEAP;
    before = value;
  }
  return isLarge && isLeap;
}

function runsOf(field: Field, table: FieldTable, series: Series): readonly Run[] {
  const runs = new Map<string, Step[][]>();
  for (const at of series.at) {
    const period = table.observations[at]?.period ?? '';
    const kind = field.periods.get(period)?.kind ?? '';
    const value = table.value(at);
    const own = runs.get(kind) ?? [[]];
    runs.set(kind, own);
    if (value === undefined || !table.maySay(series, at)) own.push([]);
    else own.at(-1)?.push({ at, period, value });
  }
  return [...runs.values()].flat().flatMap((steps) => (steps.length > 1 ? [{ series, steps }] : []));
}

/** A figure ten times the one before it, or a tenth: more often a slip of the hand than something that happened. */
export const tenfoldChange: FieldRule = {
  id: 'tenfold-change',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables) for (const run of runsIn(field, table)) yield* leaps(field, table, run);
  }
};

function* leaps(field: Field, table: FieldTable, { series, steps: run }: Run): Generator<Found> {
  let told = -1;
  for (const [place, { at, period, value }] of run.entries()) {
    const [before, after] = [run[place - 1], run[place + 1]];
    if (before === undefined || told === place - 1) continue;
    const slip = after === undefined ? undefined : slipOf(before.value, value, after.value);
    if (slip === undefined && !isTenfold(before.value, value)) continue;
    told = place;
    yield {
      file: table.file,
      row: table.row(at),
      column: 'value',
      value: String(value),
      message: `${areaName(field, series.area)}, ${periodName(field, period)}: ${table.called(series)} is ${value}, and was ${before.value} in ${periodName(field, before.period)}${slip === undefined ? '' : `: ${slip}`}`,
      remedy: 'Look at the figure where it came from. If it is right, say in a note what changed.'
    };
  }
}

function isTenfold(a: number, b: number): boolean {
  const [less, more] = a < b ? [a, b] : [b, a];
  return less > 0 && more >= LARGE && more >= less * 10;
}

/** In words, where the figures around it are alike and this one is ten, a hundred or a thousand times them, or a part. */
function slipOf(before: number, value: number, after: number): string | undefined {
  const isAlike = Math.max(before, after) <= Math.min(before, after) * 2;
  if (before === 0 || after === 0 || value === 0 || !isAlike) return undefined;
  if (Math.max(before, value) < LARGE) return undefined;
  const middle = Math.sqrt(before * after);
  const isNear = (ratio: number, power: number) => ratio > power * 0.85 && ratio < power * 1.2;
  const up = POWERS.find((power) => isNear(value / middle, power));
  const down = POWERS.find((power) => isNear(middle / value, power));
  if (up !== undefined)
    return `a digit too many may have been written, for it is about ${up} times those around it`;
  return down === undefined ? undefined : 'a digit may have been left out, or thousands been given';
}

/** Nothing, between figures that are not small, is more often a figure that is missing. */
export const zeroAmongFigures: FieldRule = {
  id: 'zero-among-figures',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables) {
      for (const { series, steps } of runsIn(field, table))
        for (const [place, { at, period, value }] of steps.entries()) {
          const around = [steps[place - 1]?.value ?? 0, steps[place + 1]?.value ?? 0];
          if (value !== 0 || Math.min(...around) < LARGE / 2) continue;
          yield {
            file: table.file,
            row: table.row(at),
            column: 'value',
            value: '0',
            message: `${areaName(field, series.area)}, ${periodName(field, period)}: ${table.called(series)} is 0 between ${around.join(' and ')}`,
            remedy:
              'Write 0 for a true zero only. Where there is no figure, say “not available” (status x) instead.'
          };
        }
    }
  }
};

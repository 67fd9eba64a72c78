/** The figures that milestones name, quarter by quarter, against their own usual variation. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { mayRebase } from '#lib/stats/rebase.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { monthInWords } from '#lib/domain/dates.ts';
import { number } from '#lib/words/number.ts';
import {
  quarterSaid,
  quarterTitle,
  shiftText,
  noQuartersSaid,
  type LatestUnusual,
  type NoQuarters
} from '#lib/words/strategy/quarters.ts';
import { controlChart, type Timed } from '../control-chart.ts';
import type { ControlSpec } from '../control-table.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { byVerdict, type JudgedHere } from './judging.ts';
import { noteHeld } from './notes.ts';
import { commonMark } from './share-panels.ts';
import { nameOf, withWhose, type Answers, type Held } from './whose.ts';

/** More charts than these tell no more. */
const DRAWN = 2;

/** The indicator read from each table of its cube that could hold it, since the table of its years may hold no quarters. */
export function quarterly({ catalogue }: Context, indicator: PlacedIndicator): readonly PlacedIndicator[] {
  const { numerator, denominator } = indicator;
  if (!numerator || !indicator.supplied) return [];
  const needed = Object.keys(numerator.members ?? {});
  const inCube = denominator?.cube === numerator.cube;
  return catalogue.manifest.tables
    .filter(
      ({ cube, dimensions }) => cube === numerator.cube && needed.every((each) => dimensions.includes(each))
    )
    .sort((a, b) => a.dimensions.length - b.dimensions.length)
    .map(({ id }) => ({
      ...indicator,
      numerator: { ...numerator, table: id },
      ...(denominator ? { denominator: inCube ? { ...denominator, table: id } : denominator } : {})
    }));
}

export interface Quarters {
  readonly placed: readonly {
    readonly indicator: PlacedIndicator;
    readonly tables: readonly PlacedIndicator[];
  }[];
  readonly answers: Answers;
}

function quartersOf({ catalogue, period, years }: Context): readonly Period[] {
  const from = years[0]?.start ?? '';
  return catalogue.manifest.periods
    .filter(({ kind, start, end }) => kind === 'quarter' && end <= period.end && start >= from)
    .sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** Undefined where the last quarter with a figure is as usual. */
function latestUnusual({ points }: ControlSpec): LatestUnusual | undefined {
  const known = points.filter(({ cell }) => isKnown(cell));
  const side = known.at(-1)?.side;
  if (side === undefined) return undefined;
  const before = known.findLastIndex((point) => point.side !== side);
  return { count: known.length - 1 - before, side };
}

/** Why limits started anew: how many figures since lie on one side of the mean of those before. */
function shiftOf(values: readonly (number | undefined)[], at: number, decimals: number): string {
  const known = (some: readonly (number | undefined)[]) => some.filter((value) => value !== undefined);
  const [before, since] = [known(values.slice(0, at)), known(values.slice(at))];
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const above = since.filter((value) => value > mean).length;
  const below = since.filter((value) => value < mean).length;
  return shiftText({
    beyond: Math.max(above, below),
    since: since.length,
    before: before.length,
    side: above >= below ? 'above' : 'below',
    mean: number(mean, decimals)
  });
}

interface ByQuarter {
  readonly chart: ChartModel;
  /** Where it shifted for good. */
  readonly shift?: string;
}

/** The figure by quarter, from each table that could hold it. */
function seriesOf(context: Context, { indicator, area }: Held, { placed, answers }: Quarters) {
  const periods = quartersOf(context);
  const tables = placed.find((each) => each.indicator === indicator)?.tables ?? [];
  return tables.map((table) => ({
    table,
    timed: periods.map(({ id: _, ...period }, i): Timed => ({
      end: period.end,
      label: period.label,
      cell: answers(table, area.id, periods[i]).value
    }))
  }));
}

/** Of a figure that is not drawn. */
function whyNot(context: Context, { held, verdict }: JudgedHere, quarters: Quarters): NoQuarters {
  const cells = seriesOf(context, held, quarters).flatMap(({ timed }) => timed.map(({ cell }) => cell));
  if (!cells.some(isThere)) return 'notSupplied';
  if (!cells.some(isKnown)) return 'withheld';
  if (verdict.verdict === 'redefined') return verdict.because;
  if (verdict.verdict === 'tooFew') return 'tooFewYears';
  return verdict.verdict === 'notCompared' ? 'notCompared' : 'tooFewQuarters';
}

const alike = (one: Held, other: Held) => one.indicator === other.indicator && one.area === other.area;

/** Why none is drawn of the figures that milestones name: those drawn by year first. */
function notDrawn(
  context: Context,
  judged: readonly JudgedHere[],
  quarters: Quarters,
  yearly: readonly ChartModel[]
): readonly Statement[] {
  const drawn = ({ held }: JudgedHere) => yearly.some(({ indicator }) => indicator === held.indicator.id);
  const named = byVerdict(judged.filter(({ named }) => named))
    .filter(({ held }, i, all) => all.findIndex((each) => alike(each.held, held)) === i)
    .toSorted((a, b) => Number(drawn(b)) - Number(drawn(a)))
    .map((each) => ({ each, why: whyNot(context, each, quarters) }));
  return [...new Set(named.map(({ why }) => why))].map((why) => {
    const held = named.flatMap((one) => (one.why === why ? [one.each.held] : []));
    return {
      text: noQuartersSaid(
        why,
        held.map((each) => nameOf(context, each))
      ),
      mark: commonMark(held.map(({ indicator }) => indicator))
    };
  });
}

function chartOf(
  context: Context,
  { held, milestone }: JudgedHere,
  quarters: Quarters
): ByQuarter | undefined {
  const { indicator, area } = held;
  const periods = quartersOf(context);
  const series = seriesOf(context, held, quarters).find(({ timed }) =>
    timed.some(({ cell }) => isKnown(cell))
  );
  if (!series) return undefined;
  const first = series.timed.findIndex(({ cell }) => isKnown(cell));
  const timed = series.timed.slice(first);
  const values = timed.map(({ cell }) => (isKnown(cell) ? cell.value : undefined));
  const at = periods.slice(first).findIndex(({ start }) => start >= milestone.date);
  const rebase = at > 0 && mayRebase(values, at);
  const { direction, unit, decimals, subtitle } = indicator;
  const name = `${subtitle}, ${areaInSentence(area)}, by quarter`;
  const made = controlChart(
    timed,
    {
      unit: indicator.kind === 'rate' ? `${unit}, each quarter` : unit,
      decimals,
      improvement: direction.good === 'up' ? 'increase' : direction.good === 'down' ? 'decrease' : 'neutral',
      ...(unit.startsWith('%') ? { most: 100 } : {}),
      ...(rebase
        ? { rebased: [{ at: at + 1, reason: milestone.what }] }
        : { milestones: [{ on: milestone.date, label: milestone.what }] })
    },
    name
  );
  if (!made) return undefined;
  const title = quarterTitle(
    withWhose(context, held),
    monthInWords(milestone.date),
    rebase,
    latestUnusual(made.spec)
  );
  const [start, end] = [timed[0], timed.at(-1)];
  const shift = rebase ? shiftOf(values, at, decimals) : undefined;
  const chart: ChartModel = {
    id: `quarters-${indicator.role ?? indicator.id.toLowerCase()}`,
    title,
    subtitle: name,
    description: `${title}. ${shift === undefined ? '' : `${shift} `}${made.said}`,
    mark: indicator.mark,
    indicator: indicator.id,
    spec: made.spec,
    table: made.table,
    notes: noteHeld(context, held),
    covers: `${start?.label ?? ''} to ${end?.label ?? ''}`,
    sources: sourcesOf(context, [series.table.numerator?.table ?? '']),
    file: `quarters-${indicator.id.toLowerCase()}-${context.area.slug}`
  };
  return { chart, ...(shift === undefined ? {} : { shift }) };
}

/** Beside each chart over the years, that of its quarters; undefined without either. */
export function movedSlot(
  context: Context,
  judged: readonly JudgedHere[],
  quarters: Quarters,
  yearly: readonly ChartModel[]
): Slot | undefined {
  const told = byVerdict(judged.filter(({ named, verdict }) => named && 'others' in verdict));
  const byQuarter = told
    .filter(({ milestone }, i) => told.findIndex((each) => each.milestone === milestone) === i)
    .flatMap((each) => chartOf(context, each, quarters) ?? [])
    .slice(0, DRAWN);
  const drawn = byQuarter.map(({ chart }) => chart);
  if (byQuarter.length + yearly.length === 0) return undefined;
  const beside = yearly.flatMap((chart) => [
    chart,
    ...drawn.filter(({ indicator }) => indicator === chart.indicator)
  ]);
  return {
    id: 'quarters',
    heading: 'When did it move?',
    statements: [
      ...byQuarter.map(({ chart, shift }) => ({
        text: `${chart.title}.${shift === undefined ? '' : ` ${shift}`}`,
        mark: chart.mark,
        ...(chart.indicator === undefined ? {} : { indicator: chart.indicator })
      })),
      ...(byQuarter.length > 0 ? quarterSaid().map((text) => ({ text })) : []),
      ...(byQuarter.length === 0 ? notDrawn(context, judged, quarters, yearly) : [])
    ],
    figures: [],
    charts: [...beside, ...drawn.filter((chart) => !beside.includes(chart))]
  };
}

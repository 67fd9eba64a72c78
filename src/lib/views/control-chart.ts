/** One local series over time against its own limits or its own median, as a chart and its table. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { runChart, type RunChart } from '#lib/stats/run-chart.ts';
import { chartForPoints } from '#lib/stats/which-chart.ts';
import { isHigh, type SpecialCause as BrokenRule } from '#lib/stats/xmr-rules.ts';
import { xmr, type Assurance, type Improvement, type Xmr } from '#lib/stats/xmr.ts';
import type {
  AssuranceIcon,
  ControlPoint,
  DatedNote,
  SpecialCause,
  TableModel,
  VariationIcon
} from './model.ts';
import { controlTable, saidOf, type ControlSpec } from './control-table.ts';

/** One period of the series. */
export interface Timed {
  /** Last day of its period, ISO. */
  readonly end: string;
  readonly label: string;
  readonly cell: Cell;
}

export interface ControlMeasure {
  readonly unit: string;
  readonly decimals: number;
  /** Neutral unless told, as every volume of neglect is. */
  readonly improvement?: Improvement;
  /** Its label comes before its number: `Target`. */
  readonly target?: { readonly value: number; readonly label: string };
  /** Positions, from 1, of the first points of new segments, each with its reason. */
  readonly rebased?: readonly { readonly at: number; readonly reason: string }[];
  readonly milestones?: readonly DatedNote[];
  /** The least and the most the measure can be; 0 and no bound unless told. Limits are drawn within them. */
  readonly least?: number;
  readonly most?: number;
}

export interface ControlChart {
  readonly spec: ControlSpec;
  readonly table: TableModel;
  /** The same message for a reader who does not see the chart. */
  readonly said: string;
}

const CAUSES: Readonly<Record<BrokenRule, SpecialCause>> = {
  'Above UCL': 'outside',
  'Below LCL': 'outside',
  '7 Point Trend (Increasing)': 'trend',
  '7 Point Trend (Decreasing)': 'trend',
  '2 in 3 Above CL': 'twoInThree',
  '2 in 3 Below CL': 'twoInThree',
  '7 Points Above CL': 'shift',
  '7 Points Below CL': 'shift'
};

const ASSURANCES: Readonly<Record<Assurance, AssuranceIcon>> = {
  consistent_pass: 'pass',
  consistent_fail: 'fail',
  inconsistent: 'hitAndMiss'
};

function variationIcon(side: 'high' | 'low' | undefined, improvement: Improvement): VariationIcon {
  if (side === undefined) return 'common';
  if (improvement === 'neutral') return side === 'high' ? 'neutralHigh' : 'neutralLow';
  const improves = (side === 'high') === (improvement === 'increase');
  if (side === 'high') return improves ? 'improvementHigh' : 'concernHigh';
  return improves ? 'improvementLow' : 'concernLow';
}

function common(measure: ControlMeasure) {
  const { unit, decimals, improvement = 'neutral', target, milestones = [] } = measure;
  return {
    kind: 'control' as const,
    unit,
    decimals,
    ...(improvement === 'neutral' ? {} : ({ better: improvement === 'increase' ? 'high' : 'low' } as const)),
    ...(target === undefined ? {} : { target }),
    milestones
  };
}

/** The chart of an XmR result for its periods, which stand in the same order. */
export function controlSpec(result: Xmr, timed: readonly Timed[], measure: ControlMeasure): ControlSpec {
  const { least = 0, most = Infinity, rebased = [], improvement = 'neutral' } = measure;
  const within = (limit: number) => Math.min(most, Math.max(least, limit));
  const points = timed.map(({ end, label, cell }, i): ControlPoint => {
    const point = result.points[i];
    const broken = point?.specialCause ?? null;
    const reason = rebased.find(({ at }) => at === i + 1)?.reason;
    return {
      end,
      label,
      cell,
      ...(point === undefined || !isKnown(cell)
        ? {}
        : { centre: point.mean, lower: within(point.lower), upper: within(point.upper) }),
      ...(broken === null
        ? { cause: 'none' }
        : { cause: CAUSES[broken], side: isHigh(broken) ? 'high' : 'low' }),
      ...(reason === undefined ? {} : { rebased: reason })
    };
  });
  return {
    ...common(measure),
    limits: 'control',
    points,
    variation: variationIcon(points.findLast(({ cell }) => isKnown(cell))?.side, improvement),
    assurance: result.assurance === null ? 'none' : ASSURANCES[result.assurance],
    trial: result.trialLimits
  };
}

/** Which side of the median each period lies on, where it lies in a run longer than chance would make. */
function longRuns({ median, limits }: RunChart, timed: readonly Timed[]): ('high' | 'low' | undefined)[] {
  const sides = timed.map(({ cell }) => (isKnown(cell) ? Math.sign(cell.value - median) : 0));
  const marked: ('high' | 'low' | undefined)[] = timed.map(() => undefined);
  if (limits === undefined) return marked;
  let run: number[] = [];
  const close = () => {
    if (run.length > limits.longestRunMax)
      for (const at of run) marked[at] = (sides[at] ?? 0) > 0 ? 'high' : 'low';
    run = [];
  };
  sides.forEach((side, at) => {
    if (side === 0) return;
    if (side !== sides[run[0] ?? at]) close();
    run.push(at);
  });
  close();
  return marked;
}

/**
 * The chart of a run-chart result for its periods. Where there is a sign, its side is that of the last run too long for
 * chance, or else of the last point off the median. One median holds throughout, so a change of the process is a note.
 */
export function runSpec(result: RunChart, timed: readonly Timed[], measure: ControlMeasure): ControlSpec {
  const marked = longRuns(result, timed);
  const last = timed.findLast(({ cell }) => isKnown(cell) && cell.value !== result.median)?.cell;
  const side = last !== undefined && isKnown(last) && last.value > result.median ? 'high' : 'low';
  const of = marked.findLast((each) => each !== undefined) ?? side;
  const changes = (measure.rebased ?? []).flatMap(({ at, reason }) => {
    const on = timed[at - 1]?.end;
    return on === undefined ? [] : [{ on, label: reason }];
  });
  return {
    ...common(measure),
    milestones: [...(measure.milestones ?? []), ...changes],
    limits: 'run',
    points: timed.map(({ end, label, cell }, i) => {
      const side = marked[i];
      return {
        end,
        label,
        cell,
        ...(isKnown(cell) ? { centre: result.median } : {}),
        ...(side === undefined ? { cause: 'none' } : { cause: 'shift', side })
      };
    }),
    variation: variationIcon(result.signal ? of : undefined, measure.improvement ?? 'neutral'),
    assurance: 'none',
    trial: false
  };
}

/**
 * A control chart where the series has the points for one, a run chart where it has the points for that, by
 * `chartForPoints`; undefined where it has fewer, so that a line or the figures alone must do. Throws where a segment
 * begins outside the series or has no figure.
 */
export function controlChart(
  timed: readonly Timed[],
  measure: ControlMeasure,
  caption: string
): ControlChart | undefined {
  const values = timed.map(({ cell }) => (isKnown(cell) ? cell.value : undefined));
  const kind = chartForPoints(values.filter((value) => value !== undefined).length);
  if (kind !== 'control' && kind !== 'run') return undefined;
  const { improvement, target, rebased = [] } = measure;
  const spec =
    kind === 'run'
      ? runSpec(runChart(values), timed, measure)
      : controlSpec(
          xmr(values, {
            improvement,
            target: target?.value,
            ...(rebased.length === 0
              ? {}
              : {
                  rebaseAt: rebased.map(({ at }) => at),
                  rebaseReason: rebased.map(({ reason }) => reason).join('; ')
                })
          }),
          timed,
          measure
        );
  return { spec, table: controlTable(spec, caption), said: saidOf(spec) };
}

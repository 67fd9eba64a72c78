import type * as Plot from '@observablehq/plot';
import { isKnown } from '#lib/domain/cell.ts';
import type { ControlPoint } from '#lib/views/model.ts';
import type { ControlSpec } from '#lib/views/control-table.ts';
import { drawIcon, ICON } from './control-icons.ts';
import { layoutControl, type ControlLayout } from './control-layout.ts';
import type { Frame } from './frame.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { hatches, missingBox, plainPlot, rules, words, type Word } from './marks.ts';
import { RUN_HEIGHT } from './missing-runs.ts';
import { HAIRLINE, INK, SECONDARY, SENSES, STYLES, WHITE, type Sense } from './palette.ts';
import { discs, polygons, polylines, triangle, type Corner } from './shapes.ts';
import { widthOf } from './text-width.ts';

const { mark: FOCUS } = STYLES.focus;
const LINE = '#3d3d3d';

interface Placed {
  readonly point: ControlPoint;
  readonly index: number;
}

/** Points next to each other, cut where `parts` says that one starts anew and where `keeps` leaves one out. */
function stretches(
  points: readonly ControlPoint[],
  keeps: (point: ControlPoint) => boolean,
  parts: (point: ControlPoint) => boolean
): Placed[][] {
  const all: Placed[][] = [];
  points.forEach((point, index) => {
    if (!keeps(point)) return;
    const open = all.at(-1);
    if (open?.at(-1)?.index === index - 1 && !parts(point)) open.push({ point, index });
    else all.push([{ point, index }]);
  });
  return all;
}

/** A line in level steps, one for each period. */
function steps(
  stretch: readonly Placed[],
  value: (point: ControlPoint) => number | undefined,
  { placeX, placeY, half }: ControlLayout
): Corner[] {
  const corners = stretch.flatMap(({ point, index }): Corner[] => {
    const y = placeY(value(point) ?? NaN);
    return [
      [placeX(index) - half, y],
      [placeX(index) + half, y]
    ];
  });
  return corners.filter(([x, y], i) => {
    const level = corners[i - 1]?.[1] === y && corners[i + 1]?.[1] === y;
    return Number.isFinite(x + y) && !level;
  });
}

function limitLines(layout: ControlLayout): Plot.Markish[] {
  const segments = stretches(
    layout.lined,
    ({ centre }) => centre !== undefined,
    ({ rebased }) => rebased !== undefined
  );
  const of = (value: (point: ControlPoint) => number | undefined) =>
    segments.map((segment) => steps(segment, value, layout));
  const [centres, lowers, uppers] = [
    of(({ centre }) => centre),
    of(({ lower }) => lower),
    of(({ upper }) => upper)
  ];
  const bands = uppers
    .map((upper, i) => [...upper, ...[...(lowers[i] ?? [])].reverse()])
    .filter(({ length }) => length > 3);
  return [
    ...polygons(bands, { fill: FOCUS, fillOpacity: 0.08 }),
    ...polylines([...lowers, ...uppers], { stroke: LINE, strokeWidth: 1.5, strokeDasharray: '6 4' }),
    ...polylines(centres, { stroke: LINE, strokeWidth: 1.75 })
  ];
}

function targetLine({ target, points }: ControlSpec, layout: ControlLayout): Plot.Markish[] {
  if (target === undefined || !points.some(({ cell }) => isKnown(cell))) return [];
  const y = layout.placeY(target.value);
  return rules([{ x1: layout.left, x2: layout.right, y1: y, y2: y }], {
    stroke: INK,
    strokeWidth: 2.25,
    strokeDasharray: '2 3 10 3'
  });
}

/** Sense of a special cause, which only a measure with a good direction has. */
function senseOf(side: 'high' | 'low', better: 'high' | 'low' | undefined): Sense {
  if (better === undefined) return 'neutral';
  return side === better ? 'improvement' : 'concern';
}

/** The series itself: round points, and triangles where there is a special cause. */
function dataMarks({ points, better }: ControlSpec, layout: ControlLayout): Plot.Markish[] {
  const place = ({ point, index }: Placed): Corner[] =>
    isKnown(point.cell) ? [[layout.placeX(index), layout.placeY(point.cell.value)]] : [];
  const lines = stretches(
    points,
    ({ cell }) => isKnown(cell),
    () => false
  ).map((stretch) => stretch.flatMap(place));
  const r = Math.max(2.5, Math.min(4.5, layout.half * 0.9));
  const usual = points.flatMap((point, index) => (point.side === undefined ? place({ point, index }) : []));
  const special = (['high', 'low'] as const).flatMap((side) =>
    polygons(
      points
        .flatMap((point, index) => (point.side === side ? place({ point, index }) : []))
        .map((corner) => triangle(corner, r + 2, side)),
      { fill: SENSES[senseOf(side, better)], stroke: WHITE, strokeWidth: 1 }
    )
  );
  return [
    ...polylines(lines, { stroke: FOCUS, strokeWidth: r < 4 ? 1.5 : 2 }),
    ...discs(usual, r, { fill: FOCUS, stroke: WHITE, strokeWidth: 1 }),
    ...special
  ];
}

/** A 0 above each figure of zero that has room for it. */
function zeros({ points }: ControlSpec, { placeX, bottom }: ControlLayout, frame: Frame): Word[] {
  const width = widthOf('0', frame.small, 700) + 3;
  let free = -Infinity;
  return points.flatMap(({ cell }, i): Word[] => {
    const x = placeX(i);
    if (!isKnown(cell) || cell.value !== 0 || x - width / 2 < free) return [];
    free = x + width / 2;
    const fill = STYLES.focus.text;
    return [{ x, y: bottom - 17, text: '0', size: frame.small, weight: 700, fill, anchor: 'middle' }];
  });
}

function labels(spec: ControlSpec, layout: ControlLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const { head, icons, key, notes, yTicks, yTickText, xTicks, ends, left, right, bottom } = layout;
  const foot = layout.height - Math.max(...xTicks.map(({ lines }) => lines.length)) * line;
  return [
    ...head.map((words, i) => ({ x: 0, y: (i + 0.5) * line, text: words, size: small, fill: SECONDARY })),
    ...icons.flatMap(({ lines, x, y }) =>
      lines.map((words, i) => ({
        x: x + ICON + 9,
        y: y + (i - (lines.length - 1) / 2) * line,
        text: words,
        size: text,
        weight: 700 as const
      }))
    ),
    ...key.map(({ x, y, text }) => ({ x: x + 12, y, text, size: small })),
    ...notes.flatMap(({ lines, left: x, y }) =>
      lines.map((words, i) => ({ x, y: y + (i + 0.5) * line, text: words, size: small }))
    ),
    ...yTicks.map((tick, i) => ({
      x: left - 8,
      y: layout.placeY(tick),
      text: yTickText[i] ?? '',
      size: small,
      fill: SECONDARY,
      anchor: 'end' as const
    })),
    ...xTicks.flatMap(({ lines, x }) =>
      lines.map((words, i) => ({
        x,
        y: foot + (i + 0.5) * line - 2,
        text: words,
        size: small,
        fill: SECONDARY,
        anchor: 'middle' as const
      }))
    ),
    ...ends.flatMap(({ lines, y, weight, fill }) =>
      lines.map((words, i) => ({
        x: right + 16,
        y: y + (i - (lines.length - 1) / 2) * line,
        text: words,
        size: text,
        weight,
        fill
      }))
    ),
    ...zeros(spec, layout, frame),
    ...layout.runs.flatMap(({ words: text, label }): Word[] =>
      label ? [{ x: label.left, y: bottom + label.y, text, size: small }] : []
    )
  ];
}

/**
 * A series against its own limits or its own median: limits in steps, parted where they start anew; special cause as
 * triangles; what kind of variation and what to expect of the target as icons with their words.
 */
export function controlOptions(spec: ControlSpec, frame: Frame): Plot.PlotOptions {
  if (spec.points.length === 0) return nothingSupplied(frame);
  const layout = layoutControl(spec, frame);
  const { left, right, bottom, height, placeY, yTicks, notes, runs } = layout;
  const icons = layout.icons.map(({ icon, x, y }) => drawIcon(icon, [x, y]));
  const fromZero = yTicks[0] === 0;
  const across = (y: number) => ({ x1: left, x2: right, y1: y, y2: y });
  const rule = (kind: 'rebase' | 'milestone') =>
    notes
      .filter((note) => note.kind === kind)
      .map(({ x, ruleY }) => ({ x1: x, x2: x, y1: ruleY, y2: bottom }));
  const leaders = layout.ends.map(({ fromX, fromY, y }) => ({ x1: fromX, y1: fromY, x2: right + 13, y2: y }));
  const half = RUN_HEIGHT / 2;
  const { key } = layout;
  return {
    ...plainPlot(frame, height),
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...rules(yTicks.slice(1).map(placeY).map(across), { stroke: HAIRLINE }),
      ...limitLines(layout),
      ...rules(rule('milestone'), { stroke: SECONDARY, strokeWidth: 1 }),
      ...rules(rule('rebase'), { stroke: SECONDARY, strokeWidth: 1.5, strokeDasharray: '2 4' }),
      ...rules([across(bottom)], { stroke: fromZero ? INK : HAIRLINE }),
      ...targetLine(spec, layout),
      ...rules(leaders, { stroke: SECONDARY, strokeWidth: 0.75 }),
      ...dataMarks(spec, layout),
      ...(['high', 'low'] as const).flatMap((side) =>
        polygons(
          key.filter((item) => item.side === side).map(({ x, y }) => triangle([x, y], 6, side)),
          { fill: SENSES[senseOf(side, spec.better)] }
        )
      ),
      ...runs.map(({ x1, x2, y, reason }) =>
        missingBox({ x1, x2, y1: bottom + y - half, y2: bottom + y + half }, reason, frame)
      ),
      ...icons.flatMap(({ marks }) => marks),
      ...words([...labels(spec, layout, frame), ...icons.flatMap(({ words }) => words)])
    ]
  };
}

import * as Plot from '@observablehq/plot';
import { isKnown } from '#lib/domain/cell.ts';
import type { Point } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { at, hatches, missingBox, plainPlot, rules, words, type Line, type Word } from './marks.ts';
import {
  KEY_GLYPH,
  layoutMultiples,
  RUN_HEIGHT,
  RUN_TOP,
  type MultiplesLayout,
  type MultiplesSpec,
  type PlacedPanel
} from './multiples-layout.ts';
import { HAIRLINE, INK, RANGE_OPACITY, SECONDARY, STYLES, WHITE } from './palette.ts';
import { pieces } from './series-pieces.ts';
import { widthOf } from './text-width.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly lower: number;
  readonly upper: number;
  /** Spots of one piece are joined. */
  readonly piece: string;
  readonly marked: boolean;
}

/** The points of a panel where they stand; a missing year parts them. */
function spotsOf(
  { placeX, placeY }: PlacedPanel,
  index: number,
  points: readonly Point[],
  breaks: readonly number[] = []
): Spot[] {
  const dots = pieces(points, breaks);
  return dots.map((dot, i) => ({
    x: placeX(dot.year),
    y: placeY(dot.value),
    lower: placeY(dot.lower ?? dot.value),
    upper: placeY(dot.upper ?? dot.value),
    piece: `${String(index)} ${String(dot.piece)}`,
    marked:
      i === dots.length - 1 || dot.value === 0 || dots.filter(({ piece }) => piece === dot.piece).length === 1
  }));
}

const WHERE = { x: at<Spot>(({ x }) => x), y: at<Spot>(({ y }) => y) };

function lines(layout: MultiplesLayout, spec: MultiplesSpec): Plot.Markish[] {
  const breaksIn = (panel: string) =>
    (spec.breaks ?? []).filter(({ series }) => series?.includes(panel) !== false).map(({ year }) => year);
  const own = layout.panels.flatMap((placed, i) =>
    spotsOf(placed, i, placed.panel.points, breaksIn(placed.panel.id))
  );
  const behind = layout.panels.flatMap((placed, i) => spotsOf(placed, i, placed.panel.behind ?? []));
  const theirs = STYLES[spec.behind?.role ?? 'england'];
  const { mark } = STYLES.focus;
  const ranged = own.filter(({ lower, upper }) => lower !== upper);
  return [
    Plot.line(behind, {
      ...WHERE,
      z: 'piece',
      stroke: theirs.mark,
      strokeWidth: 1.75,
      strokeLinecap: 'butt',
      ...(theirs.dash === undefined ? {} : { strokeDasharray: '4 3' })
    }),
    Plot.dot(
      behind.filter(({ piece }) => behind.filter((other) => other.piece === piece).length === 1),
      {
        ...WHERE,
        r: 2.5,
        fill: theirs.mark
      }
    ),
    Plot.areaY(ranged, {
      x: WHERE.x,
      y1: at<Spot>(({ lower }) => lower),
      y2: at<Spot>(({ upper }) => upper),
      z: 'piece',
      fill: mark,
      fillOpacity: RANGE_OPACITY
    }),
    ...rules(
      ranged
        .filter(({ piece }) => own.filter((other) => other.piece === piece).length === 1)
        .map(({ x, lower, upper }) => ({ x1: x, x2: x, y1: lower, y2: upper })),
      { stroke: mark, strokeWidth: 1.5 }
    ),
    Plot.line(own, { ...WHERE, z: 'piece', stroke: mark, strokeWidth: 2.5, strokeLinejoin: 'round' }),
    Plot.dot(
      own.filter(({ marked }) => marked),
      { ...WHERE, r: 4, fill: mark, stroke: WHITE, strokeWidth: 1 }
    )
  ];
}

function ground({ panels, ticks, milestones }: MultiplesLayout): Plot.Markish[] {
  const across = (y: number, { left, right }: PlacedPanel): Line => ({ x1: left, x2: right, y1: y, y2: y });
  const drawn = panels.filter(({ panel }) => panel.points.length > 0);
  return [
    ...rules(
      drawn.flatMap((placed) =>
        ticks.filter((tick) => tick > 0).map((tick) => across(placed.placeY(tick), placed))
      ),
      { stroke: HAIRLINE }
    ),
    ...rules(
      drawn.flatMap(({ placeX, top, bottom }) =>
        milestones.map((year) => ({ x1: placeX(year), x2: placeX(year), y1: top - 4, y2: bottom }))
      ),
      { stroke: SECONDARY, strokeWidth: 1 }
    ),
    ...rules(
      drawn.map((placed) => across(placed.bottom, placed)),
      { stroke: INK }
    )
  ];
}

function missing({ panels }: MultiplesLayout, frame: Frame): Plot.Markish[] {
  return panels.flatMap(({ panel, runs, left, right, top, bottom }) => {
    if (panel.points.length === 0)
      return [missingBox({ x1: left, x2: right, y1: top, y2: bottom }, 'notSupplied', frame)];
    const y1 = bottom + RUN_TOP;
    return runs.map(({ x1, x2, reason }) => missingBox({ x1, x2, y1, y2: y1 + RUN_HEIGHT }, reason, frame));
  });
}

function keyOf({ key }: MultiplesLayout, spec: MultiplesSpec): Plot.Markish[] {
  const { mark, dash } = STYLES[spec.behind?.role ?? 'england'];
  return key.flatMap(({ kind, y }) =>
    kind === 'behind'
      ? rules([{ x1: 0, x2: KEY_GLYPH - 9, y1: y, y2: y }], {
          stroke: mark,
          strokeWidth: 1.75,
          ...(dash === undefined ? {} : { strokeDasharray: '4 3' })
        })
      : rules([{ x1: 12, x2: 12, y1: y - 8, y2: y + 8 }], { stroke: SECONDARY, strokeWidth: 1 })
  );
}

function labels(layout: MultiplesLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const top = [
    ...layout.unit.map((words, i) => ({ x: 0, y: (i + 0.5) * line, text: words })),
    ...layout.key.flatMap(({ lines, y }) =>
      lines.map((words, i) => ({ x: KEY_GLYPH, y: y + i * line, text: words }))
    )
  ].map((word) => ({ ...word, size: small, fill: SECONDARY }));
  const [from, to] = layout.years;
  return [
    ...top,
    ...layout.panels.flatMap((placed): Word[] => {
      const { panel, label, labelY, textY, left, right, yearsY, reasons, first, placeX, placeY } = placed;
      const latest = [...panel.points].sort((a, b) => a.year - b.year).at(-1);
      const known = latest !== undefined && isKnown(latest.cell);
      const year = (at: number, anchor: 'start' | 'middle' | 'end', x: number): Word => ({
        x,
        y: yearsY,
        text: String(at),
        size: small,
        fill: SECONDARY,
        anchor
      });
      const half = widthOf(String(from), small) / 2;
      const years =
        panel.points.length === 0
          ? []
          : from === to
            ? [year(to, 'middle', placeX(to))]
            : [
                year(from, 'start', Math.max(left, placeX(from) - half)),
                year(to, 'end', Math.min(right, placeX(to) + half))
              ];
      return [
        ...label.map((words, i) => ({ x: left, y: labelY + (i + 0.5) * line, text: words, size: text })),
        {
          x: left,
          y: textY,
          text: panel.text,
          size: text,
          weight: 700,
          ...(known ? { fill: STYLES.focus.text } : {})
        },
        ...(first && panel.points.length > 0
          ? layout.ticks.map((tick, i) => ({
              x: left - 6,
              y: placeY(tick),
              text: layout.tickText[i] ?? '',
              size: small,
              fill: SECONDARY,
              anchor: 'end' as const
            }))
          : []),
        ...years,
        ...reasons.map((words, i) => ({ x: left, y: yearsY + (i + 1) * line, text: words, size: small }))
      ];
    })
  ];
}

/** One small panel for each member on one scale, its latest value in words and the comparator behind it. */
export function multiplesOptions(spec: MultiplesSpec, frame: Frame): Plot.PlotOptions {
  if (spec.panels.length === 0) return nothingSupplied(frame);
  const layout = layoutMultiples(spec, frame);
  return {
    ...plainPlot(frame, layout.height),
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...ground(layout),
      ...lines(layout, spec),
      ...missing(layout, frame),
      ...keyOf(layout, spec),
      ...words(labels(layout, frame))
    ]
  };
}

import type * as Plot from '@observablehq/plot';
import { isKnown } from '#lib/domain/cell.ts';
import type { Frame } from './frame.ts';
import {
  box,
  HATCHED,
  hatches,
  missingBox,
  plainPlot,
  rules,
  uprights,
  words,
  type Box,
  type Word
} from './marks.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import {
  barWords,
  KEY_MARK,
  layoutPyramid,
  type PlacedBar,
  type PyramidLayout,
  type PyramidSpec,
  type Side
} from './pyramid-layout.ts';
import { widthOf } from './text-width.ts';
import { namedTicks } from './ticks.ts';

/** A box from one length to another of a half, whichever way that grows. */
function along({ zero, way }: Side, from: number, to: number, y: number, thickness: number): Box {
  const [a, b] = [zero + way * from, zero + way * to];
  return { x1: Math.min(a, b), x2: Math.max(a, b), y1: y - thickness / 2, y2: y + thickness / 2 };
}

function drawBar({ bar }: PlacedBar, side: Side, y: number, { thickness }: PyramidLayout, frame: Frame) {
  const { cell, lower, upper } = bar;
  const { mark, fill } = STYLES.focus;
  if (!isKnown(cell)) {
    if (cell.reason === 'withheld')
      return [missingBox(along(side, 6, 6 + HATCHED, y, thickness), cell.reason, frame)];
    const width = widthOf(barWords(bar), frame.text) + 14;
    return [missingBox(along(side, 5, 5 + width, y, thickness), cell.reason, frame)];
  }
  if (cell.value === 0) return [box(along(side, -1, 3, y, thickness), { fill: mark })];
  const length = Math.abs(side.place(cell.value) - side.zero);
  const bars = [box(along(side, 0, length, y, thickness), { fill, stroke: mark, strokeWidth: 1.5 })];
  if (lower === undefined || upper === undefined) return bars;
  const [x1, x2] = [side.place(lower), side.place(upper)];
  const lines = [
    { x1, x2, y1: y, y2: y },
    { x1, x2: x1, y1: y - 5, y2: y + 5 },
    { x1: x2, x2, y1: y - 5, y2: y + 5 }
  ];
  return [
    ...bars,
    ...rules(lines, { stroke: WHITE, strokeWidth: 5, strokeLinecap: 'square' }),
    ...rules(lines, { stroke: INK, strokeWidth: 1.75 })
  ];
}

/** The dashed marks of the comparator, on a white ground so that they are seen on a bar; none through words. */
function behind(layout: PyramidLayout, spec: PyramidSpec, frame: Frame): Plot.Markish[] {
  const { mark } = STYLES[spec.behind?.role ?? 'england'];
  const reach = layout.thickness / 2 + 4;
  const lines = layout.rows.flatMap(({ bars, y }) =>
    bars.flatMap(({ bar, textX }, i) => {
      const side = layout.sides[i];
      if (!side || !bar.behind || !isKnown(bar.behind)) return [];
      const x = side.place(bar.behind.value);
      const from = Math.abs(textX - side.zero);
      const at = Math.abs(x - side.zero);
      const inWords = at > from - 4 && at < from + widthOf(barWords(bar), frame.text) + 4;
      if (!isKnown(bar.cell) && inWords) return [];
      return [{ x1: x, x2: x, y1: y - reach, y2: y + reach }];
    })
  );
  return [
    ...rules(lines, { stroke: WHITE, strokeWidth: 5, strokeLinecap: 'butt' }),
    ...rules(lines, { stroke: mark, strokeWidth: 2.5, strokeDasharray: '4 3', strokeLinecap: 'butt' }),
    ...(layout.key
      ? rules([{ x1: 6, x2: 6, y1: layout.key.y - 9, y2: layout.key.y + 9 }], {
          stroke: mark,
          strokeWidth: 2.5,
          strokeDasharray: '4 3',
          strokeLinecap: 'butt'
        })
      : [])
  ];
}

function labels(layout: PyramidLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const { sides, ticks, tickText, key } = layout;
  const said = (lines: readonly string[], x: number, y: number): Word[] =>
    lines.map((words, i) => ({ x, y: y + i * line, text: words, size: small, fill: SECONDARY }));
  const two = sides.length > 1;
  const end = ({ way }: Side): 'start' | 'end' => (way < 0 ? 'end' : 'start');
  return [
    ...said(layout.unit, 0, line / 2),
    ...(key ? said(key.lines, KEY_MARK, key.y) : []),
    ...(two
      ? sides.flatMap((side) =>
          side.name.map((words, i) => ({
            x: side.zero,
            y: layout.nameY + (i + 0.5) * line,
            text: words,
            size: text,
            weight: 700 as const,
            anchor: end(side)
          }))
        )
      : []),
    ...sides.flatMap((side, i) => {
      const named = namedTicks(ticks, (tick) => Math.abs(side.place(tick) - side.zero), small);
      return named.map((tick) => ({
        x: side.place(tick),
        y: layout.height - 12,
        text: tickText[ticks.indexOf(tick)] ?? '',
        size: small,
        fill: SECONDARY,
        anchor: two && tick === 0 ? (i === 0 ? ('end' as const) : ('start' as const)) : ('middle' as const)
      }));
    }),
    ...layout.rows.flatMap(({ label, labelY, bars, y }): Word[] => [
      ...label.map((words, i) => ({
        x: layout.labelX,
        y: labelY + (i + 0.5) * line,
        text: words,
        size: text,
        anchor: layout.anchor
      })),
      ...bars.flatMap(({ bar, textX }, i): Word[] => {
        const side = sides[i];
        if (!side) return [];
        const known = isKnown(bar.cell);
        return [
          {
            x: textX,
            y,
            text: barWords(bar),
            size: text,
            weight: known ? 700 : 400,
            fill: known ? STYLES.focus.text : INK,
            anchor: end(side)
          }
        ];
      })
    ])
  ];
}

/** Bands of age down; bars on one scale to both sides of their names, or to the right of them alone. */
export function pyramidOptions(spec: PyramidSpec, frame: Frame): Plot.PlotOptions {
  if (spec.rows.length === 0) return nothingSupplied(frame);
  const layout = layoutPyramid(spec, frame);
  return {
    ...plainPlot(frame, layout.height),
    marks: [
      hatches(frame),
      ...layout.sides.flatMap(({ place }) => uprights(layout.ticks, place, layout.top, layout.bottom)),
      ...layout.rows.flatMap(({ bars, y }) =>
        bars.flatMap((placed, i) => {
          const side = layout.sides[i];
          return side ? drawBar(placed, side, y, layout, frame) : [];
        })
      ),
      ...rules(
        layout.sides.map(({ zero }) => ({ x1: zero, x2: zero, y1: layout.top, y2: layout.bottom })),
        { stroke: INK, strokeWidth: 1.25 }
      ),
      ...behind(layout, spec, frame),
      ...words(labels(layout, frame))
    ]
  };
}

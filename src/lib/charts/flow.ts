import type * as Plot from '@observablehq/plot';
import { arrowCorners, layoutFlow, MISSING_THICKNESS, type FlowArrow, type FlowSpec } from './flow-layout.ts';
import type { Frame } from './frame.ts';
import { box, hatch, hatches, plainPlot, rules, words, type Word } from './marks.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { ALL_FILL, INK, SECONDARY, STYLES, TICK, WHITE } from './palette.ts';
import { polygons } from './shapes.ts';

function drawArrow(arrow: FlowArrow, frame: Frame): Plot.Markish[] {
  const { state, from, y } = arrow;
  switch (state.kind) {
    case 'counted':
      return polygons([arrowCorners(arrow, state.thickness)], {
        fill: ALL_FILL,
        stroke: STYLES.focus.mark,
        strokeWidth: 1.5
      });
    case 'none':
      return [box({ x1: from - 2, x2: from + 2, y1: y - 6, y2: y + 6 }, { fill: STYLES.focus.mark })];
    case 'missing':
      return polygons(
        [arrowCorners(arrow, MISSING_THICKNESS)],
        state.reason === 'withheld'
          ? { fill: hatch(frame, 'withheld'), stroke: SECONDARY, strokeWidth: 1 }
          : { fill: WHITE, stroke: SECONDARY, strokeWidth: 1.25, strokeDasharray: '4 3' }
      );
  }
}

/**
 * Movements between tiers: a column for each tier from least help to most, and an arrow for each movement, as wide as
 * its count. Place and words tell up from down; no colour does.
 */
export function flowOptions(spec: FlowSpec, frame: Frame): Plot.PlotOptions {
  const { arrows, texts, columns, top, bottom, height } = layoutFlow(spec, frame);
  if (arrows.length === 0) return nothingSupplied(frame);
  const said = texts.map(({ text, x, y, anchor, weight, kind }): Word => ({
    text,
    x,
    y,
    anchor,
    weight,
    size: kind === 'unit' ? frame.small : frame.text,
    fill: kind === 'unit' ? SECONDARY : INK
  }));
  return {
    ...plainPlot(frame, height),
    marks: [
      hatches(frame),
      ...rules(
        columns.map((x) => ({ x1: x, x2: x, y1: top, y2: bottom })),
        { stroke: TICK, strokeWidth: 1.5 }
      ),
      ...arrows.flatMap((arrow) => drawArrow(arrow, frame)),
      ...words(said)
    ]
  };
}

import type * as Plot from '@observablehq/plot';
import type { FunnelSpec } from '#lib/views/funnel.ts';
import type { FunnelArea } from '#lib/views/model.ts';
import { number } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { DOT, layoutFunnel, tickHalf, type FunnelLayout } from './funnel-layout.ts';
import { hatches, plainPlot, rules, words, type Word } from './marks.ts';
import { HAIRLINE, INK, SECONDARY, STYLES, TICK, WHITE } from './palette.ts';
import { diamond, discs, polygons, polylines, specks, type Corner } from './shapes.ts';
import { tickDecimals } from './ticks.ts';

const KEY_X = 8;

function limits({ curves }: FunnelLayout): Plot.Markish[] {
  return [
    ...polygons([curves.inside], { fill: INK, fillOpacity: 0.05 }),
    ...polylines(curves.at95, { stroke: SECONDARY, strokeWidth: 1.5, strokeDasharray: '2 3' }),
    ...polylines(curves.at998, { stroke: SECONDARY, strokeWidth: 1.5 })
  ];
}

/** Every other area small and grey, similar areas as diamonds, named areas in their colour, the focus largest. */
function dots({ areas }: FunnelSpec, { placeX, placeY }: FunnelLayout): Plot.Markish[] {
  const place = ({ size, value }: FunnelArea): Corner => [placeX(size), placeY(value)];
  const of = (role: FunnelArea['role']) => areas.filter((area) => area.role === role).map(place);
  const solid = (role: 'second' | 'third' | 'fourth' | 'england' | 'region') =>
    discs(of(role), DOT.named, { fill: STYLES[role].mark, stroke: WHITE, strokeWidth: 1 });
  return [
    ...specks(of(undefined), DOT.other, TICK),
    ...similar(of('neighbours')),
    ...(['region', 'england', 'fourth', 'third', 'second'] as const).flatMap(solid),
    ...discs(of('focus'), DOT.focus, { fill: STYLES.focus.mark, stroke: WHITE, strokeWidth: 1.5 })
  ];
}

function similar(middles: readonly Corner[]): Plot.Markish[] {
  const { fill, mark } = STYLES.neighbours;
  return polygons(
    middles.map((middle) => diamond(middle, DOT.named)),
    { fill, stroke: mark, strokeWidth: 1.5 }
  );
}

function labels(layout: FunnelLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const { head, key, yTicks, yTickText, xNamed, xTicks, axis, ends, named, left, right, bottom } = layout;
  const quiet = { size: small, fill: SECONDARY };
  return [
    ...head.map((words, i) => ({ ...quiet, x: 0, y: (i + 0.5) * line, text: words })),
    ...(key === undefined ? [] : [{ x: KEY_X + 12, y: key.y, text: key.text, size: small }]),
    ...yTicks.map((tick, i) => ({
      ...quiet,
      x: left - 8,
      y: layout.placeY(tick),
      text: yTickText[i] ?? '',
      anchor: 'end' as const
    })),
    ...xNamed.map((tick) => {
      const text = number(tick, tickDecimals(xTicks));
      const x = Math.min(frame.width - tickHalf(text, frame), layout.placeX(tick));
      return { ...quiet, x, y: bottom + 7 + line / 2, text, anchor: 'middle' as const };
    }),
    ...axis.map((words, i) => ({ ...quiet, x: left, y: bottom + 7 + (i + 1.5) * line, text: words })),
    ...ends.flatMap(({ lines, y, weight }) =>
      lines.map((words, i) => ({
        x: right + 18,
        y: y + (i - (lines.length - 1) / 2) * line,
        text: words,
        size: text,
        weight
      }))
    ),
    ...named.flatMap(({ lines, box, weight, fill }) =>
      lines.map((words, i) => ({
        x: (box.left + box.right) / 2,
        y: box.top + (i + 0.5) * line,
        text: words,
        size: text,
        weight,
        fill,
        anchor: 'middle' as const
      }))
    )
  ];
}

/** Areas by size and value about a target, with the 95% and 99.8% limits of chance as curves that close with size. */
export function funnelOptions(spec: FunnelSpec, frame: Frame): Plot.PlotOptions {
  if (spec.areas.length === 0) return nothingSupplied(frame);
  const layout = layoutFunnel(spec, frame);
  const { left, right, bottom, height, placeX, placeY, yTicks, xTicks, ends, endX, named, key } = layout;
  const across = (y: number) => ({ x1: left, x2: right, y1: y, y2: y });
  return {
    ...plainPlot(frame, height),
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...rules(yTicks.slice(1).map(placeY).map(across), { stroke: HAIRLINE }),
      ...limits(layout),
      ...rules([across(bottom)], { stroke: yTicks[0] === 0 ? INK : HAIRLINE }),
      ...rules(
        xTicks.map(placeX).map((x) => ({ x1: x, x2: x, y1: bottom, y2: bottom + 5 })),
        { stroke: SECONDARY }
      ),
      ...rules([across(placeY(spec.target.value))], {
        stroke: STYLES.england.mark,
        strokeWidth: 2,
        strokeDasharray: '7 4'
      }),
      ...rules(
        ends.map(({ fromY, y }) => ({ x1: endX + 2, y1: fromY, x2: right + 15, y2: y })),
        { stroke: SECONDARY, strokeWidth: 0.75 }
      ),
      ...dots(spec, layout),
      ...rules(
        named.flatMap(({ leader }) =>
          leader ? [{ x1: leader[0][0], y1: leader[0][1], x2: leader[1][0], y2: leader[1][1] }] : []
        ),
        { stroke: INK, strokeWidth: 1 }
      ),
      ...(key === undefined ? [] : similar([[KEY_X, key.y]])),
      ...words(labels(layout, frame))
    ]
  };
}

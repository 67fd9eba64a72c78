import * as Plot from '@observablehq/plot';
import { isKnown } from '#lib/domain/cell.ts';
import type { Series } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { RUN_HEIGHT } from './missing-runs.ts';
import { hatches, missingBox, rules, words, type Word } from './marks.ts';
import { DRAWN, HAIRLINE, INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import { layoutSeries, type SeriesLayout, type SeriesSpec } from './series-layout.ts';
import { alone, breaksOf, pieces, type Dot } from './series-pieces.ts';
import { band, ranges } from './series-ranges.ts';

function lines(series: Series, dots: readonly Dot[]): Plot.Markish[] {
  const style = STYLES[series.role];
  const where = { x: 'year', y: 'value', z: 'piece' } as const;
  const line = Plot.line(dots, {
    ...where,
    stroke: style.mark,
    strokeWidth: style.width,
    strokeLinecap: 'butt',
    strokeLinejoin: 'round',
    ...(style.dash === undefined ? {} : { strokeDasharray: style.dash })
  });
  if (series.role !== 'neighbours') return [line];
  return [line, Plot.line(dots, { ...where, stroke: style.fill, strokeWidth: style.width - 2.5 })];
}

/** Every point of the focus; of the others the last, and those that no line reaches. */
function dotsOf(series: Series, dots: readonly Dot[], chosen?: number): Plot.Markish[] {
  const focus = series.role === 'focus';
  const shown = dots.filter(
    (dot, i) => focus || i === dots.length - 1 || alone(dot, dots) || dot.value === 0
  );
  const { mark, fill } = STYLES[series.role];
  const solid = fill === mark;
  return [
    Plot.dot(shown, {
      x: 'year',
      y: 'value',
      r: (dot: Dot) => (focus && dot.year === chosen ? 6 : dot === dots.at(-1) || dot.value === 0 ? 5 : 3.5),
      fill: solid ? mark : fill,
      stroke: solid ? WHITE : mark,
      strokeWidth: solid ? 1 : 1.75
    })
  ];
}

function labels(spec: SeriesSpec, layout: SeriesLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const unit = layout.unit.map((words, i) => ({
    x: 0,
    y: (i + 0.5) * line,
    text: words,
    size: small,
    fill: SECONDARY
  }));
  const yTicks = layout.yTicks.map((tick, i) => ({
    x: layout.left - 8,
    y: layout.placeY(tick),
    text: layout.yTickText[i] ?? '',
    size: small,
    fill: SECONDARY,
    anchor: 'end' as const
  }));
  const xTicks = layout.xTicks.map((tick) => ({
    x: layout.placeX(tick.year),
    y: layout.height - 10,
    text: tick.text,
    size: small,
    ...(tick.year === layout.chosen?.year ? { weight: 700 as const } : { fill: SECONDARY }),
    anchor: 'middle' as const
  }));
  const value = layout.chosen?.value;
  const chosen =
    layout.chosen === undefined || value === undefined
      ? []
      : [
          {
            x: layout.placeX(layout.chosen.year),
            y: value.y,
            text: value.text,
            size: text,
            weight: 700 as const,
            fill: STYLES.focus.text,
            anchor: 'middle' as const
          }
        ];
  const ends = layout.ends.flatMap(({ lines, y, weight, fill }) =>
    lines.map((words, i) => ({
      x: layout.right + 16,
      y: y + (i - (lines.length - 1) / 2) * line,
      text: words,
      size: text,
      weight,
      fill
    }))
  );
  const notes = layout.annotations.flatMap(({ lines, left, y }) =>
    lines.map((words, i) => ({ x: left, y: y + (i + 0.5) * line, text: words, size: small }))
  );
  const zeros = spec.series
    .filter(({ role }) => role === 'focus')
    .flatMap(({ points }) => points)
    .filter(({ cell }) => isKnown(cell) && cell.value === 0)
    .filter(({ year }) => year !== layout.chosen?.year)
    .map(({ year }) => ({
      x: layout.placeX(year),
      y: layout.bottom - 16,
      text: '0',
      size: small,
      weight: 700 as const,
      fill: STYLES.focus.text,
      anchor: 'middle' as const
    }));
  return [...unit, ...yTicks, ...xTicks, ...notes, ...ends, ...zeros, ...chosen];
}

/** From the area's own value in the chosen year down to that year's name. */
function chosenMark({ chosen, placeX, placeY, top, bottom }: SeriesLayout): Plot.Markish[] {
  if (chosen === undefined) return [];
  const x = placeX(chosen.year);
  const from = chosen.value === undefined ? top : placeY(chosen.value.number);
  return rules([{ x1: x, x2: x, y1: from, y2: bottom + 6 }], { stroke: INK, strokeWidth: 1.25 });
}

function missing(layout: SeriesLayout, frame: Frame): Plot.Markish[] {
  const texts = layout.runs.flatMap(({ words: text, label }): Word[] =>
    label ? [{ x: label.left, y: layout.bottom + label.y, text, size: frame.small }] : []
  );
  const half = RUN_HEIGHT / 2;
  return [
    ...layout.runs.map(({ x1, x2, y, reason }) =>
      missingBox({ x1, x2, y1: layout.bottom + y - half, y2: layout.bottom + y + half }, reason, frame)
    ),
    ...words(texts)
  ];
}

/** Lines over reporting years from zero, with breaks, milestones, ranges, a band, and places for what is missing. */
export function seriesOptions(spec: SeriesSpec, frame: Frame): Plot.PlotOptions {
  if (spec.series.every(({ points }) => points.length === 0)) return nothingSupplied(frame);
  const layout = layoutSeries(spec, frame);
  const drawn = [...spec.series]
    .sort((a, b) => DRAWN.indexOf(a.role) - DRAWN.indexOf(b.role))
    .map((series) => ({ series, dots: pieces(series.points, breaksOf(series, spec.breaks)) }));
  const rule = (kind: 'break' | 'milestone') =>
    layout.annotations
      .filter((note) => note.kind === kind)
      .map(({ at, ruleY }) => ({
        x1: layout.placeX(at),
        x2: layout.placeX(at),
        y1: ruleY,
        y2: layout.bottom
      }));
  const leaders = layout.ends.map((end) => ({
    x1: layout.placeX(end.year) + 7,
    y1: layout.placeY(end.value),
    x2: layout.right + 13,
    y2: end.y
  }));
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: { type: 'linear', domain: layout.years, range: layout.years.map(layout.placeX), axis: null },
    y: {
      type: 'linear',
      domain: [0, layout.yTicks.at(-1) || 1],
      range: [layout.bottom, layout.top],
      axis: null
    },
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...rules(
        layout.yTicks
          .filter((tick) => tick > 0)
          .map(layout.placeY)
          .map((y) => ({ x1: layout.left, x2: layout.right + 6, y1: y, y2: y })),
        { stroke: HAIRLINE }
      ),
      ...rules(rule('milestone'), { stroke: SECONDARY, strokeWidth: 1 }),
      ...rules(rule('break'), { stroke: SECONDARY, strokeWidth: 1.5, strokeDasharray: '2 4' }),
      ...band(spec),
      ...drawn.flatMap(({ series, dots }) => ranges(series, dots, spec.band !== undefined)),
      ...rules([{ x1: layout.left, x2: layout.right + 6, y1: layout.bottom, y2: layout.bottom }], {
        stroke: INK
      }),
      ...chosenMark(layout),
      ...rules(leaders, { stroke: SECONDARY, strokeWidth: 0.75 }),
      ...drawn.flatMap(({ series, dots }) => lines(series, dots)),
      ...drawn.flatMap(({ series, dots }) => dotsOf(series, dots, layout.chosen?.year)),
      ...missing(layout, frame),
      ...words(labels(spec, layout, frame))
    ]
  };
}

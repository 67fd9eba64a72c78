import * as Plot from '@observablehq/plot';
import { isKnown, REASON_WORDS } from '#lib/domain/cell.ts';
import type { ChartSpec, Row } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { at, hatches, missingBox, plainY, rules, uprights, words, type Word } from './marks.ts';
import { INK, RANGE_OPACITY, SECONDARY, STYLES, TICK } from './palette.ts';
import { placeLanes, ruleEnd } from './place-lanes.ts';
import { widest, widthOf, wrap } from './text-width.ts';
import { namedTicks, tickDecimals, ticksTo } from './ticks.ts';

export type StripSpec = Extract<ChartSpec, { kind: 'strip' }>;

interface Named {
  readonly row: Row;
  readonly value: number;
  readonly lines: readonly string[];
  /** Left edge of the words below; middle of those above. */
  readonly left: number;
  readonly y: number;
  /** Where its rule ends. */
  readonly ruleY: number;
}

interface StripLayout {
  readonly unit: readonly string[];
  /** The focus, in large type above the strip. */
  readonly above: readonly Named[];
  readonly below: readonly Named[];
  readonly missing: readonly { readonly row: Row; readonly y: number }[];
  readonly strip: readonly [number, number];
  readonly bottom: number;
  readonly height: number;
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

const INSET = 10;
const BIG = 1.25;

function layoutStrip(spec: StripSpec, frame: Frame): StripLayout {
  const wide = frame.size === 'wide';
  const key = `each thin line is one of ${number(spec.others.length, 0)} authorities`;
  const ranged = spec.rows.some(({ upper }) => upper !== undefined);
  const range = ranged ? '; shading shows the range' : '';
  const unit = wrap(`${sentence(spec.unit)}; ${key}${range}`, frame.width, frame.small);
  const known = spec.rows.flatMap((row) => (isKnown(row.cell) ? [{ row, value: row.cell.value }] : []));
  const reach = [...spec.others, ...known.map(({ value, row }) => Math.max(value, row.upper ?? 0))];
  const ticks = reach.length === 0 ? [0] : ticksTo(Math.max(...reach), wide ? 6 : 4, false);
  const max = ticks.at(-1) || 1;
  const place = (value: number) => INSET + (value / max) * (frame.width - 2 * INSET);

  let y = unit.length * frame.line + 8;
  const missing = spec.rows
    .filter(({ cell }) => !isKnown(cell))
    .map((row) => {
      y += frame.line + 6;
      return { row, y: y - (frame.line + 6) / 2 };
    });
  const big = frame.text * BIG;
  const bigLine = frame.line * BIG;
  const above = known
    .filter(({ row }) => row.role === 'focus')
    .map(({ row, value }) => {
      const lines = wrap(`${row.label} ${row.text}`, wide ? 420 : frame.width, big, 700);
      const width = widest(lines, big, 700);
      const left = Math.max(0, Math.min(frame.width - width, place(value) - width / 2)) + width / 2;
      const named = { row, value, lines, left, y, ruleY: 0 };
      y += lines.length * bigLine;
      return named;
    });
  const strip: [number, number] = [y + 14, y + 14 + (wide ? 44 : 40)];

  const comparators = known.filter(({ row }) => row.role !== 'focus');
  const texts = comparators.map(({ row }) => wrap(`${row.label} ${row.text}`, wide ? 260 : 160, frame.text));
  const hung = placeLanes(
    comparators.map(({ value }, i) => ({ x: place(value), width: widest(texts[i] ?? [], frame.text) })),
    0,
    frame.width
  );
  const lanes = Math.max(0, ...hung.map(({ lane }) => lane + 1));
  const starts: number[] = [];
  y = strip[1] + 14;
  for (let lane = 0; lane < lanes; lane++) {
    starts.push(y);
    y += Math.max(...texts.map((lines, i) => (hung[i]?.lane === lane ? lines.length : 0))) * frame.line + 4;
  }
  const below = comparators.map(({ row, value }, i) => {
    const words = hung[i] ?? { lane: 0, left: 0, right: 0 };
    const top = starts[words.lane] ?? y;
    const ruleY = ruleEnd(place(value), words, top, frame.line);
    return { row, value, lines: texts[i] ?? [], left: words.left, y: top, ruleY };
  });
  return { unit, above, below, missing, strip, bottom: y + 6, height: y + 34, ticks, place };
}

/** One thin upright for each authority, all in one path: a hundred and fifty elements would weigh on the page. */
function authorities(values: readonly number[], [top, bottom]: readonly [number, number]): Plot.Markish {
  const strokes = values.flatMap((value) => [
    { value, y: top },
    { value, y: bottom },
    { value, y: NaN }
  ]);
  return Plot.line(strokes, {
    x: 'value',
    y: at<{ y: number }>(({ y }) => y),
    stroke: TICK,
    strokeWidth: 1.25,
    strokeLinecap: 'butt'
  });
}

function marksOf(layout: StripLayout): Plot.Markish[] {
  const [top, bottom] = layout.strip;
  const upright = ({ value }: Named, y1: number, y2: number) => {
    const x = layout.place(value);
    return { x1: x, x2: x, y1, y2 };
  };
  const comparators = layout.below.flatMap((named) => {
    const { mark, fill, dash } = STYLES[named.row.role];
    const line = [upright(named, top - 6, named.ruleY)];
    const hollow = named.row.role === 'neighbours';
    return [
      ...rules(line, {
        stroke: mark,
        strokeWidth: hollow ? 5 : 2.5,
        ...(dash === undefined ? {} : { strokeDasharray: '5 3' })
      }),
      ...(hollow ? rules(line, { stroke: fill, strokeWidth: 2.5 }) : [])
    ];
  });
  const focus = layout.above.flatMap((named) => {
    const { mark } = STYLES.focus;
    const x = layout.place(named.value);
    const { lower, upper } = named.row;
    const range =
      lower === undefined || upper === undefined
        ? []
        : [
            Plot.rect([named], {
              x1: () => lower,
              x2: () => upper,
              y1: at(() => top - 4),
              y2: at(() => bottom + 4),
              fill: mark,
              fillOpacity: RANGE_OPACITY,
              stroke: mark,
              strokeWidth: 1
            })
          ];
    return [
      ...range,
      ...rules([upright(named, top - 8, bottom + 8)], { stroke: mark, strokeWidth: 5 }),
      Plot.dot([named], {
        x: at(() => x),
        y: at(() => top - 6),
        symbol: 'circle',
        r: 7,
        fill: mark
      })
    ];
  });
  return [...comparators, ...focus];
}

function labels(layout: StripLayout, frame: Frame): Word[] {
  const big = frame.text * BIG;
  const name = ({ row, lines, left, y }: Named, size: number, line: number): Word[] =>
    lines.map((text, i) => ({
      x: left,
      y: y + (i + 0.5) * line,
      text,
      size,
      ...(row.role === 'focus' ? { weight: 700 as const, anchor: 'middle' as const } : {}),
      fill: STYLES[row.role].text
    }));
  const decimals = tickDecimals(layout.ticks);
  return [
    ...layout.unit.map((text, i) => ({
      x: 0,
      y: (i + 0.5) * frame.line,
      text,
      size: frame.small,
      fill: SECONDARY
    })),
    ...namedTicks(layout.ticks, layout.place, frame.small).map((tick, i) => {
      const text = number(tick, decimals);
      const half = widthOf(text, frame.small) / 2;
      const x = Math.max(half, Math.min(frame.width - half, layout.place(tick)));
      return {
        x,
        y: layout.height - 12,
        text,
        size: frame.small,
        fill: SECONDARY,
        anchor: 'middle' as const,
        i
      };
    }),
    ...layout.above.flatMap((named) => name(named, big, frame.line * BIG)),
    ...layout.below.flatMap((named) => name(named, frame.text, frame.line)),
    ...layout.missing.map(({ row, y }) => ({
      x: 44,
      y,
      text: `${row.label}: ${isKnown(row.cell) ? '' : REASON_WORDS[row.cell.reason]}`,
      size: frame.text,
      weight: row.role === 'focus' ? (700 as const) : (400 as const)
    }))
  ];
}

/** Every authority a thin line on one scale; the focus large above it, comparators named below it. */
export function stripOptions(spec: StripSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutStrip(spec, frame);
  const [, bottom] = layout.strip;
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: {
      type: 'linear',
      domain: [0, layout.ticks.at(-1) || 1],
      range: [INSET, frame.width - INSET],
      axis: null
    },
    y: plainY(layout.height),
    r: { type: 'identity' },
    marks: [
      hatches(frame),
      ...uprights(layout.ticks, layout.place, bottom, layout.bottom),
      ...rules([{ x1: INSET, x2: frame.width - INSET, y1: bottom, y2: bottom }], { stroke: INK }),
      authorities(spec.others, layout.strip),
      ...marksOf(layout),
      ...layout.missing.flatMap(({ row, y }) =>
        isKnown(row.cell) ? [] : [missingBox({ x1: 4, x2: 36, y1: y - 8, y2: y + 8 }, row.cell.reason, frame)]
      ),
      ...words(labels(layout, frame))
    ]
  };
}

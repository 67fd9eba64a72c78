import type * as Plot from '@observablehq/plot';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import type { ChartSpec, Rung } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import { fitScale } from './bars.ts';
import type { Frame } from './frame.ts';
import {
  box,
  dataBox,
  hatches,
  missingPlace,
  plainY,
  rules,
  uprights,
  words,
  zeroLine,
  type Word
} from './marks.ts';
import { ALL_FILL, HAIRLINE, INK, SECONDARY, STYLES } from './palette.ts';
import { widest, wrap } from './text-width.ts';
import { namedTicks, tickDecimals, ticksTo } from './ticks.ts';

export type LadderSpec = Extract<ChartSpec, { kind: 'ladder' }>;

/** One bar of a rung: all its children, or those of them with neglect recorded. */
interface Bar {
  readonly cell: Cell;
  readonly caption: string;
  readonly text: readonly string[];
  readonly neglect: boolean;
  readonly captionY: number;
  readonly y: number;
  readonly thickness: number;
}

interface Placed {
  readonly rung: Rung;
  readonly label: readonly string[];
  readonly top: number;
  readonly bottom: number;
  readonly bars: readonly Bar[];
}

interface LadderLayout {
  readonly above: readonly Placed[];
  readonly rungs: readonly Placed[];
  readonly zero: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly unit: readonly string[];
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

const ALL = 'All children';
const NEGLECT = 'Of them, neglect recorded';
const RAILS = [3, 27] as const;
const LABEL_LEFT = 42;

function layoutLadder(spec: LadderSpec, frame: Frame): LadderLayout {
  const wide = frame.size === 'wide';
  const zero = wide ? LABEL_LEFT + widest([ALL, NEGLECT], frame.small) + 14 : LABEL_LEFT;
  const room = frame.width - zero;
  const textMax = wide ? room * 0.6 : room * 0.55;
  const unit = wrap(sentence(spec.unit), frame.width, frame.small);

  const barsOf = (rung: Rung, top: number): { bars: Bar[]; bottom: number } => {
    const entries = [
      { cell: rung.all, caption: ALL, text: rung.allText, neglect: false },
      ...(rung.place === 'above' && !isThere(rung.neglect)
        ? []
        : [{ cell: rung.neglect, caption: NEGLECT, text: rung.neglectText, neglect: true }])
    ];
    let y = top;
    const bars = entries.map(({ cell, caption, text, neglect }) => {
      const lines = wrap(text, isKnown(cell) ? textMax : room - 60, frame.text, neglect ? 700 : 400);
      const thickness = rung.place === 'above' ? 14 : 18;
      const height = Math.max(thickness, lines.length * frame.line) + (wide ? 8 : 10);
      const captionHeight = wide ? 0 : frame.line;
      const middle = y + captionHeight + height / 2;
      const captionY = wide ? middle : y + frame.line / 2;
      y += captionHeight + height;
      return { cell, caption, text: lines, neglect, captionY, y: middle, thickness };
    });
    return { bars, bottom: y };
  };

  let y = unit.length * frame.line + 12;
  const top = y;
  const placeRung = (rung: Rung): Placed => {
    const from = y;
    const label = wrap(rung.label, frame.width - LABEL_LEFT, frame.text, 700);
    const { bars, bottom } = barsOf(rung, from + label.length * frame.line + 3);
    y = bottom + 16;
    return { rung, label, top: from, bottom, bars };
  };
  const above = spec.rungs.filter(({ place }) => place === 'above').map(placeRung);
  if (above.length > 0) y += 12;
  const rungs = spec.rungs.filter(({ place }) => place === 'rung').map(placeRung);

  const bars = [...above, ...rungs].flatMap((placed) => placed.bars);
  const values = bars.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : []));
  const ticks = values.length === 0 ? [0] : ticksTo(Math.max(...values), wide ? 5 : 4, true);
  const max = ticks.at(-1) || 1;
  const right = fitScale(
    bars.flatMap(({ cell, text, neglect }) =>
      isKnown(cell) ? [{ value: cell.value, text: widest(text, frame.text, neglect ? 700 : 400) + 10 }] : []
    ),
    zero,
    ticks,
    frame
  );
  const place = (value: number) => zero + (value / max) * (right - zero);
  return { above, rungs, zero, right, top, bottom: y - 8, height: y + 20, unit, ticks, place };
}

function drawBar(bar: Bar, { zero }: LadderLayout, frame: Frame): Plot.Markish[] {
  const [y1, y2] = [bar.y - bar.thickness / 2, bar.y + bar.thickness / 2];
  if (!isKnown(bar.cell)) return missingPlace(zero, bar.y, bar.thickness, bar.cell.reason, bar.text, frame);
  const { mark } = STYLES.focus;
  if (bar.cell.value === 0) return [box({ x1: zero - 1, x2: zero + 3, y1, y2 }, { fill: mark })];
  const fill = bar.neglect ? mark : ALL_FILL;
  return [dataBox(0, bar.cell.value, y1, y2, { fill, stroke: mark, strokeWidth: 1.25 })];
}

function barWords(bar: Bar, layout: LadderLayout, frame: Frame): Word[] {
  const caption = { x: LABEL_LEFT, y: bar.captionY, text: bar.caption, size: frame.small };
  if (!isKnown(bar.cell)) return [caption];
  const end = layout.place(bar.cell.value) + 9;
  return [
    caption,
    ...bar.text.map((text, i) => ({
      x: end,
      y: bar.y + (i - (bar.text.length - 1) / 2) * frame.line,
      text,
      size: frame.text,
      weight: bar.neglect ? (700 as const) : (400 as const),
      fill: bar.neglect ? STYLES.focus.text : INK
    }))
  ];
}

/** Two rails with a rung at every tier: the tiers nest, so they are climbed, never added. */
function ladder({ rungs }: LadderLayout, frame: Frame): Plot.Markish[] {
  const [first, last] = [rungs[0], rungs.at(-1)];
  if (!first || !last) return [];
  const rails = RAILS.map((x) => ({ x1: x, x2: x, y1: first.top - 4, y2: last.bottom + 8 }));
  const steps = rungs.map(({ top, label }) => {
    const y = top + (label.length * frame.line) / 2;
    return { x1: RAILS[0], x2: RAILS[1], y1: y, y2: y };
  });
  return [
    ...rules(rails, { stroke: SECONDARY, strokeWidth: 2.5, strokeLinecap: 'round' }),
    ...rules(steps, { stroke: STYLES.focus.mark, strokeWidth: 4, strokeLinecap: 'round' })
  ];
}

/** Tiers of help from one zero on one scale: all children light, those with neglect recorded solid. */
export function ladderOptions(spec: LadderSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutLadder(spec, frame);
  const placed = [...layout.above, ...layout.rungs];
  const bars = placed.flatMap((rung) => rung.bars);
  const first = layout.rungs[0];
  const divider =
    layout.above.length > 0 && first
      ? [{ x1: 0, x2: frame.width, y1: first.top - 15, y2: first.top - 15 }]
      : [];
  const decimals = tickDecimals(layout.ticks);
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: {
      type: 'linear',
      domain: [0, layout.ticks.at(-1) || 1],
      range: [layout.zero, layout.right],
      axis: null
    },
    y: plainY(layout.height),
    marks: [
      hatches(frame),
      ...uprights(layout.ticks, layout.place, layout.top, layout.bottom),
      ...rules(divider, { stroke: HAIRLINE, strokeWidth: 2 }),
      ...ladder(layout, frame),
      ...bars.flatMap((bar) => drawBar(bar, layout, frame)),
      ...zeroLine(layout.zero, bars, 18),
      ...words([
        ...layout.unit.map((text, i) => ({
          x: 0,
          y: (i + 0.5) * frame.line,
          text,
          size: frame.small,
          fill: SECONDARY
        })),
        ...namedTicks(layout.ticks, layout.place, frame.small).map((tick) => ({
          x: layout.place(tick),
          y: layout.height - 12,
          text: number(tick, decimals),
          size: frame.small,
          fill: SECONDARY,
          anchor: 'middle' as const
        })),
        ...placed.flatMap(({ label, top }) =>
          label.map((text, i) => ({
            x: LABEL_LEFT,
            y: top + (i + 0.5) * frame.line,
            text,
            size: frame.text,
            weight: 700 as const
          }))
        ),
        ...bars.flatMap((bar) => barWords(bar, layout, frame))
      ])
    ]
  };
}

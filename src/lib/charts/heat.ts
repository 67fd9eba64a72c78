import type * as Plot from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { KEY_LEFT, KEY_STEP, layoutKey, type HeatKey } from './heat-key.ts';
import { layoutHeat, type HeatCell, type HeatSpec } from './heat-layout.ts';
import { box, hatches, missingBox, plainPlot, rules, words, type Word } from './marks.ts';
import { HAIRLINE, INK, SECONDARY, SHADES, STYLES, WHITE } from './palette.ts';
import { widest } from './text-width.ts';

const OUTLINE = { stroke: STYLES.focus.mark, strokeWidth: 1.25 };
const BREAK = { stroke: INK, strokeWidth: 3.5, strokeLinecap: 'butt' } as const;

function drawCell({ box: place, lines, state }: HeatCell, frame: Frame): Plot.Markish[] {
  switch (state.kind) {
    case 'shaded':
      return [box(place, { fill: state.shade.fill, ...OUTLINE })];
    case 'counts':
      return [box(place, { fill: WHITE, ...OUTLINE })];
    case 'missing': {
      const outer = missingBox(place, state.reason, frame);
      if (state.reason !== 'withheld') return [outer];
      const [x, y] = [(place.x1 + place.x2) / 2, (place.y1 + place.y2) / 2];
      const half = { x: widest(lines, frame.text) / 2 + 4, y: (lines.length * frame.line) / 2 + 1 };
      const plate = { x1: x - half.x, x2: x + half.x, y1: y - half.y, y2: y + half.y };
      return [outer, box(plate, { fill: WHITE })];
    }
  }
}

function cellWords({ box: place, lines, state }: HeatCell, frame: Frame): Word[] {
  const [x, y] = [(place.x1 + place.x2) / 2, (place.y1 + place.y2) / 2];
  const colours =
    state.kind === 'shaded'
      ? { fill: state.shade.text, ground: state.shade.fill }
      : { fill: state.kind === 'missing' && state.reason !== 'withheld' ? SECONDARY : INK };
  return lines.map((text, i) => ({
    x,
    y: y + (i - (lines.length - 1) / 2) * frame.line,
    text,
    size: frame.text,
    anchor: 'middle',
    ...colours
  }));
}

function drawKey({ lines, stripY, entries }: HeatKey, stacked: boolean, frame: Frame): Plot.Markish[] {
  const { small, line } = frame;
  const strip =
    stripY === undefined
      ? []
      : SHADES.map(({ fill }, i) => {
          const x1 = KEY_LEFT + i * KEY_STEP;
          return box({ x1, x2: x1 + KEY_STEP, y1: stripY, y2: stripY + 14 }, { fill, ...OUTLINE });
        });
  const bounds: Word[] =
    stripY === undefined
      ? []
      : [0, ...SHADES.map((_, i) => ((i + 1) / SHADES.length) * 100)].map((percent, i) => ({
          x: KEY_LEFT + i * KEY_STEP,
          y: stripY + 14 + line / 2 + 1,
          text: `${String(percent)}${percent === 100 ? '%' : ''}`,
          size: small,
          fill: SECONDARY,
          anchor: 'middle'
        }));
  const glyphs = entries.flatMap(({ kind, x, y }) =>
    kind === 'counts'
      ? [box({ x1: x, x2: x + 22, y1: y - 7, y2: y + 7 }, { fill: WHITE, ...OUTLINE })]
      : rules(
          [stacked ? { x1: x, x2: x + 22, y1: y, y2: y } : { x1: x + 11, x2: x + 11, y1: y - 9, y2: y + 9 }],
          BREAK
        )
  );
  const said = [
    ...lines.map((text, i) => ({ x: 0, y: (i + 0.5) * line, text, size: small, fill: SECONDARY })),
    ...entries.map(({ text, x, y }) => ({ x: x + 30, y, text, size: small, fill: SECONDARY }))
  ];
  return [...strip, ...glyphs, ...words([...said, ...bounds])];
}

/** Where the rows of a heat table begin in its drawing, and where the last one ends; a screen shows some of them. */
export function heatRows(spec: HeatSpec, frame: Frame): readonly number[] {
  if (spec.rows.length === 0 || spec.columns.length === 0) return [];
  const { top, hairlines, height } = layoutHeat(spec, frame, layoutKey(spec, frame).height);
  return [top, ...hairlines, height];
}

/** Standards down, rounds across: n of N in words, shaded by share where there is one; a rule where rounds differ. */
export function heatOptions(spec: HeatSpec, frame: Frame): Plot.PlotOptions {
  if (spec.rows.length === 0 || spec.columns.length === 0) return nothingSupplied(frame);
  const key = layoutKey(spec, frame);
  const { cells, texts, breaks, stacked, hairlines, height } = layoutHeat(spec, frame, key.height);
  const labels = texts.flatMap(({ lines, x, y, kind }) =>
    lines.map((text, i): Word => ({
      x,
      y: y + (i + 0.5) * frame.line,
      text,
      size: kind === 'standard' ? frame.text : frame.small,
      ...(kind === 'standard' ? {} : { fill: SECONDARY }),
      ...(kind === 'standard' && frame.size === 'narrow' ? { weight: 700 } : {}),
      ...(kind === 'column' ? { anchor: 'middle' } : {})
    }))
  );
  return {
    ...plainPlot(frame, height),
    marks: [
      hatches(frame),
      ...drawKey(key, stacked, frame),
      ...rules(
        hairlines.map((y) => ({ x1: 0, x2: frame.width, y1: y, y2: y })),
        { stroke: HAIRLINE }
      ),
      ...cells.flatMap((cell) => drawCell(cell, frame)),
      ...rules(breaks, BREAK),
      ...words([...labels, ...cells.flatMap((cell) => cellWords(cell, frame))])
    ]
  };
}

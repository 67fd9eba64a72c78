import type * as Plot from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { box, hatches, missingBox, plainPlot, rules, words, type Word } from './marks.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { ALL_FILL, HAIRLINE, INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import { layoutStates, type StateCell, type StatesSpec } from './states-layout.ts';
import { widest } from './text-width.ts';

const FOCUS = STYLES.focus.mark;

/** White behind words, so that no hatch or stroke runs through a letter. */
function plate({ box: place, lines }: StateCell, frame: Frame): Plot.Markish {
  const [x, y] = [(place.x1 + place.x2) / 2, (place.y1 + place.y2) / 2];
  const half = { x: widest(lines, frame.text) / 2 + 5, y: (lines.length * frame.line) / 2 + 1 };
  return box(
    {
      x1: Math.max(place.x1 + 2, x - half.x),
      x2: Math.min(place.x2 - 2, x + half.x),
      y1: y - half.y,
      y2: y + half.y
    },
    { fill: WHITE }
  );
}

/** Each state has a shape of its own, which paper and every eye can tell from the others. */
function shapeOf(cell: StateCell, frame: Frame): Plot.Markish[] {
  const { box: place, state } = cell;
  const middle = (place.y1 + place.y2) / 2;
  const across = { x1: place.x1, x2: place.x2, y1: middle, y2: middle };
  switch (state) {
    case 'recorded':
      return [box(place, { fill: ALL_FILL, stroke: FOCUS, strokeWidth: 1.25 })];
    case 'none':
      return [box(place, { fill: FOCUS, stroke: FOCUS, strokeWidth: 1.25 })];
    case 'withheld':
      return [missingBox(place, 'withheld', frame), plate(cell, frame)];
    case 'notSubmitted':
      return [box(place, { fill: WHITE, stroke: INK, strokeWidth: 2.25, strokeDasharray: '9 5' })];
    case 'noCode':
      return [
        box(place, { fill: WHITE, stroke: INK, strokeWidth: 1.25 }),
        ...rules([across], { stroke: INK, strokeWidth: 1.25 }),
        plate(cell, frame)
      ];
    case 'notExpected':
      return [
        ...rules([across], { stroke: SECONDARY, strokeWidth: 1.75, strokeDasharray: '1 5' }),
        plate(cell, frame)
      ];
    case 'notSupplied':
      return [missingBox(place, 'notSupplied', frame)];
  }
}

function cellWords({ box: place, lines, state }: StateCell, frame: Frame): Word[] {
  const [x, y] = [(place.x1 + place.x2) / 2, (place.y1 + place.y2) / 2];
  const look =
    state === 'none'
      ? { fill: WHITE, ground: FOCUS, weight: 700 as const }
      : state === 'recorded'
        ? { fill: INK, ground: ALL_FILL }
        : { fill: state === 'notExpected' || state === 'notSupplied' ? SECONDARY : INK };
  return lines.map((text, i) => ({
    x,
    y: y + (i - (lines.length - 1) / 2) * frame.line,
    text,
    size: frame.text,
    anchor: 'middle',
    ...look
  }));
}

/** From whom how much is recorded, or in which of the ways nothing is: each state in words and in a shape of its own. */
export function statesOptions(spec: StatesSpec, frame: Frame): Plot.PlotOptions {
  if (spec.rows.length === 0 || spec.columns.length === 0) return nothingSupplied(frame);
  const { cells, texts, hairlines, height } = layoutStates(spec, frame);
  const grouped = spec.rows.some(({ group }) => group !== undefined);
  const labels = texts.flatMap(({ lines, x, y, kind }) =>
    lines.map((text, i): Word => ({
      x,
      y: y + (i + 0.5) * frame.line,
      text,
      size: kind === 'column' ? frame.small : frame.text,
      ...(kind === 'column' ? { anchor: 'middle' as const, fill: SECONDARY } : {}),
      ...(kind === 'group' ? { weight: 700 as const } : {}),
      ...(kind === 'row' && grouped ? { fill: SECONDARY } : {})
    }))
  );
  return {
    ...plainPlot(frame, height),
    marks: [
      hatches(frame),
      ...rules(
        hairlines.map((y) => ({ x1: 0, x2: frame.width, y1: y, y2: y })),
        { stroke: HAIRLINE }
      ),
      ...cells.flatMap((cell) => shapeOf(cell, frame)),
      ...words([...labels, ...cells.flatMap((cell) => cellWords(cell, frame))])
    ]
  };
}

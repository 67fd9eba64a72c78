import { isKnown, type Reason } from '#lib/domain/cell.ts';
import type { ChartSpec, FlowMove } from '#lib/views/model.ts';
import { sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import type { Corner } from './shapes.ts';
import { widest, widthOf, wrap, type Weight } from './text-width.ts';

export type FlowSpec = Extract<ChartSpec, { kind: 'flow' }>;

/** How an arrow is drawn: as wide as its count, a solid mark for none, or a place of fixed width for what is missing. */
export type FlowState =
  | { readonly kind: 'counted'; readonly thickness: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly reason: Reason };

export interface FlowArrow {
  readonly move: FlowMove;
  readonly state: FlowState;
  readonly from: number;
  readonly to: number;
  /** Middle of the arrow. */
  readonly y: number;
}

export interface FlowText {
  readonly text: string;
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly weight: Weight;
  readonly kind: 'tier' | 'way' | 'count' | 'unit';
}

export interface FlowLayout {
  readonly arrows: readonly FlowArrow[];
  readonly texts: readonly FlowText[];
  /** Where each tier stands. */
  readonly columns: readonly number[];
  /** Top and bottom of the lines that carry the tiers down. */
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

const WAYS = [
  { up: true, words: 'Stepping up, to more help' },
  { up: false, words: 'Stepping down, to less help' }
] as const;

/** An arrow that is not counted is as wide as any other of its kind, whatever it hides. */
export const MISSING_THICKNESS = 18;
const LEAST_THICKNESS = 2.5;
const GAP = 10;

/** How far the point of an arrow is wider than its shaft, on either side. */
const wingOf = (thickness: number) => Math.max(5, thickness * 0.18);

/** The corners of an arrow that points from one place to another. */
export function arrowCorners({ from, to, y }: FlowArrow, thickness: number): readonly Corner[] {
  const way = Math.sign(to - from);
  const half = thickness / 2;
  const wide = half + wingOf(thickness);
  const neck = to - way * Math.min(Math.abs(to - from) * 0.4, Math.max(12, wide));
  return [
    [from, y - half],
    [neck, y - half],
    [neck, y - wide],
    [to, y],
    [neck, y + wide],
    [neck, y + half],
    [from, y + half]
  ];
}

function stateOf({ cell }: FlowMove, most: number, thickest: number): FlowState {
  if (!isKnown(cell)) return { kind: 'missing', reason: cell.reason };
  if (cell.value === 0) return { kind: 'none' };
  return { kind: 'counted', thickness: Math.max(LEAST_THICKNESS, (cell.value / most) * thickest) };
}

const heightOf = (state: FlowState): number => {
  const thickness =
    state.kind === 'counted' ? state.thickness : state.kind === 'none' ? 12 : MISSING_THICKNESS;
  return thickness + 2 * wingOf(thickness);
};

/** The names of tiers over their columns; by turns on two levels where a column is too narrow for a word. */
function headsOf(spec: FlowSpec, columns: readonly number[], top: number, frame: Frame) {
  const { text, line, width } = frame;
  const room = width / Math.max(1, columns.length);
  const longest = Math.max(
    0,
    ...spec.tiers.flatMap(({ label }) => label.split(' ').map((word) => widthOf(word, text, 700)))
  );
  const turns = longest > room - 8;
  const heads = spec.tiers.map(({ label }) => wrap(label, (turns ? 2 * room : room) - 8, text, 700));
  const linesAt = (level: number) =>
    Math.max(0, ...heads.filter((_, i) => !turns || i % 2 === level).map((lines) => lines.length));
  const first = linesAt(0) * line;
  const height = first + (turns ? linesAt(1) * line : 0);
  const texts = heads.flatMap((lines, i): FlowText[] => {
    const bottom = top + (turns && i % 2 === 0 ? first : height);
    return lines.map((words, at) => {
      const half = widest([words], text, 700) / 2;
      const x = Math.min(width - half, Math.max(half, columns[i] ?? 0));
      return {
        text: words,
        x,
        y: bottom - (lines.length - at - 0.5) * line,
        anchor: 'middle',
        weight: 700,
        kind: 'tier'
      };
    });
  });
  return { texts, bottom: top + height };
}

/** Where everything in a flow stands: a column for each tier, and an arrow a row, those up above those down. */
export function layoutFlow(spec: FlowSpec, frame: Frame): FlowLayout {
  const { width, line, small, text } = frame;
  const thickest = frame.size === 'wide' ? 40 : 32;
  const columns = spec.tiers.map((_, i) => ((i + 0.5) * width) / spec.tiers.length);
  const place = new Map(spec.tiers.map(({ id }, i) => [id, i]));
  const moves = spec.moves.flatMap((move) => {
    const [from, to] = [place.get(move.from), place.get(move.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ move, from, to }];
  });
  const most = Math.max(1, ...moves.map(({ move: { cell } }) => (isKnown(cell) ? cell.value : 0)));
  const unit = wrap(
    `${sentence(spec.unit)}: the thicker the arrow, the more; withheld ones are hatched, all one width`,
    width,
    small
  );
  const said = moves.some(({ move }) => !isKnown(move.cell) && move.cell.reason === 'withheld')
    ? unit
    : wrap(`${sentence(spec.unit)}: the thicker the arrow, the more`, width, small);
  const units = said.map((words, i): FlowText => ({
    text: words,
    x: 0,
    y: (i + 0.5) * line,
    anchor: 'start',
    weight: 400,
    kind: 'unit'
  }));
  const heads = headsOf(spec, columns, said.length * line + 8, frame);
  const top = heads.bottom + 6;
  const texts: FlowText[] = [...units, ...heads.texts];
  const arrows: FlowArrow[] = [];
  let y = top;
  for (const { up, words } of WAYS) {
    const going = moves
      .filter(({ from, to }) => to > from === up)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    if (going.length === 0) continue;
    texts.push({ text: words, x: 0, y: y + 6 + line / 2, anchor: 'start', weight: 700, kind: 'way' });
    y += line + GAP + 4;
    for (const { move, from, to } of going) {
      const state = stateOf(move, most, thickest);
      const [x1 = 0, x2 = 0] = [columns[from], columns[to]];
      const half = widthOf(move.text, text) / 2 + 1;
      const x = Math.min(width - half, Math.max(half, (x1 + x2) / 2));
      texts.push({ text: move.text, x, y: y + line / 2, anchor: 'middle', weight: 400, kind: 'count' });
      const height = heightOf(state);
      arrows.push({ move, state, from: x1, to: x2, y: y + line + 2 + height / 2 });
      y += line + 2 + height + GAP;
    }
  }
  return { arrows, texts, columns, top, bottom: y, height: y + 4 };
}

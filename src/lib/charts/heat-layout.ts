import type { Reason } from '#lib/domain/cell.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import type { ChartSpec, HeatPlace, HeatRow } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import type { Box, Line } from './marks.ts';
import { SHADES, type Shade } from './palette.ts';
import { widest, widthOf, wrap } from './text-width.ts';

export type HeatSpec = Extract<ChartSpec, { kind: 'heat' }>;

/** Shaded by its share; counts without a share; or why there are none. */
export type HeatState =
  | { readonly kind: 'shaded'; readonly shade: Shade }
  | { readonly kind: 'counts' }
  | { readonly kind: 'missing'; readonly reason: Reason };

export interface HeatCell {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly state: HeatState;
}

export interface HeatText {
  readonly lines: readonly string[];
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly kind: 'column' | 'standard' | 'round';
}

export interface HeatLayout {
  readonly height: number;
  readonly cells: readonly HeatCell[];
  readonly texts: readonly HeatText[];
  /** Between places that cannot be compared. */
  readonly breaks: readonly Line[];
  /** Rounds below each other, so that a rule between them lies. */
  readonly stacked: boolean;
  /** Above the first standard, and below what stands over all of them. */
  readonly top: number;
  /** Above each standard but the first. */
  readonly hairlines: readonly number[];
}

const NOT_ASKED = 'not asked';
const GAP = 8;
/** Room for half an outline at the edge of the drawing. */
const EDGE = 1;
/** Between the edge of a place and its words. */
const PAD = 7;

/** The fifth that a share from 0 to 1 falls in. */
export function shadeOf(share: number): Shade {
  return SHADES[Math.max(0, Math.min(SHADES.length - 1, Math.floor(share * SHADES.length)))] ?? SHADES[0];
}

/** A place that is not there was not asked: empty, and not for want of data. */
export function stateOf(place: HeatPlace | undefined): HeatState {
  if (!place) return { kind: 'missing', reason: 'notApplicable' };
  const absent = firstMissing([place.n, place.of]);
  if (absent) return { kind: 'missing', reason: absent.reason };
  return place.share === undefined ? { kind: 'counts' } : { kind: 'shaded', shade: shadeOf(place.share) };
}

/** Counts are kept on one line; reasons may take more. */
function textOf(place: HeatPlace | undefined): string {
  const state = stateOf(place);
  const text = place?.text ?? NOT_ASKED;
  return state.kind === 'missing' ? text : text.replaceAll(' ', '\u00a0');
}

function longestWord(text: string, size: number): number {
  return Math.max(0, ...text.split(' ').map((word) => widthOf(word, size)));
}

interface Columns {
  readonly label: number;
  readonly width: number;
}

/** Columns beside the names of standards, or below them on a phone; undefined where words would not fit. */
function columnsOf(spec: HeatSpec, frame: Frame): Columns | undefined {
  const label = frame.size === 'wide' ? 210 : 0;
  const count = spec.columns.length;
  const width = Math.min(150, (frame.width - 1 - EDGE - label - GAP * (count - 1)) / count);
  const words = [
    ...spec.columns.map((column) => longestWord(column.label, frame.small)),
    ...spec.rows.flatMap((row) =>
      spec.columns.map(({ id }) => {
        const text = textOf(row.places.find(({ column }) => column === id));
        return longestWord(text, frame.text) + 2 * PAD;
      })
    )
  ];
  return Math.max(0, ...words) <= width ? { label, width } : undefined;
}

function cellsOf(
  row: HeatRow,
  spec: HeatSpec,
  frame: Frame,
  width: number
): { readonly lines: readonly string[]; readonly state: HeatState; readonly breaks: boolean }[] {
  return spec.columns.map(({ id }, index) => {
    const place = row.places.find(({ column }) => column === id);
    const lines = wrap(textOf(place), width - 2 * PAD, frame.text);
    return { lines, state: stateOf(place), breaks: index > 0 && place?.breaks === true };
  });
}

function grid(spec: HeatSpec, frame: Frame, { label, width }: Columns, top: number): HeatLayout {
  const { line, small, text } = frame;
  const heads = spec.columns.map((column) => wrap(column.label, width, small));
  const headLines = Math.max(...heads.map((lines) => lines.length));
  const left = (index: number) => Math.max(label, EDGE) + index * (width + GAP);
  const texts: HeatText[] = heads.map((lines, index) => ({
    lines,
    x: left(index) + width / 2,
    y: top + (headLines - lines.length) * line,
    kind: 'column' as const
  }));
  const cells: HeatCell[] = [];
  const breaks: Line[] = [];
  const hairlines: number[] = [];
  const beside = label > 0;
  const over = beside ? 5 : 2;
  const first = top + headLines * line + 6;
  let y = first;
  spec.rows.forEach((row, index) => {
    if (index > 0) hairlines.push(y);
    const name = wrap(row.label, beside ? label - 16 : frame.width, text, beside ? 400 : 700);
    const placed = cellsOf(row, spec, frame, width);
    const lines = Math.max(1, ...placed.map((cell) => cell.lines.length));
    const nameHeight = name.length * line;
    const start = y + 7 + (beside ? 0 : nameHeight + 3);
    const height = Math.max(lines * line + 14, beside ? nameHeight : 0);
    texts.push({
      lines: name,
      x: 0,
      y: beside ? start + (height - nameHeight) / 2 : y + 7,
      kind: 'standard'
    });
    placed.forEach((cell, column) => {
      const x1 = left(column);
      cells.push({ ...cell, box: { x1, x2: x1 + width, y1: start, y2: start + height } });
      const x = x1 - GAP / 2;
      if (cell.breaks) breaks.push({ x1: x, x2: x, y1: start - over, y2: start + height + over });
    });
    y = start + height + 7;
  });
  return { height: y + 2, cells, texts, breaks, stacked: false, top: first, hairlines };
}

/** Each round on a line of its own below its standard: for more rounds than fit side by side. */
function stack(spec: HeatSpec, frame: Frame, top: number): HeatLayout {
  const { line, small, text } = frame;
  const wide = frame.size === 'wide';
  const reach = widest(
    spec.rows.flatMap((row) =>
      spec.columns.map(({ id }) => textOf(row.places.find(({ column }) => column === id)))
    ),
    text
  );
  const width = Math.min(wide ? 260 : 160, Math.max(96, reach + 2 * PAD + 12));
  const left = wide ? 300 : frame.width - width - EDGE;
  const texts: HeatText[] = [];
  const cells: HeatCell[] = [];
  const breaks: Line[] = [];
  const hairlines: number[] = [];
  let y = top;
  spec.rows.forEach((row, index) => {
    if (index > 0) hairlines.push(y);
    const name = wrap(row.label, frame.width, text, 700);
    texts.push({ lines: name, x: 0, y: y + 7, kind: 'standard' });
    y += 7 + name.length * line + 4;
    cellsOf(row, spec, frame, width).forEach((cell, column) => {
      const round = wrap(spec.columns[column]?.label ?? '', left - 12, small);
      const height = Math.max(cell.lines.length, round.length) * line + 8;
      if (cell.breaks) {
        breaks.push({ x1: 0, x2: left + width, y1: y, y2: y });
        y += 4;
      }
      texts.push({ lines: round, x: 0, y: y + (height - round.length * line) / 2, kind: 'round' });
      cells.push({ ...cell, box: { x1: left, x2: left + width, y1: y, y2: y + height } });
      y += height + 4;
    });
    y += 5;
  });
  return { height: y + 2, cells, texts, breaks, stacked: true, top, hairlines };
}

/** Where everything stands: rounds side by side where their words fit, else below each other. */
export function layoutHeat(spec: HeatSpec, frame: Frame, top: number): HeatLayout {
  const columns = columnsOf(spec, frame);
  return columns ? grid(spec, frame, columns, top) : stack(spec, frame, top);
}

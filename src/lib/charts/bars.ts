import type * as Plot from '@observablehq/plot';
import { isKnown, REASON_WORDS } from '#lib/domain/cell.ts';
import type { ChartSpec, Role, Row } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
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
import { INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import { widest, widthOf, wrap, type Weight } from './text-width.ts';
import { namedTicks, tickDecimals, ticksTo } from './ticks.ts';

export type BarsSpec = Extract<ChartSpec, { kind: 'bars' }>;

/** Above the head of every group but the first. */
const GROUP_GAP = 12;

interface Placed {
  readonly row: Row;
  readonly label: readonly string[];
  readonly labelY: number;
  /** Middle of the bar. */
  readonly y: number;
  /** What stands above it, where a group begins, and where. */
  readonly group?: { readonly lines: readonly string[]; readonly y: number };
}

interface BarsLayout {
  readonly rows: readonly Placed[];
  readonly zero: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly bar: number;
  readonly unit: readonly string[];
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
  /** Whether values stand beside the names: behind a bar with a range, a number is read as the end of the range. */
  readonly valuesFirst: boolean;
}

/** The right end of a scale from `zero` on which every text fits behind its mark, and the last tick in the drawing. */
export function fitScale(
  marks: readonly { readonly value: number; readonly text: number }[],
  zero: number,
  ticks: readonly number[],
  frame: Frame
): number {
  const max = ticks.at(-1) || 1;
  const edge = widthOf(number(max, tickDecimals(ticks)), frame.small) / 2;
  const ends = marks
    .filter(({ value }) => value > 0)
    .map(({ value, text }) => zero + ((frame.width - text - zero) * max) / value);
  return Math.max(zero + 60, Math.min(frame.width - Math.max(16, edge), ...ends));
}

/** `England 155.2`: what stands behind the value of a row that is set beside another. */
function besideText({ beside, decimals }: BarsSpec, row: Row): string {
  return beside && row.beside !== undefined && isKnown(row.cell)
    ? `${beside.name} ${number(row.beside, decimals)}`
    : '';
}

const isBold = ({ role, group }: Row) => role === 'focus' && group === undefined;

/** What a value beside its name takes up, with the room before it; on a narrow drawing what it is set beside as well. */
function valueWidth(spec: BarsSpec, row: Row, frame: Frame): number {
  if (!isKnown(row.cell)) return 0;
  const said = frame.size === 'narrow' ? besideText(spec, row) : '';
  const beside = said === '' ? 0 : widthOf(said, frame.small) + 8;
  return widthOf(row.text, frame.text, isBold(row) ? 700 : 400) + 16 + beside;
}

/** Where every row stands; `charts/hits.ts` finds by it which one was clicked. */
export function layoutBars(spec: BarsSpec, frame: Frame): BarsLayout {
  const wide = frame.size === 'wide';
  const bar = wide ? 24 : 20;
  const weight = (role: Role): Weight => (role === 'focus' ? 700 : 400);
  const labelMax = wide ? 200 : frame.width;
  const valuesFirst = spec.rows.some(({ upper }) => upper !== undefined);
  const values = valuesFirst ? Math.max(0, ...spec.rows.map((row) => valueWidth(spec, row, frame))) : 0;
  const labels = spec.rows.map(({ label, role }) =>
    wrap(label, wide ? labelMax : labelMax - values, frame.text, weight(role))
  );
  const zero = wide
    ? Math.max(0, ...spec.rows.map(({ role }, i) => widest(labels[i] ?? [], frame.text, weight(role)))) +
      14 +
      values
    : 2;
  const reach = spec.rows.flatMap(({ cell, upper, beside }) =>
    isKnown(cell) ? [Math.max(cell.value, upper ?? 0, beside ?? 0)] : []
  );
  const ticks = reach.length === 0 ? [0] : ticksTo(Math.max(...reach), wide ? 5 : 4, spec.decimals === 0);
  const max = ticks.at(-1) || 1;
  const right = fitScale(
    spec.rows.flatMap((row) => {
      const { cell, upper, text, role, beside } = row;
      if (!isKnown(cell)) return [];
      const said = besideText(spec, row);
      const behind = wide && said !== '' ? widthOf(said, frame.small) + 8 : 0;
      return [
        {
          value: Math.max(cell.value, upper ?? 0, beside ?? 0),
          text: (valuesFirst ? 2 : widthOf(text, frame.text, weight(role)) + 10) + behind
        }
      ];
    }),
    zero,
    ticks,
    frame
  );
  const unit = wrap(
    sentence(spec.unit) +
      (valuesFirst ? '; thin lines show the range' : '') +
      (spec.beside ? `; upright dashes are ${spec.beside.name}` : ''),
    frame.width,
    frame.small
  );
  const top = unit.length * frame.line + 10;
  let y = top + 4;
  const rows = spec.rows.map((row, i) => {
    const label = labels[i] ?? [];
    const begins = row.group !== undefined && row.group !== spec.rows[i - 1]?.group;
    const heading = begins ? wrap(row.group, frame.width, frame.text, 700) : [];
    const above = i === 0 ? 0 : GROUP_GAP;
    const group = begins ? { group: { lines: heading, y: y + above } } : {};
    if (begins) y += above + heading.length * frame.line + 2;
    const words = label.length * frame.line;
    const height = wide ? Math.max(bar, words) + 14 : words + bar + 16;
    const middle = wide ? y + height / 2 : y + words + 2 + bar / 2;
    const labelY = wide ? middle - words / 2 : y;
    y += height;
    return { row, label, labelY, y: middle, ...group };
  });
  const place = (value: number) => zero + (value / max) * (right - zero);
  return { rows, zero, right, top, bottom: y, height: y + 30, bar, unit, ticks, place, valuesFirst };
}

function drawRow({ row, y }: Placed, { zero, bar }: BarsLayout, frame: Frame): Plot.Markish[] {
  const { cell, role } = row;
  const [y1, y2] = [y - bar / 2, y + bar / 2];
  if (!isKnown(cell)) return missingPlace(zero, y, bar, cell.reason, [REASON_WORDS[cell.reason]], frame);
  const { mark, fill } = STYLES[role];
  if (cell.value === 0) return [box({ x1: zero - 1, x2: zero + 3, y1, y2 }, { fill: mark })];
  return [dataBox(0, cell.value, y1, y2, { fill, stroke: mark, strokeWidth: 1.5 })];
}

function whisker({ row, y }: Placed, { place }: BarsLayout): Plot.Markish[] {
  const { cell, lower, upper } = row;
  if (!isKnown(cell) || lower === undefined || upper === undefined) return [];
  const [x1, x2] = [place(lower), place(upper)];
  const lines = [
    { x1, x2, y1: y, y2: y },
    { x1, x2: x1, y1: y - 5, y2: y + 5 },
    { x1: x2, x2, y1: y - 5, y2: y + 5 }
  ];
  return [
    ...rules(lines, { stroke: WHITE, strokeWidth: 5, strokeLinecap: 'square' }),
    ...rules(lines, { stroke: INK, strokeWidth: 1.75 })
  ];
}

/** What every row is set beside, as an upright across its bar. */
function besideMarks(spec: BarsSpec, { rows, place, bar }: BarsLayout): Plot.Markish[] {
  const { role = 'england' } = spec.beside ?? {};
  const lines = rows.flatMap(({ row: { cell, beside }, y }) => {
    if (beside === undefined || !isKnown(cell)) return [];
    const x = place(beside);
    return [{ x1: x, x2: x, y1: y - bar / 2 - 5, y2: y + bar / 2 + 5 }];
  });
  return [
    ...rules(lines, { stroke: WHITE, strokeWidth: 6 }),
    ...rules(lines, { stroke: STYLES[role].mark, strokeWidth: 3, strokeDasharray: '6 3' })
  ];
}

function labels(spec: BarsSpec, layout: BarsLayout, frame: Frame): Word[] {
  const { text, small, line } = frame;
  const unit = layout.unit.map((words, i) => ({
    x: 0,
    y: (i + 0.5) * line,
    text: words,
    size: small,
    fill: SECONDARY
  }));
  const ticks = namedTicks(layout.ticks, layout.place, small).map((tick, i) => ({
    x: layout.place(tick),
    y: layout.height - 13,
    text: number(tick, tickDecimals(layout.ticks)),
    size: small,
    fill: SECONDARY,
    anchor: i === 0 && layout.zero < 10 ? ('start' as const) : ('middle' as const)
  }));
  const widestValue = Math.max(0, ...spec.rows.map((row) => valueWidth(spec, row, frame)));
  const rows = layout.rows.flatMap(({ row, label, labelY, y, group }): Word[] => {
    const weight: Weight = isBold(row) ? 700 : 400;
    const heading = (group?.lines ?? []).map((words, i) => ({
      x: 0,
      y: (group?.y ?? 0) + (i + 0.5) * line,
      text: words,
      size: text,
      weight: 700 as const
    }));
    const fill = STYLES[row.role].text;
    const wide = frame.size === 'wide';
    const values = layout.valuesFirst ? valueWidth(spec, row, frame) : 0;
    const column = layout.valuesFirst ? widestValue : 0;
    const names = label.map((words, i) => ({
      x: wide ? layout.zero - 12 - column : 0,
      y: labelY + (i + 0.5) * line,
      text: words,
      size: text,
      weight,
      fill,
      anchor: wide ? ('end' as const) : ('start' as const)
    }));
    if (!isKnown(row.cell)) return [...heading, ...names];
    const end = layout.place(Math.max(row.cell.value, row.upper ?? 0, row.beside ?? 0));
    const said = besideText(spec, row);
    const first: Word = wide
      ? { x: layout.zero - 12, y, text: row.text, size: text, weight, fill, anchor: 'end' }
      : { x: frame.width - values + 16, y: labelY + line / 2, text: row.text, size: text, weight, fill };
    const value: Word = layout.valuesFirst
      ? first
      : { x: end + 9, y, text: row.text, size: text, weight, fill };
    const behind: Word = {
      text: said,
      size: small,
      fill: SECONDARY,
      ...(wide
        ? { x: layout.valuesFirst ? end + 9 : end + 9 + widthOf(row.text, text, weight) + 8, y }
        : { x: frame.width, y: labelY + line / 2, anchor: 'end' })
    };
    return [...heading, ...names, value, ...(said === '' ? [] : [behind])];
  });
  return [...unit, ...ticks, ...rows];
}

/** Where the groups of bars begin in their drawing, and where the last one ends, where there are several; a screen shows some of them. */
export function barGroups(spec: BarsSpec, frame: Frame): readonly number[] {
  const { rows, top, bottom } = layoutBars(spec, frame);
  const starts = rows.slice(1).flatMap(({ group }) => (group === undefined ? [] : [group.y - GROUP_GAP / 2]));
  return starts.length === 0 ? [] : [top, ...starts, bottom];
}

/** One bar per row from a common zero, its value at its end, or beside its name where ranges are drawn as whiskers. */
export function barsOptions(spec: BarsSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutBars(spec, frame);
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
      ...layout.rows.flatMap((row) => drawRow(row, layout, frame)),
      ...layout.rows.flatMap((row) => whisker(row, layout)),
      ...besideMarks(spec, layout),
      ...zeroLine(layout.zero, layout.rows, layout.bar),
      ...words(labels(spec, layout, frame))
    ]
  };
}

import { isKnown, REASON_WORDS } from '#lib/domain/cell.ts';
import type { ChartSpec, PyramidBar, PyramidRow } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import { fitScale } from './bars.ts';
import type { Frame } from './frame.ts';
import { HATCHED } from './marks.ts';
import { widest, widthOf, wrap } from './text-width.ts';
import { tickDecimals, ticksTo } from './ticks.ts';

export type PyramidSpec = Extract<ChartSpec, { kind: 'pyramid' }>;

export interface PlacedBar {
  readonly bar: PyramidBar;
  /** Where the value begins, or where words in place of it do: on the outer side. */
  readonly textX: number;
}

export interface PlacedRow {
  readonly row: PyramidRow;
  readonly label: readonly string[];
  /** Middle of the bars. */
  readonly y: number;
  readonly labelY: number;
  readonly bars: readonly PlacedBar[];
}

/** Half of a pyramid: where zero is, and which way it grows. */
export interface Side {
  readonly name: readonly string[];
  readonly zero: number;
  readonly way: 1 | -1;
  readonly place: (value: number) => number;
}

export interface PyramidLayout {
  readonly rows: readonly PlacedRow[];
  readonly sides: readonly Side[];
  readonly unit: readonly string[];
  /** What the dashed marks are, and where that is said. */
  readonly key: { readonly lines: readonly string[]; readonly y: number } | undefined;
  readonly nameY: number;
  readonly ticks: readonly number[];
  readonly tickText: readonly string[];
  readonly labelX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly top: number;
  readonly bottom: number;
  readonly thickness: number;
  readonly height: number;
}

export const KEY_MARK = 18;
/** Between the mark of a bar and its words. */
const GAP = 8;

const reachOf = ({ cell, upper }: PyramidBar) => (isKnown(cell) ? Math.max(cell.value, upper ?? 0) : 0);
const behindOf = ({ behind }: PyramidBar) => (behind && isKnown(behind) ? behind.value : 0);

/** The words at a bar: its value, or why there is none. */
export function barWords({ cell, text }: PyramidBar): string {
  return isKnown(cell) ? text : REASON_WORDS[cell.reason];
}

/** One scale for both halves, on which every value fits behind its bar and its dashed mark. */
function scaleOf(spec: PyramidSpec, room: number, frame: Frame) {
  const bars = spec.rows.flatMap(({ bars }) => bars);
  const reach = Math.max(0, ...bars.map((bar) => Math.max(reachOf(bar), behindOf(bar))));
  const ticks = reach === 0 ? [0] : ticksTo(reach, spec.sides.length === 1 ? 5 : 2, spec.decimals === 0);
  const marks = bars.flatMap((bar) => [
    { value: Math.max(reachOf(bar), behindOf(bar)), text: widthOf(barWords(bar), frame.text, 700) + GAP + 4 }
  ]);
  const width = fitScale(marks, 0, ticks, { ...frame, width: room });
  const max = ticks.at(-1) || 1;
  return { ticks, length: (value: number) => (value / max) * width };
}

/** After the end of the bar, or of its hatched place; after its dashed mark where that would stand in the words. */
function textAt(bar: PyramidBar, length: (value: number) => number, frame: Frame): number {
  if (!isKnown(bar.cell) && bar.cell.reason !== 'withheld') return 12;
  const end = isKnown(bar.cell) ? length(reachOf(bar)) : 6 + HATCHED;
  const mark = length(behindOf(bar));
  const clear = mark < end || mark > end + GAP + widthOf(barWords(bar), frame.text, 700) + 6;
  return (clear ? end : mark) + GAP;
}

/** Where everything of a pyramid stands: bands down, one half each side of their names, or one beside them. */
export function layoutPyramid(spec: PyramidSpec, frame: Frame): PyramidLayout {
  const wide = frame.size === 'wide';
  const two = spec.sides.length > 1;
  const thickness = wide ? 24 : 22;
  const labelMax = two ? (wide ? 120 : 72) : wide ? 170 : 96;
  const labels = spec.rows.map(({ label }) => wrap(label, labelMax, frame.text, 700));
  const column = Math.max(0, ...labels.map((lines) => widest(lines, frame.text, 700))) + (two ? 24 : 14);
  const room = two ? (frame.width - column) / 2 - 2 : frame.width - column - 2;
  const { ticks, length } = scaleOf(spec, room, frame);

  const ranged = spec.rows.some(({ bars }) => bars.some(({ upper }) => upper !== undefined));
  const unit = wrap(
    sentence(spec.unit) + (ranged ? '; thin lines show the range' : ''),
    frame.width,
    frame.small
  );
  let y = unit.length * frame.line + 4;
  const drawn = spec.rows.some(({ bars }) => bars.some(({ behind }) => behind && isKnown(behind)));
  const words = spec.behind && drawn ? wrap(spec.behind.name, frame.width - KEY_MARK, frame.small) : [];
  const key = words.length === 0 ? undefined : { lines: words, y: y + frame.line / 2 };
  y += words.length * frame.line + 6;
  const nameY = y;
  if (two) y += frame.line + 4;

  const top = y;
  const middle = frame.width / 2;
  const half = (index: number): Pick<Side, 'zero' | 'way'> =>
    two
      ? index === 0
        ? { zero: middle - column / 2, way: -1 }
        : { zero: middle + column / 2, way: 1 }
      : { zero: column, way: 1 };
  const sides = spec.sides.map((side, index): Side => {
    const { zero, way } = half(index);
    return { name: wrap(side.name, room, frame.text, 700), zero, way, place: (v) => zero + way * length(v) };
  });
  y += 6;
  const rows = spec.rows.map((row, i) => {
    const label = labels[i] ?? [];
    const height = Math.max(thickness + 10, label.length * frame.line + 6);
    const at = y + height / 2;
    y += height;
    const bars = row.bars.map((bar, index) => {
      const { zero = 0, way = 1 } = sides[index] ?? {};
      return { bar, textX: zero + way * textAt(bar, length, frame) };
    });
    return { row, label, y: at, labelY: at - (label.length * frame.line) / 2, bars };
  });
  return {
    rows,
    sides,
    unit,
    key,
    nameY,
    ticks,
    tickText: ticks.map((tick) => number(tick, tickDecimals(ticks))),
    labelX: two ? middle : column - 12,
    anchor: two ? 'middle' : 'end',
    top,
    bottom: y + 4,
    thickness,
    height: y + 32
  };
}

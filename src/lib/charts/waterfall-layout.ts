import type { ChartSpec, Role } from '#lib/views/model.ts';
import { number, sentence, signed } from '#lib/words/number.ts';
import { fitScale } from './bars.ts';
import type { Frame } from './frame.ts';
import type { Line } from './marks.ts';
import { rangeTicks } from './range-ticks.ts';
import { widest, widthOf, wrap, type Weight } from './text-width.ts';

export type WaterfallSpec = Extract<ChartSpec, { kind: 'waterfall' }>;

interface Plain {
  readonly label: string;
  /** Where its bar begins: zero for a total, the running total for a step. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly weight: Weight;
  /** Whose total it is; absent for a step. */
  readonly role?: Role;
}

export interface WaterfallRow extends Plain {
  readonly lines: readonly string[];
  readonly labelY: number;
  /** Middle of the bar. */
  readonly y: number;
}

export interface WaterfallLayout {
  readonly rows: readonly WaterfallRow[];
  readonly connectors: readonly Line[];
  readonly unit: readonly string[];
  readonly ticks: readonly number[];
  readonly bar: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly place: (value: number) => number;
}

/** Totals from zero, and between them each step from where the one before it ended. */
function plainRows({ from, steps, to, decimals }: WaterfallSpec): Plain[] {
  const total = ({ label, value, role }: WaterfallSpec['from']): Plain => ({
    label,
    start: 0,
    end: value,
    text: number(value, decimals),
    weight: 700,
    role
  });
  let running = from.value;
  const between = steps.map(({ label, change }): Plain => {
    const start = running;
    running += change;
    return { label, start, end: running, text: signed(change, decimals), weight: 400 };
  });
  return [total(from), ...between, total(to)];
}

/** From each bar's end, an arrow's point, down to the next bar; on a phone it gives way to the words above that bar. */
function connectorsOf(
  rows: readonly WaterfallRow[],
  place: (value: number) => number,
  bar: number,
  frame: Frame
): Line[] {
  return rows.slice(1).flatMap((row, i) => {
    const before = rows[i];
    if (!before) return [];
    const x = place(before.end);
    const y1 = before.role === undefined ? before.y : before.y + bar / 2;
    const y2 = row.y - bar / 2;
    const words = widest(row.lines, frame.text, row.weight) + 4;
    if (frame.size === 'wide' || x > words) return [{ x1: x, x2: x, y1, y2 }];
    return [{ x1: x, x2: x, y1, y2: row.labelY - 1 }];
  });
}

/** Where everything in a waterfall stands: rows down, one scale across, which runs below zero where a step does. */
export function layoutWaterfall(spec: WaterfallSpec, frame: Frame): WaterfallLayout {
  const wide = frame.size === 'wide';
  const bar = wide ? 24 : 20;
  const plain = plainRows(spec);
  const labels = plain.map(({ label, weight }) => wrap(label, wide ? 220 : frame.width, frame.text, weight));
  const widestLabel = Math.max(...plain.map(({ weight }, i) => widest(labels[i] ?? [], frame.text, weight)));
  const left = wide ? widestLabel + 16 : 2;
  const ends = plain.flatMap(({ start, end }) => [start, end]);
  const low = Math.min(0, ...ends);
  const ticks = rangeTicks(low, Math.max(0, ...ends), wide ? 5 : 4, spec.decimals === 0);
  const first = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - first;
  const right = fitScale(
    plain.map(({ start, end, text, weight }) => ({
      value: Math.max(start, end) - first,
      text: widthOf(text, frame.text, weight) + 10
    })),
    left,
    ticks.map((tick) => tick - first),
    frame
  );
  const place = (value: number) => left + ((value - first) / span) * (right - left);
  const unit = wrap(
    `${sentence(spec.unit)}; each step starts where the one before it ends`,
    frame.width,
    frame.small
  );
  const top = unit.length * frame.line + 10;
  let y = top + 4;
  const rows = plain.map((row, i) => {
    const lines = labels[i] ?? [];
    const words = lines.length * frame.line;
    const height = wide ? Math.max(bar, words) + 14 : words + bar + 18;
    const middle = wide ? y + height / 2 : y + words + 2 + bar / 2;
    const labelY = wide ? middle - words / 2 : y;
    y += height;
    return { ...row, lines, labelY, y: middle };
  });
  const connectors = connectorsOf(rows, place, bar, frame);
  return { rows, connectors, unit, ticks, bar, left, right, top, bottom: y, height: y + 30, place };
}

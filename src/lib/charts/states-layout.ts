import type { ChartSpec, RecordState, StateRow } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';
import type { Box } from './marks.ts';
import { widest, wrap } from './text-width.ts';

export type StatesSpec = Extract<ChartSpec, { kind: 'states' }>;

/** One state of a row, over one column or over several side by side that share it. */
export interface StateCell {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly state: RecordState;
}

export interface StateText {
  readonly lines: readonly string[];
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly kind: 'column' | 'group' | 'row';
}

export interface StatesLayout {
  readonly height: number;
  readonly cells: readonly StateCell[];
  readonly texts: readonly StateText[];
  /** Above every group but the first. */
  readonly hairlines: readonly number[];
}

const GAP = 6;
/** Between the edge of a place and its words. */
const PAD = 6;
/** Room for half an outline at the edge of the drawing. */
const EDGE = 1.5;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly state: RecordState;
  readonly text: string;
}

/** Places of a row from left to right; where they may be joined, equal ones side by side are one. */
export function runsOf(row: StateRow, { columns, joined }: StatesSpec): readonly Run[] {
  const runs: Run[] = [];
  columns.forEach(({ id }, at) => {
    const place = row.places.find(({ column }) => column === id);
    const state = place?.state ?? 'notSupplied';
    const text = place?.text ?? 'not supplied';
    const last = runs.at(-1);
    const same = last?.to === at - 1 && last.state === state && last.text === text && state !== 'recorded';
    if (joined && last && same) runs[runs.length - 1] = { ...last, to: at };
    else runs.push({ from: at, to: at, state, text });
  });
  return runs;
}

interface Widths {
  readonly group: number;
  readonly label: number;
  readonly column: number;
}

function widthsOf(spec: StatesSpec, frame: Frame): Widths {
  const wide = frame.size === 'wide';
  const grouped = spec.rows.some(({ group }) => group !== undefined);
  const group = wide && grouped ? 150 : 0;
  const most = wide ? (grouped ? 90 : 190) : 110;
  const labels = spec.rows.map(({ label }) => Math.min(most, widest([label], frame.text) + 10));
  const label = Math.max(0, ...labels);
  const count = Math.max(1, spec.columns.length);
  const column = (frame.width - EDGE - group - label - GAP * (count - 1)) / count;
  return { group, label, column };
}

/** Rows below one another, each group under its name on a phone and beside it elsewhere. */
export function layoutStates(spec: StatesSpec, frame: Frame): StatesLayout {
  const { line, small, text } = frame;
  const widths = widthsOf(spec, frame);
  const left = (at: number) => widths.group + widths.label + at * (widths.column + GAP);
  const heads = spec.columns.map(({ label }) => wrap(label, widths.column, small));
  const headLines = Math.max(1, ...heads.map((lines) => lines.length));
  const texts: StateText[] = heads.map((lines, at) => ({
    lines,
    x: left(at) + widths.column / 2,
    y: (headLines - lines.length) * line,
    kind: 'column'
  }));
  const cells: StateCell[] = [];
  const hairlines: number[] = [];
  let y = headLines * line + 6;
  let groupEnd = 0;
  spec.rows.forEach((row, index) => {
    const begins = row.group !== undefined && row.group !== spec.rows[index - 1]?.group;
    if (begins) {
      y = Math.max(y, groupEnd);
      if (index > 0) {
        hairlines.push(y + 4);
        y += 9;
      }
      const beside = widths.group > 0;
      const lines = wrap(row.group, beside ? widths.group - 12 : frame.width, text, 700);
      texts.push({ lines, x: 0, y: beside ? y + 5 : y, kind: 'group' });
      if (beside) groupEnd = y + 5 + lines.length * line;
      else y += lines.length * line + 2;
    }
    const runs = runsOf(row, spec).map(({ from, to, ...run }) => {
      const [x1, x2] = [left(from), left(to) + widths.column];
      return { ...run, x1, x2, lines: wrap(run.text, x2 - x1 - 2 * PAD, text) };
    });
    const name = wrap(row.label, widths.label - 8, text);
    const most = Math.max(name.length, ...runs.map(({ lines }) => lines.length));
    const height = most * line + 10;
    texts.push({ lines: name, x: widths.group, y: y + (height - name.length * line) / 2, kind: 'row' });
    cells.push(
      ...runs.map(({ x1, x2, lines, state }) => ({ box: { x1, x2, y1: y, y2: y + height }, lines, state }))
    );
    y += height + 5;
  });
  return { height: Math.max(y, groupEnd) + 2, cells, texts, hairlines };
}

import { isKnown, REASON_WORDS } from '#lib/domain/cell.ts';
import type { Break, ChartSpec, Panel, Point } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { missingRuns, type MissingRun } from './missing-runs.ts';
import { widest, wrap } from './text-width.ts';
import { tickDecimals, ticksTo } from './ticks.ts';

export type MultiplesSpec = Extract<ChartSpec, { kind: 'multiples' }>;

export interface PlacedPanel {
  readonly panel: Panel;
  readonly label: readonly string[];
  readonly labelY: number;
  /** Middle of the line that says the latest value. */
  readonly textY: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where zero is. */
  readonly bottom: number;
  readonly runs: readonly (MissingRun & { readonly x1: number; readonly x2: number })[];
  /** Why years are missing, each reason once, below their places. */
  readonly reasons: readonly string[];
  readonly yearsY: number;
  /** Whether the scale is named beside it: at the left of every row. */
  readonly first: boolean;
  readonly placeX: (year: number) => number;
  readonly placeY: (value: number) => number;
}

export interface KeyLine {
  readonly kind: 'behind' | 'milestone';
  readonly lines: readonly string[];
  /** Middle of its first line. */
  readonly y: number;
}

export interface MultiplesLayout {
  readonly unit: readonly string[];
  readonly key: readonly KeyLine[];
  readonly panels: readonly PlacedPanel[];
  readonly years: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: readonly string[];
  readonly milestones: readonly number[];
  readonly height: number;
}

export const RUN_TOP = 4;
export const RUN_HEIGHT = 10;
export const KEY_GLYPH = 34;
const GAP = 22;
/** Between the edge of a panel and its first and last year, for the last dot. */
const PAD = 5;

function columnsFor(count: number, frame: Frame): number {
  if (frame.size === 'narrow') return Math.min(2, count);
  if (count <= 3) return Math.max(2, count);
  return count === 4 || count > 6 ? 4 : 3;
}

function reach(points: readonly Point[]): number[] {
  return points.flatMap(({ cell, upper }) => (isKnown(cell) ? [Math.max(cell.value, upper ?? 0)] : []));
}

/** `2016: strategy adopted; 2021: pandemic`. */
function milestoneText(milestones: readonly Break[]): string {
  return milestones.map(({ year, label }) => `${String(year)}: ${label}`).join('; ');
}

function layoutKey(spec: MultiplesSpec, milestones: readonly Break[], top: number, frame: Frame): KeyLine[] {
  const entries: Pick<KeyLine, 'kind' | 'lines'>[] = [];
  const add = (kind: KeyLine['kind'], text: string) =>
    entries.push({ kind, lines: wrap(text, frame.width - KEY_GLYPH, frame.small) });
  if (spec.panels.some(({ behind }) => behind !== undefined && reach(behind).length > 0))
    add('behind', spec.behind?.name ?? 'the comparator');
  if (milestones.length > 0) add('milestone', milestoneText(milestones));
  let y = top;
  return entries.map((entry) => {
    const placed = { ...entry, y: y + frame.line / 2 };
    y += entry.lines.length * frame.line;
    return placed;
  });
}

function reasonsOf(panel: Panel, runs: readonly MissingRun[], spec: MultiplesSpec): string {
  const own = [...new Set(runs.map(({ reason }) => REASON_WORDS[reason]))];
  const behind = panel.behind ?? [];
  const [first] = behind;
  const none = reach(behind).length === 0 && first !== undefined && !isKnown(first.cell);
  const theirs = none ? [`${spec.behind?.name ?? 'comparator'} ${REASON_WORDS[first.cell.reason]}`] : [];
  return [...own, ...theirs].join(', ');
}

/** Where every panel stands: as many in a row as are legible, one scale and one span of years for all. */
export function layoutMultiples(spec: MultiplesSpec, frame: Frame): MultiplesLayout {
  const { line, small, text } = frame;
  const all = spec.panels.flatMap(({ points }) => points.map(({ year }) => year));
  const years: [number, number] = all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
  const numbers = spec.panels.flatMap(({ points, behind }) => [...reach(points), ...reach(behind ?? [])]);
  const highest = Math.max(0, ...numbers) || 1;
  const ticks =
    numbers.length === 0 ? [] : ticksTo(highest, 2, spec.decimals === 0).filter((tick) => tick <= highest);
  const tickText = ticks.map((tick) => number(tick, tickDecimals(ticks)));
  const milestones = spec.milestones.filter(({ year }) => year >= years[0] && year <= years[1]);

  const ranged = spec.panels.some(({ points }) => points.some(({ upper }) => upper !== undefined));
  const rangeNote =
    years[0] === years[1] ? '; the upright line shows the range' : '; shading shows the range';
  const unit = wrap(sentence(spec.unit) + (ranged ? rangeNote : ''), frame.width, small);
  const key = layoutKey(spec, milestones, unit.length * line + 2, frame);
  let y = key.reduce((sum, { lines }) => sum + lines.length * line, unit.length * line + 2) + 14;

  const columns = columnsFor(spec.panels.length, frame);
  const margin = numbers.length === 0 ? 2 : widest(tickText, small) + 8;
  const width = (frame.width - margin - 2 - GAP * (columns - 1)) / columns;
  const plot = frame.size === 'wide' ? 100 : 84;
  const panels: PlacedPanel[] = [];
  for (let start = 0; start < spec.panels.length; start += columns) {
    const row = spec.panels.slice(start, start + columns);
    const labels = row.map(({ label }) => wrap(label, width, text));
    const labelHeight = Math.max(...labels.map((lines) => lines.length)) * line;
    const textY = y + labelHeight + line / 2;
    const top = y + labelHeight + line + 8;
    const bottom = top + plot;
    const made = row.map((panel, column) => {
      const left = margin + column * (width + GAP);
      const right = left + width;
      const placeX = (year: number) =>
        years[0] === years[1]
          ? (left + right) / 2
          : left + PAD + ((year - years[0]) / (years[1] - years[0])) * (width - 2 * PAD);
      const half = Math.min(7, ((width - 2 * PAD) / Math.max(1, years[1] - years[0])) * 0.42);
      const { id, label, points } = panel;
      const runs = missingRuns({ id, name: label, role: 'focus', points }, ...years).map((run) => ({
        ...run,
        x1: placeX(run.from) - half,
        x2: placeX(run.to) + half
      }));
      const reasons = wrap(reasonsOf(panel, runs, spec), width, small);
      const placeY = (value: number) => bottom - (value / highest) * plot;
      return {
        panel,
        label: labels[column] ?? [],
        labelY: y + labelHeight - (labels[column]?.length ?? 0) * line,
        textY,
        left,
        right,
        top,
        bottom,
        runs,
        reasons,
        placeX,
        placeY
      };
    });
    const lane = made.some(({ runs }) => runs.length > 0) ? RUN_TOP + RUN_HEIGHT : 0;
    const reasonLines = Math.max(...made.map(({ reasons }) => reasons.length));
    const yearsY = bottom + lane + 4 + line / 2;
    panels.push(...made.map((each, i) => ({ ...each, yearsY, first: i === 0 })));
    y = yearsY + line / 2 + reasonLines * line + 18;
  }
  return {
    unit,
    key,
    panels,
    years,
    ticks,
    tickText,
    milestones: milestones.map(({ year }) => year),
    height: y - 10
  };
}

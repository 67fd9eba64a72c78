/** Which mark of a drawing lies where, for a reader who clicks on it. */
import type { ChartSpec } from '#lib/views/model.ts';
import { layoutBars } from './bars.ts';
import { frameOf, type Frame, type Size } from './frame.ts';
import { layoutKey } from './heat-key.ts';
import { layoutHeat } from './heat-layout.ts';
import type { Box } from './marks.ts';
import { layoutMultiples } from './multiples-layout.ts';
import { layoutSeries } from './series-layout.ts';
import { layoutStrip, type StripSpec } from './strip-layout.ts';

/** `key`: `row:<id>`, `panel:<id>`, `place:<row>:<column>`, `year:<year>`, `other:<index>`. */
export interface Hit extends Box {
  readonly key: string;
}

/**
 * The places of a drawing, in units of its viewBox, that stand for something a reader can pick: rows of bars, panels,
 * places of a heat table, years of lines, lines of a strip. Empty for charts in which nothing can be picked.
 */
export function hitsOf(spec: ChartSpec, size: Size): readonly Hit[] {
  const frame = frameOf(size, 'hits');
  switch (spec.kind) {
    case 'bars': {
      const { rows, bar } = layoutBars(spec, frame);
      return rows.map(({ row, y, labelY }) => ({
        key: `row:${row.id}`,
        x1: 0,
        x2: frame.width,
        y1: Math.min(labelY, y - bar / 2) - 2,
        y2: y + bar / 2 + 2
      }));
    }
    case 'multiples':
      return layoutMultiples(spec, frame).panels.map(({ panel, left, right, labelY, bottom }) => ({
        key: `panel:${panel.id}`,
        x1: left,
        x2: right,
        y1: labelY,
        y2: bottom
      }));
    case 'heat': {
      const { cells } = layoutHeat(spec, frame, layoutKey(spec, frame).height);
      const places = spec.rows.flatMap((row) => spec.columns.map((column) => `place:${row.id}:${column.id}`));
      return cells.map(({ box }, i) => ({ ...box, key: places[i] ?? '' }));
    }
    case 'series': {
      const { placeX, top, bottom } = layoutSeries(spec, frame);
      const years = [...new Set(spec.series.flatMap(({ points }) => points.map(({ year }) => year)))].sort();
      return years.map((year, i) => {
        const x = placeX(year);
        const half = Math.abs(placeX(years[i + 1] ?? years[i - 1] ?? year) - x) / 2 || 20;
        return { key: `year:${String(year)}`, x1: x - half, x2: x + half, y1: top, y2: bottom };
      });
    }
    case 'strip':
      return hitsOfStrip(spec, frame);
    default:
      return [];
  }
}

/** How far from a thin line a reader may click and still mean it, in units of the viewBox. */
const REACH = 14;

/** Of lines that lie close the nearest is meant; of lines in one place the first. */
function hitsOfStrip(spec: StripSpec, frame: Frame): readonly Hit[] {
  const { strip, place } = layoutStrip(spec, frame);
  const lines = spec.others
    .map((value, i) => ({ x: place(value), key: `other:${String(i)}` }))
    .sort((a, b) => a.x - b.x)
    .filter(({ x }, i, all) => x !== all[i - 1]?.x);
  return lines.map(({ x, key }, i) => ({
    key,
    x1: Math.max(x - REACH, (x + (lines[i - 1]?.x ?? -Infinity)) / 2),
    x2: Math.min(x + REACH, (x + (lines[i + 1]?.x ?? Infinity)) / 2),
    y1: strip[0] - 6,
    y2: strip[1] + 6
  }));
}

/** The mark at a place, in units of the viewBox. */
export function hitAt(hits: readonly Hit[], x: number, y: number): string | undefined {
  return hits.find((hit) => x >= hit.x1 && x <= hit.x2 && y >= hit.y1 && y <= hit.y2)?.key;
}

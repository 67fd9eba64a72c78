/** The limits of a funnel as curves in the units of the drawing. */
import type { FunnelSpec } from '#lib/views/funnel.ts';
import type { FunnelLimit } from '#lib/views/model.ts';
import type { Corner } from './shapes.ts';

export interface Curves {
  readonly at95: readonly Corner[][];
  readonly at998: readonly Corner[][];
  /** The field between the 95% limits. */
  readonly inside: readonly Corner[];
}

/** A little more than the largest area, so that its dot stands clear of the edge. */
export const BEYOND = 1.03;

/** A curve of one size is a short level line. */
export function curvePoints({ limits }: FunnelSpec): readonly FunnelLimit[] {
  const [only] = limits;
  if (only === undefined || limits.length > 1) return limits;
  return [
    { ...only, size: only.size * 0.94 },
    { ...only, size: only.size * BEYOND }
  ];
}

/** Where the line between two corners is at a height. */
function crossing([x1, y1]: Corner, [x2, y2]: Corner, y: number): Corner {
  return [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1), y];
}

/** The parts of a curve between two heights, cut where it crosses them. */
export function cutTo(curve: readonly Corner[], low: number, high: number): Corner[][] {
  const parts: Corner[][] = [];
  const edge = (y: number) => (y > high ? high : y < low ? low : undefined);
  curve.forEach((corner, i) => {
    const before = curve[i - 1];
    const [left, entered] = [edge(before?.[1] ?? NaN), edge(corner[1])];
    if (before !== undefined && left === undefined && entered !== undefined)
      parts.at(-1)?.push(crossing(before, corner, entered));
    if (entered !== undefined) return;
    if (before === undefined || left !== undefined)
      parts.push(before === undefined || left === undefined ? [] : [crossing(before, corner, left)]);
    parts.at(-1)?.push(corner);
  });
  return parts.filter(({ length }) => length > 1);
}

/** Upper and lower curves, cut to a scale from `lowest` to `highest`. */
export function curvesOf(
  limits: readonly FunnelLimit[],
  place: { readonly x: (size: number) => number; readonly y: (value: number) => number },
  [lowest, highest]: readonly [number, number]
): Curves {
  const line = (value: (limit: FunnelLimit) => number) =>
    cutTo(
      limits.map((limit): Corner => [limit.size, value(limit)]),
      lowest,
      highest
    ).map((part) => part.map(([size, value]): Corner => [place.x(size), place.y(value)]));
  const edge = (value: (limit: FunnelLimit) => number) =>
    limits.map((limit): Corner => [
      place.x(limit.size),
      place.y(Math.max(lowest, Math.min(highest, value(limit))))
    ]);
  return {
    at95: [
      ...line(({ upper95 }) => upper95),
      // In the order of the field’s edge, so that a page holds the same corners in the same words.
      ...line(({ lower95 }) => lower95).map((part) => part.toReversed())
    ],
    at998: [...line(({ upper998 }) => upper998), ...line(({ lower998 }) => lower998)],
    inside: [...edge(({ upper95 }) => upper95), ...edge(({ lower95 }) => lower95).reverse()]
  };
}

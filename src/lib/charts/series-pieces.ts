import { isKnown } from '#lib/domain/cell.ts';
import type { Break, Point, Series } from '#lib/views/model.ts';

export interface Dot {
  readonly year: number;
  readonly value: number;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  /** Points of one piece are joined; a missing year or a break starts another. */
  readonly piece: number;
}

/** Known points in order, cut into pieces at missing years and at breaks. */
export function pieces(points: readonly Point[], breaks: readonly number[]): Dot[] {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  const dots: Dot[] = [];
  for (const { year, cell, lower, upper } of sorted) {
    if (!isKnown(cell)) continue;
    const last = dots.at(-1);
    const joined = last && last.year === year - 1 && !breaks.includes(year);
    const piece = last ? (joined ? last.piece : last.piece + 1) : 0;
    dots.push({ year, value: cell.value, lower, upper, piece });
  }
  return dots;
}

/** Whether no line reaches a point. */
export function alone(dot: Dot, dots: readonly Dot[]): boolean {
  return dots.filter(({ piece }) => piece === dot.piece).length === 1;
}

/** Points with a range, cut also at those without one: a tint never spans a year whose range is not known. */
export function rangedPieces(dots: readonly Dot[]): Dot[] {
  const ranged = dots.filter(({ lower, upper }) => lower !== undefined && upper !== undefined);
  const cut: Dot[] = [];
  for (const dot of ranged) {
    const last = cut.at(-1);
    const before = dots[dots.indexOf(dot) - 1];
    const joined = last !== undefined && before?.year === last.year && before.piece === dot.piece;
    cut.push({ ...dot, piece: last === undefined ? 0 : joined ? last.piece : last.piece + 1 });
  }
  return cut;
}

/** A break parts the series it names; unnamed, all of the area's own: the comparators beside it run on. */
export function breaksOf({ id, role }: Pick<Series, 'id' | 'role'>, breaks: readonly Break[]): number[] {
  const comparator = role === 'england' || role === 'region' || role === 'neighbours';
  return breaks
    .filter((each) => (each.series ? each.series.includes(id) : !comparator))
    .map(({ year }) => year);
}

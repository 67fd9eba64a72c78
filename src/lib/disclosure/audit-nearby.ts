/** Looks for the solution nearest to one that is known: it has few numbers that differ, and so is mostly whole. */
import { record, shifted, type Search } from './audit-search.ts';
import type { Range, Solver, Term } from './solver.ts';

/**
 * The solution in which one place is within a range and all else is as little changed from the last one as can be, in
 * sum; recorded where it is of whole numbers. False where it is not, which says nothing of others, or there is none.
 */
export function findNearest(
  search: Search,
  held: { readonly place: number; readonly range: Range },
  solver: Solver
): boolean {
  const { latest, columns, constraints } = search;
  if (latest === undefined) return false;
  const at = (place: number) => latest[place] ?? 0;
  const bounds = columns.flatMap((column, place): Range[] => {
    const { lower, upper } = place === held.place ? held.range : shifted(column);
    const [least, most] = [lower - at(place), upper - at(place)];
    return [
      { lower: Math.max(0, least), upper: Math.max(0, most) },
      { lower: Math.max(0, -most), upper: Math.max(0, -least) }
    ];
  });
  const { status, values } = solver.solve({
    sense: 'minimise',
    objective: bounds.map((_, column): Term => [column, 1]),
    rows: constraints.rows.map(({ terms }) => ({
      terms: terms.flatMap(([place, by]): Term[] => [
        [2 * place, by],
        [2 * place + 1, -by]
      ]),
      lower: 0,
      upper: 0
    })),
    bounds
  });
  if (status !== 'optimal') return false;
  const point = columns.map(
    (_, place) => at(place) + (values[2 * place] ?? 0) - (values[2 * place + 1] ?? 0)
  );
  return isWhole(point) && record(search, { values: point });
}

const isWhole = (point: readonly number[]) =>
  point.every((value) => Math.abs(value - Math.round(value)) < 1e-6);

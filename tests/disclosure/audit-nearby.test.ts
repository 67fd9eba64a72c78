import { expect, test } from 'vitest';
import { findNearest } from '#lib/disclosure/audit-nearby.ts';
import { record, searchOf } from '#lib/disclosure/audit-search.ts';
import type { Relation, Unknown } from '#lib/disclosure/audit-table.ts';
import { openSolver } from '#lib/disclosure/solver.ts';

/** a + b + c = 9, each 0 to 9, with 3 each as the solution known so far. */
async function known() {
  const relation: Relation = { terms: new Map(), constant: 9 };
  const unknowns = [1, 2, 3].map((): Unknown => ({ lower: 0, upper: 9, within: new Set([relation]) }));
  for (const unknown of unknowns) relation.terms.set(unknown, 1);
  const solver = await openSolver();
  const search = searchOf({ unknowns, relations: [relation] }, true, solver);
  record(search, { values: [3, 3, 3] });
  return { search, solver };
}

test('the nearest solution holds what is asked and changes no more than it must', async () => {
  const { search, solver } = await known();
  expect(findNearest(search, { place: 0, range: { lower: 5, upper: 9 } }, solver)).toBe(true);
  expect(search.latest?.[0]).toBe(5);
  expect(search.latest?.reduce((sum, value) => sum + Math.abs(value - 3), 0)).toBe(4);
  expect(search.columns[0]).toMatchObject({ least: 3, greatest: 5 });
  search.dispose();
});

test('nothing is recorded where no solution holds what is asked', async () => {
  const { search, solver } = await known();
  expect(findNearest(search, { place: 0, range: { lower: 10, upper: 12 } }, solver)).toBe(false);
  expect(search.columns[0]).toMatchObject({ least: 3, greatest: 3 });
  search.dispose();
});

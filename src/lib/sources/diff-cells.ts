import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { BundleTable } from './bundle.ts';

/** The members of a row other than totals, in an order that no rearranged columns change: `category_latest=neglect`. */
export function breakdown(table: BundleTable, observation: Observation): string[] {
  return table.table.dimensions
    .map((dimension, index) => [dimension, observation.members[index] ?? ALL] as const)
    .filter(([, member]) => member !== ALL)
    .map(([dimension, member]) => `${dimension}=${member}`)
    .sort();
}

/**
 * Tells a table's totals from its breakdowns. A dimension for which the table has no total (a table of one tier)
 * does not make its rows a breakdown.
 */
export function totalsOf(table: BundleTable): (observation: Observation) => boolean {
  const summed = table.table.dimensions.map((_, index) =>
    table.observations.some((observation) => observation.members[index] === ALL)
  );
  return ({ members }) => summed.every((has, index) => !has || members[index] === ALL);
}

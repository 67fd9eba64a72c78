/** Where the rows of a table stand in its file, for problems that are found after it was read. */
import type { Observation } from '#lib/domain/observation.ts';

const ROWS = new WeakMap<readonly Observation[], readonly number[]>();

/** Remembers the file's row of each observation, where they do not simply follow the header one by one. */
export function keepFileRows(observations: readonly Observation[], rows: readonly number[]): void {
  if (rows.some((row, at) => row !== at + 2)) ROWS.set(observations, rows);
}

/** 1-based row of an observation in its file, the header being row 1. */
export function fileRowOf(observations: readonly Observation[], at: number): number {
  return ROWS.get(observations)?.[at] ?? at + 2;
}

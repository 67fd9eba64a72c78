import type { Cell } from './cell.ts';

/** One row of a table, validated: where it stands, and what it says. `members` follows the table's `dimensions`. */
export interface Observation {
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  readonly members: readonly string[];
  readonly cell: Cell;
  /** The N of n of N. */
  readonly of?: Cell;
}

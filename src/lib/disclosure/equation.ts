/** What ties figures to one another. */

/** `total` = the sum of `parts`, by id. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

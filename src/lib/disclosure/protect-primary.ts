/** Which figures must be hidden for their own sake. */
import type { Equation } from './protect-network.ts';

export interface PrimaryRule {
  /** Counts of more than none and fewer than this are withheld. */
  readonly threshold: number;
  /** Zeros are shown; else they are withheld as any small count. */
  readonly zerosPublished?: boolean;
  /** Of a group smaller than this, that all of it falls in one part is withheld. 0: no such rule. */
  readonly smallGroup?: number;
}

export function isSmall(value: number, { threshold, zerosPublished = true }: PrimaryRule): boolean {
  return value < threshold && (value > 0 || !zerosPublished);
}

/**
 * The cells that say that all, or none, of a small group is something: where one part is the whole of a total under
 * the limit, that part and the parts that are none. With these, totals that are none, which would say that a hidden
 * part is; and all parts of a hidden total that is none, as parts of somebody would be hidden in the same way.
 */
export function smallGroupCells(
  values: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  { smallGroup = 0 }: PrimaryRule,
  inequalities: readonly Equation[] = []
): Set<string> {
  const found = new Set<string>();
  for (const { total, parts } of equations) {
    const group = values.get(total) ?? 0;
    if (group === 0 || group >= smallGroup || parts.length < 2) continue;
    if (parts.some((part) => values.get(part) === group)) for (const part of parts) found.add(part);
  }
  const none = [...equations, ...inequalities].filter(({ total }) => values.get(total) === 0);
  const noneInParts = equations.filter(({ total }) => values.get(total) === 0);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { total, parts } of none) if (parts.some((part) => found.has(part))) found.add(total);
    for (const { total, parts } of noneInParts)
      if (found.has(total)) for (const part of parts) found.add(part);
  }
  return found;
}

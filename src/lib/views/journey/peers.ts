/** The other authorities of a partnership, which stand beside one of them and are never added up with it. */
import { siblingsOf, type Area } from '#lib/domain/area.ts';
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { newcombe, SIBLING_DESIGN_EFFECT } from '#lib/stats/interval.ts';
import type { Context } from '../context.ts';

/** In the order of the bundle; none for an area that belongs to no partnership. */
export function peersOf({ area, catalogue }: Pick<Context, 'area' | 'catalogue'>): readonly Area[] {
  return siblingsOf(area, catalogue.manifest.areas);
}

export interface Parts {
  readonly n: Cell;
  readonly of: Cell;
}

/** How sure it is that one share is higher or lower than another; nothing where either is missing. */
export function apart(
  one: Parts,
  other: Parts
): { readonly sure: 'clearly' | 'probably' | 'cannotTell'; readonly higher: boolean } | undefined {
  if (!isKnown(one.n) || !isKnown(one.of) || !isKnown(other.n) || !isKnown(other.of)) return undefined;
  const [x1, n1, x2, n2] = [one.n.value, one.of.value, other.n.value, other.of.value];
  if (n1 === 0 || n2 === 0 || x1 > n1 || x2 > n2) return undefined;
  const at = (confidence: number) =>
    newcombe(x1, n1, x2, n2, { confidence, designEffect: SIBLING_DESIGN_EFFECT });
  const outside = ({ lower, upper }: { lower: number; upper: number }) => lower > 0 || upper < 0;
  const sure = outside(at(0.95)) ? 'clearly' : outside(at(0.8)) ? 'probably' : 'cannotTell';
  return { sure, higher: x1 / n1 > x2 / n2 };
}

export const partsOf = ({ numerator, denominator }: Pick<Result, 'numerator' | 'denominator'>): Parts => ({
  n: numerator,
  of: denominator
});

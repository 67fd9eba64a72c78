/** What a reader of two rounds that cannot be compared would take for change. */
import { carries, gain, type Pair } from './verdict.ts';

/**
 * Pairs of rounds that are not comparable, with a percentage in each: those that the partnership itself decided on first,
 * then the widest apart.
 */
export function apparent(pairs: readonly Pair[], named: readonly string[]): readonly Pair[] {
  const decided = ({ standard }: Pair) => Number(named.includes(standard.indicator.id));
  return pairs
    .filter(({ differ, from, to }) => differ.length > 0 && carries(from) && carries(to))
    .sort((a, b) => decided(b) - decided(a) || Math.abs(gain(b)) - Math.abs(gain(a)));
}

/**
 * A part of the items for which something holds, and for which it would not hold without any one of them (QuickXplain:
 * Junker, AAAI 2004). What holds of some items must hold of more. Empty where it holds of none; where it does not hold
 * of all, all.
 */
export function irreducible<Item>(
  items: readonly Item[],
  holds: (some: readonly Item[]) => boolean
): readonly Item[] {
  const within = (given: readonly Item[], changed: boolean, rest: readonly Item[]): readonly Item[] => {
    if (changed && holds(given)) return [];
    if (rest.length <= 1) return rest;
    const middle = Math.ceil(rest.length / 2);
    const near = rest.slice(0, middle);
    const far = within([...given, ...near], true, rest.slice(middle));
    return [...within([...given, ...far], far.length > 0, near), ...far];
  };
  return within([], true, items);
}

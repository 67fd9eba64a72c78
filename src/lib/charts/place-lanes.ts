/** Words that hang on a thin rule from a point on a horizontal line. */
export interface Hanging {
  readonly x: number;
  readonly width: number;
}

export interface Hung {
  /** 0 is nearest the line. */
  readonly lane: number;
  readonly left: number;
  readonly right: number;
}

const GAP = 12;
const LEADER = 5;

function candidates({ x, width }: Hanging, left: number, right: number): { left: number; right: number }[] {
  const starts = [x - width / 2, x - LEADER, x - width + LEADER];
  const inside = starts.filter((start) => start >= left && start + width <= right);
  const pushed = Math.max(left, Math.min(right - width, x - width / 2));
  return [...inside, pushed].map((start) => ({ left: start, right: start + width }));
}

function clash(a: Hung & { x: number }, b: Hung & { x: number }): boolean {
  if (a.lane === b.lane) return a.left < b.right + GAP && b.left < a.right + GAP;
  const [near, far] = a.lane < b.lane ? [a, b] : [b, a];
  return far.x > near.left - LEADER && far.x < near.right + LEADER;
}

/**
 * Lanes and places for words hung on a line between `left` and `right`: no two overlap, no rule runs through
 * another's words, and as few lanes as possible. Meant for at most five items; in the order given.
 */
export function placeLanes(items: readonly Hanging[], left: number, right: number): Hung[] {
  const search = (lanes: number, placed: (Hung & { x: number })[]): (Hung & { x: number })[] | undefined => {
    const item = items[placed.length];
    if (!item) return placed;
    for (let lane = 0; lane < lanes; lane++)
      for (const place of candidates(item, left, right)) {
        const next = { ...place, lane, x: item.x };
        if (placed.some((other) => clash(other, next))) continue;
        const found = search(lanes, [...placed, next]);
        if (found) return found;
      }
    return undefined;
  };
  for (let lanes = 1; lanes <= items.length; lanes++) {
    const found = search(lanes, []);
    if (found) return found.map(({ lane, left, right }) => ({ lane, left, right }));
  }
  return items.map((item, lane) => ({ lane, ...candidates(item, left, right).at(-1)! }));
}

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

type Placed = Hung & { readonly x: number };

/** Least distance between words of one lane, and between words and the rule of others. */
const GAP = 14;
const CLEAR = 4;
/** Words that stand beside their own rule keep off it. */
const BESIDE = 7;

/** Centred on the rule, from it to the right or left, beside it, or pushed in from an edge; best first. */
function candidates({ x, width }: Hanging, left: number, right: number): { left: number; right: number }[] {
  const starts = [x - width / 2, x - BESIDE, x - width + BESIDE, x + BESIDE, x - width - BESIDE];
  const inside = starts.filter((start) => start >= left && start + width <= right);
  const pushed = Math.max(left, Math.min(right - width, x - width / 2));
  return [...inside, pushed].map((start) => ({ left: start, right: start + width }));
}

function clash(a: Placed, b: Placed): boolean {
  if (a.lane === b.lane) return a.left < b.right + GAP && b.left < a.right + GAP;
  const [near, far] = a.lane < b.lane ? [a, b] : [b, a];
  return far.x > near.left - CLEAR && far.x < near.right + CLEAR;
}

/**
 * Lanes and places for words hung on a line between `left` and `right`: no two overlap, no rule runs through
 * another's words, and as few lanes as possible. Meant for at most five items; in the order given.
 * Where nothing fits, every item has a lane of its own.
 */
export function placeLanes(items: readonly Hanging[], left: number, right: number): Hung[] {
  const search = (lanes: number, placed: readonly Placed[]): readonly Placed[] | undefined => {
    const item = items[placed.length];
    if (!item) return placed;
    for (const place of candidates(item, left, right))
      for (let lane = 0; lane < lanes; lane++) {
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
  return items.map((item, lane) => {
    const place = candidates(item, left, right).at(-1) ?? { left, right };
    return { lane, ...place };
  });
}

/** How far down a rule goes: to the top of words that hang on it, to the middle of words beside it. */
export function ruleEnd(
  x: number,
  words: { left: number; right: number },
  top: number,
  line: number
): number {
  return x < words.left || x > words.right ? top + line * 0.75 : top + 1;
}

/** A box in the units of a drawing. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Beside {
  readonly x: number;
  readonly y: number;
  /** From the middle of its mark to the mark's edge. */
  readonly r: number;
  readonly width: number;
  readonly height: number;
}

/** A mark that words would rather not, or must not, lie on. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly weight: number;
}

const DIAGONAL = Math.SQRT1_2;
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [DIAGONAL, -DIAGONAL],
  [-DIAGONAL, -DIAGONAL],
  [DIAGONAL, DIAGONAL],
  [-DIAGONAL, DIAGONAL]
] as const;
const DISTANCES = [5, 14, 26, 40, 56, 74, 96, 120] as const;
const APART = 3;
/** As bad as covering so many marks. */
const CROSSING = 1.5;
const THROUGH = 30;

function boxAt(
  { x, y, r, width, height }: Beside,
  [dx, dy]: readonly [number, number],
  distance: number
): Span {
  const [cx, cy] = [
    x + dx * (r + distance) + (Math.sign(dx) * width) / 2,
    y + dy * (r + distance) + (Math.sign(dy) * height) / 2
  ];
  return { left: cx - width / 2, right: cx + width / 2, top: cy - height / 2, bottom: cy + height / 2 };
}

function pushedIn(box: Span, room: Span): Span {
  const dx = Math.max(0, room.left - box.left) - Math.max(0, box.right - room.right);
  const dy = Math.max(0, room.top - box.top) - Math.max(0, box.bottom - room.bottom);
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
}

const meet = (a: Span, b: Span) =>
  a.left < b.right + APART &&
  b.left < a.right + APART &&
  a.top < b.bottom + APART &&
  b.top < a.bottom + APART;

const covers = (box: Span, { x, y, r }: Obstacle) =>
  x + r > box.left && x - r < box.right && y + r > box.top && y - r < box.bottom;

/** The point of a box that is nearest to a mark, for a line from one to the other. */
export function nearest(
  { x, y }: { readonly x: number; readonly y: number },
  box: Span
): { x: number; y: number } {
  return {
    x: Math.max(box.left, Math.min(box.right, x)),
    y: Math.max(box.top, Math.min(box.bottom, y))
  };
}

/** Whether the line from a mark to its own words runs through other words. */
function runsThrough(mark: { readonly x: number; readonly y: number }, own: Span, other: Span): boolean {
  const to = nearest(mark, own);
  return [0.2, 0.4, 0.6, 0.8].some((part) => {
    const [x, y] = [mark.x + (to.x - mark.x) * part, mark.y + (to.y - mark.y) * part];
    return x > other.left && x < other.right && y > other.top && y < other.bottom;
  });
}

/**
 * Boxes for words near their own marks, inside `room`, clear of each other, over as few other marks as may be and no
 * further off than that needs; off a level line where they can be. In the order given, which is the order of choice.
 */
export function placeBeside(
  items: readonly Beside[],
  obstacles: readonly Obstacle[],
  room: Span,
  level?: number
): Span[] {
  const placed: Span[] = [];
  for (const item of items) {
    let best = pushedIn(boxAt(item, [1, 0], 5), room);
    let least = Infinity;
    for (const distance of DISTANCES)
      for (const way of WAYS) {
        const box = pushedIn(boxAt(item, way, distance), room);
        if (placed.some((other) => meet(box, other)) || covers(box, { ...item, weight: 0 })) continue;
        const covered = obstacles.reduce((sum, each) => sum + (covers(box, each) ? each.weight : 0), 0);
        const crosses = level !== undefined && box.top < level && box.bottom > level;
        const through = placed.filter((other, i) => {
          const mark = items[i];
          return runsThrough(item, box, other) || (mark !== undefined && runsThrough(mark, other, box));
        });
        const score = covered + through.length * THROUGH + (crosses ? CROSSING : 0) + distance / 9;
        if (score < least) [best, least] = [box, score];
      }
    placed.push(best);
  }
  return placed;
}

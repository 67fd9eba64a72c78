/** Stretches, of ages or of time, that overlap and contain one another: what adds up to what. */

/** From `from` up to and without `to`. */
export interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface Refined {
  readonly sums: readonly Sum[];
  /** The pieces that everything is made of, in order; some are in no table. */
  readonly pieces: readonly Span[];
}

/**
 * Cuts spans where any of them begins or ends: each span is the sum of its pieces. A piece that is a span itself goes by
 * its id, another by the name it is given. Two spans of the same length are one sum with one part.
 */
export function refine(spans: readonly Span[], nameOf: (from: number, to: number) => string): Refined {
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const known = new Map<string, string>();
  for (const { id, from, to } of spans) if (!known.has(`${from} ${to}`)) known.set(`${from} ${to}`, id);
  const pieces = cuts.slice(1).flatMap((to, index): Span[] => {
    const from = cuts[index] ?? to;
    const covered = spans.some((span) => span.from <= from && to <= span.to);
    return covered ? [{ id: known.get(`${from} ${to}`) ?? nameOf(from, to), from, to }] : [];
  });
  const sums = spans.flatMap(({ id, from, to }): Sum[] => {
    const parts = pieces.filter((piece) => from <= piece.from && piece.to <= to).map((piece) => piece.id);
    return parts.length === 1 && parts[0] === id ? [] : [{ total: id, parts }];
  });
  return { sums, pieces };
}

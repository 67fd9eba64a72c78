import type { Frame } from './frame.ts';
import { placeLanes } from './place-lanes.ts';
import { widest, wrap } from './text-width.ts';

/** Words that hang above a drawing on a thin rule that runs down into it. */
export interface Note<Kind extends string> {
  readonly kind: Kind;
  readonly x: number;
  readonly text: string;
}

export interface HungNote<Kind extends string> extends Note<Kind> {
  readonly lines: readonly string[];
  readonly left: number;
  readonly y: number;
  /** Where its rule begins. */
  readonly ruleY: number;
}

/** Places for notes from `top` down, no words over others or under another's rule, and the height they take. */
export function hangNotes<Kind extends string>(
  notes: readonly Note<Kind>[],
  top: number,
  frame: Frame
): { readonly notes: readonly HungNote<Kind>[]; readonly height: number } {
  const max = frame.size === 'wide' ? 190 : 140;
  const items = notes.map((note) => ({ ...note, lines: wrap(note.text, max, frame.small) }));
  const hung = placeLanes(
    items.map(({ x, lines }) => ({ x, width: widest(lines, frame.small) })),
    0,
    frame.width
  );
  const lanes = Math.max(0, ...hung.map(({ lane }) => lane + 1));
  const heights = Array.from(
    { length: lanes },
    (_, lane) =>
      Math.max(...items.map(({ lines }, i) => (hung[i]?.lane === lane ? lines.length : 0))) * frame.line + 4
  );
  const height = heights.reduce((sum, each) => sum + each, 0);
  const placed = items.map((item, i) => {
    const { lane, left, right } = hung[i] ?? { lane: 0, left: 0, right: 0 };
    const below = heights.slice(0, lane).reduce((sum, each) => sum + each, 0);
    const bottom = top + height - below - 4;
    const y = bottom - item.lines.length * frame.line;
    const beside = item.x < left || item.x > right;
    return { ...item, left, y, ruleY: beside ? y + frame.line * 0.25 : bottom + 1 };
  });
  return { notes: placed, height };
}

import { sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { stateOf, type HeatSpec } from './heat-layout.ts';
import { SHADES } from './palette.ts';
import { wrap } from './text-width.ts';

export const KEY_LEFT = 8;
/** Width of one shade in the key. */
export const KEY_STEP = 44;

interface KeyEntry {
  readonly kind: 'counts' | 'break';
  readonly text: string;
  readonly x: number;
  /** Middle of its line. */
  readonly y: number;
}

/** What the shades and marks mean, as far as this chart has them. */
export interface HeatKey {
  readonly lines: readonly string[];
  /** Top of the strip of shades; absent where no place is shaded. */
  readonly stripY?: number;
  readonly entries: readonly KeyEntry[];
  readonly height: number;
}

/** Above the rounds: what a shade says, and what an unshaded place and a rule between places say. */
export function layoutKey(spec: HeatSpec, frame: Frame): HeatKey {
  const asked = spec.rows.flatMap((row) =>
    spec.columns.map(({ id }) => row.places.find(({ column }) => column === id))
  );
  const states = asked.map(stateOf);
  const shaded = states.some(({ kind }) => kind === 'shaded');
  const ruled = spec.rows.some((row) =>
    spec.columns.slice(1).some(({ id }) => row.places.find(({ column }) => column === id)?.breaks === true)
  );
  const { line, small } = frame;
  const backwards = spec.rows.some(({ fewerIsBetter }) => fewerIsBetter);
  const says = `${sentence(spec.shade)}. Darker: more${backwards ? ', also where fewer is better' : ''}`;
  const lines = shaded ? wrap(says, frame.width, small) : [];
  const stripY = shaded ? lines.length * line + 3 : undefined;
  const below = stripY === undefined ? 0 : stripY + 14 + line;
  const said: readonly Pick<KeyEntry, 'kind' | 'text'>[] = [
    ...(states.some(({ kind }) => kind === 'counts')
      ? [{ kind: 'counts' as const, text: 'too few for a share: counts only' }]
      : []),
    ...(ruled ? [{ kind: 'break' as const, text: spec.apart ?? 'not comparable with the round before' }] : [])
  ];
  const beside = shaded && frame.size === 'wide';
  const top = beside ? (stripY ?? 0) - 4 : below;
  const entries = said.map((entry, i) => ({
    ...entry,
    x: beside ? KEY_LEFT + KEY_STEP * SHADES.length + 56 : KEY_LEFT,
    y: top + i * (line + 4) + line / 2 + 2
  }));
  const bottom = Math.max(below, ...entries.map(({ y }) => y + line / 2));
  return {
    lines,
    ...(stripY === undefined ? {} : { stripY }),
    entries,
    height: bottom === 0 ? 0 : bottom + 10
  };
}

import type { Spell } from './life.ts';

const WITHIN = 365;

/** Marks help that ended and was followed by help for the same child within a year; a step straight on is no start. */
export function markReopened(spells: readonly Spell[]): void {
  const byChild = new Map<number, Spell[]>();
  for (const spell of spells) {
    const list = byChild.get(spell.child.id);
    if (list) list.push(spell);
    else byChild.set(spell.child.id, [spell]);
  }
  for (const list of byChild.values())
    for (const spell of list)
      spell.reopened = list.some(({ from }) => from > spell.to && from <= spell.to + WITHIN);
}

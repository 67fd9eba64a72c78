import type { Spell } from './life.ts';
import type { Random } from './random.ts';

/** Of those who are stepped up from early help. */
const OFTEN = 0.6;
/** In days. */
const FOR = [21, 150] as const;

/**
 * Lets early help go on for a while beside the plan that a child was stepped up to, as where a school or a family hub keeps
 * its part; never longer than the plan. The child is then known at two tiers.
 */
export function runOn(spells: readonly Spell[], random: Random): void {
  const begun = new Map(spells.map((spell) => [`${spell.child.id} ${spell.from}`, spell]));
  for (const spell of spells) {
    if (spell.tier !== 'targeted' || spell.outcome !== 'stepup') continue;
    const above = begun.get(`${spell.child.id} ${spell.to}`);
    if (above === undefined || above === spell || !random.chance(OFTEN)) continue;
    spell.higherFrom = spell.to;
    spell.to = Math.min(spell.to + random.whole(...FOR), above.to);
  }
}

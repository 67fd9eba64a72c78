/** Time at a tier: made, stepped up or down from, and ended. */
import { ageOn, type Known } from './family.ts';
import type { Going } from './help.ts';
import type { Rung, Spell, Told, ToolUse } from './life.ts';

const LEADS = { schools: 38, familyhubs: 34, healthvisiting: 17, voluntary: 8, notknown: 3 };
const FORMS: Readonly<Record<string, number>> = {
  home: 0.52,
  supervisory: 0.44,
  emotional: 0.36,
  educational: 0.24,
  medical: 0.2,
  nutritional: 0.14,
  antenatal: 0.05
};
const DOMAINS = ['physical', 'safety', 'love', 'esteem'] as const;

interface Begun {
  readonly known: Known;
  readonly tier: Rung;
  readonly from: number;
  readonly neglect: Told;
}

/** Begins and records time at a tier; it has no end yet. Of unborn children only a plan says whether there is neglect. */
export function newSpell({ random, life }: Going, { known, tier, from, neglect }: Begun): Spell {
  const isAsked = tier === 'cpplan' || known.child.born <= from;
  const forms = Object.keys(FORMS).filter((form) => random.chance(FORMS[form] ?? 0));
  const spell: Spell = {
    child: known.child,
    tier,
    from,
    to: Infinity,
    neglect: isAsked ? neglect : 'notknown',
    outcome: 'ceased',
    lead: random.oneOf(LEADS),
    forms: forms.length === 0 ? ['notrecorded'] : forms,
    earlier: known.episodes,
    firstReferred: known.firstReferred,
    reopened: false,
    higherFrom: Infinity,
    tool: neglect === 'yes' ? toolUse({ random, from }) : undefined
  };
  life.spells.push(spell);
  return spell;
}

/** Ends early help on the day on which a plan takes over. */
export function stepUp({ life }: Going, spell: Spell, day: number, to: Rung): void {
  spell.to = day;
  spell.outcome = 'stepup';
  life.moves.push({ child: spell.child, day, from: spell.tier, to, neglect: spell.neglect });
}

/** Ends time at a tier on the day on which one below it goes on. */
export function stepDown({ life }: Going, spell: Spell, day: number, to: Rung): void {
  spell.to = day;
  spell.outcome = 'stepdown';
  life.moves.push({ child: spell.child, day, from: spell.tier, to, neglect: spell.neglect });
}

/** Ends help for a child altogether. */
export function endHelp({ random }: Going, spell: Spell, day: number): void {
  spell.to = day;
  spell.outcome =
    ageOn(spell.child, day) >= 17 && random.chance(0.5)
      ? 'adult'
      : random.oneOf({ ceased: 74, nothingmore: 14, moved: 7, order: 3, notknown: 2 });
}

/** The neglect tool is used with some, and with some of these a second time. */
function toolUse({
  random,
  from
}: {
  readonly random: Going['random'];
  readonly from: number;
}): ToolUse | undefined {
  if (!random.chance(0.34)) return undefined;
  const again = random.chance(0.48);
  const lean = random.unit();
  const changed = () =>
    again ? random.oneOf({ improved: 30 + 40 * lean, same: 30, worse: 40 - 30 * lean }) : ('once' as const);
  return {
    day: from + random.whole(10, 80),
    change: { all: changed(), ...Object.fromEntries(DOMAINS.map((domain) => [domain, changed()])) }
  };
}

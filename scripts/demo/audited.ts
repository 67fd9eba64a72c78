/** The families and plans that audits drew at random from the made-up records of an authority. */
import { HELD, ROUNDS, type Round } from './audits.ts';
import { dayOf } from './days.ts';
import { isNeglect } from './items.ts';
import type { Life, Spell } from './life.ts';
import { LARGE } from './places.ts';
import { randomOf, type Random } from './random.ts';

/** A family that was read, with what an audit can be told apart by. */
export interface Drawn {
  readonly tier: string;
  /** The agency that raised the last concern. */
  readonly raisedBy: string;
  /** The agency whose own record was read, drawn by lot. */
  readonly readAt: string;
}

export interface Audited {
  readonly rounds: readonly { readonly round: Round; readonly families: readonly Drawn[] }[];
  /** Of plans without neglect on record: how many were read, and in how many neglect was found. */
  readonly plans: { readonly found: number; readonly read: number };
}

const READ_AT = ['council', 'schools', 'health'] as const;

/** The audit of plans without neglect on record. */
export const PLANS_ROUND = { round: 'plans2024', area: LARGE, period: '2024', date: '2024-02-19', size: 60 };

/** So many of a list, each as likely as any other. */
function sample<Item>(items: readonly Item[], size: number, random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, by: random.unit() }))
    .toSorted((a, b) => a.by - b.by)
    .slice(0, size)
    .map(({ item }) => item);
}

const openOn = (day: number) => (spell: Spell) =>
  spell.from <= day && spell.to > day && spell.higherFrom > day;

const AGENCY: Readonly<Record<string, string>> = {
  police: 'police',
  schools: 'schools',
  education: 'schools',
  health: 'health'
};

/** Families known for neglect on the day of each round, as its register says; undefined where audits tell no more than n of N. */
export function auditedIn(area: string, life: Life, seed: number): Audited | undefined {
  if (area !== LARGE) return undefined;
  const rounds = ROUNDS.filter((round) => round.area === area).map((round) => {
    const day = dayOf(HELD[round.round]);
    const open = life.spells.filter((spell) => isNeglect(spell) && openOn(day)(spell));
    const random = randomOf(seed, `families taken for ${round.round} in ${area}`);
    const inOrder = sample(open, open.length, random);
    const families = [...new Map(inOrder.map((spell) => [spell.child.home.family, spell])).values()];
    return {
      round,
      families: families.slice(0, round.size).map((spell, at) => ({
        tier: spell.tier,
        raisedBy: raisedBy(life, spell, day),
        readAt: READ_AT[at % READ_AT.length] ?? ''
      }))
    };
  });
  return { rounds, plans: plansRead(life, seed) };
}

/** Who raised the last concern from outside; where that was a person, social care wrote it down. */
function raisedBy({ contacts }: Life, { child }: Spell, day: number): string {
  const last = contacts
    .filter((each) => each.child === child && each.day <= day && each.subsource !== 'earlyhelp')
    .toSorted((a, b) => a.day - b.day)
    .at(-1);
  return AGENCY[last?.source ?? ''] ?? 'council';
}

function plansRead({ plans }: Life, seed: number): Audited['plans'] {
  const { round, date, size } = PLANS_ROUND;
  const open = plans.filter((plan) => !isNeglect(plan) && openOn(dayOf(date))(plan));
  const drawn = sample(open, size, randomOf(seed, `plans drawn for ${round}`));
  return { found: drawn.filter(({ unwritten }) => unwritten).length, read: drawn.length };
}

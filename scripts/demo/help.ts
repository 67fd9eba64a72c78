/** What becomes of a concern: early help, a referral and its assessment, an episode of need with its plans. */
import { factorsFound, KINDS, needOf, raised, timeTaken, type Raised } from './concerns.ts';
import { ageOn, YEAR, type Known } from './family.ts';
import type { Life, Need, Rung, Spell, Told } from './life.ts';
import { cinPlan, protectionPlan, shortPlan } from './plans.ts';
import { OLDER, type Kind, type Profile } from './profiles.ts';
import type { Random } from './random.ts';
import { newSpell } from './spells.ts';

export interface Going {
  readonly profile: Profile;
  readonly random: Random;
  /** Chance for what was added later, so that all else stays as it was. */
  readonly beside: Random;
  readonly life: Life;
}

/** What a child brings to an episode. */
export interface Episode {
  readonly known: Known;
  readonly kind: Kind;
  /** Early help that lasts until a plan takes over. */
  readonly before?: Spell | undefined;
  readonly neglect: Told;
  readonly need: Need;
}

/** A contact passed to early help; most of these families are helped, and some come up to a plan from there. */
export function earlyHelp(going: Going, family: readonly Known[], day: number): void {
  const { profile, random, life } = going;
  const kind = random.oneOf(KINDS);
  const contact = raised(profile, kind, random);
  for (const { child } of family) life.contacts.push({ child, day, outcome: 'earlyhelp', ...contact });
  if (random.chance(0.3)) return;
  const neglect = earlyHelpReason(kind, random);
  const end = day + 20 + Math.floor(random.waiting(170));
  const rises = random.chance(0.14);
  const spells = family.map((known) => {
    const spell = newSpell(going, { known, tier: 'targeted', from: day, neglect });
    spell.to = end;
    spell.outcome = random.oneOf({ ceased: 62, nothingmore: 22, moved: 4, notknown: 3 });
    known.busyUntil = end;
    return spell;
  });
  if (rises) referred(going, family, end, { kind, neglect, spells });
}

const earlyHelpReason = (kind: Kind, random: Random): Told =>
  random.chance(0.1) ? 'notknown' : random.chance(kind === 'neglect' ? 0.68 : 0.06) ? 'yes' : 'no';

interface FromBelow {
  readonly kind: Kind;
  readonly neglect: Told;
  readonly spells: readonly Spell[];
}

/** A referral of a family, and all that follows. Sets until when each child is helped. */
export function referred(going: Going, family: readonly Known[], day: number, below?: FromBelow): void {
  const { profile, random, life } = going;
  const kind = below?.kind ?? random.oneOf(KINDS);
  const contact: Raised = {
    ...raised(profile, kind, random),
    ...(below ? { source: 'council', subsource: 'earlyhelp' } : {})
  };
  const outcome = outcomeOf(going, day, below !== undefined);
  const path = pathOf(going, kind, day, family);
  const [eldest] = family;
  for (const known of family) {
    if (known !== eldest && random.chance(0.12)) continue;
    const { child } = known;
    const again = day - known.lastReferred <= 365;
    life.contacts.push({ child, day, outcome: 'referral', ...contact });
    life.referrals.push({ child, day, outcome, rereferral: again ? 'yes' : 'no', ...contact });
    known.lastReferred = day;
    known.firstReferred = Math.min(known.firstReferred, day);
    if (outcome === 'nfa') {
      known.busyUntil = Math.max(known.busyUntil, day);
      continue;
    }
    const spell = below?.spells.find((each) => each.child === child);
    const before = spell && below ? { spell, neglect: below.neglect } : undefined;
    assessed(going, { known, kind, before, day, outcome, path });
  }
}

function outcomeOf({ profile, random }: Going, day: number, fromBelow: boolean) {
  if (fromBelow) return 'inneed' as const;
  if (random.chance(profile.nfa)) return 'nfa' as const;
  return random.chance(profile.notInNeed(day)) ? ('notinneed' as const) : ('inneed' as const);
}

type Path = 'cpplan' | 'cinplan' | 'lasting' | 'short';
const TO_PLAN: Readonly<Record<Kind, number>> = {
  neglect: 0.31,
  emotional: 0.088,
  physical: 0.075,
  sexual: 0.08,
  other: 0.02
};

function pathOf({ profile, random }: Going, kind: Kind, day: number, family: readonly Known[]): Path {
  const before = family.some(({ plan }) => plan === 'yes') ? 1.7 : 0.9;
  const age = Math.max(...family.map(({ child }) => ageOn(child, day)));
  const young = age < 5 ? 1.3 : age < 10 ? 1 : 0.8;
  if (random.chance(TO_PLAN[kind] * profile.plans(day) * before * young)) return 'cpplan';
  return random.oneOf({ cinplan: 38, lasting: 11, short: 42 });
}

interface ToAssess {
  readonly known: Known;
  readonly kind: Kind;
  readonly before: { readonly spell: Spell; readonly neglect: Told } | undefined;
  readonly day: number;
  readonly outcome: 'notinneed' | 'inneed';
  readonly path: Path;
}

/** That neglect is recorded, by how far things go, where the concern is about neglect and where it is not. */
const RECORDED: Readonly<Record<'notinneed' | Path, readonly [number, number]>> = {
  notinneed: [0.11, 0.012],
  short: [0.2, 0.02],
  lasting: [0.3, 0.04],
  cinplan: [0.46, 0.05],
  cpplan: [0.93, 0]
};

function assessed(going: Going, { known, kind, before, day, outcome, path: family }: ToAssess): void {
  const { profile, random, life } = going;
  const { child } = known;
  const age = ageOn(child, day);
  const isLeftOut = kind === 'neglect' && age >= OLDER && random.chance(profile.olderLeftOut);
  const path: Path = outcome === 'inneed' && family === 'cpplan' && isLeftOut ? 'cinplan' : family;
  const [where, elsewhere] = RECORDED[outcome === 'notinneed' ? 'notinneed' : path];
  const usual = kind === 'neglect' ? where : path === 'cpplan' ? profile.besides : elsewhere;
  const written = Math.min(0.97, path === 'cpplan' ? usual : usual * profile.recording(day, age));
  const neglect = random.chance(written);
  const { days, duration } = timeTaken(random);
  const factors = factorsFound(kind, neglect, random);
  life.assessments.push({ child, day: day + days, duration, factors });
  if (outcome === 'notinneed') {
    if (random.chance(0.13)) life.enquiries.push({ child, day: day + 3, neglect: toldOf(neglect, random) });
    known.busyUntil = Math.max(known.busyUntil, day + days);
    return;
  }
  const told = before?.neglect ?? toldOf(neglect, random);
  const need: Need = { child, from: day, to: Infinity, need: needOf(kind, path === 'lasting', random) };
  life.needs.push(need);
  inNeed(going, { known, kind, before: before?.spell, need, neglect: told }, path, day + days);
}

const toldOf = (neglect: boolean, random: Random): Told =>
  random.chance(0.05) ? 'notknown' : neglect ? 'yes' : 'no';

function inNeed(going: Going, episode: Episode, path: Path, assessedOn: number): void {
  const { random, life } = going;
  const { known, need, neglect } = episode;
  const { child } = known;
  if (path === 'cpplan') protectionPlan(going, episode, need.from);
  else {
    if (random.chance(0.36)) life.enquiries.push({ child, day: need.from + random.whole(1, 20), neglect });
    if (path === 'cinplan')
      cinPlan(going, episode, Math.max(assessedOn, need.from + 1) + random.whole(1, 10));
    else need.to = path === 'short' ? shortEnd(going, assessedOn) : lastingEnd(going, need);
    if (path === 'short') shortPlan(going, episode, assessedOn);
  }
  if (need.to > need.from + 120 && random.chance(0.2))
    life.assessments.push({ child, day: need.from + 110, ...timeTaken(random), factors: [] });
  known.busyUntil = Math.max(known.busyUntil, need.to);
  known.episodes = known.episodes < 0 ? -1 : known.episodes + 1;
}

const shortEnd = ({ random }: Going, assessedOn: number) => assessedOn + 3 + Math.floor(random.waiting(45));

/** Children in care, disabled children and those leaving care, whose episodes last for years. */
function lastingEnd({ random }: Going, { from, child }: Need): number {
  const end = from + 60 + Math.floor(random.waiting(4.2 * YEAR));
  return Math.max(from + 30, Math.min(end, Math.floor(child.born + 21 * YEAR)));
}

export type { Rung };

/** Child in need plans and child protection plans. */
import { ageOn } from './family.ts';
import type { Episode, Going } from './help.ts';
import type { Category, Plan, Told } from './life.ts';
import { CATEGORY_OF, RECODING, REVIEWED_WITHIN, type Kind } from './profiles.ts';
import type { Random } from './random.ts';
import { endHelp, newSpell, stepDown, stepUp } from './spells.ts';
import { LARGE, MIDDLE } from './places.ts';

/** How long plans last, in days: the band, its bounds, and how often in a hundred. */
const LASTING = { upto3m: 16, m3to6: 12, m6to12: 42, y1to2: 26, y2plus: 5 };
const BOUNDS = {
  upto3m: [40, 91],
  m3to6: [92, 182],
  m6to12: [183, 364],
  y1to2: [365, 729],
  y2plus: [730, 1150]
} as const;

/** The category of a plan before all that is recorded here. */
const ELSEWHERE: Readonly<Partial<Record<Category | 'notknown', number>>> = {
  neglect: 42,
  emotional: 36,
  physical: 8,
  sexual: 4,
  notknown: 10
};

/** A plan of a child in need from a day on, until the episode ends, steps up, or goes on as early help. */
export function cinPlan(going: Going, episode: Episode, from: number): void {
  const { random } = going;
  const { known, need, neglect, before } = episode;
  const spell = newSpell(going, { known, tier: 'cinplan', from, neglect });
  if (before && before.to >= need.from) stepUp(going, before, from, 'cinplan');
  const end = from + 40 + Math.floor(random.waiting(165));
  if (random.chance(0.055)) {
    conference(going, episode, end);
    stepUp(going, spell, end, 'cpplan');
    onPlan(going, episode, end);
    return;
  }
  need.to = end;
  if (random.chance(0.2) && ageOn(known.child, end) < 18) {
    stepDown(going, spell, end, 'targeted');
    const below = newSpell(going, { known, tier: 'targeted', from: end, neglect });
    below.to = end + 30 + Math.floor(random.waiting(140));
    known.busyUntil = below.to;
  } else endHelp(going, spell, end);
}

/** Of families who come up from early help, many have a plan even where it is over within weeks. */
export function shortPlan({ life, profile, beside }: Going, episode: Episode, assessedOn: number): void {
  const { known, need, neglect, before } = episode;
  if (!before || before.to < need.from) return;
  const going = { life, profile, beside, random: beside };
  const from = Math.max(assessedOn, need.from + 1) + beside.whole(1, 3);
  if (!beside.chance(0.85) || need.to - from < 10) return;
  const spell = newSpell(going, { known, tier: 'cinplan', from, neglect });
  stepUp(going, before, from, 'cinplan');
  endHelp(going, spell, need.to);
}

/** An enquiry, a conference and, after most conferences, a child protection plan. */
export function protectionPlan(going: Going, episode: Episode, from: number): void {
  const { random, life } = going;
  const { known, neglect } = episode;
  const asked = from + random.whole(1, 15);
  life.enquiries.push({ child: known.child, day: asked, neglect });
  const met = asked + random.whole(8, 24);
  conference(going, episode, met);
  if (random.chance(0.13)) cinPlan(going, episode, met + 1);
  else onPlan(going, episode, met);
}

function conference({ random, life }: Going, { known, neglect }: Episode, day: number): void {
  life.conferences.push({
    child: known.child,
    day,
    neglect,
    timely: random.chance(0.79) ? 'yes' : 'no'
  });
}

function onPlan(going: Going, episode: Episode, from: number): void {
  const { random, beside, life } = going;
  const { known, kind, need, neglect, before } = episode;
  if (before && before.to >= need.from) stepUp(going, before, from, 'cpplan');
  const plan: Plan = Object.assign(newSpell(going, { known, tier: 'cpplan', from, neglect }), {
    initial: categoryOf(going, kind, neglect, from, ageOn(known.child, from)),
    later: [],
    earlierPlan: known.plan,
    earlierCategory: known.plan === 'yes' ? (known.lastCategory ?? beside.oneOf(ELSEWHERE)) : undefined,
    unwritten: neglect !== 'yes' && beside.chance(kind === 'neglect' ? 0.6 : 0.14)
  });
  const [least, most] = BOUNDS[random.oneOf(LASTING)];
  const end = from + random.whole(least, most);
  plan.later.push(...laterCategories(going, plan, end));
  life.plans.push(plan);
  known.plan = 'yes';
  known.lastCategory = plan.initial;
  if (random.chance(0.72)) {
    stepDown(going, plan, end, 'cinplan');
    const below = newSpell(going, { known, tier: 'cinplan', from: end, neglect });
    const over = end + 40 + Math.floor(random.waiting(120));
    endHelp(going, below, over);
    need.to = over;
  } else {
    endHelp(going, plan, end);
    need.to = end;
  }
}

/** Neglect is the category only where it is recorded, so that recorded neglect is never less than the category. */
function categoryOf(
  { profile, random }: Going,
  kind: Kind,
  neglect: Told,
  day: number,
  age: number
): Category {
  if (random.chance(profile.multiple(day))) return 'multiple';
  const own = CATEGORY_OF[kind];
  if (own !== 'neglect') return own;
  return neglect === 'yes' && random.chance(profile.naming(age)) ? 'neglect' : 'emotional';
}

/** Changes of category: now and then, and once for all where “multiple” is no longer used. */
function laterCategories({ profile, random }: Going, plan: Plan, end: number): Plan['later'] {
  const { initial, neglect, from } = plan;
  if (profile.id === MIDDLE && initial === 'multiple' && from < RECODING && end > RECODING) {
    const day = RECODING + random.whole(0, REVIEWED_WITHIN);
    return day < end ? [{ day: Math.max(day, from), category: recoded(neglect, random) }] : [];
  }
  if (profile.id === LARGE || !random.chance(0.05) || end - from < 120) return [];
  const category = random.oneOf<Category>({
    ...(neglect === 'yes' ? { neglect: 5 } : {}),
    emotional: 5,
    physical: 1
  });
  return category === initial ? [] : [{ day: from + 100, category }];
}

const recoded = (neglect: Told, random: Random): Category =>
  neglect === 'yes' && random.chance(0.9) ? 'neglect' : 'emotional';

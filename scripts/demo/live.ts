/** Lets made-up families come to notice, be helped and come back, in one authority over fourteen years. */
import { BEGIN, CLOSE } from './days.ts';
import { KINDS, raised } from './concerns.ts';
import { ageOn, familyOn, type Families, type Known } from './family.ts';
import { earlyHelp, referred, type Going } from './help.ts';
import { homesIn } from './homes.ts';
import { emptyLife, type Contact, type Life } from './life.ts';
import type { Profile } from './profiles.ts';
import { randomOf } from './random.ts';
import { markReopened } from './reopened.ts';
import { runOn } from './run-on.ts';

const YEAR = 365.25;
/** Contacts that become neither a referral nor early help, per 10,000 children and year. */
const OTHER_CONTACTS = 720;
/** First contacts that are passed to early help, families per 10,000 children and year. */
const TO_EARLY_HELP = 62;
/** Contacts are counted from here on only. */
const CONTACTS_FROM = BEGIN + 10 * YEAR;

/** All that is recorded in one authority. The same profile and seed give the same life. */
export function lifeIn(profile: Profile, seed: number): Life {
  const random = randomOf(seed, `life in ${profile.id}`);
  const life = emptyLife();
  let children = 0;
  const families = { random, homes: homesIn(profile.id, seed), nextId: () => (children += 1) };
  const going: Going = { profile, random, beside: randomOf(seed, `beside the life in ${profile.id}`), life };
  const perDay = (per10000: number) => (per10000 * profile.children) / 10_000 / YEAR;
  for (let day = BEGIN; (day += random.waiting(1 / perDay(profile.concerns(day)))) < CLOSE;)
    familyLife(going, familyOn(Math.floor(day), families), Math.floor(day), 'referral');
  if (profile.isOwn) {
    for (let day = BEGIN; (day += random.waiting(1 / perDay(TO_EARLY_HELP))) < CLOSE;)
      familyLife(going, familyOn(Math.floor(day), families), Math.floor(day), 'earlyhelp');
    otherContacts(going, perDay(OTHER_CONTACTS), families);
  }
  markReopened(life.spells);
  runOn(life.spells, randomOf(seed, `help that runs on in ${profile.id}`));
  return life;
}

/** From the first concern on, until the family does not come back. */
function familyLife(going: Going, family: readonly Known[], first: number, entry: Contact['outcome']): void {
  const { profile, random } = going;
  let day = first;
  let next = entry;
  while (day < CLOSE) {
    const present = family.filter(
      ({ child, busyUntil }) => busyUntil < day && ageOn(child, day) < 18 && child.born < day + 150
    );
    if (present.length > 0) {
      if (next === 'earlyhelp') earlyHelp(going, present, day);
      else referred(going, present, day);
    }
    if (!random.chance(profile.returns.likelihood)) return;
    const ends = present.map(({ busyUntil }) => busyUntil).filter((end) => end < Infinity);
    day = Math.max(day, Math.min(...ends, CLOSE)) + 1 + Math.floor(random.waiting(profile.returns.after));
    next = profile.isOwn && random.chance(0.2) ? 'earlyhelp' : 'referral';
  }
}

function otherContacts({ profile, random, life }: Going, perDay: number, families: Families): void {
  for (let day = CONTACTS_FROM; (day += random.waiting(1 / perDay)) < CLOSE;) {
    const kind = random.oneOf(KINDS);
    const outcome = random.oneOf({ advice: 45, none: 55 });
    for (const { child } of familyOn(Math.floor(day), families))
      life.contacts.push({ child, day: Math.floor(day), outcome, ...raised(profile, kind, random) });
  }
}

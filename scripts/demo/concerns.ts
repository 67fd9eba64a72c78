/** Who raises a concern, what is written down of it, and what an assessment finds. */
import type { Assessment, Told } from './life.ts';
import type { Kind, Profile } from './profiles.ts';
import type { Random } from './random.ts';

/** Sources in detail, by the source whose code they have. */
const WITHIN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  individual: { family: 55, acquaintance: 28, self: 4, otherindividual: 13 },
  schools: { school: 1 },
  education: { educationservice: 1 },
  health: {
    gp: 9,
    healthvisitor: 14,
    schoolnurse: 6,
    dentist: 2,
    adultmental: 5,
    otherprimary: 11,
    emergency: 24,
    otherhealth: 29
  },
  housing: { housing: 1 },
  council: { substance: 5, socialcare: 49, otherinternal: 20, external: 12, earlyhelp: 14 },
  police: { police: 1 },
  legal: { probation: 32, otherlegal: 68 },
  other: { voluntary: 1 },
  anonymous: { anonymous: 1 },
  unknown: { unknown: 1 }
};

export interface Raised {
  readonly source: string;
  readonly subsource: string;
  readonly neglect: Told;
}

const withoutSilent = new WeakMap<readonly string[], Map<string, Readonly<Record<string, number>>>>();

function detailsOf(source: string, silent: readonly string[]): Readonly<Record<string, number>> {
  const made = withoutSilent.get(silent) ?? new Map<string, Readonly<Record<string, number>>>();
  withoutSilent.set(silent, made);
  const known =
    made.get(source) ??
    Object.fromEntries(Object.entries(WITHIN[source] ?? {}).filter(([id]) => !silent.includes(id)));
  made.set(source, known);
  return known;
}

/** Whether neglect is among the reasons of a contact or referral is for local systems to say: no census asks. */
export function raised({ sources, silent }: Profile, kind: Kind, random: Random): Raised {
  const source = random.oneOf(sources);
  const subsource = random.oneOf(detailsOf(source, silent));
  const seen = random.chance(kind === 'neglect' ? 0.7 : 0.05);
  return { source, subsource, neglect: random.chance(0.05) ? 'notknown' : seen ? 'yes' : 'no' };
}

export const KINDS: Readonly<Record<Kind, number>> = {
  neglect: 29,
  emotional: 38,
  physical: 15,
  sexual: 6,
  other: 12
};

/** Likelihood of each factor in an assessment, first of all children, then of those known for neglect. */
const FACTORS: readonly (readonly [factor: string, usual: number, besideNeglect: number])[] = [
  ['f1b', 0.13, 0.24],
  ['f2b', 0.12, 0.26],
  ['f2a', 0.05, 0.04],
  ['f3a', 0.11, 0.08],
  ['f3b', 0.32, 0.34],
  ['f4a', 0.17, 0.15],
  ['f4b', 0.32, 0.42],
  ['f5a', 0.12, 0.12],
  ['f5b', 0.025, 0.07],
  ['f7a', 0.035, 0.05],
  ['f10a', 0.035, 0.035],
  ['f11a', 0.027, 0.02],
  ['f13a', 0.02, 0.015],
  ['f14a', 0.077, 0.06],
  ['f15a', 0.052, 0.03],
  ['f20', 0.185, 0.12],
  ['f24a', 0.031, 0.025]
];
const OWN_FACTOR: Readonly<Partial<Record<Kind, readonly [string, number]>>> = {
  emotional: ['f17a', 0.5],
  physical: ['f18c', 0.62],
  sexual: ['f19c', 0.5]
};

/** What an assessment records; nothing, where no factor was identified or none was entered. */
export function factorsFound(kind: Kind, neglect: boolean, random: Random): string[] {
  if (!neglect && random.chance(0.2)) return [];
  const own = OWN_FACTOR[kind];
  const found = FACTORS.filter(([, usual, beside]) => random.chance(neglect ? beside : usual)).map(
    ([factor]) => factor
  );
  if (own && random.chance(own[1])) found.push(own[0]);
  if (neglect) found.push('f16a');
  return found.length === 0 ? ['f20'] : found;
}

/** Working days that an assessment takes: the band, its first and last day, and how often in a hundred. */
const DURATIONS = [
  ['sameday', 0, 0, 3],
  ['d1to10', 1, 10, 15],
  ['d11to20', 11, 20, 14],
  ['d21to30', 21, 30, 17],
  ['d31to40', 31, 40, 24],
  ['d41to45', 41, 45, 12],
  ['d46to50', 46, 50, 5],
  ['d51to60', 51, 60, 5],
  ['d61plus', 61, 90, 5]
] as const;
const OFTEN = Object.fromEntries(DURATIONS.map(([id, , , often]) => [id, often]));

export function timeTaken(random: Random): Pick<Assessment, 'duration'> & { readonly days: number } {
  const duration = random.oneOf(OFTEN);
  const [, first, last] = DURATIONS.find(([id]) => id === duration) ?? DURATIONS[0];
  return { duration, days: Math.ceil((random.whole(first, last) * 7) / 5) };
}

/** Primary need of an episode. */
export function needOf(kind: Kind, lasting: boolean, random: Random): string {
  if (lasting)
    return random.oneOf({ n1: 46, n2: 22, n3: 3, n4: 7, n5: 8, n6: 3, n8: 9, n9: 1, n0: 1, n7: 0.5 });
  if (kind === 'other')
    return random.oneOf({ n2: 12, n3: 8, n4: 30, n5: 18, n6: 9, n7: 1, n8: 6, n9: 6, n0: 10 });
  return random.oneOf({ n1: 68, n4: 10, n5: 16, n3: 2, n6: 1.5, n0: 2.5 });
}

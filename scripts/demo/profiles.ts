/** How each authority works: levels near those published for England, and where the stories lie. */
import type { Category } from './life.ts';
import { dayOf, yearOf } from './days.ts';
import { LARGE, MIDDLE, OWN, OTHERS, SMALL } from './places.ts';
import { randomOf } from './random.ts';

/** What a family comes to notice for. */
export type Kind = 'neglect' | 'emotional' | 'physical' | 'sexual' | 'other';

export interface Profile {
  readonly id: string;
  /** Children aged 0 to 17 in mid-2023. */
  readonly children: number;
  readonly isOwn: boolean;
  /** First concerns about a family, per 10,000 children and year. */
  readonly concerns: (day: number) => number;
  readonly nfa: number;
  readonly notInNeed: (day: number) => number;
  /** Times as likely as elsewhere to come to a plan. */
  readonly plans: (day: number) => number;
  /** Times as likely as elsewhere to have neglect recorded in an assessment. */
  readonly recording: (day: number, age: number) => number;
  /** That neglect is recorded in the assessment behind a plan of another kind. */
  readonly besides: number;
  /** That a plan for a neglected child is in the category of neglect. */
  readonly naming: (age: number) => number;
  /** That several kinds of harm are put down as “multiple”. */
  readonly multiple: (day: number) => number;
  /** That a family comes back after help has ended, and after how many days on average. */
  readonly returns: { readonly likelihood: number; readonly after: number };
  /** The share of children under 7 in a family’s plan for neglect: how likely an older one is left out. */
  readonly olderLeftOut: number;
  readonly sources: Readonly<Record<string, number>>;
  readonly silent: readonly string[];
}

/** England, 2024, in per cent of referrals. */
const SOURCES = {
  police: 28.5,
  schools: 20.3,
  health: 14.7,
  council: 14.1,
  individual: 8,
  legal: 4.4,
  other: 4.2,
  education: 1.7,
  anonymous: 1.6,
  housing: 1.3,
  unknown: 1.2
};

/** The day on which each launched its strategy. */
export const LAUNCHES: Readonly<Record<string, string>> = { [MIDDLE]: '2022-04-01', [LARGE]: '2022-04-01' };
/** From this day Lanternport no longer uses “multiple”, and its plans are given one category at their next review. */
export const RECODING = dayOf('2022-07-01');
export const REVIEWED_WITHIN = 90;

/** Everywhere, the share of assessments that find no need falls after 2022. */
function notInNeedEverywhere(day: number): number {
  return 0.34 - 0.022 * Math.max(0, Math.min(3, (day - dayOf('2021-10-01')) / 365));
}

/** How an authority works, from chance alone; the three of the partnership are altered where a story wants it. */
export function profileOf(id: string, seed: number): Profile {
  const random = randomOf(seed, `profile of ${id}`);
  const around = (spread: number) => Math.exp(spread * random.normal());
  const own = OWN[id];
  const size = own?.children ?? OTHERS[id]?.children ?? 0;
  const [volume, plans, recording, notInNeed] = [
    around(0.18),
    0.92 * around(0.2),
    around(0.22),
    around(0.12)
  ];
  const yearly = (spread: number) => {
    const moved = new Map(Array.from({ length: 20 }, (_, at) => [2008 + at, around(spread)]));
    return (day: number) => moved.get(yearOf(day)) ?? 1;
  };
  const [volumeIn, plansIn, recordingIn] = [yearly(0.05), yearly(0.07), yearly(0.06)];
  const notInNeedIn = yearly(0.07);
  const average: Profile = {
    id,
    children: size,
    isOwn: own !== undefined,
    concerns: (day) => 200 * volume * volumeIn(day),
    nfa: 0.065,
    notInNeed: (day) => notInNeedEverywhere(day) * notInNeed * notInNeedIn(day),
    plans: (day) => plans * plansIn(day),
    recording: (day) => recording * recordingIn(day),
    besides: 0.2,
    naming: () => 0.95,
    multiple: () => 0.03,
    returns: { likelihood: 0.45, after: 220 },
    olderLeftOut: 0,
    sources: SOURCES,
    silent: []
  };
  return { ...average, ...OWN_WAYS[id]?.(volumeIn, plansIn, recordingIn) };
}

type Yearly = (day: number) => number;

/** Where the stories lie. Chance plays a smaller part here, so that every seed tells them. */
const OWN_WAYS: Readonly<
  Record<string, (volume: Yearly, plans: Yearly, recording: Yearly) => Partial<Profile>>
> = {
  [LARGE]: (volume, plans) => ({
    concerns: (day) => 110 * volume(day),
    notInNeed: (day) => notInNeedEverywhere(day),
    plans: (day) => 0.95 * plans(day),
    recording: () => 0.95,
    besides: 0.5,
    naming: () => 0.58,
    returns: { likelihood: 0.62, after: 135 },
    sources: { ...SOURCES, schools: 16, police: 33 },
    silent: ['dentist', 'adultmental']
  }),
  [MIDDLE]: (volume, plans) => ({
    concerns: (day) => 220 * volume(day) ** 0.5,
    plans: (day) => 1.2 * plans(day),
    notInNeed: () => 0.31,
    recording: (day, age) => (day < dayOf(LAUNCHES[MIDDLE] ?? '') ? 0.65 : 1.6) * (age >= OLDER ? 0.6 : 1.2),
    multiple: (day) => (day < RECODING ? 0.3 : 0),
    olderLeftOut: 0.75,
    returns: { likelihood: 0.4, after: 250 }
  }),
  [SMALL]: (volume, plans) => ({
    concerns: (day) => 150 * volume(day),
    plans: (day) => 0.85 * plans(day),
    recording: () => 1,
    notInNeed: () => 0.32
  })
};

/** The age from which joint inspections speak of older children. */
export const OLDER = 7;

/** The category of a plan, before anything is put down as “multiple”. */
export const CATEGORY_OF: Readonly<Record<Kind, Exclude<Category, 'multiple'>>> = {
  neglect: 'neglect',
  emotional: 'emotional',
  physical: 'physical',
  sexual: 'sexual',
  other: 'emotional'
};

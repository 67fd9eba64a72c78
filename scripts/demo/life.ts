/** What is recorded of made-up children: dated events, of which every figure is a count. Days are whole numbers. */

export type Told = 'yes' | 'no' | 'notknown';
export type Category = 'neglect' | 'physical' | 'emotional' | 'sexual' | 'multiple';
export type Rung = 'targeted' | 'cinplan' | 'cpplan';

/** What is the same of all children of a family. */
export interface Home {
  readonly family: number;
  readonly locality: string;
  /** The fifth of neighbourhoods in which it lies, from the most to the least deprived. */
  readonly deprivation: string;
  readonly ethnicity: string;
}

export interface Child {
  readonly id: number;
  readonly born: number;
  readonly sex: 'female' | 'male';
  readonly disability: Told;
  readonly home: Home;
}

/** Something that happened on one day. */
export interface Happening {
  readonly child: Child;
  readonly day: number;
}

export interface Contact extends Happening {
  readonly source: string;
  readonly subsource: string;
  readonly outcome: 'referral' | 'earlyhelp' | 'advice' | 'none';
  readonly neglect: Told;
}

export interface Referral extends Happening {
  readonly source: string;
  readonly subsource: string;
  readonly neglect: Told;
  readonly outcome: 'nfa' | 'notinneed' | 'inneed';
  readonly rereferral: 'yes' | 'no';
}

export interface Assessment extends Happening {
  readonly duration: string;
  /** Of an episode of need; none, where it is another of the same episode or nothing was found. */
  readonly factors: readonly string[];
}

export interface Enquiry extends Happening {
  readonly neglect: Told;
}

export interface Conference extends Happening {
  readonly neglect: Told;
  readonly timely: 'yes' | 'no';
}

export interface Move extends Happening {
  readonly from: Rung;
  readonly to: Rung;
  readonly neglect: Told;
}

/** Open from its first day on, and no longer on its last. */
export interface Stretch {
  readonly child: Child;
  readonly from: number;
  to: number;
}

/** An episode of need. */
export interface Need extends Stretch {
  readonly need: string;
}

/** Time at one tier of help. */
export interface Spell extends Stretch {
  readonly tier: Rung;
  readonly neglect: Told;
  outcome: string;
  readonly lead: string;
  readonly forms: readonly string[];
  /** Episodes of need that ended before it began; -1 where nobody knows. */
  readonly earlier: number;
  readonly firstReferred: number;
  /** Help for the same child began again within a year of its end. */
  reopened: boolean;
  /** From this day on the child is known at a higher tier too; without end where that never is. */
  higherFrom: number;
  /** Scores with the neglect tool: how often, and what became of them. */
  readonly tool: ToolUse | undefined;
}

export interface ToolUse {
  readonly day: number;
  readonly change: Readonly<Record<string, 'once' | 'improved' | 'same' | 'worse'>>;
}

export interface Plan extends Spell {
  readonly initial: Category;
  /** Later categories with the day from which they hold, in order. */
  readonly later: { readonly day: number; readonly category: Category }[];
  readonly earlierPlan: Told;
  /** The first category of the plan before; none where there was none. */
  readonly earlierCategory: Category | 'notknown' | undefined;
  /** Neglect that nobody wrote down; only somebody who reads the whole record finds it. */
  readonly unwritten: boolean;
}

export interface Life {
  readonly contacts: Contact[];
  readonly referrals: Referral[];
  readonly assessments: Assessment[];
  readonly enquiries: Enquiry[];
  readonly conferences: Conference[];
  readonly needs: Need[];
  /** At every rung; those on a child protection plan are in `plans` too. */
  readonly spells: Spell[];
  readonly plans: Plan[];
  readonly moves: Move[];
}

export function emptyLife(): Life {
  return {
    contacts: [],
    referrals: [],
    assessments: [],
    enquiries: [],
    conferences: [],
    needs: [],
    spells: [],
    plans: [],
    moves: []
  };
}

/** The category of a plan on a day. */
export function categoryOn({ initial, later }: Plan, day: number): Category {
  return later.findLast((change) => change.day <= day)?.category ?? initial;
}

/** What a made-up life holds, where each of it belongs, and the rows that several tables count. */
import { ALL } from '#lib/domain/cube.ts';
import type { Belongs } from './count.ts';
import type {
  Assessment,
  Conference,
  Contact,
  Enquiry,
  Life,
  Move,
  Need,
  Plan,
  Referral,
  Spell
} from './life.ts';

export const spells = (life: Life): readonly Spell[] => life.spells;
export const needs = (life: Life): readonly Need[] => life.needs;
export const moves = (life: Life): readonly Move[] => life.moves;
export const plans = (life: Life): readonly Plan[] => life.plans;
export const contacts = (life: Life): readonly Contact[] => life.contacts;
export const referrals = (life: Life): readonly Referral[] => life.referrals;
export const enquiries = (life: Life): readonly Enquiry[] => life.enquiries;
export const conferences = (life: Life): readonly Conference[] => life.conferences;
export const assessments = (life: Life): readonly Assessment[] => life.assessments;

export const hasFactors = ({ factors: recorded }: Assessment) => recorded.length > 0;
export const factors: Belongs<Assessment> = (item) => item.factors;
export const needOf: Belongs<Need> = ({ need }) => need;
export const neglect: Belongs<{ readonly neglect: string }> = (item) => item.neglect;
export const outcome: Belongs<{ readonly outcome: string }> = (item) => item.outcome;
export const source: Belongs<{ readonly source: string }> = (item) => item.source;
export const rereferral: Belongs<Referral> = (item) => item.rereferral;
export const earlierPlan: Belongs<Plan> = (plan) => plan.earlierPlan;
export const earlierCategory: Belongs<Plan> = (plan) => plan.earlierCategory;
export const isNeglect = (spell: Spell) => spell.neglect === 'yes';
/** At its highest tier only, so that a child who is known at two is counted once. */
export const once: Belongs<Spell> = ({ higherFrom }, day) => (day < higherFrom ? 'yes' : undefined);
export const initial = (plan: Plan) => plan.initial;

export const YES = [ALL, 'yes'];
export const NEEDS = [ALL, 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9', 'n0'];
export const DURATIONS = [ALL, 'upto3m', 'm3to6', 'm6to12', 'y1to2', 'y2plus'];
export const SOURCES = [
  'individual',
  'schools',
  'education',
  'health',
  'housing',
  'council',
  'police',
  'legal',
  'other',
  'anonymous',
  'unknown'
];

/** Everything that the view of agencies reads beyond its own parts, asked for in one turn. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';
import type { AnswerAt, Breakdown } from '../reading.ts';

/** Parts that are read by source, agency or round, or answered as they are. */
const ANSWERED = [
  'referrals-outcomes',
  'contacts-outcomes',
  'referrals-dentists-count',
  'referrals-adult-services-count',
  'referrals-adult-services-ratio',
  'referrals-quality-share',
  'referrers-satisfied-share',
  'adult-services-attendance-share',
  'adult-services-attendance-all-share',
  'board-attendance-share',
  'strategy-discussions-health-share'
] as const;
export type Answered = (typeof ANSWERED)[number];

/** The indicator and the dimension of each breakdown; what nobody supplies here has none. */
const BREAKDOWNS = {
  /** Referrals for neglect by source. */
  neglect: ['referrals-neglect-rate', 'source'],
  /** Referrals for every reason by source. */
  all: ['referrals-rate', 'source'],
  /** Referrals for every reason by services that have no national code, and others in detail. */
  detail: ['referrals-rate', 'subsource'],
  contacts: ['contacts-rate', 'source'],
  contactsDetail: ['contacts-rate', 'subsource'],
  accepted: ['contacts-accepted-share', 'source'],
  nothingFurther: ['referrals-nothing-further-share', 'source'],
  notInNeed: ['referrals-not-in-need-share', 'source'],
  qualityByAgency: ['referrals-quality-share', 'agency'],
  qualityByRound: ['referrals-quality-share', 'round'],
  adultByAgency: ['adult-services-attendance-all-share', 'agency'],
  boardByAgency: ['board-attendance-share', 'agency']
} as const;

type Breakdowns = { readonly [Name in keyof typeof BREAKDOWNS]?: Breakdown | undefined };

export interface Asked extends Breakdowns {
  answer(role: Answered, ...at: Parameters<AnswerAt>): Answer;
}

/** One statement for all of it. */
export async function ask(context: Context): Promise<Asked> {
  const { reading, indicator } = context;
  const indicators = new Map<Answered, PlacedIndicator>(ANSWERED.map((role) => [role, indicator(role)]));
  const [found, answers] = await Promise.all([
    Promise.all(
      Object.entries(BREAKDOWNS).map(
        async ([name, [role, dimension]]) =>
          [name, await reading.members(indicator(role), dimension)] as const
      )
    ),
    reading.answers([...indicators.values()])
  ]);
  const breakdowns: Breakdowns = Object.fromEntries(found);
  return {
    ...breakdowns,
    answer: (role, ...at) => answers(indicators.get(role) ?? indicator(role), ...at)
  };
}

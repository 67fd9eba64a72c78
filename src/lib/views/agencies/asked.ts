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

export interface Asked {
  /** Referrals for neglect by source; undefined where nobody supplies them here. */
  readonly neglect: Breakdown | undefined;
  /** Referrals for every reason by source. */
  readonly all: Breakdown | undefined;
  /** Referrals for every reason by services that have no national code, and others in detail. */
  readonly detail: Breakdown | undefined;
  readonly contacts: Breakdown | undefined;
  readonly contactsDetail: Breakdown | undefined;
  readonly accepted: Breakdown | undefined;
  readonly nothingFurther: Breakdown | undefined;
  readonly notInNeed: Breakdown | undefined;
  readonly qualityByAgency: Breakdown | undefined;
  readonly qualityByRound: Breakdown | undefined;
  readonly adultByAgency: Breakdown | undefined;
  readonly boardByAgency: Breakdown | undefined;
  answer(role: Answered, ...at: Parameters<AnswerAt>): Answer;
}

/** One statement for all of it. */
export async function ask(context: Context): Promise<Asked> {
  const { reading, indicator } = context;
  const by = (role: string, dimension: string) => reading.members(indicator(role), dimension);
  const indicators = new Map<Answered, PlacedIndicator>(ANSWERED.map((role) => [role, indicator(role)]));
  const [
    neglect,
    all,
    detail,
    contacts,
    contactsDetail,
    accepted,
    nothingFurther,
    notInNeed,
    qualityByAgency,
    qualityByRound,
    adultByAgency,
    boardByAgency,
    answers
  ] = await Promise.all([
    by('referrals-neglect-rate', 'source'),
    by('referrals-rate', 'source'),
    by('referrals-rate', 'subsource'),
    by('contacts-rate', 'source'),
    by('contacts-rate', 'subsource'),
    by('contacts-accepted-share', 'source'),
    by('referrals-nothing-further-share', 'source'),
    by('referrals-not-in-need-share', 'source'),
    by('referrals-quality-share', 'agency'),
    by('referrals-quality-share', 'round'),
    by('adult-services-attendance-all-share', 'agency'),
    by('board-attendance-share', 'agency'),
    reading.answers([...indicators.values()])
  ]);
  return {
    neglect,
    all,
    detail,
    contacts,
    contactsDetail,
    accepted,
    nothingFurther,
    notInNeed,
    qualityByAgency,
    qualityByRound,
    adultByAgency,
    boardByAgency,
    answer: (role, ...at) => answers(indicators.get(role) ?? indicator(role), ...at)
  };
}

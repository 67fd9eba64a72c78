/** What the partnership and its authorities count once a year, as so many of so many: a share that moves a little. */

export interface Yearly {
  readonly indicator: string;
  readonly measure: string;
  /** Of how many in a middling place; of `escalations`: of those raised that year; else of the children known that are meant. */
  readonly of: number | 'neglect' | 'school' | 'plans' | 'onplan' | 'escalations';
  /** In the first and the last year. */
  readonly share: readonly [from: number, to: number];
  /** By whom it is told apart, and which part of the whole each is. */
  readonly agencies?: Readonly<Record<string, number>>;
  /** Only of these. */
  readonly only?: string;
}

/** Escalations raised in each year of the partnership’s own, first to last. */
export const escalationsRaised = (at: number): number => 31 + 4 * at;

const AT_THE_TABLE = {
  council: 0.16,
  health: 0.18,
  police: 0.16,
  schools: 0.16,
  housing: 0.1,
  probation: 0.08,
  adultmental: 0.08,
  voluntary: 0.08
};

/** Told by the partnership for all its authorities together. */
export const BY_PARTNERSHIP: readonly Yearly[] = [
  { indicator: 'board-att', measure: 'meetings', of: 150, share: [0.74, 0.81], agencies: AT_THE_TABLE },
  {
    indicator: 'train-cov',
    measure: 'people',
    of: 4200,
    share: [0.52, 0.71],
    agencies: { schools: 0.42, health: 0.3, council: 0.18, police: 0.05, housing: 0.05 }
  },
  { indicator: 'train-noncomp', measure: 'people', of: 1800, share: [0.31, 0.46] },
  { indicator: 'train-trauma', measure: 'people', of: 1800, share: [0.38, 0.49] },
  { indicator: 'train-impact', measure: 'people', of: 620, share: [0.22, 0.41] },
  { indicator: 'train-effect', measure: 'responses', of: 160, share: [0.54, 0.6] },
  { indicator: 'tool-train', measure: 'courses', of: 24, share: [0.42, 0.75] },
  { indicator: 'tool-avail', measure: 'services', of: 18, share: [0.56, 0.83] },
  { indicator: 'conf-id', measure: 'responses', of: 240, share: [0.7, 0.78] },
  { indicator: 'conf-asm', measure: 'responses', of: 240, share: [0.44, 0.55] },
  { indicator: 'ref-sat', measure: 'responses', of: 180, share: [0.68, 0.66] },
  { indicator: 'ref-chal', measure: 'responses', of: 58, share: [0.31, 0.36] },
  { indicator: 'thresh-aware', measure: 'responses', of: 240, share: [0.83, 0.9] },
  { indicator: 'thresh-use', measure: 'responses', of: 240, share: [0.48, 0.57] },
  { indicator: 'esc-aware', measure: 'responses', of: 240, share: [0.51, 0.6] },
  { indicator: 'sup-multi', measure: 'responses', of: 240, share: [0.29, 0.35] },
  { indicator: 'survey-mix', measure: 'responses', of: 240, share: [0.61, 0.7] },
  { indicator: 'esc-policy', measure: 'services', of: 18, share: [0.61, 0.89] },
  { indicator: 'sec11', measure: 'services', of: 16, share: [0.5, 0.69] },
  { indicator: 'dental', measure: 'services', of: 46, share: [0.35, 0.41] },
  { indicator: 'esc-time', measure: 'escalations', of: 'escalations', share: [0.55, 0.7] },
  { indicator: 'sch-esc', measure: 'escalations', of: 'escalations', share: [0.2, 0.25], only: 'schools' },
  { indicator: 'audit-act', measure: 'actions', of: 32, share: [0.53, 0.72] },
  { indicator: 'family-voice-child', measure: 'responses', of: 84, share: [0.58, 0.63] },
  { indicator: 'family-voice-parent', measure: 'responses', of: 110, share: [0.6, 0.64] },
  { indicator: 'parent-know', measure: 'responses', of: 110, share: [0.49, 0.57] }
];

/** Told by each authority. */
export const BY_AUTHORITY: readonly Yearly[] = [
  { indicator: 'tool-use', measure: 'children', of: 'neglect', share: [0.17, 0.34] },
  { indicator: 'tool-repeat', measure: 'children', of: 110, share: [0.36, 0.47] },
  { indicator: 'attend', measure: 'children', of: 'school', share: [0.53, 0.5] },
  { indicator: 'attend-severe', measure: 'children', of: 'school', share: [0.11, 0.13] },
  { indicator: 'dental-check', measure: 'children', of: 'onplan', share: [0.38, 0.46] },
  { indicator: 'wnb-imms', measure: 'children', of: 'neglect', share: [0.21, 0.19] },
  { indicator: 'missing', measure: 'children', of: 'neglect', share: [0.06, 0.06] },
  { indicator: 'exploit', measure: 'children', of: 'neglect', share: [0.05, 0.05] },
  { indicator: 'sn-hna', measure: 'children', of: 'plans', share: [0.6, 0.72] },
  { indicator: 'sw-change', measure: 'children', of: 90, share: [0.34, 0.29] },
  { indicator: 'therapy-received', measure: 'children', of: 120, share: [0.29, 0.36] },
  {
    indicator: 'adult-att',
    measure: 'family_meetings',
    of: 420,
    share: [0.36, 0.43],
    agencies: { adultmental: 0.42, substance: 0.34, probation: 0.24 }
  },
  { indicator: 'adult-att-neglect', measure: 'family_meetings', of: 210, share: [0.33, 0.41] },
  { indicator: 'strat-att', measure: 'family_meetings', of: 640, share: [0.71, 0.83], only: 'health' },
  { indicator: 'cin-chair', measure: 'family_meetings', of: 260, share: [0.18, 0.24] },
  { indicator: 'tool-legal', measure: 'family_meetings', of: 46, share: [0.35, 0.54] },
  { indicator: 'eh-before', measure: 'referrals', of: 900, share: [0.27, 0.33] },
  { indicator: 'close-check', measure: 'closures', of: 380, share: [0.31, 0.44] },
  { indicator: 'disengage', measure: 'closures', of: 380, share: [0.17, 0.14] },
  { indicator: 'wnb', measure: 'appointments', of: 1400, share: [0.23, 0.21] },
  { indicator: 'pol-notif', measure: 'records', of: 60, share: [0.62, 0.7] },
  { indicator: 'sup-tool', measure: 'records', of: 60, share: [0.22, 0.38] }
];

/** Parts that indicators play on pages; a page that names one it did not ask for fails when it is made. */
export const LEADING_ROLES = [
  'assessments-any-factor',
  'assessments-neglect-rate',
  'assessments-neglect-share',
  'cin-plans-neglect-share',
  'cin-plans-rate',
  'early-help-neglect-share',
  'in-need-rate',
  'naming-acting',
  'plan-starts-neglect-rate',
  'plan-starts-neglect-share',
  'plans-any-neglect-share',
  'plans-multiple-share',
  'plans-neglect-rate',
  'plans-neglect-share',
  'plans-rate',
  'plans-repeat-share',
  'plans-two-years-share',
  'referrals-not-in-need-share',
  'referrals-rate',
  'referrals-repeat-share',
  'voice-share'
] as const;

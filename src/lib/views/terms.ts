/** Cells that views read beside the indicators' own. */
import type { PlacedTerm } from '#lib/domain/term.ts';

const plans = (measure: string, table: string, members?: PlacedTerm['members']): PlacedTerm => ({
  cube: 'plans',
  table,
  measure,
  ...(members ? { members } : {})
});

export const PLANS_TOTAL = plans('open', 'plans-by-category');
export const PLANS_NEGLECT = plans('open', 'plans-by-category', { category_latest: 'neglect' });
export const PLANS_MULTIPLE = plans('open', 'plans-by-category', { category_latest: 'multiple' });
export const STARTS_TOTAL = plans('started', 'plan-starts-by-category');
export const STARTS_NEGLECT = plans('started', 'plan-starts-by-category', { category_initial: 'neglect' });
export const CHILDREN_STARTING = plans('started_children', 'plans');
export const CHILDREN_REFERRED: PlacedTerm = { cube: 'referrals', table: 'referrals', measure: 'children' };
export const CHILDREN_AT_CONFERENCE: PlacedTerm = {
  cube: 'enquiries',
  table: 'enquiries-conferences',
  measure: 'conference_children'
};

export const EXTRA_TERMS: readonly PlacedTerm[] = [
  PLANS_TOTAL,
  PLANS_NEGLECT,
  PLANS_MULTIPLE,
  STARTS_TOTAL,
  STARTS_NEGLECT,
  CHILDREN_STARTING,
  CHILDREN_REFERRED,
  CHILDREN_AT_CONFERENCE
];

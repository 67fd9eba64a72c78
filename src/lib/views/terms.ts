/** Cells that views read beside the indicators' own. */
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';

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
export const STARTS_MULTIPLE = plans('started', 'plan-starts-by-category', { category_initial: 'multiple' });
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
  STARTS_MULTIPLE,
  CHILDREN_STARTING,
  CHILDREN_REFERRED,
  CHILDREN_AT_CONFERENCE
];

/** Which indicator tells where each of these is found. */
const FOUND_BY: readonly {
  readonly role: string;
  readonly numerator: PlacedTerm;
  readonly denominator: PlacedTerm;
}[] = [
  { role: 'plans-neglect-share', numerator: PLANS_NEGLECT, denominator: PLANS_TOTAL },
  { role: 'plans-multiple-share', numerator: PLANS_MULTIPLE, denominator: PLANS_TOTAL },
  { role: 'plan-starts-neglect-share', numerator: STARTS_NEGLECT, denominator: STARTS_TOTAL },
  { role: 'plan-starts-neglect-share', numerator: STARTS_MULTIPLE, denominator: STARTS_TOTAL }
];

const MULTIPLE = 'multiple';

/** Of those under “multiple”, the ones of whom nothing tells what they combine. */
function untold(term: PlacedTerm, combinations: readonly string[] = []): PlacedTerm {
  const [dimension = '', member] = Object.entries(term.members ?? {})[0] ?? [];
  const told = member === MULTIPLE && combinations.length > 0;
  return told ? { ...term, except: { [dimension]: [...combinations] } } : term;
}

/**
 * These cells in the tables in which the indicators are found: the official ones, or a partnership’s own. Neglect is every
 * category that names it, as it is in the indicator; “multiple” is what may name it besides.
 */
export function placedTerms({
  indicators
}: Pick<Catalogue, 'indicators'>): ReadonlyMap<PlacedTerm, PlacedTerm> {
  const found = new Map<PlacedTerm, PlacedTerm>();
  for (const { role, numerator, denominator } of FOUND_BY) {
    const indicator = indicators.find((each) => each.role === role);
    if (indicator?.supplied !== true || indicator.standIn !== undefined) continue;
    const place = (term: PlacedTerm, at: PlacedTerm | undefined) => {
      if (at === undefined || found.has(term)) return;
      const members = term === PLANS_NEGLECT || term === STARTS_NEGLECT ? at.members : term.members;
      found.set(
        term,
        untold({ ...term, table: at.table, ...(members ? { members } : {}) }, indicator.combinations)
      );
    };
    place(numerator, indicator.numerator);
    place(denominator, indicator.denominator);
  }
  return found;
}

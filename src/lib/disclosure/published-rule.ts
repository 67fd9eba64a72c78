import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';

/** Plans of one area and date, as its own table has them. */
export interface PlansByCategory {
  readonly total: Cell;
  readonly neglect: Cell;
  readonly multiple: Cell;
}

/**
 * The rule for published figures: where neglect is withheld, only the total and “withheld” may be shown.
 * The other categories, their zeros and their sums would narrow the withheld number down, so they are withheld too.
 */
export function showableCategories(plans: PlansByCategory): PlansByCategory {
  if (isKnown(plans.neglect) || plans.neglect.reason !== 'withheld') return plans;
  return { ...plans, multiple: missing('withheld') };
}

/** Children on a plan by category, as the table that is published has them, or a partnership’s own. */
import { derive } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Context } from './context.ts';
import { PLANS_MULTIPLE, PLANS_NEGLECT, PLANS_TOTAL } from './terms.ts';

/** Plans of one area and date, as its own table has them. */
export interface PlansByCategory {
  readonly total: Cell;
  /** Every category that names neglect, alone or with others where combinations are told. */
  readonly neglect: Cell;
  /** What may name neglect besides: “multiple”, and where combinations are told, those of which none is. */
  readonly multiple: Cell;
}

/** Plans by category for an area and date. */
export function plansOf(
  context: Context,
  area = context.area.id,
  period: Period = context.period
): PlansByCategory {
  return {
    total: context.cell(PLANS_TOTAL, area, period),
    neglect: context.cell(PLANS_NEGLECT, area, period),
    multiple: context.cell(PLANS_MULTIPLE, area, period)
  };
}

/** Whether categories combine, so that nobody is counted under “multiple” and everybody neglected under neglect. */
export const hasNoMultiple = (multiple: Cell) => !isKnown(multiple) && multiple.reason === 'notApplicable';

/** Whether the figures tell what a plan under more than one category combines. */
export const tellsCombined = (context: Pick<Context, 'indicator'>) =>
  context.indicator('plans-multiple-share').combinations !== undefined;

/** Whether no category of these plans may hold neglect without naming it: they combine, or all combinations are told. */
export function namesAll(context: Context, { multiple }: Pick<PlansByCategory, 'multiple'>): boolean {
  return hasNoMultiple(multiple) || (tellsCombined(context) && isKnown(multiple) && multiple.value === 0);
}

/** The same in every year of the page that tells neglect, so that nothing stands above its line. */
export function namesAllYears(context: Context): boolean {
  const years = context.years
    .map((year) => plansOf(context, context.area.id, year))
    .filter(({ neglect }) => isKnown(neglect));
  return years.length > 0 && years.every((plans) => namesAll(context, plans));
}

/** Neglect and multiple together: the most that published categories allow. */
export function possible({ neglect, multiple }: PlansByCategory): Cell {
  if (hasNoMultiple(multiple)) return neglect;
  return derive([neglect, multiple], (a, b) => a + b);
}

/** Whether anything at all is said of the plans of the area of the page on its date, be it that they are withheld. */
export function hasAny(context: Context): boolean {
  return Object.values(plansOf(context)).some((cell) => isThere(cell));
}

/** What changed unusually since the year before, by the yardstick of every authority and year. */
import { isKnown } from '#lib/domain/cell.ts';
import { amountOf, type Result } from '#lib/indicators/evaluate.ts';
import { changeSize, judgeChange, type ChangeVerdict } from '#lib/stats/usual-change.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { recoding, startsRecoding } from './category-series.ts';
import type { Context } from './context.ts';
import { LEADING_ROLES } from './roles.ts';

export interface Change {
  readonly from: Result;
  readonly to: Result;
  /** Absent where there is no yardstick. */
  readonly verdict?: ChangeVerdict;
}

/** The change of an indicator since the year before; undefined where either year is missing or it is not judged. */
export function changeOf(context: Context, indicator: string): Change | undefined {
  if (!context.previous) return undefined;
  const from = context.result(indicator, context.area.id, context.previous);
  const to = context.result(indicator);
  const before = amountOf(from);
  const after = amountOf(to);
  if (!before || !after) return undefined;
  const size = changeSize(before, after);
  const usual = context.catalogue.usualChange[to.indicator.id];
  return {
    from,
    to,
    ...(size !== undefined && usual && context.area.kind === 'authority'
      ? { verdict: judgeChange(size, usual) }
      : {})
  };
}

/** The views that tell of change ask for these. */
const JUDGED: ReadonlySet<string> = new Set(LEADING_ROLES);

/** Whether an indicator counts a category of plan, whose meaning moves when recording does. */
function countsCategory(indicator: PlacedIndicator): boolean {
  return Object.keys(indicator.numerator?.members ?? {}).some((dimension) =>
    dimension.startsWith('category')
  );
}

/**
 * Changes of every judged indicator, the most unusual first. Those of a category of plan are left out where the
 * use of “multiple” moved, or may have, since they would describe recording as neglect.
 */
export function changes(context: Context): readonly Change[] {
  const { previous, period } = context;
  const movedFor = { open: recoding, started: startsRecoding };
  const steady = ({ numerator }: PlacedIndicator) =>
    previous !== undefined &&
    movedFor[numerator?.measure === 'started' ? 'started' : 'open'](context, previous, period) === 'none';
  return context.catalogue.indicators
    .filter(({ role }) => role !== undefined && JUDGED.has(role))
    .filter((indicator) => indicator.change !== 'none' && (!countsCategory(indicator) || steady(indicator)))
    .flatMap((indicator) => {
      const change = changeOf(context, indicator.id);
      return change ? [change] : [];
    })
    .sort((a, b) => (a.verdict?.inHundred ?? 101) - (b.verdict?.inHundred ?? 101));
}

/** The counts of a change; undefined for a share or where either is missing. */
export function countsOf(change: Change): { from: number; to: number } | undefined {
  const { from, to } = change;
  return isKnown(from.numerator) && isKnown(to.numerator)
    ? { from: from.numerator.value, to: to.numerator.value }
    : undefined;
}

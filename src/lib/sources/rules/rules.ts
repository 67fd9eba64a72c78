/** All checks that know the field, run on one bundle. */
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle } from '../bundle.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { ageBandsGap, ageBandsOverlap, unbornNotTold } from './age-bands.ts';
import { agencyWithoutDates } from './agency-without-dates.ts';
import { areaNotThere } from './area-not-there.ts';
import { areaOverParent } from './area-over-parent.ts';
import { childrenOverEvents } from './children-over-events.ts';
import { FieldTable } from './field-table.ts';
import { moreThanLiveThere } from './more-than-live-there.ts';
import { n1AsNeglect, n1Named } from './n1-as-neglect.ts';
import { neglectUnderCategory } from './neglect-anywhere.ts';
import { nestedPartsOverTotal } from './nested-parts.ts';
import { percentForCount } from './percentages.ts';
import { periodInFuture, periodMissing, periodNotOver, periodsOverlap } from './periods.ts';
import { suppliedInFuture } from './supplied-in-future.ts';
import { recodedMultiple } from './recoded-multiple.ts';
import type { Field, FieldContext, FieldRule } from './rule.ts';
import { openOverAnypoint, runningTotals, shorterOverLonger, stockPooled } from './stock-and-flow.ts';
import { tenfoldChange, zeroAmongFigures } from './sudden-change.ts';
import { childAtTwoTiers } from './tiers.ts';

export type { FieldContext } from './rule.ts';

export const FIELD_RULES: readonly FieldRule[] = [
  childrenOverEvents,
  openOverAnypoint,
  stockPooled,
  shorterOverLonger,
  runningTotals,
  childAtTwoTiers,
  nestedPartsOverTotal,
  areaOverParent,
  neglectUnderCategory,
  ageBandsOverlap,
  ageBandsGap,
  unbornNotTold,
  periodInFuture,
  periodNotOver,
  suppliedInFuture,
  periodsOverlap,
  periodMissing,
  moreThanLiveThere,
  percentForCount,
  tenfoldChange,
  zeroAmongFigures,
  agencyWithoutDates,
  areaNotThere,
  n1AsNeglect,
  n1Named,
  recodedMultiple
];

/**
 * Everything that somebody who knows the field would ask about a bundle that was read, raw or protected; errors first,
 * and after fifty of one rule in one file the rest are counted. No withheld figure is computed with.
 */
export function checkField(bundle: Bundle, context: FieldContext): Problem[] {
  const field = fieldOf(bundle, context);
  const list = new ProblemList();
  const inTurn = [...FIELD_RULES].sort((a, b) =>
    a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1
  );
  for (const { id, severity, check } of inTurn)
    for (const { file, ...finding } of check(field)) list[severity](id, file, () => finding);
  return list.all();
}

/** Counts of regions and of official statistics may be rounded to tens; raw counts of an authority never are. */
const ROUNDED = 10;

function fieldOf(bundle: Bundle, context: FieldContext): Field {
  const { manifest, tables } = bundle;
  const periods = new Map(manifest.periods.map((period) => [period.id, period]));
  const rounding = manifest.protected === 'yes' ? (manifest.disclosure?.settings.rounding ?? ROUNDED) : 0;
  const areas = new Map(manifest.areas.map((area) => [area.id, area]));
  const roundingOf = (id: string) => {
    const kind = areas.get(id)?.kind;
    return kind === 'country' || kind === 'region' ? ROUNDED : rounding === 1 ? 0 : rounding;
  };
  return {
    bundle,
    context,
    periods,
    areas,
    tables: tables.map((table) => new FieldTable(table, periods, roundingOf, manifest))
  };
}

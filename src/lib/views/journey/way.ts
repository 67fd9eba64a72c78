/** The way from a referral to a plan for neglect, beside others and beside the year before. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { cellText, counted, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { benchmarkText, notesOf, valueFigure } from '../figures.ts';
import type { Slot, Statement } from '../model.ts';
import { pathwayChart, type PathwayAgainst } from '../pathway-chart.ts';
import { pathwayCells, PATHWAY_CAPTION, pathwayResult, pathwayStatement } from '../pathway.ts';

const RATIO = 'naming-acting';

/** The counts themselves, where all are known. */
function countsStatement(context: Context): Statement | undefined {
  const { referred, conference, started, starts, startsNeglect } = pathwayCells(
    context,
    context.area.id,
    context.period
  );
  if (
    !isKnown(referred) ||
    !isKnown(conference) ||
    !isKnown(started) ||
    !isKnown(starts) ||
    !isKnown(startsNeglect)
  )
    return undefined;
  const children = (value: number, was: string, were: string) =>
    counted(value, `child ${was}`, `children ${were}`);
  const neglect = startsNeglect.value === 0 ? 'none' : number(startsNeglect.value);
  return {
    text: `In the ${context.period.label}, ${children(referred.value, 'was', 'were')} referred for any reason. ${children(conference.value, 'was', 'were')} at an initial child protection conference, and ${children(started.value, 'started', 'started')} a plan. Of ${counted(starts.value, 'plan', 'plans')} started, ${neglect} had neglect as the first category.`,
    mark: 'includes',
    notes: context.notes.add(PATHWAY_CAPTION)
  };
}

/** The two flows of one year, beside those of others. */
function namingStatement(context: Context): Statement | undefined {
  const result = context.result(RATIO);
  const { value, indicator } = result;
  const beside = benchmarkText(context, result);
  if (!isKnown(value) || beside === '') return undefined;
  return {
    text: `${cellText(value, indicator.decimals)} assessments recorded neglect for each new plan with neglect as the first category (${beside}).`,
    mark: indicator.mark,
    notes: notesOf(context, result),
    indicator: indicator.id
  };
}

/** Whom the reader chose to compare with, where that can be drawn; else England; and the year before. */
function drawn(context: Context) {
  const { compare, area, england } = context;
  const chosen: PathwayAgainst = area.id === england.id ? 'past' : compare;
  const beside = pathwayChart(context, chosen) ?? pathwayChart(context, 'england');
  const past = chosen === 'past' ? undefined : pathwayChart(context, 'past');
  return [beside, past].filter((made) => made !== undefined);
}

/** Undefined where no step of it is in these figures. */
export function waySlot(context: Context): Slot | undefined {
  const cells = Object.values(pathwayCells(context, context.area.id, context.period)).slice(1);
  const there = cells.some((cell) => isThere(cell));
  const ratio = context.result(RATIO);
  const named = isThere(ratio.value);
  if (!there && !named) return undefined;
  const own = pathwayResult(pathwayCells(context, context.area.id, context.period));
  const made = there ? drawn(context).slice(0, own.status === 'known' ? 2 : 1) : [];
  const why = [
    ...new Map(
      made.flatMap((each) => ('statement' in each ? [[each.statement.text, each.statement] as const] : []))
    ).values()
  ];
  return {
    id: 'way',
    heading: 'From a referral to a plan for neglect',
    statements: [
      countsStatement(context),
      pathwayStatement(context),
      ...why,
      namingStatement(context)
    ].filter((each) => each !== undefined),
    figures: named ? [valueFigure(context, ratio, ratio.indicator.name)] : [],
    charts: made.flatMap((each) => ('chart' in each ? [each.chart] : []))
  };
}

/** How many children are on a plan for neglect, and beside whom. Withheld falls back to starts, then three years, then words. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { absence } from '#lib/words/absence.ts';
import { levelText, relations, type Named } from '#lib/words/compare.ts';
import { cellText, counted, number, sentence } from '#lib/words/number.ts';
import type { Context } from './context.ts';
import { benchmarkText, comparedRows, countFigure, notesOf, valueFigure } from './figures.ts';
import type { ChartModel, Slot, Statement } from './model.ts';
import { comparedTable } from './tables.ts';
import { PLANS_TOTAL, STARTS_NEGLECT, STARTS_TOTAL } from './terms.ts';

const RATE = 'plans-neglect-rate';

/** `235 children were on a plan for neglect. That is close to similar areas and below England.` */
export function headline(context: Context): Statement {
  const result = context.result(RATE);
  const { numerator } = result;
  if (!isKnown(numerator)) return { text: missingHeadline(context), mark: 'neglect' };
  const count =
    numerator.value === 0
      ? 'No children were on a plan for neglect.'
      : `${counted(numerator.value, 'child was', 'children were')} on a plan for neglect.`;
  return { text: `${count} ${comparedSentence(context)}`.trim(), mark: 'neglect' };
}

function comparedSentence(context: Context): string {
  const result = context.result(RATE);
  const compared = context.benchmarks(RATE).flatMap((benchmark): Named[] => {
    const comparison = context.compareWith(result, benchmark);
    return comparison ? [{ name: benchmark.name, comparison }] : [];
  });
  if (compared.length > 0) return `That is ${relations(compared)}.`;
  return isKnown(result.value) ? `That is ${cellText(result.value, 1)} in every 10,000 children.` : '';
}

function missingHeadline(context: Context): string {
  const total = context.cell(PLANS_TOTAL);
  const neglect = context.result(RATE).numerator;
  if (!isKnown(total)) return `How many children were on a plan ${absence(total.reason)}.`;
  const reason = isKnown(neglect) ? 'notSupplied' : neglect.reason;
  return `${counted(total.value, 'child was', 'children were')} on a child protection plan. How many of them for neglect ${absence(reason)}.`;
}

/** What stands in where the position is missing. */
function fallback(context: Context): Statement[] {
  const all = context.result('plans-rate');
  const statements: Statement[] = [];
  if (isKnown(all.value))
    statements.push({
      text: `All plans, for every reason, are ${cellText(all.value, 1)} for every 10,000 children. ${allPlansCompared(context)}`.trim(),
      mark: 'all',
      notes: notesOf(context, all)
    });
  statements.push(startsStatement(context));
  return statements;
}

function allPlansCompared(context: Context): string {
  const all = context.result('plans-rate');
  const compared = context.benchmarks('plans-rate').flatMap((benchmark): string[] => {
    const comparison = context.compareWith(all, benchmark);
    if (!comparison || !isKnown(benchmark.value)) return [];
    const value = cellText(benchmark.value, 1);
    return comparison.certainty === 'cannotTell'
      ? [`we cannot tell it from ${benchmark.name} (${value})`]
      : [`that is ${relations([{ name: benchmark.name, comparison }])} (${value})`];
  });
  return compared.length > 0 ? `${sentence(compared.join('; '))}.` : '';
}

function startsStatement(context: Context): Statement {
  const total = context.cell(STARTS_TOTAL);
  const neglect = context.cell(STARTS_NEGLECT);
  if (isKnown(total) && isKnown(neglect))
    return {
      text: `In the year, ${counted(total.value, 'plan', 'plans')} started. ${neglect.value === 0 ? 'None' : number(neglect.value)} of them had neglect as the first category.`,
      mark: 'neglect'
    };
  const years = context.years.slice(0, context.years.indexOf(context.period) + 1).slice(-3);
  const pooled = years.map((year) => context.cell(STARTS_NEGLECT, context.area.id, year));
  const known = pooled.filter(isKnown);
  if (known.length === 3)
    return {
      text: `Over three years, ${number(known.reduce((sum, cell) => sum + cell.value, 0))} plans started with neglect as the first category.`,
      mark: 'neglect'
    };
  return {
    text: 'Plans started for neglect are missing too, for this year or for one of the two years before it, so no figure for neglect can be given.',
    mark: 'neglect'
  };
}

function chart(context: Context): ChartModel {
  const result = context.result(RATE);
  const rows = comparedRows(context, result);
  const level = context.level(result);
  const title = isKnown(result.value)
    ? sentence(
        level
          ? `${context.area.name} is ${levelText(level)}`
          : `${context.area.name}: ${cellText(result.value, 1)} children on a plan for neglect per 10,000`
      )
    : `${context.area.name}: children on a plan for neglect are not shown`;
  const subtitle = `Children on a plan for neglect per 10,000 children, ${dateInWords(context.period.end)}. Each thin line is one authority.`;
  return {
    id: 'position',
    title,
    subtitle,
    description: `${title}. ${sentence(benchmarkText(context, result))}.`,
    mark: 'neglect',
    spec: { kind: 'strip', unit: 'per 10,000 children', decimals: 1, rows, others: context.others(RATE) },
    table: comparedTable(context, result, rows, subtitle),
    notes: notesOf(context, result),
    file: `position-${context.area.slug}-${context.period.id}`
  };
}

/** The slot of the Overview, and the first comparison of Prevalence. */
export function positionSlot(context: Context, heading: string): Slot {
  const result = context.result(RATE);
  const level = context.level(result);
  const known = isKnown(result.numerator);
  const statements: Statement[] = known
    ? [
        {
          text: `${isKnown(result.value) ? `That is ${cellText(result.value, 1)} for every 10,000 children.` : ''} ${sentence(benchmarkText(context, result))}${benchmarkText(context, result) ? '.' : ''}`.trim(),
          mark: 'neglect',
          notes: notesOf(context, result)
        },
        ...(level ? [{ text: `${sentence(levelText(level))}.`, mark: 'neglect' as const }] : []),
        ...(context.compare === 'neighbours' &&
        !context.benchmarks(RATE).some((b) => b.id === 'neighbours' && isKnown(b.value))
          ? [
              {
                text: 'Too few similar areas have figures for this year, so the comparison is with England only.'
              }
            ]
          : [])
      ]
    : [
        { text: missingHeadline(context), mark: 'neglect', notes: notesOf(context, result) },
        ...fallback(context)
      ];
  return {
    id: 'position',
    heading,
    statements,
    figures: known
      ? [
          countFigure(
            context,
            result,
            'On a plan for neglect',
            isKnown(result.numerator) && result.numerator.value === 1 ? 'child' : 'children'
          ),
          valueFigure(context, result, 'Rate')
        ]
      : [
          countFigure(context, context.result('plans-rate'), 'On a plan, for every reason', 'children'),
          valueFigure(context, context.result('plans-rate'), 'Rate, for every reason')
        ],
    charts: [chart(context)]
  };
}

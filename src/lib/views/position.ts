/** How many children are on a plan for neglect, and beside whom. Withheld falls back to starts, then three years, then words. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { quartiles } from '#lib/stats/compare.ts';
import { absence, absenceInFull } from '#lib/words/absence.ts';
import {
  amongSimilarSentence,
  besideSentences,
  levelText,
  relations,
  type Beside,
  type Named
} from '#lib/words/compare.ts';
import { cellText, counted, number, possessive, sentence } from '#lib/words/number.ts';
import { countryInSentence } from '#lib/words/place.ts';
import type { Context } from './context.ts';
import { benchmarkText, comparedRows, countFigure, notesOf, valueFigure } from './figures.ts';
import type { ChartModel, ChartSpec, Slot, Statement } from './model.ts';
import { sourcesOf, tablesOf } from './provenance.ts';
import { comparedTable } from './tables.ts';
import { PLANS_TOTAL, STARTS_NEGLECT, STARTS_TOTAL } from './terms.ts';
import { countryName } from './setting.ts';

const RATE = 'plans-neglect-rate';

type StripSpec = Extract<ChartSpec, { kind: 'strip' }>;

/** `235 children were on a plan for neglect, 16.2 for every 10,000: close to similar areas and below England.` */
export function headline(context: Context): Statement {
  const { numerator } = context.result(RATE);
  return isKnown(numerator)
    ? { text: `${onPlanText(numerator.value)}${comparedText(context)}.`, mark: 'neglect' }
    : missingHeadline(context);
}

const onPlanText = (count: number) =>
  count === 0
    ? 'No children were on a plan for neglect'
    : `${counted(count, 'child was', 'children were')} on a plan for neglect`;

/** `, 16.2 for every 10,000: close to similar areas and probably below England`; of the country ` (a year earlier 20.5)`. */
function comparedText(context: Context): string {
  const result = context.result(RATE);
  if (!isKnown(result.value)) return '';
  const compared = context.benchmarks(RATE).flatMap((benchmark): Named[] => {
    const comparison = context.compareWith(result, benchmark);
    return comparison ? [{ name: benchmark.name, comparison }] : [];
  });
  const beside = benchmarkText(context, result);
  const rate = `, ${cellText(result.value, 1)} for every 10,000`;
  if (compared.length > 0) return `${rate}: ${relations(compared)}`;
  return beside === '' ? rate : `${rate} (${beside})`;
}

/** Leads with what is there: plans started for neglect, else all plans, else referrals. */
function missingHeadline(context: Context): Statement {
  const total = context.cell(PLANS_TOTAL);
  const neglect = context.result(RATE).numerator;
  if (!isKnown(total)) {
    const withheld = `How many children were on a plan ${absenceInFull(total.reason)}.`;
    const referred = context.result('referrals-rate').numerator;
    return isKnown(referred)
      ? {
          text: `${counted(referred.value, 'referral was', 'referrals were')} made in the ${context.period.label}, for every reason. ${withheld}`,
          mark: 'all'
        }
      : { text: withheld, mark: 'all' };
  }
  const reason = isKnown(neglect) ? 'notSupplied' : neglect.reason;
  const started = [context.cell(STARTS_TOTAL), context.cell(STARTS_NEGLECT)] as const;
  const [all, of] = started;
  if (isKnown(all) && isKnown(of) && all.value > 0 && total.value > 0)
    return {
      text: `Of ${counted(all.value, 'plan', 'plans')} that started in the year, ${of.value === 0 ? 'none' : number(of.value)} had neglect as the first category. Of ${counted(total.value, 'child', 'children')} on a plan on ${dateInWords(context.period.end)}, how many for neglect ${absenceInFull(reason)}.`,
      mark: 'neglect'
    };
  return {
    text: `${counted(total.value, 'child was', 'children were')} on a child protection plan. How many of them for neglect ${absenceInFull(reason)}.`,
    mark: 'all'
  };
}

/** What stands in where the position is missing. */
function fallback(context: Context): Statement[] {
  const all = context.result('plans-rate');
  const statements: Statement[] = [];
  if (isKnown(all.value))
    statements.push({
      text: `All plans, for every reason, are ${cellText(all.value, 1)} for every 10,000 children. ${allPlansCompared(context)}`.trim(),
      mark: 'all',
      notes: notesOf(context, all),
      indicator: all.indicator.id
    });
  statements.push(startsStatement(context));
  return statements;
}

function allPlansCompared(context: Context): string {
  const all = context.result('plans-rate');
  return besideSentences(
    context.benchmarks('plans-rate').flatMap((benchmark): Beside[] => {
      const comparison = context.compareWith(all, benchmark);
      return comparison ? [{ name: benchmark.name, comparison, text: cellText(benchmark.value, 1) }] : [];
    })
  );
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
    text: 'Plans started for neglect cannot be given either, for this year or for the three years to it.',
    mark: 'neglect'
  };
}

function chartTitle(context: Context): string {
  const { area } = context;
  const result = context.result(RATE);
  const { numerator, value } = result;
  const level = context.level(result);
  if (!isKnown(numerator))
    return `How many of ${possessive(area.name)} plans are for neglect ${absence(numerator.reason)}`;
  if (!isKnown(value)) return `${area.name} has no population estimate to work out a rate from`;
  return level
    ? `${possessive(area.name)} rate of plans for neglect is ${levelText(level)}`
    : `${countryInSentence(area.name)}: ${cellText(value, 1)} children on a plan for neglect per 10,000`;
}

/** Among the quarters of all authorities, and each of the similar areas, where there is room for so much. */
function surroundings(context: Context): Pick<StripSpec, 'quartiles' | 'similar'> {
  const quarters = quartiles(context.others(RATE));
  const similar =
    context.compare === 'neighbours'
      ? context.neighbours.map((id) => context.result(RATE, id).value).filter(isKnown)
      : [];
  return {
    ...(quarters ? { quartiles: quarters } : {}),
    ...(similar.length > 0 ? { similar: similar.map(({ value }) => value) } : {})
  };
}

function chart(context: Context, whole: boolean): ChartModel {
  const result = context.result(RATE);
  const rows = comparedRows(context, result);
  const title = chartTitle(context);
  const subtitle = `Children on a plan for neglect per 10,000 children, ${dateInWords(context.period.end)}.`;
  return {
    id: 'position',
    title,
    subtitle,
    description:
      [title, sentence(benchmarkText(context, result))].filter((part) => part !== '').join('. ') + '.',
    mark: 'neglect',
    spec: {
      kind: 'strip',
      unit: 'per 10,000 children',
      decimals: 1,
      rows,
      others: context.others(RATE),
      ...(whole ? surroundings(context) : {})
    },
    table: comparedTable(context, result, rows, subtitle),
    notes: notesOf(context, result),
    covers: dateInWords(context.period.end),
    sources: sourcesOf(context, tablesOf(context, RATE)),
    file: `position-${context.area.slug}-${context.period.id}`
  };
}

function rateSentence(context: Context): string {
  const result = context.result(RATE);
  const beside = benchmarkText(context, result);
  if (!isKnown(result.value)) return 'There is no population figure to work out a rate from.';
  return `That is ${cellText(result.value, 1)} for every 10,000 children${beside === '' ? '' : ` (${beside})`}.`;
}

/** `Lower than all ten similar areas with figures.` */
function similarSentence(context: Context): string | undefined {
  const { value } = context.result(RATE);
  if (!isKnown(value) || context.compare !== 'neighbours') return undefined;
  const others = context.neighbours.map((id) => context.result(RATE, id).value).filter(isKnown);
  const count = (on: (other: number) => boolean) => others.filter((other) => on(other.value)).length;
  return amongSimilarSentence({
    lower: count((other) => other < value.value),
    higher: count((other) => other > value.value),
    of: others.length
  });
}

/** The slot of the Overview, and the first comparison of Prevalence, which draws the `whole` of what is around it. */
export function positionSlot(context: Context, heading: string, whole = false): Slot {
  const result = context.result(RATE);
  const similar = [similarSentence(context)].filter((text) => text !== undefined);
  const known = isKnown(result.numerator);
  const statements: Statement[] = known
    ? [
        {
          text: rateSentence(context),
          mark: 'neglect',
          notes: notesOf(context, result),
          indicator: result.indicator.id
        },
        ...similar.map((text): Statement => ({ text, mark: 'neglect' })),
        ...(context.compare === 'neighbours' &&
        !context.benchmarks(RATE).some((b) => b.id === 'neighbours' && isKnown(b.value))
          ? [
              {
                text: `Too few similar areas have figures for this year, so the comparison is with ${countryName(context.england)} only.`
              }
            ]
          : [])
      ]
    : fallback(context);
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
    charts: [chart(context, whole)]
  };
}

/** Naming against acting: how often assessments record neglect, and how often a plan starts for it. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import { SIBLING_DESIGN_EFFECT, wilson } from '#lib/stats/interval.ts';
import { absence, NOT_THERE } from '#lib/words/absence.ts';
import { captionText } from '#lib/words/caption.ts';
import { differenceText, fewText } from '#lib/words/compare.ts';
import { supplySentence } from '#lib/words/figure.ts';
import { cellText, number } from '#lib/words/number.ts';
import { comparedBars } from './compared-bars.ts';
import type { Context } from './context.ts';
import { benchmarkText, countFigure, notesOf, valueFigure } from './figures.ts';
import { lackOf } from './lacking.ts';
import type { ChartModel, Slot, Statement } from './model.ts';
import { pathwayChart } from './pathway-chart.ts';
import { pathwayStatement } from './pathway.ts';
import { countryName } from './setting.ts';

const RATE = 'assessments-neglect-rate';
const SHARE = 'assessments-neglect-share';
const RATIO = 'naming-acting';

/** A count of assessments so small that three years say more than one. */
const SMALL = 60;

export function recordedStatement(context: Context): Statement {
  const result = context.result(RATE);
  const { numerator, value } = result;
  const notes = notesOf(context, result);
  if (!isKnown(numerator))
    return {
      text: `How often assessments recorded neglect ${absence(numerator.reason)}.`,
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  if (numerator.value === 0)
    return {
      text: 'No assessment recorded neglect in the year.',
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  const times = numerator.value === 1 ? 'once' : `${number(numerator.value)} times`;
  const rate = isKnown(value) ? `, ${cellText(value, 1)} for every 10,000 children` : '';
  const level = context.level(result);
  const beside = isKnown(value) ? benchmarkText(context, result) : '';
  const tail = [beside, level ? fewText(level) : ''].filter((text) => text !== '').join('; ');
  return {
    text: `Assessments recorded neglect ${times} in the year${rate}${tail === '' ? '' : ` (${tail})`}.`,
    mark: 'neglect',
    notes,
    indicator: result.indicator.id
  };
}

/** Assessments pooled over three years, where one year is too small to say much. */
export function pooledStatement(context: Context): Statement | undefined {
  const result = context.result(SHARE);
  const { numerator, denominator } = result;
  if (!isKnown(numerator) || !isKnown(denominator) || numerator.value >= SMALL || denominator.value === 0)
    return undefined;
  const until = context.years.indexOf(context.period) + 1;
  const years = context.years.slice(0, until).slice(-3);
  const pool = (area: string): readonly [number, number] | undefined => {
    const parts = years.map((year) => context.result(SHARE, area, year));
    const x = parts.map((part) => part.numerator).filter(isKnown);
    const n = parts.map((part) => part.denominator).filter(isKnown);
    if (years.length < 3 || x.length < 3 || n.length < 3) return undefined;
    return [x.reduce((sum, cell) => sum + cell.value, 0), n.reduce((sum, cell) => sum + cell.value, 0)];
  };
  const one = `In the year, ${number(numerator.value)} of ${number(denominator.value)} assessments with any factor recorded neglect.`;
  const own = pool(context.area.id);
  const national = pool(context.england.id);
  if (!own || !national || own[1] === 0) return { text: one, mark: 'neglect' };
  const [x, n] = own;
  const benchmark = national[0] / national[1];
  const at = (confidence: 0.8 | 0.95) => wilson(x, n, { confidence, designEffect: SIBLING_DESIGN_EFFECT });
  const comparison = compareWithBenchmark(x / n, benchmark, { at95: at(0.95), at80: at(0.8) });
  const verdict = differenceText(
    comparison,
    `${countryName(context.england)} (${number(benchmark * 100, 1)}%)`
  );
  return {
    text: `${one} Over three years, ${number(x)} of ${number(n)}: ${verdict}.`,
    mark: 'neglect'
  };
}

function ratioStatement(context: Context): Statement {
  const result = context.result(RATIO);
  const notes = notesOf(context, result);
  const { numerator, denominator, value } = result;
  if (isKnown(denominator) && denominator.value === 0)
    return {
      text: 'No plan was newly started for neglect in the year.',
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  if (!isKnown(value)) {
    const reason = !isKnown(numerator)
      ? numerator.reason
      : !isKnown(denominator)
        ? denominator.reason
        : value.reason;
    return {
      text: `How many assessments recorded neglect for each new plan for neglect ${absence(reason)}.`,
      mark: 'neglect',
      notes,
      indicator: result.indicator.id
    };
  }
  const beside = benchmarkText(context, result);
  return {
    text: `For each new plan with neglect as the first category, ${cellText(value, 1)} assessments recorded neglect${beside === '' ? '' : ` (${beside})`}.`,
    mark: 'neglect',
    notes,
    indicator: result.indicator.id
  };
}

function ratioChart(context: Context): ChartModel {
  const result = context.result(RATIO);
  const title = isKnown(result.value)
    ? `${cellText(result.value, 1)} assessments recorded neglect for each new plan for neglect`
    : 'Assessments for each new plan for neglect are not shown';
  const subtitle = captionText(
    'Assessments that recorded neglect, for each new plan with neglect as first category',
    context.period.label
  );
  return comparedBars(context, result, { id: 'naming-acting', title, subtitle });
}

/** For a year without it: from when there are figures. Only what is published is said to have begun with them. */
function notYet(context: Context): { what: string; remedy: string } {
  const first = context.years.find((year) => isKnown(context.result(RATE, context.england.id, year).value));
  const lack = lackOf(first ? { ...context, area: context.england } : context);
  const begins = lack === 'published' ? 'It is published from' : 'These figures hold it from';
  return {
    what: `What assessments recorded is ${NOT_THERE[lack]} for this year.`,
    remedy: first
      ? `${begins} the year to ${dateInWords(first.end)}.`
      : supplySentence(context.result(RATE).indicator)
  };
}

/** `recordedToo` is false where recorded neglect has a slot of its own on the same page; the way to a plan is drawn there. */
export function namingSlot(context: Context, heading: string, recordedToo = true): Slot {
  const { area, england } = context;
  const rate = context.result(RATE);
  const published = isKnown(context.result(RATIO, context.england.id).value);
  const recorded = recordedToo ? [recordedStatement, pooledStatement] : [];
  const statements = [...(published ? [...recorded, ratioStatement] : []), pathwayStatement].flatMap(
    (say) => say(context) ?? []
  );
  const way = recordedToo ? undefined : pathwayChart(context, area.id === england.id ? 'past' : 'england');
  return {
    id: 'naming-acting',
    heading,
    statements: [...statements, ...(way && 'statement' in way ? [way.statement] : [])],
    figures:
      recordedToo && published
        ? [
            countFigure(context, rate, 'Assessments that recorded neglect', 'assessments'),
            valueFigure(context, rate, 'Rate')
          ]
        : [],
    charts: [...(published ? [ratioChart(context)] : []), ...(way && 'chart' in way ? [way.chart] : [])],
    ...(published ? {} : { notSupplied: notYet(context) })
  };
}

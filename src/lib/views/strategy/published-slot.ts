/** The outcomes of a strategy that are known where no date of one is loaded: their course over the years. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import { comparatorsOf, middleOf } from '#lib/indicators/comparators.ts';
import { recodedAmong } from '#lib/indicators/milestone.ts';
import { multipleShare, recodingOf, recodingTerms } from '#lib/indicators/recoding.ts';
import { trendOf } from '#lib/indicators/trend.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import { TREND_POINTS } from '#lib/stats/trend.ts';
import { captionText } from '#lib/words/caption.ts';
import { trendSentence, valueSentence } from '#lib/words/figure.ts';
import { relations } from '#lib/words/compare.ts';
import { cellText, sentence } from '#lib/words/number.ts';
import { briefText, figureText } from '#lib/words/strategy/evidence.ts';
import { outcomesTitle, plansSentence } from '#lib/words/strategy/headline.ts';
import { shortValue } from '#lib/words/value.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { trendTitle } from '#lib/words/trend.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { isOfStrategy, strategyOutcomes } from './judging.ts';
import { laterText } from './milestones.ts';
import { noteHeld } from './notes.ts';
import { movedYears, trendChart } from './trend-chart.ts';
import { TOOL_ROLES } from './tool-slot.ts';
import { heldBy, yearsUpTo, type Answers, type Held } from './whose.ts';

/** What is said of the tool stands in a slot of its own. */
const ELSEWHERE: readonly string[] = TOOL_ROLES;
/** Children on a plan for neglect: what is published of the outcome that the strategy of 2016 named last. */
const PUBLISHED = 'plans-neglect-rate';

/** The outcomes with a figure of the area, or a reason why there is none; what is published of them where there are none. */
export function outcomesHeld(context: Context, answers: Answers): readonly Held[] {
  const held = strategyOutcomes(context)
    .filter(({ role }) => role === undefined || !ELSEWHERE.includes(role))
    .flatMap((indicator) => heldBy(context, answers, indicator) ?? []);
  const published = held.length > 0 ? undefined : heldBy(context, answers, context.indicator(PUBLISHED));
  return published ? [published] : held;
}

/** `That is close to similar areas and below England (similar areas 15.1; England 20.5).` */
function besideText(context: Context, { indicator, area, at }: Held, answers: Answers): string | undefined {
  const { catalogue, compare, england, period, region } = context;
  const { value, ranges } = at(period);
  if (!isKnown(value) || !ranges || area.id === england.id || indicator.kind === 'count') return undefined;
  const valueAt = (id: string) => answers(indicator, id, period).value;
  const middle = middleOf(comparatorsOf(catalogue, area).neighbours.map(valueAt));
  const beside: readonly (readonly [string, Cell])[] = [
    ...(compare === 'neighbours' ? [[`similar areas`, middle.value] as const] : []),
    ...(compare === 'region' && region ? [[areaInSentence(region), valueAt(region.id)] as const] : []),
    [areaInSentence(england), valueAt(england.id)]
  ];
  const told = beside.flatMap(([name, cell]) =>
    isKnown(cell)
      ? [
          {
            name,
            comparison: compareWithBenchmark(value.value, cell.value, ranges),
            text: shortValue(indicator, cell.value)
          }
        ]
      : []
  );
  if (told.length === 0) return undefined;
  const values = told.map(({ name, text }) => `${name} ${text}`).join('; ');
  return `That is ${relations(told)} (${values}).`;
}

/** Whether what is published of the plans stands for the outcome. */
function isPublished(context: Context, { indicator }: Held): boolean {
  const plain = context.indicator(PUBLISHED);
  const key = ({ numerator, denominator }: typeof plain) => JSON.stringify([numerator, denominator]);
  return plain === indicator || key(plain) === key(indicator);
}

/** `Children on a plan for neglect`, where a stand-in is of no more than that. */
function nameHere(context: Context, held: Held): string {
  return isPublished(context, held) ? context.indicator(PUBLISHED).name : held.indicator.name;
}

/** `235 children were on a plan for neglect, 16.2 for every 10,000.`, or why that cannot be said. */
export function outcomeSentence(context: Context, held: Held): string {
  const answer = held.at(context.period);
  return (
    (isPublished(context, held) ? plansSentence(answer) : undefined) ??
    valueSentence({ ...answer, indicator: { ...held.indicator, name: nameHere(context, held) } })
  );
}

/** The first year since recording last changed, or may have, where that is not the page’s own. */
function firstSteady(context: Context, { indicator, area, at }: Held, cells: CellLookup): Period | undefined {
  const terms = recodingTerms(indicator);
  const years = yearsUpTo(context);
  const steady = (from: number) =>
    terms === undefined ||
    recodedAmong(
      years
        .slice(from)
        .map(({ id }) => multipleShare(cells(terms.multiple, area.id, id), cells(terms.all, area.id, id)))
    ) === 'none';
  const first = years.find((year, i) => isKnown(at(year).value) && steady(i));
  return first === context.period ? undefined : first;
}

/** What it was in the first year that was recorded the same way. */
function longSentence(context: Context, held: Held, cells: CellLookup): string | undefined {
  const first = firstSteady(context, held, cells);
  const text = first && briefText(held.at(first));
  if (!first || text === undefined || !isKnown(held.at(context.period).value)) return undefined;
  const [earliest] = held.years;
  const why = earliest === first ? 'the first year with figures' : 'the first year recorded in the same way';
  return `In ${first.end.slice(0, 4)}, ${why}, it was ${text}.`;
}

/** The year of the page, where its figures go on after it. */
const upTo = ({ period, years }: Context): string | undefined =>
  years.at(-1) === period ? undefined : period.end.slice(0, 4);

function trendHere(context: Context, { indicator, area, at }: Held, cells: CellLookup) {
  const terms = recodingTerms(indicator);
  const years = yearsUpTo(context).slice(-TREND_POINTS);
  const share = (id: string) =>
    terms && multipleShare(cells(terms.multiple, area.id, id), cells(terms.all, area.id, id));
  return trendOf(
    years.map((year, i) => {
      const before = years[i - 1];
      const [from, to] = [before && share(before.id), share(year.id)];
      return { result: at(year), recoding: from && to ? recodingOf(from, to) : 'none' };
    })
  );
}

function statementsOf(
  context: Context,
  held: Held,
  answers: Answers,
  cells: CellLookup
): readonly Statement[] {
  const { indicator, at } = held;
  const notes = noteHeld(context, held, 'all');
  const answer = at(context.period);
  const common = { mark: indicator.mark, indicator: indicator.id };
  const trend = isKnown(answer.value) && answer.ranges ? trendHere(context, held, cells) : undefined;
  return [
    {
      text: [outcomeSentence(context, held), besideText(context, held, answers)]
        .filter((part) => part !== undefined)
        .join(' '),
      notes,
      ...common
    },
    ...(indicator.standIn === undefined ? [] : [{ text: `A stand-in. ${indicator.standIn}`, ...common }]),
    ...(trend
      ? [
          {
            text: [trendSentence(trend, { to: upTo(context) }), longSentence(context, held, cells)]
              .filter((part) => part !== undefined)
              .join(' '),
            ...common
          }
        ]
      : [])
  ];
}

/** What the strategy of 2016 said it should be judged by, in its own words, and what is known of it here. */
function outcomesTable(context: Context, answers: Answers): TableFigure {
  const { area, period } = context;
  const rows = strategyOutcomes(context).map((indicator) => ({
    indicator,
    held: heldBy(context, answers, indicator)
  }));
  const there = rows.flatMap(({ held }) => held ?? []);
  const known = there.filter(({ at }) => isKnown(at(period).value)).length;
  const withheld = there.filter(({ at }) => isWithheld(at(period).value)).length;
  return {
    id: 'outcomes-of-2016',
    title: outcomesTitle(known, withheld, rows.length),
    mark: 'neglect',
    table: {
      caption: captionText(
        'Outcomes named by the 2016 strategy of Leicester, Leicestershire and Rutland, and what is known of them',
        sentence(areaInSentence(area)),
        period.label
      ),
      columns: [
        { key: 'words', label: 'What the strategy said', kind: 'text' },
        { key: 'figure', label: 'Figure', kind: 'text' },
        { key: 'here', label: 'Here', kind: 'text' }
      ],
      rows: rows.map(({ indicator, held }) => ({
        words: `“${indicator.quote?.text ?? ''}”`,
        figure: held ? nameHere(context, held) : indicator.name,
        here: held ? (figureText(held.at(period)) ?? cellText(held.at(period).value)) : 'Not supplied'
      })),
      indicators: rows.map(({ indicator }) => indicator.id)
    },
    covers: period.label,
    sources: sourcesOf(
      context,
      there.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `outcomes-of-2016-${area.slug}-${period.id}`
  };
}

/** Undefined where none of the outcomes has a figure of the area. */
export function publishedSlot(context: Context, answers: Answers, cells: CellLookup): Slot | undefined {
  const held = outcomesHeld(context, answers);
  if (held.length === 0) return undefined;
  const charts = held.flatMap((each) => {
    const { indicator } = each;
    const answer = each.at(context.period);
    const trend = isKnown(answer.value) && answer.ranges ? trendHere(context, each, cells) : undefined;
    const message = trend
      ? trendTitle(trend, { to: upTo(context) })
      : `${nameHere(context, each)}, year by year`;
    const chart = trendChart(
      context,
      each,
      answers,
      {
        id: `long-${indicator.id.toLowerCase()}`,
        title: message,
        said: outcomeSentence(context, each)
      },
      { breaks: movedYears(context.years, each, cells), milestones: [] }
    );
    return chart ? [chart] : [];
  });
  return {
    id: 'published',
    heading: held.some(({ at }) => isKnown(at(context.period).value))
      ? 'What a strategy would be judged by, and is known here'
      : 'What a strategy would be judged by',
    statements: held.flatMap((each) => statementsOf(context, each, answers, cells)),
    figures: [],
    charts,
    ...(isOfStrategy(context)
      ? { tables: [outcomesTable(context, answers)] }
      : laterText(context) !== undefined
        ? {}
        : {
            notSupplied: {
              what: `The outcomes that a strategy of ${areaInSentence(context.area)} is to be judged by.`,
              remedy:
                'The strategy itself names them: with its date in the list of milestones, and the figures that it should move, they stand here.'
            }
          })
  };
}

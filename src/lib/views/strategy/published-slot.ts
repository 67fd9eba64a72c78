/** The outcomes of a strategy that are known where no date of one is loaded: their course over the years. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { FEEDS } from '#lib/domain/labels.ts';
import { multipleShare, recodingOf, recodingTerms } from '#lib/indicators/recoding.ts';
import { trendOf } from '#lib/indicators/trend.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { TREND_POINTS } from '#lib/stats/trend.ts';
import { trendSentence, valueSentence } from '#lib/words/figure.ts';
import { listed, lowerFirst, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { trendTitle } from '#lib/words/trend.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement, TableFigure } from '../model.ts';
import { strategyOutcomes } from './judging.ts';
import { noteHeld } from './notes.ts';
import { movedYears, trendChart } from './trend-chart.ts';
import { heldBy, yearsUpTo, type Answers, type Held } from './whose.ts';

/** The outcomes with a figure of the area, or a reason why there is none. */
export function outcomesHeld(context: Context, answers: Answers): readonly Held[] {
  return strategyOutcomes(context).flatMap((indicator) => heldBy(context, answers, indicator) ?? []);
}

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

function statementsOf(context: Context, held: Held, cells: CellLookup): readonly Statement[] {
  const { indicator, at } = held;
  const notes = noteHeld(context, held);
  const answer = at(context.period);
  const common = { mark: indicator.mark, indicator: indicator.id };
  const trend = isKnown(answer.value) && answer.ranges ? trendHere(context, held, cells) : undefined;
  return [
    { text: valueSentence(answer), notes, ...common },
    ...(indicator.standIn === undefined ? [] : [{ text: `A stand-in. ${indicator.standIn}`, ...common }]),
    ...(trend ? [{ text: trendSentence(trend), ...common }] : [])
  ];
}

/** Undefined where none of the outcomes has a figure of the area. */
export function publishedSlot(context: Context, answers: Answers, cells: CellLookup): Slot | undefined {
  const held = outcomesHeld(context, answers);
  if (held.length === 0) return undefined;
  const { area } = context;
  const charts = held.flatMap((each) => {
    const { indicator } = each;
    const answer = each.at(context.period);
    const trend = isKnown(answer.value) && answer.ranges ? trendHere(context, each, cells) : undefined;
    const message = trend ? trendTitle(trend) : `${indicator.name}, year by year`;
    const chart = trendChart(
      context,
      each,
      answers,
      {
        id: `long-${indicator.id.toLowerCase()}`,
        title: message,
        said: valueSentence(answer)
      },
      { breaks: movedYears(context, indicator, cells), milestones: [] }
    );
    return chart ? [chart] : [];
  });
  return {
    id: 'published',
    heading: 'What a strategy would be judged by, and is known here',
    statements: [
      ...held.flatMap((each) => statementsOf(context, each, cells)),
      {
        text: `The 2016 strategy of Leicester, Leicestershire and Rutland named ${listed(
          strategyOutcomes(context).map(({ name }) => `“${lowerFirst(name)}”`)
        )} as its outcomes.`
      },
      {
        text: `No strategy date is loaded for ${areaInSentence(area)}, so none of this can be set before and after one.`
      }
    ],
    figures: [],
    charts
  };
}

/** What to supply so that the rest of the page can be made. */
export function toSupplySlot(context: Context, roles: readonly string[]): Slot | undefined {
  const wanted = [
    ...new Set([...strategyOutcomes(context), ...roles.map((role) => context.indicator(role))])
  ].filter(({ supplied, standIn }) => !supplied || standIn !== undefined);
  const remedy =
    'Add each date to the list of milestones: the date, what changed, the area, and the figures it should move. Guide and templates are under Data.';
  const table: TableFigure | undefined =
    wanted.length === 0
      ? undefined
      : {
          id: 'to-supply',
          title: 'What a partnership can add, and from where',
          mark: 'neglect',
          table: {
            caption: 'Figures that would show whether a strategy works, and where they come from',
            columns: [
              { key: 'figure', label: 'Figure', kind: 'text' },
              { key: 'from', label: 'It could come from', kind: 'text' }
            ],
            rows: wanted.map(({ name, feeds }) => ({
              figure: name,
              from: sentence(
                listed(
                  feeds.filter((feed) => feed !== 'population').map((feed) => lowerFirst(FEEDS[feed])),
                  'or'
                )
              )
            })),
            indicators: wanted.map(({ id }) => id)
          },
          covers: dateInWords(context.period.end),
          sources: [],
          file: `to-supply-${context.area.slug}`
        };
  return {
    id: 'to-supply',
    heading: 'What would answer the question?',
    statements: [
      {
        text: 'First: is the neglect tool in use? Then: what changed after the strategy, here and in similar areas?'
      }
    ],
    figures: [],
    charts: [],
    ...(table ? { tables: [table] } : {}),
    notSupplied: {
      what: `No strategy date is loaded for ${areaInSentence(context.area)}.`,
      remedy
    }
  };
}

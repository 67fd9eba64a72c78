/** What came of referrals: altogether, and by who made them where that is supplied. */
import { isKnown } from '#lib/domain/cell.ts';
import { acceptedSentence, outcomeBySourceSentence } from '#lib/words/agencies/front-door.ts';
import { besideSentences } from '#lib/words/compare.ts';
import { supplySentence, valueSentence } from '#lib/words/figure.ts';
import { cellText, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import type { Asked } from './asked.ts';
import { shareBars } from './bars.ts';
import { besides, hereNow, ranked } from './sources.ts';

/** From how many on a percentage of one source is put into a sentence. */
const ENOUGH = 20;

interface Share {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

function sharesOf(context: Context, breakdown: Breakdown): readonly Share[] {
  return ranked(context, breakdown).flatMap(({ member, at }) => {
    const { value, denominator } = at();
    return isKnown(value) && isKnown(denominator) && denominator.value >= ENOUGH
      ? [{ ...member, value: value.value }]
      : [];
  });
}

function outcomeStatement(context: Context, asked: Asked): Statement | undefined {
  const answer = asked.answer('referrals-outcomes');
  const { indicator } = answer;
  if (!indicator.supplied || !answer.parts?.some(({ result }) => isKnown(result.value))) return undefined;
  return {
    text: valueSentence(answer),
    mark: indicator.mark,
    indicator: indicator.id,
    notes: notesOf(context, answer)
  };
}

/** Assessed as not in need, of every referral, beside England. */
function notInNeedStatement(context: Context): Statement | undefined {
  const result = context.result('referrals-not-in-need-share');
  if (!isKnown(result.value)) return undefined;
  const compared = context.benchmarks('referrals-not-in-need-share').flatMap((benchmark) => {
    const comparison = context.compareWith(result, benchmark);
    return comparison && isKnown(benchmark.value)
      ? [{ name: benchmark.name, comparison, text: `${cellText(benchmark.value, 1)}%` }]
      : [];
  });
  const beside = compared.length > 0 ? ` ${besideSentences(compared)}` : '';
  return {
    text: `For every reason, ${number(result.value.value, 1)}% of referrals were assessed and found not in need.${beside}`,
    mark: result.indicator.mark,
    indicator: result.indicator.id,
    notes: notesOf(context, result)
  };
}

function outcomeChart(context: Context, asked: Asked): ChartModel | undefined {
  const answer = asked.answer('referrals-outcomes');
  const { indicator, parts = [] } = answer;
  const [lead] = parts.filter(({ result }) => isKnown(result.value));
  if (!indicator.supplied || !lead) return undefined;
  const subtitle = `${indicator.subtitle}, ${context.area.name}, ${context.period.label}`;
  const national = asked.answer('referrals-outcomes', context.england.id);
  const isEngland = context.area.id === context.england.id;
  return shareBars(
    context,
    parts.map(({ id, name, result }) => {
      const beside = national.parts?.find((part) => part.id === id)?.result.value;
      return {
        id,
        name,
        result: { ...result, indicator },
        ...(!isEngland && beside && isKnown(beside) ? { beside: beside.value } : {})
      };
    }),
    {
      id: 'referral-outcomes',
      title: `${indicator.name}: ${lead.name.toLowerCase()}, ${cellText(lead.result.value, 0)}%`,
      subtitle,
      head: 'What became of them',
      when: context.period.label
    }
  );
}

interface BySource {
  readonly breakdown: Breakdown;
  readonly id: string;
  readonly what: string;
  readonly sentence: (shares: readonly Share[]) => string;
}

function bySourceSaid(context: Context, { breakdown, sentence }: BySource): Statement | undefined {
  const [first] = breakdown.members;
  const text = sentence(sharesOf(context, breakdown));
  if (!first || text === '') return undefined;
  return {
    text,
    mark: first.indicator.mark,
    indicator: first.indicator.id,
    notes: notesOf(context, first.at())
  };
}

function bySourceChart(context: Context, { breakdown, id, what }: BySource): ChartModel | undefined {
  const members = ranked(context, breakdown);
  const [first] = members;
  if (!first) return undefined;
  return shareBars(
    context,
    members.map((each) => {
      const national = besides(context, each).find((other) => other.id === 'england')?.value;
      return {
        ...each.member,
        result: each.at(),
        ...(national && isKnown(national) ? { beside: national.value } : {})
      };
    }),
    {
      id,
      title: what,
      subtitle: `${first.indicator.subtitle}, by source, ${context.area.name}, ${context.period.label}`,
      head: 'Source',
      when: context.period.label
    }
  );
}

/** Outcomes by source: of referrals where they are supplied, else which contacts were accepted. */
function bySources(context: Context, asked: Asked): readonly BySource[] {
  const nothingFurther = hereNow(context, asked.nothingFurther);
  const notInNeed = hereNow(context, asked.notInNeed);
  const accepted = hereNow(context, asked.accepted);
  const total = context.result('contacts-accepted-share').value;
  return [
    ...(nothingFurther
      ? [
          {
            breakdown: nothingFurther,
            id: 'nothing-further-by-source',
            what: 'Closed with no further action, by who referred',
            sentence: (shares: readonly Share[]) =>
              outcomeBySourceSentence('Closed with no further action', shares)
          }
        ]
      : []),
    ...(notInNeed
      ? [
          {
            breakdown: notInNeed,
            id: 'not-in-need-by-source',
            what: 'Assessed and not in need, by who referred',
            sentence: (shares: readonly Share[]) =>
              outcomeBySourceSentence('Assessed and found not in need', shares)
          }
        ]
      : []),
    ...(accepted
      ? [
          {
            breakdown: accepted,
            id: 'accepted-by-source',
            what: 'Contacts accepted as referrals, by who made them',
            sentence: (shares: readonly Share[]) =>
              acceptedSentence(isKnown(total) ? total.value : undefined, shares)
          }
        ]
      : [])
  ];
}

/** What is not known of outcomes by source, and who could give it. */
function lacking(context: Context, asked: Asked): Slot['notSupplied'] {
  if (hereNow(context, asked.nothingFurther) || hereNow(context, asked.notInNeed)) return undefined;
  const indicator = context.indicator('referrals-outcomes');
  return {
    what: 'What came of referrals by who made them: closed with no further action, or assessed and found not in need.',
    remedy: supplySentence({ ...indicator, feeds: indicator.feeds.filter((feed) => feed !== 'published') })
  };
}

/** Undefined where nothing is known of outcomes. */
export function resultSlot(context: Context, asked: Asked): Slot | undefined {
  const parts = bySources(context, asked);
  const statements = [
    outcomeStatement(context, asked),
    ...parts.map((part) => bySourceSaid(context, part)),
    notInNeedStatement(context)
  ].filter((each) => each !== undefined);
  const charts = [outcomeChart(context, asked), ...parts.map((part) => bySourceChart(context, part))].filter(
    (each) => each !== undefined
  );
  if (statements.length === 0) return undefined;
  const notSupplied = lacking(context, asked);
  return {
    id: 'result',
    heading: 'With what result',
    statements,
    figures: [],
    charts,
    ...(notSupplied ? { notSupplied } : {})
  };
}

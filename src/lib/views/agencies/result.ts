/** What came of referrals: altogether, and by who made them where that is supplied. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { compareWithBenchmark } from '#lib/stats/compare.ts';
import {
  becameSentence,
  becameTitle,
  bySourceSentence,
  bySourceTitle,
  type Differing
} from '#lib/words/agencies/front-door.ts';
import { referralsText } from '#lib/words/agencies/refers.ts';
import { captionText } from '#lib/words/caption.ts';
import { relations } from '#lib/words/compare.ts';
import { supplySentence } from '#lib/words/figure.ts';
import { cellText, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import type { Breakdown } from '../reading.ts';
import type { Asked } from './asked.ts';
import { shareBars } from './bars.ts';
import { besides, hereNow, ranked } from './sources.ts';
import { isNamed } from './who-refers.ts';

/** From how many on a percentage of one source is put into a sentence. */
const ENOUGH = 20;

/** Sources that are clearly above or below the whole, the furthest first. */
function differing(context: Context, breakdown: Breakdown, whole: Cell): Differing | undefined {
  if (!isKnown(whole)) return undefined;
  const apart = breakdown.members.flatMap(({ member, at }) => {
    const { value, denominator, ranges } = at();
    if (!isNamed(member) || !isKnown(value) || !isKnown(denominator) || !ranges) return [];
    const { certainty, direction } = compareWithBenchmark(value.value, whole.value, ranges);
    return denominator.value >= ENOUGH && certainty === 'clearly'
      ? [{ ...member, value: value.value, direction }]
      : [];
  });
  const far = [...apart].sort((a, b) => Math.abs(b.value - whole.value) - Math.abs(a.value - whole.value));
  return {
    whole: whole.value,
    higher: far.filter(({ direction }) => direction === 'higher'),
    lower: far.filter(({ direction }) => direction === 'lower')
  };
}

function outcomeStatement(context: Context, asked: Asked): Statement | undefined {
  const answer = asked.answer('referrals-outcomes');
  const { indicator } = answer;
  if (!indicator.supplied || !answer.parts?.some(({ result }) => isKnown(result.value))) return undefined;
  return {
    text: becameSentence(answer),
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
      ? [{ name: `${benchmark.name} (${cellText(benchmark.value, 1)}%)`, comparison }]
      : [];
  });
  const beside = compared.length > 0 ? ` That is ${relations(compared)}.` : '';
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
  if (!indicator.supplied || !parts.some(({ result }) => isKnown(result.value))) return undefined;
  const subtitle = captionText(indicator.subtitle, context.area.name, context.period.label);
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
      title: becameTitle(answer),
      subtitle,
      head: 'What became of them',
      when: context.period.label
    }
  );
}

interface BySource {
  readonly breakdown: Breakdown;
  readonly id: string;
  readonly title: string;
  /** All of which it is a share: `contacts`, and what was done: `were accepted as referrals`. */
  readonly what: string;
  readonly done: string;
  readonly whole: Cell;
}

function bySourceSaid(context: Context, part: BySource): Statement | undefined {
  const { breakdown, what, done, whole } = part;
  const [first] = breakdown.members;
  const found = differing(context, breakdown, whole);
  if (!first || !found) return undefined;
  return {
    text: bySourceSentence(what, done, found),
    mark: first.indicator.mark,
    indicator: first.indicator.id,
    notes: notesOf(context, first.at())
  };
}

function bySourceChart(context: Context, { breakdown, id, title, whole }: BySource): ChartModel | undefined {
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
      title: bySourceTitle(title, differing(context, breakdown, whole)) ?? `${title}, by who referred`,
      subtitle: captionText(
        `${first.indicator.subtitle}, by source`,
        context.area.name,
        context.period.label
      ),
      head: 'Source',
      when: context.period.label
    }
  );
}

/** Outcomes by source: of referrals where they are supplied, and which contacts were accepted. */
function bySources(context: Context, asked: Asked): readonly BySource[] {
  const part = (breakdown: Breakdown | undefined, rest: Omit<BySource, 'breakdown'>): readonly BySource[] => {
    const here = hereNow(context, breakdown);
    return here ? [{ breakdown: here, ...rest }] : [];
  };
  const neglect = (breakdown: Breakdown | undefined) =>
    referralsText(breakdown?.members[0]?.indicator.mark ?? 'all');
  return [
    ...part(asked.nothingFurther, {
      id: 'nothing-further-by-source',
      title: 'Closed with no further action',
      what: neglect(asked.nothingFurther),
      done: 'were closed with no further action',
      whole: context.result('referrals-nothing-further-share').value
    }),
    ...part(asked.notInNeed, {
      id: 'not-in-need-by-source',
      title: 'Assessed and not in need',
      what: 'referrals',
      done: 'were assessed and found not in need',
      whole: context.result('referrals-not-in-need-share').value
    }),
    ...part(asked.accepted, {
      id: 'accepted-by-source',
      title: 'Contacts accepted as referrals',
      what: 'contacts',
      done: 'were accepted as referrals',
      whole: context.result('contacts-accepted-share').value
    })
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

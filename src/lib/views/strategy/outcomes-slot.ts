/** What changed after each milestone, here and in similar areas, and whether it can be credited. */
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { listed, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import {
  afterText,
  againstText,
  changeText,
  comparedSentence,
  conclusion,
  judgedSentence,
  othersChange,
  othersNames,
  judgedTitle,
  pointsSentence,
  unjudgedSentence,
  verdictLabel
} from '#lib/words/strategy/verdict.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { countryName } from '../setting.ts';
import { yearsEnd } from '../year-end.ts';
import { byVerdict, type JudgedHere } from './judging.ts';
import { noteHeld } from './notes.ts';
import { foldsOf, NONE } from './verdict-folds.ts';
import { commonMark } from './share-panels.ts';
import { milestoneMarks, movedYears, trendChart } from './trend-chart.ts';
import { nameOf, withWhose, type Answers } from './whose.ts';

/** More statements and charts than these are read by nobody; the table has all. */
const SAID = 2;
const DRAWN = 2;

const countryOf = ({ england }: Context) => countryName(england);

/** From the last year before to the page’s own, where the area and the country both have them. */
function pointsOf(context: Context, answers: Answers, judged: JudgedHere): string | undefined {
  const { around, held, verdict } = judged;
  const { indicator, area } = held;
  const [from, to] = [around.before.at(-1), around.after.at(-1)];
  if (!from || !to || !('others' in verdict)) return undefined;
  const size = (at: string): number | undefined => {
    const [was, is] = [answers(indicator, at, from).value, answers(indicator, at, to).value];
    if (!isKnown(was) || !isKnown(is)) return undefined;
    return indicator.kind === 'share' ? is.value - was.value : Math.log(is.value / was.value);
  };
  const [here, there] = [size(area.id), size(context.england.id)];
  if (here === undefined || !Number.isFinite(here)) return undefined;
  const country =
    there === undefined || !Number.isFinite(there) || area.id === context.england.id
      ? undefined
      : { name: countryOf(context), size: there };
  return pointsSentence(indicator, { from, to }, here, country);
}

/** First the numbers, then what they say and cannot say. */
function comparedStatements(context: Context, answers: Answers, judged: JudgedHere): readonly Statement[] {
  const { held, verdict, milestone } = judged;
  const indicator = withWhose(context, held);
  const points =
    verdict.verdict === 'more' || verdict.verdict === 'with' ? pointsOf(context, answers, judged) : undefined;
  if (!('others' in verdict)) return [];
  const said = comparedSentence(indicator, judged, countryOf(context));
  const common = { mark: indicator.mark, indicator: indicator.id };
  const told = [conclusion(verdict, countryOf(context)), points].filter((part) => part !== undefined);
  return [
    {
      text: `${afterText(milestone)} ${said}`,
      notes: noteHeld(context, held, 'all'),
      ...common
    },
    { text: told.join(' '), ...common }
  ];
}

/** Figures without a verdict for one and the same reason, in one sentence. */
function unjudgedStatement(context: Context, alike: readonly JudgedHere[]): Statement | undefined {
  const [first] = alike;
  if (!first || 'others' in first.verdict) return undefined;
  const names = alike.map(({ held }) => nameOf(context, held));
  return {
    text: `${afterText(first.milestone)} ${unjudgedSentence(names, first.verdict)}`,
    mark: commonMark(alike.map(({ held }) => held.indicator)),
    ...(alike.length === 1 ? { indicator: first.held.indicator.id } : {})
  };
}

const reasonOf = ({ milestone, verdict }: JudgedHere) =>
  JSON.stringify([
    milestone.date,
    milestone.what,
    verdict.verdict,
    'because' in verdict ? verdict.because : '',
    ...(verdict.verdict === 'tooFew' ? [verdict.before, verdict.after] : [])
  ]);

function statementsOf(context: Context, answers: Answers, told: readonly JudgedHere[]): readonly Statement[] {
  const compared = told.filter(({ verdict }) => 'others' in verdict);
  const rest = told.filter(
    ({ verdict }) => verdict.verdict === 'redefined' || (compared.length === 0 && !('others' in verdict))
  );
  const reasons = [...new Set(rest.map(reasonOf))];
  return [
    ...compared.slice(0, SAID).flatMap((each) => comparedStatements(context, answers, each)),
    ...reasons.flatMap(
      (reason) =>
        unjudgedStatement(
          context,
          rest.filter((each) => reasonOf(each) === reason)
        ) ?? []
    )
  ];
}

function chartOf(
  context: Context,
  answers: Answers,
  cells: CellLookup,
  judged: JudgedHere
): ChartModel | undefined {
  const { held, milestone, around, verdict } = judged;
  const own = 'own' in verdict ? verdict.own : undefined;
  return trendChart(
    context,
    held,
    answers,
    {
      id: `after-${held.indicator.role ?? held.indicator.id.toLowerCase()}`,
      title: judgedTitle(withWhose(context, held), judged, milestone.date, countryOf(context)),
      said: judgedSentence(withWhose(context, held), judged, countryOf(context))
    },
    {
      breaks: movedYears(context.years, held, cells),
      milestones: milestoneMarks([milestone], yearsEnd(context.years)),
      ...(own ? { baseline: { value: own.from, years: around.before } } : {})
    }
  );
}

/** Of each milestone, the figure with the clearest verdict; a recoding is drawn as well, since it is seen at once. */
function drawn(judged: readonly JudgedHere[]): readonly JudgedHere[] {
  const telling = byVerdict(
    judged.filter(
      ({ named, verdict }) =>
        named && ('others' in verdict || (verdict.verdict === 'redefined' && verdict.because === 'moved'))
    )
  );
  return telling
    .filter(({ milestone }, i) => telling.findIndex((each) => each.milestone === milestone) === i)
    .slice(0, DRAWN);
}

/** Figures of one milestone together, that with the clearest verdict first. */
function grouped(ordered: readonly JudgedHere[]): readonly JudgedHere[] {
  const dates = [...new Set(ordered.map(({ milestone }) => milestone))];
  return dates.flatMap((date) => ordered.filter(({ milestone }) => milestone === date));
}

/** Means of the years there are, too few for a verdict; undefined across a change of recording or with none on a side. */
function meansOf({ held: { indicator, at }, around, verdict }: JudgedHere) {
  if (verdict.verdict !== 'tooFew') return undefined;
  const mean = (years: typeof around.before) => {
    const values = years.flatMap((year) => {
      const { value } = at(year);
      return isKnown(value) ? [value.value] : [];
    });
    return values.length === 0 ? undefined : values.reduce((sum, each) => sum + each, 0) / values.length;
  };
  const [from, to] = [mean(around.before), mean(around.after)];
  if (from === undefined || to === undefined || from <= 0 || to <= 0) return undefined;
  return { from, to, size: indicator.kind === 'share' ? to - from : Math.log(to / from) };
}

function tableOf(context: Context, judged: readonly JudgedHere[]): TableFigure {
  const number = (key: string, label: string) => ({ key, label, kind: 'number' as const, decimals: 1 });
  const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
  const ordered = byVerdict(judged);
  const more = ordered.filter(({ verdict }) => verdict.verdict === 'more').length;
  const against = ordered.flatMap(({ verdict }) => ('others' in verdict ? [verdict.others] : []));
  const compared = against.length;
  const country = countryOf(context);
  const names = othersNames(against, country);
  const rows = grouped(ordered).map((each): Readonly<Record<string, string | Cell>> => {
    const { held, milestone, verdict } = each;
    const { indicator } = held;
    const own = 'own' in verdict ? verdict.own : meansOf(each);
    return {
      since: `${dateInWords(milestone.date)}: ${milestone.what.replace(/\.$/, '')}`,
      figure: nameOf(context, held),
      unit: indicator.unit,
      before: own ? known(own.from) : NONE,
      after: own ? known(own.to) : NONE,
      change: own ? changeText(indicator, own.size) : 'not comparable',
      others:
        'others' in verdict
          ? names.length === 1
            ? othersChange(indicator, verdict.others)
            : againstText(indicator, verdict.others, country)
          : NONE,
      verdict: verdictLabel(verdict, country)
    };
  });
  const caption = `Figures before and after each milestone, ${areaInSentence(context.area)}`;
  return {
    id: 'verdicts',
    title:
      compared === 0
        ? 'No figure can be set beside other areas yet'
        : more === 0
          ? `No figure changed more than in ${listed(names, 'or')}`
          : `${String(more)} of ${String(ordered.length)} figures changed more than in ${listed(names, 'or')}`,
    mark: commonMark(ordered.map(({ held }) => held.indicator)),
    table: {
      caption,
      groupBy: 'since',
      folds: foldsOf(rows),
      columns: [
        text('since', 'Since'),
        text('figure', 'Figure'),
        // Second, so that a phone shows it without scrolling: it is the message.
        text('verdict', 'Verdict'),
        text('unit', 'Unit'),
        number('before', 'Before'),
        number('after', 'After'),
        text('change', 'Change'),
        ...(names.length === 0
          ? []
          : [text('others', names.length === 1 ? sentence(names[0] ?? '') : 'Compared with')])
      ],
      rows,
      indicators: grouped(ordered).map(({ held }) => held.indicator.id)
    },
    notes: context.notes.add(...HOW_JUDGED),
    covers: `up to ${dateInWords(context.period.end)}`,
    sources: sourcesOf(
      context,
      ordered.map(({ held }) => held.indicator.numerator?.table ?? '')
    ),
    file: `verdicts-${context.area.slug}-${context.period.id}`
  };
}

const HOW_JUDGED = [
  '“Before” is the mean of up to three years before a milestone, “after” the mean of as many years after it, here and elsewhere. A verdict takes at least two of each.',
  '“Changed more” needs a change bigger than chance, and further from the others’ than they differ among themselves. Of 100 areas where nothing was done, about five would be called so.',
  'The average of similar areas counts each of them once, whatever its size: of counts and rates the geometric mean of “after” over “before”, of shares the mean change in points.'
];

/** Figures over the years beside similar areas: those with the clearest verdicts. */
export function outcomeCharts(
  context: Context,
  answers: Answers,
  cells: CellLookup,
  judged: readonly JudgedHere[]
): readonly ChartModel[] {
  return drawn(judged).flatMap((each) => chartOf(context, answers, cells, each) ?? []);
}

/** Undefined where no milestone is loaded for the area, or nothing that any of them could be judged by. */
export function outcomesSlot(
  context: Context,
  answers: Answers,
  judged: readonly JudgedHere[]
): Slot | undefined {
  if (judged.length === 0) return undefined;
  const told = byVerdict(judged).filter(({ named }) => named);
  return {
    id: 'outcomes',
    heading: 'What has changed since, here and in similar areas?',
    statements: statementsOf(context, answers, told),
    figures: [],
    charts: [],
    tables: [tableOf(context, judged)]
  };
}

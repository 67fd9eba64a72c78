/** The first thing to see: what changed between rounds, or why nothing may be said of change. */
import {
  bareCounts,
  changeWords,
  countsOf,
  namedCounts,
  pointsText,
  standardsText
} from '#lib/words/audits/findings.ts';
import { roundsDiffer } from '#lib/domain/audit-round.ts';
import { finishedText, standingText } from '#lib/words/audits/actions.ts';
import { changedText } from '#lib/words/audits/headline.ts';
import { chosenText, differenceText, sampleText } from '#lib/words/audits/rounds.ts';
import { lowerFirst, number, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { apparent } from './apparent.ts';
import type { Evidence, Standard } from './evidence.ts';
import { byStrength, namedIn } from './found-words.ts';
import type { Action, Log } from './log.ts';
import type { Round } from './rounds.ts';
import { isEmpty, readText, roundsOfStandards, standardsHeat, type HeatWords } from './heat.ts';
import { standardNotes } from './notes.ts';
import { shareIn, type Pair, type Verdict } from './verdict.ts';

type Told = Exclude<Verdict, { kind: 'nothing' }>;

/** So many of each kind are told one by one. */
const MOST = 3;

const COMPARING =
  'A change is called clear only where chance alone would hardly bring it about, even with many standards side by side. (By Newcombe’s range for the difference of two shares, widened for their number.) The range beside it is the usual 95% one for that standard alone.';

/** What was done about a standard, and how that stands. */
const sinceText = ({ action }: Action, stands: string | undefined): string =>
  ` Action: “${lowerFirst(action)}”.${stands === undefined ? '' : ` ${stands}.`}`;

function pairStatement(
  context: Context,
  { standard, from, to, differ, change }: Pair,
  { actions, logged }: Log
): Statement | undefined {
  const [a, b] = [shareIn(from), shareIn(to)];
  if (!a || !b) return undefined;
  const { indicator, label } = standard;
  const how = ({ label: round, method }: Round) =>
    differ.length > 0 ? `${round} (${chosenText(method)})` : round;
  const said = `${label}: ${countsOf(b, indicator)} in ${how(to.round)}. In ${how(from.round)} it was ${bareCounts(a)}.`;
  const judged = change
    ? ` So it got ${changeWords(change, indicator.direction.good)}: ${pointsText(change)}.`
    : '';
  const { reckonedOn } = context;
  const action = actions.find((each) => each.indicator === indicator.id);
  return {
    text: `${said}${judged}${action ? sinceText(action, standingText(action, reckonedOn, logged)) : ''}`,
    ...(action ? { lasting: `${said}${judged}${sinceText(action, finishedText(action))}`, reckonedOn } : {}),
    mark: indicator.mark,
    indicator: indicator.id,
    notes: [
      ...standardNotes(context, indicator, context.area.id),
      ...(change ? context.notes.add(COMPARING) : [])
    ]
  };
}

const statementsOf = (context: Context, pairs: readonly Pair[], log: Log) =>
  pairs.slice(0, MOST).flatMap((pair) => pairStatement(context, pair, log) ?? []);

/** How the records behind all of it were chosen. */
export function sampleSentence({ judged: { latest, before } }: Told): string {
  if (!before) return sentence(`${sampleText(latest)}.`);
  if (roundsDiffer(before, latest).length > 0)
    return `${sentence(sampleText(latest))}. ${sentence(sampleText(before))}.`;
  const from = latest.frame === undefined ? '' : ` from ${latest.frame}`;
  return sentence(
    `${chosenText(latest.method)}${from} in both rounds. ${readText([before, latest], ' and ')}.`
  );
}

function restSentence(context: Context, verdict: Extract<Verdict, { kind: 'changed' }>): Statement {
  const { judged, better, worse } = verdict;
  const rest = judged.judged - better.length - worse.length;
  return {
    text:
      rest === 0
        ? 'No other standard was looked at in both rounds.'
        : `On the other ${standardsText(rest)} that both rounds looked at, no clear change.`,
    notes: context.notes.add(COMPARING)
  };
}

const OTHER_RECORDS =
  'What looks like a change may come from whose records were read and how they were judged, and not from better or worse work.';

interface Shown {
  readonly heading: string;
  readonly statements: readonly Statement[];
  readonly standards: readonly Standard[];
  readonly title: string;
}

function ends(evidence: Evidence, { judged: { latest } }: Told): readonly Standard[] {
  const order = byStrength(evidence, latest);
  return order.length <= 2 * MOST ? order : [...order.slice(0, MOST), ...order.slice(-MOST)];
}

function endsStatement(evidence: Evidence, verdict: Told): readonly Statement[] {
  const { latest } = verdict.judged;
  const order = byStrength(evidence, latest);
  const named = (standards: readonly Standard[]) => standards.flatMap((each) => namedIn(each, latest) ?? []);
  const [weakest, strongest] = [named(order.slice(0, MOST)), named(order.slice(-MOST).reverse())];
  const mark = order[0]?.indicator.mark;
  if (mark === undefined) return [];
  return [
    { text: `Weakest: ${namedCounts(weakest)}.`, mark },
    ...(order.length > MOST ? [{ text: `Strongest: ${namedCounts(strongest)}.`, mark }] : [])
  ];
}

function shownOf(context: Context, evidence: Evidence, verdict: Told, log: Log): Shown {
  const sample: Statement = { text: sampleSentence(verdict) };
  const { judged } = verdict;
  switch (verdict.kind) {
    case 'changed':
      return {
        heading: 'What changed between the rounds',
        statements: [
          ...statementsOf(context, verdict.better, log),
          ...statementsOf(context, verdict.worse, log),
          sample,
          restSentence(context, verdict)
        ],
        standards: [...verdict.better, ...verdict.worse].map(({ standard }) => standard),
        title: sentence(changedText(verdict.better.length, verdict.worse.length))
      };
    case 'notComparable': {
      const pairs = apparent(judged.pairs, log.decided);
      return {
        heading: 'Two rounds that cannot be compared',
        statements: [{ text: OTHER_RECORDS }, ...statementsOf(context, pairs.slice(0, 2), log), sample],
        standards: pairs.slice(0, 4).map(({ standard }) => standard),
        title: `Not comparable: ${differenceText(verdict.differ.slice(0, 1))}`
      };
    }
    case 'few': {
      const known = evidence.standards.filter((standard) => !isEmpty(standard));
      return {
        heading: 'Too few to conclude from',
        statements: [
          {
            text: `Audits of ${areaInSentence(evidence.area)} read ${number(verdict.read)} in ${judged.latest.label}. One more or less would move any share by ${number(Math.floor(100 / verdict.read))} in 100 or more, so no percentage is shown.${known.length === 0 ? ' How many met each standard is withheld, so that nobody can be identified.' : ''}`
          },
          sample
        ],
        standards: known.length > 0 ? known : evidence.standards.slice(0, MOST),
        title: `No conclusion: n = ${number(verdict.read)}`
      };
    }
    case 'unchanged':
    case 'single':
      return {
        heading: verdict.kind === 'single' ? 'What the round found' : 'No clear change between the rounds',
        statements: [...endsStatement(evidence, verdict), sample],
        standards: ends(evidence, verdict),
        title: verdict.kind === 'single' ? 'The weakest and the strongest' : 'No clear change'
      };
  }
}

function chartOf(context: Context, evidence: Evidence, shown: Shown, pairs: readonly Pair[]): ChartModel {
  const rounds = roundsOfStandards(shown.standards);
  const words: HeatWords = {
    id: 'audit-rounds',
    title: shown.title,
    said: shown.statements.map(({ text }) => text).join(' '),
    subtitle: `Audits of neglect in ${areaInSentence(evidence.area)}: ${readText(rounds)}`
  };
  return standardsHeat(context, evidence.area.id, shown.standards, words, pairs);
}

export function firstSlot(context: Context, evidence: Evidence, verdict: Told, log: Log): Slot {
  const shown = shownOf(context, evidence, verdict, log);
  return {
    id: 'audit-change',
    heading: shown.heading,
    statements: shown.statements,
    figures: [],
    charts: shown.standards.length === 0 ? [] : [chartOf(context, evidence, shown, verdict.judged.pairs)]
  };
}

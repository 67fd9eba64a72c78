/** First of all: how long, and how many times. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { SIBLING_DESIGN_EFFECT, wilson } from '#lib/stats/interval.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { absenceInFull } from '#lib/words/absence.ts';
import { notKnownText, ofWhole, onPlan, timesText } from '#lib/words/journey/history.ts';
import { cellText, counted, listed, lowerFirst, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement } from '../model.ts';
import { BEFORE, LONG, sumOf, TOLD, type HistoriesAt, type History, type Told } from './history-cells.ts';
import { historyChart, labelOf } from './history-chart.ts';
import { peersOf } from './peers.ts';

export const HISTORY_HEADING = 'How long, and how many times';

const CAVEATS = [
  'Earlier help is counted in this authority alone, and only as far back as its records go. Help elsewhere is not seen.',
  'Two kinds of plan are two groups of children. They are not added up.'
];

/** Where authorities stand beside each other. */
export const HISTORY_CAVEATS: readonly string[] = [
  'Earlier help is counted in each authority alone, and only as far back as its records go. Help elsewhere is not seen.'
];

const plan = (history: History) => (history.plan === undefined ? undefined : lowerFirst(history.plan));
const whoOf = (history: History) => onPlan(plan(history), history.mark);

/** How many of the children some bands hold, where both are known. */
export function partOf(
  { bands, total }: History,
  told: Told,
  members: readonly string[]
): { readonly n: number; readonly of: number } | undefined {
  const n = sumOf(bands[told], members);
  return isKnown(n) && isKnown(total) && total.value > 0 ? { n: n.value, of: total.value } : undefined;
}

const bandOf = ({ bands }: History, told: Told, id: string): Cell | undefined =>
  bands[told].find(({ member }) => member.id === id)?.cell;

const countIn = (history: History, told: Told, id: string): number => {
  const cell = bandOf(history, told, id);
  return cell !== undefined && isKnown(cell) ? cell.value : 0;
};

/** How far the share could move with nothing underlying changed; none from too few. */
function rangeText(n: number, of: number): string {
  if (shareAs(of) === 'counts') return '';
  const { lower, upper } = wilson(n, of, { designEffect: SIBLING_DESIGN_EFFECT });
  return ` With nothing underlying changed, it could have been anywhere from ${number(lower * 100)}% to ${number(upper * 100)}%.`;
}

/** What is known of the parts where some are withheld, and that the rest is; nothing is worked out from them. */
function partlyText(history: History, told: Told): string | undefined {
  const known = history.bands[told].filter(({ cell }) => isKnown(cell));
  const lacking = history.bands[told].some(({ cell }) => isWithheld(cell));
  if (known.length === 0 || !lacking || !isKnown(history.total)) return undefined;
  const said = known
    .map(
      (band) =>
        `${lowerFirst(labelOf(told, band))}, ${isKnown(band.cell) && band.cell.value === 0 ? 'none' : cellText(band.cell)}`
    )
    .join('; ');
  const lead =
    told === 'earlier_episodes'
      ? `Of ${counted(history.total.value, 'child', 'children')} ${whoOf(history)}, help before as far as it can be told:`
      : 'Time since the first referral of the same children:';
  return `${lead} ${said}. The rest is withheld, so that no child can be identified.`;
}

/** That neither thing, or one of them, is told of these children. */
function missingText(history: History, lacking: readonly Told[]): string {
  const [what, more] = lacking.map((told, i) =>
    told === 'earlier_episodes'
      ? `how often children ${whoOf(history)} had help before`
      : i > 0
        ? ' So is how long ago they were first referred.'
        : `how long ago children ${whoOf(history)} were first referred`
  );
  const cells = lacking.flatMap((told) => [history.total, ...history.bands[told].map(({ cell }) => cell)]);
  return `${sentence(what ?? '')} ${absenceInFull(cells.some(isWithheld) ? 'withheld' : 'notSupplied')}.${more ?? ''}`;
}

/** One or two sentences on the children of one kind of plan. */
function historyTexts(history: History): readonly string[] {
  const told = TOLD.filter((each) => history.bands[each].length > 0);
  const text = (each: Told) =>
    (each === 'earlier_episodes' ? beforeText(history) : longText(history)) ?? partlyText(history, each);
  const lacking = told.filter((each) => text(each) === undefined);
  return [
    ...told.flatMap((each) => text(each) ?? []),
    ...(lacking.length === 0 ? [] : [missingText(history, lacking)])
  ];
}

function beforeText(history: History): string | undefined {
  const before = partOf(history, 'earlier_episodes', BEFORE);
  if (!before) return undefined;
  const [once = 0, twice = 0, more = 0] = BEFORE.map((id) => countIn(history, 'earlier_episodes', id));
  const of = `Of ${counted(before.of, 'child', 'children')} ${whoOf(history)}`;
  const unknown = notKnownText(countIn(history, 'earlier_episodes', 'notknown'));
  if (before.n === 0) return `${of}, none had help before.${unknown}`;
  return `${of}, ${ofWhole(before.n, before.of)} had help before that ended: ${timesText(once, twice, more)}.${unknown}${rangeText(before.n, before.of)}`;
}

function longText(history: History): string | undefined {
  const long = partOf(history, 'since_first', LONG);
  if (!long) return undefined;
  const longest = countIn(history, 'since_first', 'y5plus');
  const five = longest === 0 ? '' : `, ${number(longest)} of them more than five years ago`;
  return `Of the same children, ${ofWhole(long.n, long.of)} were first referred more than two years ago${five}.`;
}

/** The year before, and the other authorities of the partnership, each of its own children. */
function besideStatement(context: Context, at: HistoriesAt, history: History): string | undefined {
  const find = (histories: readonly History[]) =>
    histories.find(({ id, mark }) => id === history.id && mark === history.mark);
  const said = (other: History | undefined) => {
    const part = other && partOf(other, 'earlier_episodes', BEFORE);
    return (
      part &&
      `${number(part.n)} of ${number(part.of)}${shareAs(part.of) === 'counts' ? '' : ` (${number((part.n / part.of) * 100)}%)`}`
    );
  };
  if (!partOf(history, 'earlier_episodes', BEFORE)) return undefined;
  const { previous } = context;
  const earlier = previous && said(find(at(context.area.id, previous)));
  const peers = peersOf(context).flatMap((peer) => {
    const text = said(find(at(peer.id)));
    return text === undefined ? [] : [`${text} in ${peer.name}`];
  });
  const lines = [
    ...(earlier === undefined ? [] : [`A year earlier, ${earlier} had had help before.`]),
    ...(peers.length === 0 ? [] : [`In the same partnership: ${listed(peers)}.`])
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** What earlier help and waiting say of the plan that most is done under: the headline of the view. */
export function historyHeadline(histories: readonly History[]): Statement | undefined {
  for (const history of histories) {
    const before = partOf(history, 'earlier_episodes', BEFORE);
    if (!before) continue;
    const long = partOf(history, 'since_first', LONG);
    const since = long ? `, and ${ofWhole(long.n, long.of)} were first referred more than two years ago` : '';
    const had = before.n === 0 ? 'none' : ofWhole(before.n, before.of);
    return {
      text: `Of ${counted(before.of, 'child', 'children')} ${whoOf(history)}, ${had} had help before that ended${since}.`,
      mark: history.mark
    };
  }
  return undefined;
}

function titleOf(history: History | undefined, told: Told): string {
  const plain =
    told === 'earlier_episodes' ? 'How often children had help before' : 'How long since the first referral';
  const part = history && partOf(history, told, told === 'earlier_episodes' ? BEFORE : LONG);
  if (!history || !part || part.n === 0) return plain;
  const share =
    shareAs(part.of) === 'counts'
      ? `${number(part.n)} of ${number(part.of)}`
      : `${number((part.n / part.of) * 100)}% of`;
  const of = `${share} children ${whoOf(history)}`;
  return told === 'earlier_episodes'
    ? `${of} had help before, and it ended`
    : `${of} were first referred more than two years ago`;
}

/** Undefined where no history of this area is supplied for this date. */
export function historySlot(context: Context, at: HistoriesAt): Slot | undefined {
  const histories = at();
  const [first] = histories;
  if (!first) return undefined;
  const notes = context.notes.add(
    ...CAVEATS,
    ...context.catalogue.manifest.notes.flatMap(({ table, areas, text }) =>
      table === first.table && (areas === undefined || areas.includes(context.area.id)) ? [text] : []
    )
  );
  const beside = besideStatement(context, at, first);
  return {
    id: 'history',
    heading: HISTORY_HEADING,
    statements: [
      ...histories.flatMap((history) =>
        historyTexts(history).map((text): Statement => ({ text, mark: history.mark, notes }))
      ),
      ...(beside === undefined ? [] : [{ text: beside, mark: first.mark }])
    ],
    figures: [],
    charts: TOLD.flatMap(
      (told) => historyChart(context, histories, told, { title: titleOf(first, told), notes }) ?? []
    )
  };
}

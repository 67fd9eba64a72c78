/** Decisions of the year and actions as they stand, with what the figure shows now that they name. */
import type { AnnualEvidence } from '#lib/domain/annual.ts';
import { actionText, decisionText, noneText } from '#lib/words/annual/draft.ts';
import { finishedText, logText, standingAt, standingText } from '#lib/words/audits/actions.ts';
import type { Statement } from '../model.ts';
import { boardLog, namedIn } from '../pack/board-log.ts';
import type { Desk, DraftCatalogue } from './desk.ts';
import { fromIndicators, selected } from './from-indicators.ts';
import { NOTHING, type DraftSentence, type Found, type Rest } from './model.ts';

type Wanted = Pick<Extract<AnnualEvidence, { from: 'log' }>, 'log' | 'reviews'>;
type Logged = Wanted['log'][number];

const yearBefore = (end: string): string => `${String(Number(end.slice(0, 4)) - 1)}${end.slice(4)}`;

async function shownNow(desk: Desk, list: string | undefined): Promise<readonly Rest[]> {
  const rests: Rest[] = [];
  for (const id of namedIn(list)) {
    const indicator = selected(desk.indicators, { from: 'figures', about: id, slots: [] }).find(
      (each) => each.id === id && each.supplied
    );
    if (indicator === undefined) continue;
    const { sentences } = await fromIndicators(
      { ...desk, indicators: [indicator] },
      { from: 'figures', about: id, slots: [] }
    );
    rests.push(...sentences.flatMap(({ figures }) => figures));
  }
  return rests;
}

interface Line {
  readonly said: Statement;
  readonly names: string | undefined;
  readonly review?: string | undefined;
}

function linesOf(desk: Desk, catalogue: DraftCatalogue, log: Logged | 'dueSince'): readonly Line[] {
  const { model, made } = desk;
  const { actions, decisions, logged } = boardLog(catalogue, model.area, made);
  const { end } = model.period;
  return log === 'decisions'
    ? decisions
        .filter(({ date }) => date > yearBefore(end) && date <= end)
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map((each) => ({ said: { text: decisionText(each) }, names: each.indicator }))
    : actions
        .filter((each) => standingAt(each, made, logged) === log)
        .toSorted((a, b) => (a.due < b.due ? -1 : 1))
        .map((each) => ({
          said: {
            text: actionText(each, standingText(each, made, logged)),
            lasting: actionText(each, finishedText(each)),
            reckonedOn: made
          },
          names: each.indicator,
          review: each.review
        }));
}

function isKept(catalogue: DraftCatalogue, { model, made }: Desk, logs: readonly Logged[]): boolean {
  const { actions, decisions } = boardLog(catalogue, model.area, made);
  return (logs.includes('decisions') ? decisions : actions).length > 0;
}

async function sentencesOf(desk: Desk, lines: readonly Line[]): Promise<readonly DraftSentence[]> {
  const sentences: DraftSentence[] = [];
  for (const { said, names } of lines)
    sentences.push({ said, from: desk.model, figures: await shownNow(desk, names) });
  return sentences;
}

/** Said where the log ends before the day of the report. */
function agedLog({ model, made }: Desk, catalogue: DraftCatalogue): readonly DraftSentence[] {
  const text = logText(made, boardLog(catalogue, model.area, made).logged);
  return text === undefined ? [] : [{ said: { text }, from: model, figures: [] }];
}

/** Actions that were overdue on the last day that the log tells of, and those of which it cannot tell that they are not. */
export async function overdue(desk: Desk): Promise<readonly DraftSentence[]> {
  const { catalogue } = desk;
  if (catalogue === undefined) return [];
  const lines = (['overdue', 'dueSince'] as const).flatMap((log) => linesOf(desk, catalogue, log));
  return lines.length === 0 ? [] : [...(await sentencesOf(desk, lines)), ...agedLog(desk, catalogue)];
}

/** What is not known to be done stands with what is open. */
const standingsIn = (logs: readonly Logged[]): readonly (Logged | 'dueSince')[] =>
  logs.flatMap((log) => (log === 'open' ? (['dueSince', log] as const) : [log]));

/** Where a log is kept and holds nothing of the kind, that is said; of reviews, that no action names one is no evidence. */
export async function fromLog(desk: Desk, { log: logs, reviews }: Wanted): Promise<Found> {
  const { catalogue, model } = desk;
  if (catalogue === undefined || !isKept(catalogue, desk, logs)) return NOTHING;
  const lines = standingsIn(logs)
    .flatMap((log) => linesOf(desk, catalogue, log))
    .filter(({ review }) => !reviews || review !== undefined);
  if (reviews && lines.length === 0) return NOTHING;
  return {
    sentences: [
      ...(lines.length > 0
        ? await sentencesOf(desk, lines)
        : [{ said: { text: noneText(logs) }, from: model, figures: [] }]),
      ...(logs.includes('decisions') ? [] : agedLog(desk, catalogue))
    ],
    withheld: []
  };
}

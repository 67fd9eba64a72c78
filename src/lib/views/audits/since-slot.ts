/** What happened since: actions on what audits found, with their result and what the next round says, and decisions. */
import { dateInWords } from '#lib/domain/dates.ts';
import { changeWords } from '#lib/words/audits/findings.ts';
import {
  logText,
  standingAt,
  standingsOf,
  standingsText,
  standingText,
  toldOn,
  type Standing
} from '#lib/words/audits/actions.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Fact, Slot, Statement, TableFigure } from '../model.ts';
import { sourceText } from '../provenance.ts';
import type { BoardFigures } from './board.ts';
import type { Action, Decision, Log } from './log.ts';
import { shareIn, type Pair } from './verdict.ts';

/** The rounds that show what came of an action. */
export function pairOfAction({ indicator }: Action, pairs: readonly Pair[]): Pair | undefined {
  return pairs.find(({ standard }) => standard.indicator.id === indicator);
}

/** `28 of 64, then 46 of 60: clearly better`; nothing of rounds that cannot be compared. */
function inAudits(pair: Pair | undefined): string {
  if (!pair) return 'no two rounds to tell';
  const [a, b] = [shareIn(pair.from), shareIn(pair.to)];
  if (!a || !b) return 'withheld or missing';
  const counts = `${number(a.n)} of ${number(a.of)}, then ${number(b.n)} of ${number(b.of)}`;
  if (pair.differ.length > 0) return `${counts}: not comparable`;
  return pair.change
    ? `${counts}: ${changeWords(pair.change, pair.standard.indicator.direction.good)}`
    : counts;
}

function actionsTable(
  context: Context,
  { actions, logged }: Log,
  pairOf: (action: Action) => Pair | undefined
): TableFigure {
  const { reckonedOn } = context;
  const names = new Map(context.catalogue.indicators.map(({ id, name }) => [id, name]));
  const told = dateInWords(toldOn(reckonedOn, logged));
  const note = logText(reckonedOn, logged);
  const caption = `Actions on what audits found, as they stood at ${told}${note === undefined ? '' : `. ${note}`}`;
  return {
    id: 'audit-actions',
    title: 'Each action, and what came of it',
    mark: 'neglect',
    table: {
      caption,
      columns: [
        { key: 'action', label: 'Action', kind: 'text' },
        { key: 'finding', label: 'Because', kind: 'text' },
        { key: 'who', label: 'Who, by when', kind: 'text' },
        { key: 'stands', label: 'How it stands', kind: 'text', passing: true },
        { key: 'result', label: 'What came of it', kind: 'text' }
      ],
      rows: actions.map((action) => ({
        action: action.action,
        finding: action.finding ?? names.get(action.indicator ?? '') ?? '',
        who: `${sentence(action.owner_role)}, by ${dateInWords(action.due)}`,
        stands: standingText(action, reckonedOn, logged),
        result: `${resultText(action, reckonedOn)}. In audits: ${inAudits(pairOf(action))}.`
      })),
      indicators: actions.map(({ indicator }) => (names.has(indicator ?? '') ? indicator : undefined))
    },
    covers: told,
    reckonedOn,
    sources: sourcesOfLog(context),
    file: `audit-actions-${context.area.slug}-${context.period.id}`
  };
}

/** Registers belong to whoever gave the audits; without any, to the first source. */
function sourcesOfLog(context: Context): readonly string[] {
  const { manifest, own } = context.catalogue;
  const ids = own?.sources ?? manifest.sources.slice(0, 1).map(({ id }) => id);
  return manifest.sources.filter(({ id }) => ids.includes(id)).map(sourceText);
}

/** A result is told once the action is finished. */
function resultText(action: Action, date: string): string {
  if (standingAt(action, date) !== 'finished') return 'None yet';
  return action.result ? action.result : 'No result is recorded';
}

const decisionFact = ({ date, decision, owner_role: owner }: Decision): Fact => ({
  term: `Decided ${dateInWords(date)}`,
  text: `${decision}.${owner ? ` By: ${owner}.` : ''}`
});

function countsOf({ actions, logged }: Log, date: string): Readonly<Record<Standing, number>> {
  const of = (standing: Standing) =>
    actions.filter((each) => standingAt(each, date, logged) === standing).length;
  return { finished: of('finished'), overdue: of('overdue'), dueSince: of('dueSince'), open: of('open') };
}

function toldOf(log: Log, reckonedOn: string): Statement {
  const counts = countsOf(log, reckonedOn);
  const note = logText(reckonedOn, log.logged);
  return {
    text: `${standingsText(counts, reckonedOn, log.logged)}${note === undefined ? '' : ` ${note}`}`,
    lasting: standingsOf(counts),
    reckonedOn
  };
}

export function sinceSlot(
  context: Context,
  log: Log,
  pairOf: (action: Action) => Pair | undefined,
  board: BoardFigures
): Slot {
  const { actions, decisions } = log;
  const { reckonedOn } = context;
  const statements: readonly Statement[] =
    actions.length > 0
      ? [toldOf(log, reckonedOn)]
      : [
          {
            text:
              decisions.length > 0
                ? 'The partnership recorded a decision on what audits found, and no action for this area.'
                : 'No action and no decision on what audits found is recorded for this area.'
          }
        ];
  return {
    id: 'audit-since',
    heading: 'What happened since',
    statements: [...statements, ...board.actions()],
    figures: [],
    charts: [],
    ...(actions.length > 0 ? { tables: [actionsTable(context, log, pairOf)] } : {}),
    ...(decisions.length > 0 ? { facts: decisions.map(decisionFact) } : {}),
    ...(actions.length > 0
      ? {}
      : {
          notSupplied: {
            what: 'Actions that followed from audits: who, by when, done or not, and with what result.',
            remedy:
              'The partnership’s action log: one line for each action, on the sheet “Actions” of the templates.'
          }
        })
  };
}

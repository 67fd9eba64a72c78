/** Actions and decisions carried from the last meeting, each with what its indicator shows now. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { Mark } from '#lib/domain/mark.ts';
import { logText, standingAt, standingText, toldOn } from '#lib/words/audits/actions.ts';
import { sentence } from '#lib/words/number.ts';
import { sourceText } from '../provenance.ts';
import type { Column, Reckoned, Statement, TableFigure, ViewModel } from '../model.ts';
import { boardLog, namedIn, type Action, type Decision, type LogSource } from './board-log.ts';

/** What an indicator shows now: the headline of its page, or of those of the authorities that a text is about. */
export type ShowsNow = (indicator: string, about: string) => Promise<readonly Statement[]>;

const NO_REVIEW = 'none';
const ORDER = ['overdue', 'dueSince', 'open', 'finished'] as const;

interface Line {
  readonly row: Readonly<Record<string, string>>;
  readonly shown: readonly Statement[];
  readonly indicator: string | undefined;
}

/** One mark for all that the table tells of. */
function markOf(lines: readonly Line[]): Mark {
  const marks = new Set(lines.flatMap(({ shown }) => shown.flatMap(({ mark }) => mark ?? [])));
  const [first] = marks;
  return first !== undefined && marks.size === 1 ? first : marks.size === 0 ? 'neglect' : 'includes';
}

const nowText = (shown: readonly Statement[]): string =>
  shown.length === 0 ? 'No figure is named' : shown.map(({ text }) => text).join(' ');

async function shownFor(
  list: string | undefined,
  about: readonly (string | undefined)[],
  shows: ShowsNow
): Promise<readonly Statement[]> {
  const text = about.filter((part) => part !== undefined).join(' ');
  const shown: Statement[] = [];
  for (const indicator of namedIn(list)) shown.push(...(await shows(indicator, text)));
  return shown;
}

/** The day of the paper, and the last that the log tells of. */
interface Days {
  readonly made: string;
  readonly logged: string | undefined;
}

async function actionLine(
  action: Action,
  { made, logged }: Days,
  shows: ShowsNow,
  withReview: boolean
): Promise<Line> {
  const shown = await shownFor(action.indicator, [action.action, action.owner_role, action.finding], shows);
  const result = action.result && standingAt(action, made) === 'finished' ? ` ${action.result}.` : '';
  return {
    row: {
      action: action.action,
      who: sentence(action.owner_role),
      due: dateInWords(action.due),
      ...(withReview ? { review: sentence(action.review ?? NO_REVIEW) } : {}),
      stands: `${standingText(action, made, logged)}.${result}`,
      now: nowText(shown)
    },
    shown,
    indicator: namedIn(action.indicator)[0]
  };
}

async function decisionLine({ date, decision, owner_role: owner, indicator }: Decision, shows: ShowsNow) {
  const shown = await shownFor(indicator, [decision, owner], shows);
  return {
    row: {
      decision,
      who: owner ? sentence(owner) : 'Not recorded',
      date: dateInWords(date),
      now: nowText(shown)
    },
    shown,
    indicator: namedIn(indicator)[0]
  };
}

const text = (key: string, label: string): Column => ({
  key,
  label,
  kind: 'text',
  ...(key === 'stands' ? { passing: true } : {})
});

/** The tables of what was carried; none where no log is loaded for the area. */
export async function carriedTables(
  source: LogSource,
  { area }: Pick<ViewModel, 'area'>,
  made: string,
  shows: ShowsNow
): Promise<readonly TableFigure[]> {
  const { actions, decisions, logged } = boardLog(source, area, made);
  const note = logText(made, logged);
  const standing = (action: Action) => ORDER.indexOf(standingAt(action, made, logged));
  const ordered = actions.toSorted((a, b) => standing(a) - standing(b) || (a.due < b.due ? -1 : 1));
  const anyReview = ordered.some(({ review }) => review !== undefined);
  const actionLines: Line[] = [];
  for (const action of ordered)
    actionLines.push(await actionLine(action, { made, logged }, shows, anyReview));
  const decisionLines: Line[] = [];
  for (const decision of decisions) decisionLines.push(await decisionLine(decision, shows));
  const { manifest, own } = source;
  const ids = own?.sources ?? manifest.sources.slice(-1).map(({ id }) => id);
  const shared = {
    covers: dateInWords(made),
    sources: manifest.sources.filter(({ id }) => ids.includes(id)).map(sourceText)
  };
  const table = (
    lines: readonly Line[],
    {
      id,
      title,
      caption,
      columns,
      ...reckoned
    }: Reckoned & {
      id: string;
      title: string;
      caption: string;
      columns: readonly (readonly [string, string])[];
    }
  ): readonly TableFigure[] =>
    lines.length === 0
      ? []
      : [
          {
            id,
            title,
            mark: markOf(lines),
            table: {
              caption,
              columns: columns.map(([key, label]) => text(key, label)),
              rows: lines.map(({ row }) => row),
              indicators: lines.map(({ indicator }) => indicator)
            },
            ...shared,
            ...reckoned,
            file: `${id}-${area.slug}`
          }
        ];
  return [
    ...table(actionLines, {
      id: 'carried-actions',
      reckonedOn: made,
      title: 'Actions carried, and what the same figure shows now',
      caption: `Actions of the partnership, as they stood on ${dateInWords(toldOn(made, logged))}${note === undefined ? '' : `. ${note}`}`,
      columns: [
        ['action', 'Action'],
        ['who', 'Whose'],
        ['due', 'Due'],
        ...(anyReview ? ([['review', 'Practice review it came from']] as const) : []),
        ['stands', 'How it stands'],
        ['now', 'What the figure shows now']
      ]
    }),
    ...table(decisionLines, {
      id: 'carried-decisions',
      title: 'Decisions taken, and what the same figure shows now',
      caption: `Decisions of the partnership up to ${dateInWords(made)}`,
      columns: [
        ['decision', 'Decision'],
        ['who', 'Whose'],
        ['date', 'Taken'],
        ['now', 'What the figure shows now']
      ]
    })
  ];
}

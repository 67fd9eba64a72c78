/** Help before, authority by authority: what the page of a partnership begins with. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { onPlan } from '#lib/words/journey/history.ts';
import { eachText } from '#lib/words/journey/side.ts';
import { cellText, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Slot, Statement, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { authoritiesOf } from '../side-by-side.ts';
import { BEFORE, LONG, sumOf, TOLD, type HistoriesAt, type History, type Told } from './history-cells.ts';
import { historyChart } from './history-chart.ts';
import { HISTORY_CAVEATS, HISTORY_HEADING } from './history.ts';

export interface SideHistory {
  readonly slot: Slot;
  /** For the headline. */
  readonly lead: Statement;
  /** Whether any authority’s figure in it can be said. */
  readonly known: boolean;
}

interface Side {
  readonly name: string;
  /** Absent where none is supplied of the same kind of plan. */
  readonly history: History | undefined;
}

const PARTS: Readonly<Record<Told, { readonly members: readonly string[]; readonly what: string }>> = {
  earlier_episodes: { members: BEFORE, what: 'had help before that ended' },
  since_first: { members: LONG, what: 'were first referred more than two years ago' }
};

/** How many children the bands hold; without the whole, why there is none. */
function partCell({ history }: Side, told: Told): Cell {
  if (!history) return NOT_SUPPLIED;
  return isKnown(history.total) ? sumOf(history.bands[told], PARTS[told].members) : history.total;
}

function partText(side: Side, told: Told): string {
  const part = partCell(side, told);
  const total = side.history?.total;
  return isKnown(part) && total && isKnown(total)
    ? `${number(part.value)} of ${number(total.value)}`
    : cellText(part);
}

function tableOf(context: Context, sides: readonly Side[], first: History, title: string): TableFigure {
  const day = dateInWords(context.period.end);
  const column = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  return {
    id: 'history-side-by-side',
    title,
    mark: first.mark,
    table: {
      caption: `Children ${whoOf(first)}, ${day}. Authorities are not added up.`,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        column('total', 'Children'),
        column('before', 'Had help before'),
        column('long', 'First referred more than two years ago')
      ],
      rows: sides.map((side) => ({
        area: side.name,
        total: side.history?.total ?? NOT_SUPPLIED,
        before: partCell(side, 'earlier_episodes'),
        long: partCell(side, 'since_first')
      }))
    },
    covers: day,
    sources: sourcesOf(
      context,
      sides.flatMap(({ history }) => history?.table ?? [])
    ),
    file: `history-side-by-side-${context.area.slug}-${context.period.id}`
  };
}

const whoOf = ({ plan, mark }: History) => onPlan(plan === undefined ? undefined : lowerFirst(plan), mark);

/** Undefined where no authority has any. Each is told of the kind of plan that the first of them is. */
export function sideHistory(context: Context, at: HistoriesAt): SideHistory | undefined {
  const all = authoritiesOf(context).map((area) => ({ area, own: at(area.id) }));
  const first = all.find(({ own }) => own.length > 0)?.own[0];
  if (!first) return undefined;
  const sides = all.map(({ area, own }): Side => ({
    name: area.name,
    history: own.find(({ id, mark }) => id === first.id && mark === first.mark)
  }));
  const notes = context.notes.add(...HISTORY_CAVEATS);
  const said = (told: Told) =>
    eachText(sides.map((side) => ({ name: side.name, text: partText(side, told) })));
  const saidOf = (told: Told): Statement => ({
    text: `Children ${whoOf(first)} who ${PARTS[told].what}: ${said(told)}.`,
    mark: first.mark
  });
  const told = TOLD.filter((each) => sides.some(({ history }) => (history?.bands[each] ?? []).length > 0));
  const shown = told.length === 0 ? TOLD.slice(0, 1) : told;
  const [lead = saidOf('earlier_episodes')] = shown.map(saidOf);
  const groups = new Map(sides.flatMap(({ name, history }) => (history ? [[history, name] as const] : [])));
  return {
    slot: {
      id: 'history',
      heading: HISTORY_HEADING,
      statements: [
        ...shown.map((each) => ({ ...saidOf(each), notes })),
        { text: 'Each figure is of one authority’s own children. They are never added up.' }
      ],
      figures: [],
      charts: shown.flatMap(
        (each) =>
          historyChart(context, [...groups.keys()], each, {
            title: `Children who ${PARTS[each].what}: ${said(each)}`,
            notes,
            whose: (history) => groups.get(history) ?? ''
          }) ?? []
      ),
      tables: [tableOf(context, sides, first, 'Help before, authority by authority')]
    },
    lead,
    known: shown.some((each) => sides.some((side) => isKnown(partCell(side, each))))
  };
}

/** A partnership’s authorities side by side: each of its own children, and never added up. */
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import { listed, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { isChart, type Slot, type Statement, type TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { authoritiesOf, sideBySide } from '../side-by-side.ts';
import { BEFORE, LONG, sumOf, type HistoriesAt } from './history-cells.ts';
import { partOf } from './history.ts';
import { isUp, type MovesAt } from './moves.ts';

const ROLES = [
  'help-restarts-share',
  'plans-repeat-share',
  'referrals-repeat-share',
  'plans-two-years-share'
] as const;

/** Help before, authority by authority; undefined where none has it. */
function historyTable(context: Context, at: HistoriesAt): TableFigure | undefined {
  const sides = authoritiesOf(context).flatMap((area) => {
    const [history] = at(area.id);
    return history ? [{ area, history }] : [];
  });
  const [first] = sides;
  if (!first) return undefined;
  const said = sides.flatMap(({ area, history }) => {
    const part = partOf(history, 'earlier_episodes', BEFORE);
    return part ? [`${area.name} ${number(part.n)} of ${number(part.of)}`] : [];
  });
  const plan = first.history.plan?.toLowerCase() ?? 'plan';
  const day = dateInWords(context.period.end);
  const number_ = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  const of = (cell: Cell, total: Cell) => (isKnown(total) ? cell : total);
  return {
    id: 'history-side-by-side',
    title:
      said.length === 0
        ? 'Help before, authority by authority'
        : `Had help before that ended: ${listed(said)}`,
    mark: first.history.mark,
    table: {
      caption: `Children on a ${plan} with neglect recorded, ${day}. Authorities are not added up.`,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        number_('total', 'Children'),
        number_('before', 'Had help before'),
        number_('long', 'First referred more than two years ago')
      ],
      rows: sides.map(({ area, history }) => ({
        area: area.name,
        total: history.total,
        before: of(sumOf(history.bands.earlier_episodes, BEFORE), history.total),
        long: of(sumOf(history.bands.since_first, LONG), history.total)
      }))
    },
    covers: day,
    sources: sourcesOf(context, [first.history.table]),
    file: `history-side-by-side-${context.area.slug}-${context.period.id}`
  };
}

/** Moves of each authority, a row for each move; undefined where none has any. */
function movesTable(context: Context, at: MovesAt): TableFigure | undefined {
  const sides = authoritiesOf(context).flatMap((area) => {
    const moves = at(area.id);
    return moves ? [{ area, moves }] : [];
  });
  const [first] = sides;
  if (!first) return undefined;
  const alike = sides.filter(
    ({ moves }) => moves.measure === first.moves.measure && moves.mark === first.moves.mark
  );
  const pairs = new Map(
    alike.flatMap(({ moves }) => moves.list).map((move) => [`${move.from.id}-${move.to.id}`, move])
  );
  const counts = first.moves.measure === 'children' ? 'Children who moved' : 'Moves';
  return {
    id: 'movements-side-by-side',
    title: `${counts} between tiers of help, authority by authority`,
    mark: first.moves.mark,
    table: {
      caption: `${counts}, ${context.period.label}. Authorities are not added up.`,
      columns: [
        { key: 'move', label: 'Move', kind: 'text' },
        { key: 'way', label: 'Which way', kind: 'text' },
        ...alike.map(({ area }) => ({ key: area.id, label: area.name, kind: 'number' as const }))
      ],
      rows: [...pairs.values()].map((move) => ({
        move: `${move.from.name} to ${lowerFirst(move.to.name)}`,
        way: isUp(move) ? 'up' : 'down',
        ...Object.fromEntries(
          alike.map(({ area, moves }) => [
            area.id,
            moves.list.find(({ from, to }) => from.id === move.from.id && to.id === move.to.id)?.cell ??
              NOT_SUPPLIED
          ])
        )
      }))
    },
    notes: context.notes.add(...context.indicator('tiers-moves').caveats.slice(0, 2)),
    covers: context.period.label,
    sources: sourcesOf(context, [first.moves.table]),
    file: `movements-side-by-side-${context.area.slug}-${context.period.id}`
  };
}

/** What stands first on the page of a partnership: each authority’s figure, in the order of the bundle. */
export function sideHeadline(context: Context, slot: Slot): Statement {
  const [chart] = slot.charts;
  const [table] = slot.tables ?? [];
  const text = chart?.title ?? table?.title;
  return {
    text:
      text === undefined
        ? `These figures are of the authorities of ${context.area.name}, side by side.`
        : `${text}. Each is of its own children, and they are not added up.`,
    ...(chart ? { mark: chart.mark } : table ? { mark: table.mark } : {})
  };
}

/** Undefined for an area that is no partnership, and where its authorities have none of it. */
export async function sideSlot(
  context: Context,
  asked: Promise<HistoriesAt>,
  moving: Promise<MovesAt>
): Promise<Slot | undefined> {
  if (authoritiesOf(context).length === 0) return undefined;
  const [at, moves, ...all] = await Promise.all([
    asked,
    moving,
    ...ROLES.map((role) => sideBySide(context, role, { id: `${role}-side-by-side` }))
  ]);
  const made = all.filter((each) => each !== undefined);
  const tables = [historyTable(context, at), movesTable(context, moves)].filter((each) => each !== undefined);
  if (made.length === 0 && tables.length === 0) return undefined;
  return {
    id: 'side-by-side',
    heading: 'Its authorities side by side',
    statements: [{ text: 'Each figure is of one authority’s own children. They are never added up.' }],
    figures: [],
    charts: made.filter(isChart),
    tables: [...tables, ...made.filter((each) => !isChart(each))]
  };
}

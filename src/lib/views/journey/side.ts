/** A partnership’s authorities side by side: each of its own children, and never added up. */
import { NOT_SUPPLIED } from '#lib/domain/cell.ts';
import { movesElsewhereText } from '#lib/words/journey/side.ts';
import { lowerFirst } from '#lib/words/number.ts';
import { markTogether } from '#lib/domain/mark.ts';
import type { Context } from '../context.ts';
import { isChart, type Slot, type Statement, type TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { authoritiesOf, sideBySide } from '../side-by-side.ts';
import type { HistoriesAt } from './history-cells.ts';
import { isUp, type MovesAt } from './moves.ts';
import { sideHistory, type SideHistory } from './side-history.ts';

const ROLES = [
  'help-restarts-share',
  'plans-repeat-share',
  'referrals-repeat-share',
  'plans-two-years-share'
] as const;

/** The moves of each authority, a row for each move, and a word for those that have none; undefined where none has any. */
function movesBeside(
  context: Context,
  at: MovesAt
): { readonly table: TableFigure; readonly said: string | undefined } | undefined {
  const sides = authoritiesOf(context).map((area) => ({ area, moves: at(area.id) }));
  const first = sides.find(({ moves }) => moves !== undefined)?.moves;
  if (!first) return undefined;
  const isAlike = (moves: typeof first) => moves.measure === first.measure && moves.mark === first.mark;
  const told = sides.filter(({ moves }) => moves === undefined || isAlike(moves));
  const pairs = new Map(
    told.flatMap(({ moves }) => moves?.list ?? []).map((move) => [`${move.from.id}-${move.to.id}`, move])
  );
  const names = (some: typeof sides) => some.map(({ area }) => area.name);
  const counts = first.measure === 'children' ? 'Children who moved' : 'Moves';
  const table: TableFigure = {
    id: 'movements-side-by-side',
    title: `${counts} between tiers of help, authority by authority`,
    mark: first.mark,
    table: {
      caption: `${counts}, ${context.period.label}. Authorities are not added up.`,
      columns: [
        { key: 'move', label: 'Move', kind: 'text' },
        { key: 'way', label: 'Which way', kind: 'text' },
        ...told.map(({ area }) => ({ key: area.id, label: area.name, kind: 'number' as const }))
      ],
      rows: [...pairs.values()].map((move) => ({
        move: `${move.from.name} to ${lowerFirst(move.to.name)}`,
        way: isUp(move) ? 'up' : 'down',
        ...Object.fromEntries(
          told.map(({ area, moves }) => [
            area.id,
            moves?.list.find(({ from, to }) => from.id === move.from.id && to.id === move.to.id)?.cell ??
              NOT_SUPPLIED
          ])
        )
      }))
    },
    notes: context.notes.add(...context.indicator('tiers-moves').caveats.slice(0, 2)),
    covers: context.period.label,
    sources: sourcesOf(context, [first.table]),
    file: `movements-side-by-side-${context.area.slug}-${context.period.id}`
  };
  return {
    table,
    said: movesElsewhereText(
      names(sides.filter(({ moves }) => moves === undefined)),
      names(sides.filter((each) => !told.includes(each)))
    )
  };
}

/** What a partnership’s page shows of its authorities: what it begins with, and what follows. */
export interface Sides {
  readonly history: SideHistory | undefined;
  readonly rest: Slot | undefined;
}

/** What stands first on the page of a partnership: each authority’s figure, in the order of the bundle, history before the rest. */
export function sideHeadline(context: Context, { history, rest }: Sides): Statement {
  const first = history?.known === true ? [history.lead] : [];
  const [beside] = [...(rest?.charts ?? []), ...(rest?.tables ?? [])];
  const said = [
    ...first.map(({ text, mark }) => ({ text, mark })),
    ...(beside ? [{ text: `${beside.title}.`, mark: beside.mark }] : []),
    ...(history && !beside && first.length === 0 ? [history.lead] : [])
  ];
  const marks = said.flatMap(({ mark }) => mark ?? []);
  return {
    text:
      said.length === 0
        ? `These figures are of the authorities of ${context.area.name}, side by side.`
        : `${said.map(({ text }) => text).join(' ')} Each is of its own children. They are not added up.`,
    ...(marks.length === 0 ? {} : { mark: markTogether(marks) })
  };
}

/** Undefined for an area that is no partnership, and where its authorities have none of it. */
export async function sidesOf(
  context: Context,
  asked: Promise<HistoriesAt>,
  moving: Promise<MovesAt>
): Promise<Sides | undefined> {
  if (authoritiesOf(context).length === 0) return undefined;
  const [at, moves, ...all] = await Promise.all([
    asked,
    moving,
    ...ROLES.map((role) => sideBySide(context, role, { id: `${role}-side-by-side` }))
  ]);
  const made = all.filter((each) => each !== undefined);
  const history = sideHistory(context, at);
  const moved = movesBeside(context, moves);
  if (made.length === 0 && !moved && !history) return undefined;
  const said = [
    ...(history ? [] : ['Each figure is of one authority’s own children. They are never added up.']),
    ...(moved?.said === undefined ? [] : [moved.said])
  ];
  const rest: Slot = {
    id: 'side-by-side',
    heading: 'Its authorities side by side',
    statements: said.map((text) => ({ text })),
    figures: [],
    charts: made.filter(isChart),
    tables: [...(moved ? [moved.table] : []), ...made.filter((each) => !isChart(each))]
  };
  return { history, rest: made.length === 0 && !moved ? undefined : rest };
}

/** Stepping up and stepping down, as a flow between tiers. */
import { isKnown, isThere, missing, type Cell } from '#lib/domain/cell.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { countInterval, SIBLING_DESIGN_EFFECT } from '#lib/stats/interval.ts';
import { backText, betweenText, moveText, tierText, wayText } from '#lib/words/journey/moves.ts';
import { cellText, counted, listed, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { isUp, type Move, type Moves, type MovesAt } from './moves.ts';
import { peersOf } from './peers.ts';

const UNITS = {
  children: { one: 'child', many: 'children', said: 'children who moved in the year' },
  moves: { one: 'move', many: 'moves', said: 'moves in the year' }
} as const;

const textOf = ({ cell }: Move, { measure }: Moves) =>
  isKnown(cell) ? counted(cell.value, UNITS[measure].one, UNITS[measure].many) : cellText(cell);

/** Most first, as far as each is known; those withheld last. */
const byCount = (a: Move, b: Move) =>
  (isKnown(b.cell) ? b.cell.value : -1) - (isKnown(a.cell) ? a.cell.value : -1);

function wayStatement(moves: readonly Move[], up: boolean): string | undefined {
  const going = moves.filter((move) => isUp(move) === up).toSorted(byCount);
  if (going.length === 0) return undefined;
  return wayText(
    up,
    going.map(({ from, to, cell }) =>
      isKnown(cell)
        ? moveText(cell.value, from.name, to.name)
        : `${betweenText(from.name, to.name)}, ${cellText(cell)}`
    )
  );
}

/** The two ways between two tiers, where both are known, the busier pair first. */
function bothWays(moves: readonly Move[]): readonly { readonly up: Move; readonly down: Move }[] {
  return moves.filter(isUp).flatMap((up) => {
    const down = moves.find(({ from, to }) => from.id === up.to.id && to.id === up.from.id);
    return down && isKnown(up.cell) && isKnown(down.cell) ? [{ up, down }] : [];
  });
}

const valueOf = ({ cell }: Move) => (isKnown(cell) ? cell.value : 0);

function busiest(moves: readonly Move[]) {
  return bothWays(moves).toSorted(
    (a, b) => valueOf(b.up) + valueOf(b.down) - valueOf(a.up) - valueOf(a.down)
  )[0];
}

function backStatement(moves: readonly Move[]): string | undefined {
  const pair = busiest(moves);
  if (!pair) return undefined;
  const { up, down } = pair;
  return backText(valueOf(up), valueOf(down), up.from.name, up.to.name);
}

/** How far the smaller number of the pair could have moved by chance. */
function rangeStatement(moves: readonly Move[]): string | undefined {
  const pair = busiest(moves);
  const fewest = pair && Math.min(valueOf(pair.up), valueOf(pair.down));
  if (fewest === undefined || fewest === 0) return undefined;
  const { lower, upper } = countInterval(fewest, { designEffect: SIBLING_DESIGN_EFFECT });
  return `With nothing underlying changed, the ${number(fewest)} could have been anywhere from ${number(lower)} to ${number(upper)}.`;
}

function besideStatement(context: Context, at: MovesAt, { list, measure }: Moves): string | undefined {
  const pair = busiest(list);
  if (!pair) return undefined;
  const said = (other: Moves | undefined) => {
    if (other?.measure !== measure) return undefined;
    const find = ({ from, to }: Move) =>
      other.list.find((each) => each.from.id === from.id && each.to.id === to.id)?.cell;
    const [up, down] = [find(pair.up), find(pair.down)];
    return up && down ? `${cellText(down)} down and ${cellText(up)} up` : undefined;
  };
  const earlier = context.previous && said(at(context.area.id, context.previous));
  const peers = peersOf(context).flatMap((peer) => {
    const text = said(at(peer.id));
    return text === undefined ? [] : [`${text} in ${peer.name}`];
  });
  if (earlier === undefined && peers.length === 0) return undefined;
  const between = `Between ${listed([pair.up.from.name, pair.up.to.name].map(tierText))}`;
  return [
    ...(earlier === undefined ? [] : [`${between}, ${earlier} a year earlier.`]),
    ...(peers.length === 0
      ? []
      : [`${earlier === undefined ? `${between}, in` : 'In'} the same partnership: ${listed(peers)}.`])
  ].join(' ');
}

function titleOf({ list }: Moves): string {
  const pair = busiest(list);
  if (!pair) return 'Children who moved between tiers of help';
  return (backStatement(list) ?? 'Children who moved between tiers of help').replace(/\.$/, '');
}

/** How many were at the tier that a move left, when the period began; of the outcome that counts the same move. */
function leftAt(answer: Answer | undefined, { from, to }: Move): Cell {
  const part = answer?.parts?.find(({ result }) => {
    const { from_tier: left, to_tier: reached } = result.indicator.numerator?.members ?? {};
    return left === from.id && reached === to.id;
  });
  return part?.result.denominator ?? missing('notSupplied');
}

function chartOf(
  context: Context,
  moves: Moves,
  answer: Answer | undefined,
  notes: readonly number[]
): ChartModel {
  const { area, period } = context;
  const { list, measure, mark } = moves;
  const title = titleOf(moves);
  const whose = { neglect: 'with neglect recorded', includes: 'recorded with “abuse or neglect”', all: '' }[
    mark
  ];
  const subtitle = `${sentence(UNITS[measure].many)}${whose === '' ? '' : ` ${measure === 'children' ? '' : 'of children '}${whose}`} who moved between tiers of help. ${area.name}, ${period.label}`;
  const tiers = [
    ...new Map(list.flatMap(({ from, to }) => [from, to]).map((tier) => [tier.id, tier])).values()
  ];
  const lefts = list.map((move) => leftAt(answer, move));
  const hasLefts = lefts.some((cell) => isThere(cell));
  return {
    id: 'movements',
    title,
    subtitle,
    description: `${title}. ${list
      .map((move) => `${sentence(betweenText(move.from.name, move.to.name))}: ${textOf(move, moves)}`)
      .join('; ')}.`,
    mark,
    ...(answer ? { indicator: answer.indicator.id } : {}),
    spec: {
      kind: 'flow',
      unit: UNITS[measure].said,
      tiers: tiers.toSorted((a, b) => a.level - b.level).map(({ id, name }) => ({ id, label: name })),
      moves: list.map((move) => ({
        id: `${move.from.id}-${move.to.id}`,
        from: move.from.id,
        to: move.to.id,
        cell: move.cell,
        text: textOf(move, moves)
      }))
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'from', label: 'From', kind: 'text' },
        { key: 'to', label: 'To', kind: 'text' },
        { key: 'way', label: 'Which way', kind: 'text' },
        { key: 'count', label: sentence(UNITS[measure].many), kind: 'number' },
        ...(hasLefts
          ? [{ key: 'left', label: 'At the tier they left, a year before', kind: 'number' as const }]
          : [])
      ],
      rows: list.map((move, i) => ({
        from: move.from.name,
        to: move.to.name,
        way: isUp(move) ? 'up' : 'down',
        count: move.cell,
        ...(hasLefts ? { left: lefts[i] ?? missing('notSupplied') } : {})
      }))
    },
    notes,
    covers: period.label,
    sources: sourcesOf(context, [moves.table]),
    file: `movements-${area.slug}-${period.id}`
  };
}

/** Undefined where no movement of this area is supplied for this period. */
export function movesSlot(context: Context, at: MovesAt, answer: Answer | undefined): Slot | undefined {
  const moves = at();
  if (!moves) return undefined;
  const { list, mark } = moves;
  const caveats = context.indicator('tiers-moves').caveats;
  const notes = context.notes.add(...caveats);
  const said = [
    [backStatement(list), rangeStatement(list)].filter((text) => text !== undefined).join(' ') || undefined,
    wayStatement(list, true),
    wayStatement(list, false),
    besideStatement(context, at, moves)
  ];
  return {
    id: 'movements',
    heading: 'Stepping up and stepping down',
    statements: said.flatMap((text): Statement[] =>
      text === undefined ? [] : [{ text, mark, notes, ...(answer ? { indicator: answer.indicator.id } : {}) }]
    ),
    figures: [],
    charts: [chartOf(context, moves, answer, notes)]
  };
}

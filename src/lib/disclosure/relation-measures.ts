/** What holds between measures of one cube: events and the children they are about, a whole and those of it that came back. */
import type { TableCell } from './relation-cells.ts';
import type { Relation } from './relations.ts';

const EPISODES: readonly (readonly [more: string, fewer: string])[] = [
  ['started', 'started_children'],
  ['ended', 'ended_children'],
  ['anypoint', 'anypoint_children'],
  ['anypoint', 'started'],
  ['anypoint', 'ended'],
  ['anypoint_children', 'started_children'],
  ['anypoint_children', 'ended_children']
];

/** By cube, measures of which the first is at least the second, with all else the same. */
const AT_LEAST: Readonly<Record<string, readonly (readonly [more: string, fewer: string])[]>> = {
  plans: EPISODES,
  work: [...EPISODES, ['ended', 'ended_reopened']],
  contacts: [['contacts', 'children']],
  referrals: [['referrals', 'children']],
  movements: [['moves', 'children']],
  enquiries: [
    ['section47', 'section47_children'],
    ['conferences', 'conference_children']
  ]
};

/** The measure of a cube that counts as often as whatever a measure counts once came; undefined where there is none. */
export function countsEachTime(cube: string, measure: string): string | undefined {
  return AT_LEAST[cube]?.find(([, fewer]) => fewer === measure)?.[0];
}

/**
 * One relation for each two figures of which one holds the other; whoever enters figures may have counted otherwise, so
 * all are assumed, and those of two tables of which more than a few figures do not allow it are left out. `nameOf` says what a cell counts without its measure.
 */
export function measureRelations(
  cells: readonly TableCell[],
  nameOf: (cell: TableCell) => string
): Relation[] {
  const groups = new Map<string, Map<string, TableCell>>();
  for (const cell of cells) {
    if (cell.face !== 'value' || AT_LEAST[cell.of.cube.id] === undefined) continue;
    const name = nameOf(cell);
    const group = groups.get(name) ?? new Map<string, TableCell>();
    if (!group.has(cell.measure.id)) group.set(cell.measure.id, cell);
    groups.set(name, group);
  }
  const pairs = [...groups.values()].flatMap((group) => {
    const [first] = group.values();
    return (AT_LEAST[first?.of.cube.id ?? ''] ?? []).flatMap(([more, fewer]): Pair[] => {
      const [whole, part] = [group.get(more), group.get(fewer)];
      return whole === undefined || part === undefined ? [] : [{ whole, part }];
    });
  });
  const doubted = doubtedIn(pairs);
  return pairs
    .filter((pair) => !doubted.has(nameOfPair(pair)))
    .map(({ whole, part }) => ({
      sense: 'at least',
      total: whole.id,
      parts: [part.id],
      assumed: true,
      why: `“${whole.measure.name}” is at least “${part.measure.name}”`
    }));
}

interface Pair {
  readonly whole: TableCell;
  readonly part: TableCell;
}

const tableOf = ({ of, measure }: TableCell) => `${of.release?.id ?? ''}:${of.table.id} ${measure.id}`;
const nameOfPair = ({ whole, part }: Pair) => `${tableOf(whole)} ${tableOf(part)}`;

/** More than one in so many that cannot be shows that the measures are counted otherwise. */
const DOUBT = 10;

function doubtedIn(pairs: readonly Pair[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const pair of pairs) {
    const { whole, part } = pair;
    if (whole.cell.kind !== 'known' || part.cell.kind !== 'known' || part.cell.value === 0) continue;
    const name = nameOfPair(pair);
    const against = part.cell.value > whole.cell.value;
    balance.set(name, (balance.get(name) ?? 0) + (against ? 1 - DOUBT : 1));
  }
  return new Set([...balance].flatMap(([name, by]) => (by < 0 ? [name] : [])));
}

/** The same figure in two places: in two tables, in two cubes, as an area and as a locality, or in two releases. */
import { figuresOf } from './relation-canonical.ts';
import type { Frame, TableCell } from './relation-cells.ts';
import { isNear } from './relation-ranges.ts';
import type { Relation } from './relations.ts';

export { countsTheSame, figuresOf } from './relation-canonical.ts';

const valueOf = ({ cell }: TableCell) => (cell.kind === 'known' ? cell.value : undefined);
const releaseOf = ({ of }: TableCell) => of.release?.id ?? '';

/**
 * Links that a reader may take for granted. Where both values are known and differ there is none, save between two
 * releases of ours: there the difference is a figure of its own. A figure that one of two tables withholds is linked, save
 * where most of what both show of that area, period and measure differs: that one figure differs tells nobody that the
 * others do.
 */
export function sameFigureRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const groups = new Map<string, TableCell[]>();
  const nameOf = figuresOf(frame);
  for (const cell of cells) {
    const figure = nameOf(cell);
    const group = groups.get(figure);
    if (group) group.push(cell);
    else groups.set(figure, [cell]);
  }
  const shared = [...groups.values()].filter((group) => group.length > 1);
  const blocks = blocksThatAgree();
  for (const group of shared) for (const [a, b] of pairsOf(group)) blocks.compare(blockOf(a, b), a, b);
  return shared.flatMap((group) =>
    pairsOf(group).flatMap(([a, b]): Relation[] => {
      if (differ(a, b)) return isRevision(a, b, group) ? [revision(a, b)] : [];
      const isOpen = valueOf(a) === undefined || valueOf(b) === undefined;
      if (isOpen && blocks.isDoubted(blockOf(a, b))) return [];
      return [
        {
          sense: 'equal',
          total: a.id,
          parts: [b.id],
          assumed: true,
          why:
            releaseOf(a) === releaseOf(b)
              ? a.of.table.id !== b.of.table.id
                ? 'the same figure in two tables'
                : a.period === b.period
                  ? 'the same figure, said the other way round'
                  : 'the same figure under two periods that end on one day'
              : `the same figure as published in ${releaseOf(a) || releaseOf(b)}`
        }
      ];
    })
  );
}

interface Blocks {
  readonly compare: (block: string, a: TableCell, b: TableCell) => void;
  /** Whether more of it differs than agrees. */
  readonly isDoubted: (block: string) => boolean;
}

/**
 * How much of what two tables both say agrees, block by block. Figures of one release that are near one another agree as
 * far as this goes; of two releases, only the same. That nobody is counted in either tells nothing.
 */
export function blocksThatAgree(): Blocks {
  const balance = new Map<string, number>();
  return {
    compare: (block, a, b) => {
      const [one, other] = [valueOf(a), valueOf(b)];
      if (one === undefined || other === undefined || (one === 0 && other === 0)) return;
      const isOneRelease = releaseOf(a) === releaseOf(b);
      const agrees = one === other || (isOneRelease && isNear(exactly(one), exactly(other)));
      balance.set(block, (balance.get(block) ?? 0) + (agrees ? 1 : -1));
    },
    isDoubted: (block) => (balance.get(block) ?? 0) < 0
  };
}

const exactly = (value: number) => ({ lower: value, upper: value });

type Pair = readonly [TableCell, TableCell];

/** The pairs of a group that tie it together, and within it each table with itself in other releases. */
function pairsOf(group: readonly TableCell[]): Pair[] {
  const pairs = chained(group);
  if (group.every(({ of }) => of.release === group[0]?.of.release)) return pairs;
  const tables = new Map<string, TableCell[]>();
  for (const cell of group) tables.set(cell.of.table.id, [...(tables.get(cell.of.table.id) ?? []), cell]);
  const known = new Set(pairs.map(([a, b]) => `${a.id} ${b.id}`));
  const more = [...tables.values()].flatMap(chained).filter(([a, b]) => !known.has(`${a.id} ${b.id}`));
  return [...pairs, ...more];
}

/** Each cell with the first and, so that one that differs cuts nothing off, with the one before it. */
function chained(group: readonly TableCell[]): Pair[] {
  return group.flatMap((cell, index): Pair[] => {
    const first = group[0];
    const before = group[index - 1];
    if (first === undefined || before === undefined) return [];
    return first === before
      ? [[first, cell]]
      : [
          [first, cell],
          [before, cell]
        ];
  });
}

/** Whether two cells are both known, and not the same. */
export function differ(a: TableCell, b: TableCell): boolean {
  const [one, other] = [valueOf(a), valueOf(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** Two tables of ours that differ in one release are held to differ in all; one table may differ from one release to another. */
function blockOf(a: TableCell, b: TableCell): string {
  const isOne = a.of.table.id === b.of.table.id;
  const sideOf = ({ of, area, period, measure }: TableCell) => {
    const release = isOne || of.release?.kind === 'official' ? `${of.release?.id ?? ''}:` : '';
    return `${release}${of.table.id}|${area}|${period}|${measure.id}`;
  };
  return [a, b].map(sideOf).sort().join(' ');
}

/** One table in two releases of ours; two tables only where neither is in the other’s release. */
function isRevision(a: TableCell, b: TableCell, group: readonly TableCell[]): boolean {
  if (releaseOf(a) === releaseOf(b) || [a, b].some(({ of }) => of.release?.kind === 'official')) return false;
  const has = (cell: TableCell, table: string) =>
    group.some((each) => releaseOf(each) === releaseOf(cell) && each.of.table.id === table);
  return a.of.table.id === b.of.table.id || !(has(a, b.of.table.id) || has(b, a.of.table.id));
}

function revision(a: TableCell, b: TableCell): Relation {
  const [more, fewer] = (valueOf(a) ?? 0) > (valueOf(b) ?? 0) ? [a, b] : [b, a];
  return {
    sense: 'equal',
    total: more.id,
    parts: [fewer.id, `${a.id} changed since ${releaseOf(a) || releaseOf(b)}`],
    why: 'what changed between two releases is the difference of the two'
  };
}

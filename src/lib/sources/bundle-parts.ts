import { ALL, type Cube, type Dimension } from '#lib/domain/cube.ts';
import type { Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { memberCalled, midSentence } from './called.ts';
import type { ProblemList } from './bundle-problem-list.ts';

/** The rows of a table that were read: `rows[i]` is the file's row of `observations[i]`. */
export interface TableRows {
  readonly file: string;
  readonly cube: Cube;
  readonly dimensions: readonly Dimension[];
  readonly observations: readonly Observation[];
  readonly rows: readonly number[];
  /** Key of a cell → its index. */
  readonly index: ReadonlyMap<string, number>;
}

/** The key of a cell within its table. */
export function cellKey(area: string, period: string, measure: string, members: readonly string[]): string {
  return members.length === 0
    ? `${area}|${period}|${measure}`
    : `${area}|${period}|${measure}|${members.join('|')}`;
}

function valueOf(cell: Cell | undefined): number | undefined {
  return cell?.kind === 'known' ? cell.value : undefined;
}

/** Members that no total holds: “not recorded” beside a total of those with something recorded. */
function outsideTotal(dimension: Dimension, member: string): boolean {
  return dimension.relation === 'multiple' && member === dimension.unknown;
}

interface Whole {
  readonly index: number;
  sum: number;
  parts: number;
  /** Ten or five where all parts are multiples of it, else one. */
  base: number;
}

/** Totals given in tens or fives are rounded, and so may fall short of their rounded parts by half of that for each. */
function tolerance(whole: Whole, total: number): number {
  const base = baseOf(total, whole.base);
  return base === 1 ? 0 : (base / 2) * (whole.parts + 1);
}

function baseOf(value: number, most: number): number {
  return [10, 5].find((base) => base <= most && value % base === 0) ?? 1;
}

function parentsOf(dimension: Dimension): ReadonlyMap<string, readonly string[]> {
  return new Map(
    dimension.members.map((member) => [
      member.id,
      outsideTotal(dimension, member.id) ? [] : member.parent === undefined ? [ALL] : [member.parent, ALL]
    ])
  );
}

const inWords = (dimension: Dimension, member: string) =>
  `“${memberCalled(dimension, member)}” (${midSentence(dimension.name)})`;

function checkDimension(table: TableRows, position: number, dimension: Dimension, list: ProblemList): void {
  const parents = parentsOf(dimension);
  const wholes = new Map<number, Whole>();
  table.observations.forEach((observation, at) => {
    const member = observation.members[position] ?? ALL;
    const value = valueOf(observation.cell);
    if (member === ALL || value === undefined) return;
    for (const holder of parents.get(member) ?? [ALL]) {
      const members = observation.members.with(position, holder);
      const key = cellKey(observation.area, observation.period, observation.measure, members);
      const index = table.index.get(key);
      const total = index === undefined ? undefined : valueOf(table.observations[index]?.cell);
      if (index === undefined || total === undefined) continue;
      if (value > total)
        list.error('part-over-total', table.file, () => ({
          row: table.rows[at] ?? 0,
          column: 'value',
          value: String(value),
          message: `${inWords(dimension, member)} is more than ${holder === ALL ? 'the total' : inWords(dimension, holder)}, which is ${total} in row ${table.rows[index] ?? 0}`,
          remedy: 'Correct one of the two rows.'
        }));
      if (holder !== ALL || dimension.relation !== 'partition') continue;
      const whole = wholes.get(index) ?? { index, sum: 0, parts: 0, base: 10 };
      whole.sum += value;
      whole.parts += 1;
      whole.base = baseOf(value, whole.base);
      wholes.set(index, whole);
    }
  });
  for (const whole of wholes.values()) {
    const total = valueOf(table.observations[whole.index]?.cell) ?? 0;
    if (whole.parts < 2 || whole.sum <= total + tolerance(whole, total)) continue;
    list.warning('parts-over-total', table.file, () => ({
      row: table.rows[whole.index] ?? 0,
      column: 'value',
      value: String(total),
      message: `the parts by ${midSentence(dimension.name)} come to ${whole.sum}, more than the total in this row`,
      remedy: 'Check that nobody is counted twice, and that the total is of the same thing.'
    }));
  }
}

/** Checks that no part is more than what it is part of, and that parts that make up a total do not pass it. */
export function checkParts(table: TableRows, list: ProblemList): void {
  if (table.cube.outOf || table.cube.value !== 'count') return;
  table.dimensions.forEach((dimension, position) => checkDimension(table, position, dimension, list));
}

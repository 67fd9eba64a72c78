/** What figures that are out already mean for those of ours: what they give away, and where they contradict one another. */
import { known } from '#lib/domain/cell.ts';
import { isPopulation } from '#lib/domain/cube.ts';
import { roundToBase } from '#lib/stats/rounding.ts';
import { InconsistentCellsError } from './protect-error.ts';
import type { Equation, Figure } from './protect-network.ts';
import { propagate } from './protect-unknown.ts';
import { figuresOf } from './relation-links.ts';
import { cellsOf, type Frame, type Relation, type ReleasedTable, type TableCell } from './relations.ts';

type Range = Figure['shown'];

/** What a rounded figure of a release that is out may be; undefined of one that is exact. */
export function rangeOf({ of, cell }: TableCell): Range | undefined {
  const { rounding = 1, threshold = 0 } = of.release?.rule ?? {};
  if (cell.kind === 'missing' || rounding === 1 || cell.value === 0 || isPopulation(of.cube))
    return undefined;
  const { value } = cell;
  if (roundToBase(value, rounding) !== value) return undefined;
  const upper = value + Math.ceil(rounding / 2) - 1;
  const lower = value - Math.floor(rounding / 2);
  return { lower: threshold > upper ? lower : Math.max(threshold, lower, 0), upper };
}

export interface Unrounded {
  readonly tables: readonly ReleasedTable[];
  /** What readers know of figures that are out rounded, by id. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/**
 * Tables with rounded figures of releases that are out replaced by ours, where ours would have been rounded to the same:
 * so what was rounded adds up again, and no revision is seen where there was none.
 */
export function unrounded(tables: readonly ReleasedTable[], frame: Frame): Unrounded {
  const ranges = new Map<string, Range>();
  if (tables.every(({ release }) => (release?.rule?.rounding ?? 1) === 1)) return { tables, ranges };
  const nameOf = figuresOf(frame);
  const ours = new Map(
    tables
      .filter(({ release }) => release === undefined)
      .flatMap(cellsOf)
      .flatMap((cell) => (cell.cell.kind === 'known' ? [[nameOf(cell), cell.cell.value] as const] : []))
  );
  const replaced = tables.map((table) => {
    if ((table.release?.rule?.rounding ?? 1) === 1) return table;
    const cells = new Map(cellsOf(table).map((cell) => [`${placeKey(cell)}|${cell.face}`, cell]));
    const valueFor = (row: ReleasedTable['observations'][number], face: 'value' | 'of') => {
      const cell = cells.get(`${placeKey({ ...row, measure: { id: row.measure } })}|${face}`);
      const range = cell && rangeOf(cell);
      if (cell === undefined || range === undefined) return {};
      ranges.set(cell.id, range);
      const value = ours.get(nameOf(cell));
      if (value === undefined || value < range.lower || value > range.upper) return {};
      return face === 'value' ? { cell: known(value) } : { of: known(value) };
    };
    return {
      ...table,
      observations: table.observations.map((row) => ({
        ...row,
        ...valueFor(row, 'value'),
        ...valueFor(row, 'of')
      }))
    };
  });
  return { tables: replaced, ranges };
}

const placeKey = (at: {
  readonly measure: { readonly id: string };
  readonly area: string;
  readonly period: string;
  readonly members: readonly string[];
}) => [at.measure.id, at.area, at.period, ...at.members].join('|');

/** Ids of figures that follow from exact figures that are out, without any of ours; those that are out are not named. */
export function givenAwayBy(
  out: ReadonlyMap<string, number>,
  equations: readonly Equation[]
): ReadonlySet<string> {
  const values = new Map(out);
  propagate(values, equations);
  return new Set([...values.keys()].filter((id) => !out.has(id)));
}

/**
 * Figures of several publishers may contradict one another, or ours, in ways that show only when all are taken together.
 * No reader can work with figures that contradict themselves: of the relations that cannot hold together those that
 * lean on official figures are let go first, then those on other releases, then those that are assumed.
 * @throws {InconsistentCellsError} where none of these can be let go.
 */
export function withoutContradictions<Made>(
  relations: readonly Relation[],
  cells: readonly TableCell[],
  make: (relations: readonly Relation[]) => Made
): { readonly made: Made; readonly without: readonly Relation[] } {
  const kinds = new Map(cells.map(({ id, of }) => [id, of.release?.kind]));
  const idsOf = ({ total, parts }: Equation) => [total, ...parts];
  const reasons: readonly ((relation: Relation) => boolean)[] = [
    (relation) => idsOf(relation).some((id) => kinds.get(id) === 'official'),
    (relation) => idsOf(relation).some((id) => kinds.get(id) !== undefined),
    ({ assumed = false }) => assumed
  ];
  const without: Relation[] = [];
  for (let left = relations; ;) {
    try {
      return { made: make(left), without };
    } catch (problem) {
      if (!(problem instanceof InconsistentCellsError)) throw problem;
      const failing = new Set(problem.equations.map(equationName));
      const among = left.filter((relation) => failing.has(equationName(relation)));
      const dropped = reasons.map((reason) => among.filter(reason)).find((some) => some.length > 0);
      if (dropped === undefined) throw problem;
      const gone = new Set(dropped);
      without.push(...dropped);
      left = left.filter((relation) => !gone.has(relation));
    }
  }
}

/** An equation in words of its own; what an inequality leaves over is not part of what it says. */
export const equationName = ({ total, parts }: Equation) =>
  `${total} ${parts.filter((part) => !part.startsWith(`${total} beyond `)).join()}`;

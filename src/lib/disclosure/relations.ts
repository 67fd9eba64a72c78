/**
 * Every linear relation that ties the figures of a whole bundle, found from what the cubes declare. A relation that is
 * true only if readers' assumptions are (the same figure in two tables) is marked `assumed`.
 */
import { ALL } from '#lib/domain/cube.ts';
import type { Equation } from './equation.ts';
import {
  cellId,
  cellsOf,
  meaningOf,
  placeOf,
  timesOf,
  type Frame,
  type Place,
  type ReleasedTable,
  type TableCell
} from './relation-cells.ts';
import { areaRule, dimensionRule, periodRule, type AxisRule } from './relation-axes.ts';
import type { AxisRelation } from './relation-dimension.ts';
import { jointRelations } from './relation-joint.ts';
import { sameFigureRelations } from './relation-links.ts';
import { measureRelations } from './relation-measures.ts';

export {
  cellId,
  cellsOf,
  type Face,
  type Frame,
  type ReleasedTable,
  type TableCell
} from './relation-cells.ts';

/** `equal`: total = Σ parts. `at least`: total ≥ Σ parts. Ids that are no cell's are figures that no table shows. */
export interface Relation extends Equation {
  readonly sense: 'equal' | 'at least';
  readonly why: string;
  readonly assumed?: boolean;
  /** Assumed relations of one name are believed together, or none of them is: see `doubtedFamilies`. */
  readonly family?: string;
}

/**
 * The relations of all tables together, sorted; each once. Figures of countries and regions are rounded, so that none of
 * them add up: they are only linked to the same figure elsewhere.
 */
export function relationsOf(tables: readonly ReleasedTable[], frame: Frame): Relation[] {
  const cells = tables
    .filter(({ cube }) => cube.value === 'count')
    .map((table) => [table, cellsOf(table)] as const);
  const all = cells.flatMap(([, list]) => list);
  const timeOf = timesOf(frame.periods);
  const meaningKey = (cell: Omit<TableCell, 'id' | 'cell'>) =>
    `${cell.of.release?.id ?? ''} ${cell.of.table.source} ${meaningOf(cell, timeOf(cell.measure, cell.period))}`;
  const elsewhere: Elsewhere = { idOf: new Map(all.map((cell) => [meaningKey(cell), cell.id])), meaningKey };
  const found = new Map<string, Relation>();
  const add = (relation: Relation) => {
    const key = `${relation.sense} ${relation.total} ${[...relation.parts].sort().join(' ')}`;
    if (!found.has(key)) found.set(key, relation);
  };
  const rounded = new Set(
    frame.areas.filter(({ kind }) => kind === 'country' || kind === 'region').map(({ id }) => id)
  );
  for (const [table, every] of cells) {
    const list = every.filter(({ area }) => !rounded.has(area));
    axesOf(table, frame).forEach((axis) => alongAxis(table, list, axis, elsewhere).forEach(add));
    outOfRelations(list).forEach(add);
    measureRelations(list, (cell) => cellId(table, { ...placeOf(cell), measure: '' })).forEach(add);
  }
  jointRelations(
    all.filter(({ area }) => !rounded.has(area)),
    frame
  ).forEach(add);
  sameFigureRelations(all, frame).forEach(add);
  return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, relation]) => relation);
}

interface Elsewhere {
  /** What is counted → the cell that says it, of the same release and source. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly meaningKey: (cell: Omit<TableCell, 'id' | 'cell'>) => string;
}

interface Axis extends AxisRule {
  readonly get: (place: Place) => string;
  readonly set: (place: Place, member: string) => Place;
}

function axesOf({ table, cube }: ReleasedTable, frame: Frame): Axis[] {
  return [
    ...table.dimensions.flatMap((id, index): Axis[] => {
      const rule = dimensionRule(cube, id, frame);
      if (rule === undefined) return [];
      return [
        {
          ...rule,
          get: ({ members }) => members[index] ?? ALL,
          set: (place, member) => ({ ...place, members: place.members.with(index, member) })
        }
      ];
    }),
    { ...areaRule(frame), get: ({ area }) => area, set: (place, area) => ({ ...place, area }) },
    { ...periodRule(frame), get: ({ period }) => period, set: (place, period) => ({ ...place, period }) }
  ];
}

/** The relations along one axis, for every combination of all else. */
function alongAxis(
  table: ReleasedTable,
  cells: readonly TableCell[],
  axis: Axis,
  { idOf: idElsewhere, meaningKey }: Elsewhere
): Relation[] {
  const groups = new Map<string, Map<string, TableCell>>();
  for (const cell of cells) {
    const key = cellId(table, axis.set(placeOf(cell), ALL));
    const group = groups.get(key) ?? new Map<string, TableCell>();
    group.set(axis.get(placeOf(cell)), cell);
    groups.set(key, group);
  }
  const rules = new Map<string, AxisRelation[]>();
  return [...groups.values()].flatMap((group): Relation[] => {
    const [first] = group.values();
    if (first === undefined) return [];
    const idOf = (member: string) => {
      const here = group.get(member);
      if (here) return here.id;
      const place = axis.set(placeOf(first), member);
      const meaning = meaningKey({ ...first, ...place, measure: first.measure });
      return idElsewhere.get(meaning) ?? cellId(table, place);
    };
    const isKnown = (member: string) => {
      const place = axis.set(placeOf(first), member);
      return group.has(member) || idElsewhere.has(meaningKey({ ...first, ...place, measure: first.measure }));
    };
    const given = new Set(group.keys());
    if (!given.has(ALL) && isKnown(ALL)) given.add(ALL);
    const signature = `${axis.signature(first)} ${[...given].sort().join()}`;
    const rule = rules.get(signature) ?? axis.relations(first, given);
    rules.set(signature, rule);
    return rule.flatMap(({ total, parts, sense, why }): Relation[] =>
      sense === 'equal' && total === ALL && !given.has(ALL)
        ? []
        : [{ sense, total: idOf(total), parts: parts.map(idOf), why }]
    );
  });
}

/** n of N: what is not n is the rest of N. */
function outOfRelations(cells: readonly TableCell[]): Relation[] {
  const ids = new Set(cells.map(({ id }) => id));
  return cells.flatMap((cell): Relation[] => {
    const of = `${cell.id}|of`;
    return cell.face === 'value' && ids.has(of)
      ? [{ sense: 'equal', total: of, parts: [cell.id, `${cell.id}|not`], why: 'n of N, and the rest of N' }]
      : [];
  });
}

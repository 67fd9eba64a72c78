/**
 * What adds up only when several tables are read together: ages in one that overlap ages in another, quarters of ours
 * and somebody else’s year, our partnership and somebody else’s authorities.
 */
import { missing } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import { areaRule, dimensionRule, periodRule, type AxisRule } from './relation-axes.ts';
import { canonicalCells } from './relation-canonical.ts';
import {
  cellId,
  meaningOf,
  placeOf,
  timesOf,
  withMember,
  type Frame,
  type Place,
  type TableCell
} from './relation-cells.ts';
import { OTHERS } from './relation-dimension.ts';
import { blocksThatAgree, differ } from './relation-links.ts';
import { measureRelations } from './relation-measures.ts';
import { supposedRelations } from './relation-supposed.ts';
import type { Relation } from './relations.ts';

interface Figure {
  /** The cell that stands for the figure: ours, where it is in a table of ours. */
  readonly cell: TableCell;
  /** None where no table shows it. */
  readonly tables: Set<string>;
}

interface Group {
  readonly rule: AxisRule;
  readonly place: (cell: TableCell, member: string) => Place;
  readonly members: Map<string, Figure>;
  /** Members that others may make up though no table shows them, and the cell that would be of them. */
  readonly wholes: readonly string[];
  readonly whole: (cell: TableCell, member: string) => TableCell;
}

/**
 * Relations among figures of which no table has all, of parts whose total no table has but that make it up in two ways,
 * and those that are supposed. A figure that differs from the same in a table before it is left out, and so is all that a
 * table says of an area, time and measure where most of it does: such tables do not count the same.
 */
export function jointRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const timeOf = timesOf(frame.periods);
  const canonical = canonicalCells(frame);
  const inOrder = [...cells.filter(isOurs), ...cells.filter((cell) => !isOurs(cell))].map(canonical);
  const { figures, apart } = figuresAgreed(inOrder, timeOf);
  const groups = groupsOf([...figures.values()], frame, timeOf);
  const made = addTotals(figures, groups, timeOf);
  const totals = new Set(made.map(({ id }) => id));
  const shown = [...figures.values()].map(({ cell }) => cell);
  const nameOf = (cell: TableCell) =>
    meaningOf({ ...cell, measure: { ...cell.measure, id: '' } }, `in ${cell.period}`);
  return [
    ...withoutVacuous(
      [...[...groups.all.values()].flatMap(relationsIn), ...supposedRelations([...shown, ...made], frame)],
      totals
    ),
    ...measureRelations(shown, nameOf),
    ...apart.flatMap((each) => supposedRelations(each, frame))
  ];
}

/** The totals that no table shows and whose parts are all given. */
function addTotals(known: ReadonlyMap<string, Figure>, groups: Groups, timeOf: TimeOf): TableCell[] {
  const totals: TableCell[] = [];
  const figures = new Map(known);
  for (let looked = [...groups.all.values()]; looked.length > 0;) {
    const made = looked.flatMap((group) =>
      unpublishedTotals(group).flatMap((cell): Figure[] => {
        const meaning = meaningOf(cell, timeOf(cell.measure, cell.period));
        if (figures.has(meaning)) return [];
        const figure: Figure = { cell, tables: new Set() };
        figures.set(meaning, figure);
        totals.push(cell);
        return [figure];
      })
    );
    looked = [...new Set(made.flatMap(groups.add))];
  }
  return totals;
}

function unpublishedTotals({ rule, members, wholes, whole }: Group): TableCell[] {
  const [first] = members.values();
  if (first === undefined || members.size < 2) return [];
  return wholes
    .filter((member) => !members.has(member))
    .filter((member) =>
      rule
        .relations(first.cell, new Set([...members.keys(), member]))
        .some(
          ({ sense, total, parts }) =>
            sense === 'equal' && total === member && parts.every((part) => members.has(part))
        )
    )
    .map((member) => ({ ...whole(first.cell, member), cell: missing('withheld') }));
}

/** A total that no table shows ties nothing where it stands in one relation only. */
function withoutVacuous(relations: readonly Relation[], totals: ReadonlySet<string>): Relation[] {
  if (totals.size === 0) return [...relations];
  for (let left = [...relations]; ;) {
    const uses = new Map<string, number>();
    for (const { total, parts } of left)
      for (const id of [total, ...parts]) if (totals.has(id)) uses.set(id, (uses.get(id) ?? 0) + 1);
    const tying = left.filter(({ total, parts }) => [total, ...parts].every((id) => uses.get(id) !== 1));
    if (tying.length === left.length) return left;
    left = tying;
  }
}

const isOurs = ({ of }: TableCell) => of.release === undefined;
/** Releases of ours are told apart by time, and not held to count otherwise because a figure was revised. */
const countOf = ({ of }: TableCell) =>
  of.release?.kind === 'official' ? `${of.release.id}:${of.table.id}` : of.table.id;
const tableOf = ({ of }: TableCell) => `${of.release?.id ?? ''}:${of.table.id}`;
type TimeOf = ReturnType<typeof timesOf>;

interface Agreed {
  /** By what they count. */
  readonly figures: Map<string, Figure>;
  /** The cells of tables of which some cell stands in no figure, as another table says otherwise. */
  readonly apart: readonly (readonly TableCell[])[];
}

function figuresAgreed(cells: readonly TableCell[], timeOf: TimeOf): Agreed {
  const named = cells.map((cell) => {
    const when = timeOf(cell.measure, cell.period);
    const block = `${countOf(cell)}|${cell.area}|${when}|${cell.measure.id}`;
    return { cell, meaning: meaningOf(cell, when), block };
  });
  const first = new Map<string, TableCell>();
  const blocks = blocksThatAgree();
  const differing = new Set<TableCell>();
  for (const { cell, meaning, block } of named) {
    if (cell.cell.kind === 'missing') continue;
    const known = first.get(meaning);
    if (known === undefined) first.set(meaning, cell);
    else if (countOf(known) !== countOf(cell)) {
      blocks.compare(block, known, cell);
      if (differ(known, cell)) differing.add(cell);
    }
  }
  const figures = new Map<string, Figure>();
  const strange = new Set<string>();
  for (const { cell, meaning, block } of named) {
    const known = figures.get(meaning);
    if (blocks.isDoubted(block) || (known !== undefined && differing.has(cell))) strange.add(tableOf(cell));
    if (blocks.isDoubted(block)) continue;
    if (known) known.tables.add(tableOf(cell));
    else figures.set(meaning, { cell, tables: new Set([tableOf(cell)]) });
  }
  const apart = [...strange].map((table) => cells.filter((cell) => tableOf(cell) === table));
  return { figures, apart };
}

interface Groups {
  readonly all: ReadonlyMap<string, Group>;
  /** Adds a figure to the groups it is in, and tells which those are. */
  readonly add: (figure: Figure) => Group[];
}

function groupsOf(figures: readonly Figure[], frame: Frame, timeOf: TimeOf): Groups {
  const [byArea, byPeriod] = [areaRule(frame), periodRule(frame)];
  const axes = dimensionAxes(figures, frame);
  const joint = frame.areas.filter(({ kind }) => kind === 'partnership').map(({ id }) => id);
  const groups = new Map<string, Group>();
  const addTo = (key: string, made: Omit<Group, 'members'>, member: string, figure: Figure): Group => {
    const group = groups.get(key) ?? { ...made, members: new Map<string, Figure>() };
    if (!group.members.has(member)) group.members.set(member, figure);
    groups.set(key, group);
    return group;
  };
  const add = (figure: Figure): Group[] => {
    const { cell } = figure;
    const when = timeOf(cell.measure, cell.period);
    const { dimensions } = cell.of.table;
    const within = (axes.get(cell.of.cube.id) ?? []).map(({ id, rule }) => {
      const member = cell.members[dimensions.indexOf(id)] ?? ALL;
      const place: Group['place'] = (at, to) => withMember(at, id, to);
      const whole: Group['whole'] = (at) => withAll(at, id);
      const made = { rule, place, wholes: [ALL], whole };
      return addTo(`${id} ${meaningOf(cell, when, id)}`, made, member, figure);
    });
    const placedIn = (at: TableCell, area: string): Place => ({ ...placeOf(at), area });
    const byAreas = `area ${meaningOf({ ...cell, area: '' }, when)}`;
    const ofAreas = { rule: byArea, place: placedIn, wholes: joint, whole: inArea };
    const over = addTo(byAreas, ofAreas, cell.area, figure);
    if (cell.measure.kind !== 'flow') return [...within, over];
    const placedAt = (at: TableCell, period: string): Place => ({ ...placeOf(at), period });
    const byPeriods = `period ${meaningOf(cell, '')}`;
    const ofPeriods = { rule: byPeriod, place: placedAt, wholes: [], whole: (at: TableCell) => at };
    return [...within, over, addTo(byPeriods, ofPeriods, cell.period, figure)];
  };
  figures.forEach(add);
  return { all: groups, add };
}

/** Of each cube, the dimensions that any table of it has. */
function dimensionAxes(figures: readonly Figure[], frame: Frame) {
  const tables = new Set(figures.map(({ cell }) => cell.of));
  const axes = new Map<string, Map<string, { readonly id: string; readonly rule: AxisRule }>>();
  for (const { cube, table } of tables)
    for (const id of table.dimensions) {
      const own = axes.get(cube.id) ?? new Map<string, { readonly id: string; readonly rule: AxisRule }>();
      const rule = own.has(id) ? undefined : dimensionRule(cube, id, frame);
      if (rule) own.set(id, { id, rule });
      axes.set(cube.id, own);
    }
  return new Map([...axes].map(([cube, own]) => [cube, [...own.values()]]));
}

function relationsIn({ rule, place, members }: Group): Relation[] {
  const [first] = members.values();
  if (first === undefined || members.size < 2) return [];
  const figures = [...members.values()];
  if ([...first.tables].some((table) => figures.every(({ tables }) => tables.has(table)))) return [];
  const idOf = (member: string) => {
    const figure = members.get(member);
    if (figure) return figure.cell.id;
    const isRest = member.startsWith(OTHERS) || member.startsWith('rest of ');
    return cellId(first.cell.of, place(first.cell, isRest ? `${member}, in all tables` : member));
  };
  return rule
    .relations(first.cell, new Set(members.keys()))
    .flatMap(({ total, parts, sense, why }): Relation[] =>
      sense === 'equal' && total === ALL && !members.has(ALL)
        ? []
        : [
            {
              sense,
              total: idOf(total),
              parts: parts.map(idOf),
              why: `${why}, over several tables`,
              assumed: true
            }
          ]
    );
}

function withAll(cell: TableCell, dimension: string): TableCell {
  const at = cell.of.table.dimensions.indexOf(dimension);
  const told = `${dimension}=${cell.members[at] ?? ALL}`;
  const [table, measure, , period, ...rest] = cell.id.split('|');
  const id = [table, measure, cell.area, period, ...rest.filter((part) => part !== told)].join('|');
  return { ...cell, members: cell.members.with(at, ALL), id };
}

function inArea(cell: TableCell, area: string): TableCell {
  const [table, measure, , ...rest] = cell.id.split('|');
  return { ...cell, area, id: [table, measure, area, ...rest].join('|') };
}

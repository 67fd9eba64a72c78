/** What a figure counts, said in one way wherever it stands: in two cubes, as an area and as a locality, one way round or the other. */
import type { Area } from '#lib/domain/area.ts';
import { ALL } from '#lib/domain/cube.ts';
import {
  meaningOf,
  memberOf,
  timesOf,
  type Frame,
  type ReleasedTable,
  type TableCell
} from './relation-cells.ts';

/** Cubes that count the same children: a stock or flow of one tier, and a cube of that tier alone. */
const TWINS: readonly {
  readonly cube: string;
  readonly tier: string;
  readonly as: string;
  readonly measures: readonly string[];
}[] = [
  { cube: 'known', tier: 'cpplan', as: 'plans', measures: ['open'] },
  { cube: 'history', tier: 'cpplan', as: 'plans', measures: ['open'] },
  { cube: 'known', tier: 'inneed', as: 'primary_need', measures: ['open'] },
  {
    cube: 'work',
    tier: 'cpplan',
    as: 'plans',
    measures: ['started', 'started_children', 'ended', 'ended_children', 'anypoint', 'anypoint_children']
  },
  { cube: 'work', tier: 'inneed', as: 'primary_need', measures: ['started'] }
];

/** A name for all cubes that count the same children: no figure of theirs is tied to one of another name. */
export function countsTheSame(cube: string): string {
  const twin = TWINS.find(({ cube: one, as }) => one === cube || as === cube);
  return twin === undefined ? cube : 'children known';
}

/** The tier whose children, plans or work a cube counts and no other; undefined where it counts several or none. */
export function tierOfCube(cube: string): string | undefined {
  return TWINS.find(({ as }) => as === cube)?.tier;
}

/** What a cell counts, the same for every place that counts it. */
export function figuresOf(frame: Frame): (cell: TableCell) => string {
  const canonical = canonicalCells(frame);
  const timeOf = timesOf(frame.periods);
  return (cell) => meaningOf(canonical(cell), timeOf(cell.measure, cell.period));
}

/** The cell with its id, as the one cube, area and order of members that stand for all places that count the same. */
export function canonicalCells({ areas }: Frame): (cell: TableCell) => TableCell {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const tables = new Map<ReleasedTable, Map<string, ReleasedTable>>();
  const tableAs = (of: ReleasedTable, cube: string, dimensions: readonly string[]): ReleasedTable => {
    const made = tables.get(of) ?? new Map<string, ReleasedTable>();
    tables.set(of, made);
    const key = `${cube} ${dimensions.join()}`;
    const table = made.get(key) ?? {
      ...of,
      cube: { ...of.cube, id: cube },
      table: { ...of.table, dimensions: [...dimensions] }
    };
    made.set(key, table);
    return table;
  };
  return (cell) => {
    const placed = asLocality(asTwin(cell), byId);
    const same = placed.cube === cell.of.cube.id && placed.dimensions === cell.of.table.dimensions;
    const members = inOrder(placed.dimensions, placed.members);
    if (same && members === cell.members) return cell;
    const of = same ? cell.of : tableAs(cell.of, placed.cube, placed.dimensions);
    return { ...cell, of, area: placed.area, members };
  };
}

interface Placed {
  readonly cell: TableCell;
  readonly cube: string;
  readonly area: string;
  readonly dimensions: readonly string[];
  readonly members: readonly string[];
}

function asTwin(cell: TableCell): Placed {
  const { cube, table } = cell.of;
  const at = table.dimensions.indexOf('tier');
  const placed = {
    cell,
    cube: cube.id,
    area: cell.area,
    dimensions: table.dimensions,
    members: cell.members
  };
  const tier = cell.members[at] ?? ALL;
  const isAll = memberOf(cell, 'highest') === ALL;
  const twin = TWINS.find(
    (each) => isAll && each.cube === cube.id && each.tier === tier && each.measures.includes(cell.measure.id)
  );
  if (twin === undefined) return placed;
  return {
    ...placed,
    cube: twin.as,
    dimensions: table.dimensions.filter((_, index) => index !== at),
    members: cell.members.filter((_, index) => index !== at)
  };
}

function asLocality(placed: Placed, areas: ReadonlyMap<string, Area>): Placed {
  const area = areas.get(placed.area);
  if (
    area?.kind !== 'locality' ||
    area.parent === undefined ||
    placed.dimensions.includes('locality') ||
    !placed.cell.of.cube.dimensions.some(({ id }) => id === 'locality')
  )
    return placed;
  return {
    ...placed,
    area: area.parent,
    dimensions: [...placed.dimensions, 'locality'],
    members: [...placed.members, area.id]
  };
}

/** Two factors of one episode are the same two whichever is named first. */
function inOrder(dimensions: readonly string[], members: readonly string[]): readonly string[] {
  const [at, beside] = [dimensions.indexOf('factor'), dimensions.indexOf('cofactor')];
  const [one, other] = [members[at], members[beside]];
  if (one === undefined || other === undefined || other === ALL || (one !== ALL && one <= other))
    return members;
  return members.with(at, other).with(beside, one);
}

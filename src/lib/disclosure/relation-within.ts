/** Sources in detail within the sources that are published: members of one dimension that are part of those of another. */
import { ALL, type Cube, type Dimension, type Member } from '#lib/domain/cube.ts';
import {
  cellId,
  meaningOf,
  memberOf,
  timesOf,
  withMember,
  type Frame,
  type TableCell
} from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import { OTHERS } from './relation-dimension.ts';
import { COUNTED_ONCE } from './relation-frame.ts';
import type { Relation } from './relations.ts';

/**
 * A source is made up of its sources in detail, by the codes that both declare. One in detail whose codes are of several
 * sources is a part of each, and these parts make it up; what is left of a source is in none that is given, or under a
 * name that is not national, where somebody is under such a name. Of children, who may come through several, only that
 * a source has no fewer than each that is part of it alone. `cells` are as `canonicalCells` names them.
 */
export function withinRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  const timeOf = timesOf(frame.periods);
  const groups = new Map<string, Group>();
  for (const cell of cells)
    for (const detail of cell.of.cube.dimensions) {
      const { id, within: holder } = detail;
      if (holder === undefined) continue;
      const place = [memberOf(cell, holder), memberOf(cell, id)] as const;
      const key = `${id} ${meaningOf(cell, timeOf(cell.measure, cell.period), holder, id)}`;
      const group = groups.get(key) ?? { detail, holder, figures: new Map<string, TableCell>() };
      if (!group.figures.has(place.join(' '))) group.figures.set(place.join(' '), cell);
      groups.set(key, group);
    }
  return [...groups.values()].flatMap(relationsIn);
}

interface Group {
  readonly detail: Dimension;
  readonly holder: string;
  /** By the member of either dimension: “health gp”. */
  readonly figures: Map<string, TableCell>;
}

const REST = `${OTHERS}, in all tables`;
const NAMED_HERE = 'under other names';

function relationsIn({ detail, holder, figures }: Group): Relation[] {
  const wholes = [...figures].flatMap(([place, cell]) => {
    const [member = '', part] = place.split(' ');
    return part === ALL && member !== ALL ? [[member, cell] as const] : [];
  });
  const details = [...figures].flatMap(([place, cell]) => {
    const [member, part = ''] = place.split(' ');
    return member === ALL && part !== ALL ? [[part, cell] as const] : [];
  });
  const [first] = wholes;
  if (first === undefined || details.length === 0) return [];
  const held = holdersOf(first[1].of.cube, detail, holder);
  const family = familyOf(
    'within',
    [...wholes, ...details].map(([, cell]) => cell)
  );
  const alone = (part: string) => held(part).length === 1;
  if (COUNTED_ONCE.includes(first[1].measure.unit.one))
    return wholes.flatMap(([whole, { id }]) =>
      details
        .filter(([part]) => alone(part) && held(part).includes(whole))
        .map(([, { id: part }]) => relation('at least', id, [part], family, detail.name))
    );
  const idOf = (whole: string, part: string, cell: TableCell) =>
    figures.get(`${whole} ${part}`)?.id ?? cellId(cell.of, withMember(cell, holder, whole));
  const isNobody = ({ cell }: TableCell) => cell.kind === 'known' && cell.value === 0;
  const isNational = details.every(([part, cell]) => held(part).length > 0 || isNobody(cell));
  const sums = wholes.map(([whole, cell]) => {
    const rest = cellId(cell.of, withMember(cell, detail.id, isNational ? REST : NAMED_HERE));
    const parts = details
      .filter(([part]) => held(part).includes(whole))
      .map(([part, each]) => (alone(part) ? each.id : idOf(whole, part, each)));
    return relation('equal', cell.id, [...parts, rest], family, detail.name);
  });
  const divided = details
    .filter(([part]) => held(part).length > 1)
    .map(([part, cell]) => {
      const parts = held(part).map((whole) => idOf(whole, part, cell));
      return relation('equal', cell.id, parts, family, detail.name);
    });
  return [...sums.filter(({ parts }) => parts.length > 1), ...divided];
}

function relation(
  sense: Relation['sense'],
  total: string,
  parts: readonly string[],
  family: string,
  name: string
): Relation {
  const why = `the members of “${name}” are parts of those whose codes they have`;
  return { sense, total, parts, assumed: true, family, why };
}

/** The members that a member in detail may be part of; none where it has no code. */
function holdersOf(cube: Cube, detail: Dimension, holder: string): (part: string) => readonly string[] {
  const wholes = cube.dimensions.find(({ id }) => id === holder)?.members ?? [];
  const found = new Map(
    detail.members.map((part) => [
      part.id,
      wholes.filter((whole) => sharesCode(whole, part)).map(({ id }) => id)
    ])
  );
  return (part) => found.get(part) ?? [];
}

function sharesCode(whole: Member, part: Member): boolean {
  return Object.entries(part.codes ?? {}).some(([system, codes]) =>
    codes.some((code) => whole.codes?.[system]?.includes(code))
  );
}

/** What adds up along one dimension of a cube, from its declaration and the members a table gives. */
import { ALL, type Dimension, type Member } from '#lib/domain/cube.ts';
import { refine, type Span } from './relation-spans.ts';

/** Along one axis, with all else the same. `total` and `parts` are members; those no table gives are made up here. */
export interface AxisRelation {
  readonly total: string;
  readonly parts: readonly string[];
  readonly sense: 'equal' | 'at least';
  readonly why: string;
}

/** The member that stands for all that a table does not give of a dimension. */
export const OTHERS = 'the others';

/**
 * The relations among members present, `all` among them. Where members are missing, or may be, what is left over is a
 * figure of its own. Of a `multiple` dimension only that neglect and what is not neglect make up all; but each movement
 * has one tier that it leaves and one that it goes to, whatever tiers contain.
 */
export function dimensionRelations(dimension: Dimension, present: ReadonlySet<string>): AxisRelation[] {
  const members = [...present].filter((id) => id !== ALL).sort();
  if (members.length === 0) return [];
  const declared = new Map(dimension.members.map((member) => [member.id, member]));
  const without = complements(dimension, members, declared);
  switch (dimension.relation) {
    case 'multiple':
      return dimension.open === 'tiers' && dimension.id !== 'tier'
        ? nested(dimension, members, declared)
        : without;
    case 'partition':
      return [...wholeOf(dimension, ALL, members, members), ...without];
    case 'nested':
      return [...nested(dimension, members, declared), ...without];
    default:
      return dimension.relation satisfies never;
  }
}

function wholeOf(
  dimension: Dimension,
  whole: string,
  given: readonly string[],
  parts: readonly string[],
  complete = isComplete(dimension, whole, given)
): AxisRelation[] {
  const what = whole === ALL ? 'all' : `“${whole}”`;
  return [
    {
      total: whole,
      parts: complete ? parts : [...parts, whole === ALL ? OTHERS : `${OTHERS} of ${whole}`],
      sense: 'equal',
      why: complete
        ? `the members of “${dimension.name}” add up to ${what}`
        : `the members of “${dimension.name}” that are given, and what is left, add up to ${what}`
    }
  ];
}

function isComplete(dimension: Dimension, whole: string, given: readonly string[]): boolean {
  const wanted = dimension.members.filter(({ parent }) => (parent ?? ALL) === whole);
  return (
    dimension.open === undefined &&
    !DIVIDES_SOME.has(dimension.id) &&
    wanted.every(({ id }) => given.includes(id))
  );
}

/** Dimensions that only some of all have: only a plan with one before it has an earlier category. */
const DIVIDES_SOME: ReadonlySet<string> = new Set(['earlier_category']);

type Declared = ReadonlyMap<string, Member>;

function complements(dimension: Dimension, members: readonly string[], declared: Declared): AxisRelation[] {
  if (dimension.open === 'tiers') return [];
  return members.flatMap((id): AxisRelation[] =>
    declared.get(id)?.mark !== 'neglect'
      ? []
      : [
          {
            total: ALL,
            parts: [id, `not ${id}`],
            sense: 'equal',
            why: `all without “${declared.get(id)?.name ?? id}” is left when it is taken away`
          }
        ]
  );
}

function nested(dimension: Dimension, members: readonly string[], declared: Declared): AxisRelation[] {
  const aged = members.filter((id) => declared.get(id)?.from !== undefined);
  const others = members.filter((id) => declared.get(id)?.from === undefined);
  const roots = others.filter((id) => declared.get(id)?.parent === undefined);
  const parents = [...new Set(others.flatMap((id) => declared.get(id)?.parent ?? []))].sort();
  const within = parents.flatMap((parent) => {
    const children = others.filter((id) => declared.get(id)?.parent === parent);
    return wholeOf(dimension, parent, children, children);
  });
  const unplaced = parents.filter((parent) => !members.includes(parent));
  if (aged.length === 0)
    return [...wholeOf(dimension, ALL, [...roots, ...unplaced], [...roots, ...unplaced]), ...within];
  const { sums, pieces } = ages(dimension, aged, declared);
  const unaged = dimension.members.filter(({ from, parent }) => from === undefined && parent === undefined);
  const complete = unaged.every(({ id }) => roots.includes(id)) && coversAges(dimension, pieces);
  return [
    ...wholeOf(dimension, ALL, members, [...pieces.map(({ id }) => id), ...roots, ...unplaced], complete),
    ...sums,
    ...within
  ];
}

const endOf = ({ to }: { readonly to?: number | undefined }) => (to === undefined ? Infinity : to + 1);

function ages(dimension: Dimension, ids: readonly string[], declared: Declared) {
  const spans = ids.map((id): Span => {
    const member = declared.get(id);
    return { id, from: member?.from ?? 0, to: endOf(member ?? {}) };
  });
  const name = (from: number, to: number) =>
    dimension.members.find((member) => member.from === from && endOf(member) === to)?.id ??
    (to === Infinity ? `${from} and over` : `${from} to ${to - 1}`);
  const { sums, pieces } = refine(spans, name);
  const why = 'ages add up, where bands share ages through the part they share';
  return { pieces, sums: sums.map((sum): AxisRelation => ({ ...sum, sense: 'equal', why })) };
}

function coversAges(dimension: Dimension, pieces: readonly Span[]): boolean {
  const aged = dimension.members.filter(({ from }) => from !== undefined);
  const first = Math.min(...aged.map(({ from }) => from ?? 0));
  const last = Math.max(...aged.map(endOf));
  const gap = pieces.some(({ to }, index) => index + 1 < pieces.length && pieces[index + 1]?.from !== to);
  return pieces[0]?.from === first && pieces.at(-1)?.to === last && !gap;
}

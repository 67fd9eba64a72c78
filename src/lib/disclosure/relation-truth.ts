/** Which relations hold in the figures there are: parts that do not add up help no reader, and would mislead the proof. */
import { known } from '#lib/domain/cell.ts';
import { idsOf, propagate } from './protect-unknown.ts';
import { DOUBT, triedFamilies } from './relation-doubt.ts';
import type { Relation, TableCell } from './relations.ts';

export interface Truth {
  readonly holding: Relation[];
  readonly untrue: Relation[];
  /** By how much relations fail that readers may take to hold: figures that holding relations speak of, and all know. */
  readonly errors: TableCell[];
}

/** Of families that fail more often than this, no reader takes any to hold, whatever is withheld of them. */
const NEVER_BELIEVED = 3 / DOUBT;

/**
 * Relations that hold, and those that do not, down to figures that would have to be less than none. Where readers may
 * suppose one that does not hold, as most of its family do, it holds with its error: so its figures are hidden from them
 * too. Families that often fail are neither.
 */
export function trueRelations(cells: readonly TableCell[], relations: readonly Relation[]): Truth {
  const given = new Map(
    cells.flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
  );
  const withheld = new Set(cells.flatMap(({ id }) => (given.has(id) ? [] : [id])));
  const tried = triedFamilies(relations, {
    rangeOf: (id) => {
      const value = given.get(id);
      return value === undefined ? undefined : { lower: value, upper: value };
    },
    isWithheld: (id) => withheld.has(id)
  });
  const isSupposed = ({ family = '' }: Relation) => {
    const { holding = 1, failing = 0 } = tried.get(family) ?? {};
    return failing <= NEVER_BELIEVED * (holding + failing);
  };
  const untrue: Relation[] = [];
  const mended: Mended[] = [];
  let holding = relations.filter(isSupposed);
  for (;;) {
    const values = new Map(given);
    propagate(
      values,
      holding.filter(({ sense }) => sense === 'equal')
    );
    const negative = new Set([...values].flatMap(([id, value]) => (value < 0 ? [id] : [])));
    const broken = holding.filter((relation) => !holds(relation, values, negative));
    if (broken.length === 0)
      return {
        holding: [...holding, ...mended.flatMap(({ relations: both }) => both)],
        untrue,
        errors: mended.map(({ error }) => error)
      };
    const least = broken.filter((relation) => idsOf(relation).every((id) => given.has(id)));
    const assumed = broken.filter((relation) => relation.assumed === true);
    const dropped = new Set([least, assumed, broken].find((some) => some.length > 0));
    untrue.push(...dropped);
    const [first] = cells;
    for (const relation of dropped)
      if (relation.family !== undefined && first !== undefined)
        mended.push(...withError(relation, values, first));
    holding = holding.filter((relation) => !dropped.has(relation));
  }
}

interface Mended {
  readonly relations: readonly Relation[];
  readonly error: TableCell;
}

/** What makes up for an error is said like a figure that others publish: everybody knows it. */
const ERRORS = { id: 'errors', kind: 'official' } as const;

function withError(relation: Relation, values: ReadonlyMap<string, number>, like: TableCell): Mended[] {
  const { total, parts } = relation;
  const whole = values.get(total);
  const sums = parts.flatMap((part) => values.get(part) ?? []);
  if (whole === undefined || sums.length < parts.length || [whole, ...sums].some((value) => value < 0))
    return [];
  const over = sums.reduce((sum, value) => sum + value, 0) - whole;
  const id = `${ERRORS.id}:${total} and ${parts.join(' + ')}`;
  const error = { ...like, of: { ...like.of, release: ERRORS }, id, cell: known(Math.abs(over)) };
  if (over < 0) return [{ relations: [{ ...relation, parts: [...parts, id] }], error }];
  const raised = `${total} with ${id}`;
  const sum: Relation = { ...relation, sense: 'equal', total: raised, parts: [total, id] };
  return [{ relations: [sum, { ...relation, total: raised }], error }];
}

function holds(
  { total, parts, sense }: Relation,
  values: ReadonlyMap<string, number>,
  negative: ReadonlySet<string>
): boolean {
  if ([total, ...parts].some((id) => negative.has(id))) return false;
  const whole = values.get(total);
  const sums = parts.map((part) => values.get(part));
  if (sense === 'at least') {
    const least = sums.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return whole === undefined || least <= whole;
  }
  if (whole === undefined || sums.includes(undefined)) return true;
  return sums.reduce<number>((sum, value) => sum + (value ?? 0), 0) === whole;
}

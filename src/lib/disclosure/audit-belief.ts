/**
 * Whether a reader may take figures of two tables to be the same. That tables count the same thing is an assumption: where
 * most of what they show differs, nobody believes it of what one of them withholds.
 */
import type { Range, Seen } from './audit-shown.ts';
import { idsIn, mayHold } from './audit-truth.ts';
import { doubtedFamilies, DOUBT } from './relation-doubt.ts';
import { figuresOf } from './relation-links.ts';
import { isNear } from './relation-ranges.ts';
import type { Frame, Relation, TableCell } from './relations.ts';

const tableOf = ({ of }: TableCell) => `${of.release?.id ?? ''}:${of.table.id}`;
const nameOf = (tables: readonly string[]) => [...tables].sort().join(' ');

/** Relations of families that what is shown contradicts too often: they were never more than supposed. */
export function notSupposed(relations: readonly Relation[], { shown, withheld }: Seen): Set<Relation> {
  const doubted = doubtedFamilies(relations, {
    rangeOf: (id) => shown.get(id),
    isWithheld: (id) => withheld.has(id)
  });
  return new Set(relations.filter(({ family }) => family !== undefined && doubted.has(family)));
}

/**
 * Relations that lean on tables counting the same that do not: nobody would lean on them. Those that have a family are
 * believed with it, whatever else their tables say.
 */
export function disbelieved(relations: readonly Relation[], seen: Seen, frame: Frame): Set<Relation> {
  const assumed = relations.flatMap((relation) => {
    const leans = relation.assumed === true && relation.family === undefined;
    const tables = leans ? tablesIn(relation, seen) : [];
    return tables.length > 1 ? [{ relation, tables }] : [];
  });
  const differing = new Set([...differingPairs(seen, frame), ...differingSums(assumed, seen)]);
  return new Set(
    assumed.flatMap(({ relation, tables }) => {
      const pairs = tables.flatMap((a, at) => tables.slice(at + 1).map((b) => nameOf([a, b])));
      return [nameOf(tables), ...pairs].some((name) => differing.has(name)) ? [relation] : [];
    })
  );
}

/** None where a release of ours that is out already has a part in it: what was revised since is still the same. */
function tablesIn(relation: Relation, { cells }: Seen): readonly string[] {
  const found = idsIn(relation).flatMap((id) => cells.get(id) ?? []);
  return found.some(({ of }) => of.release !== undefined && of.release.kind !== 'official')
    ? []
    : [...new Set(found.map(tableOf))];
}

/**
 * Pairs of tables that do not agree, of the figures that both show and are not none in both: two of one release of which
 * most differ by more than a little, and two of different releases of which most differ at all, as some will have been
 * revised. One figure that differs of three unties nothing: it is taken to be wrong in one of the two.
 */
function differingPairs({ cells, shown }: Seen, frame: Frame): readonly string[] {
  const figureOf = figuresOf(frame);
  const groups = new Map<string, TableCell[]>();
  for (const cell of cells.values()) {
    if (!shown.has(cell.id)) continue;
    const figure = figureOf(cell);
    const group = groups.get(figure);
    if (group) group.push(cell);
    else groups.set(figure, [cell]);
  }
  const balance = balanceOf();
  for (const group of groups.values())
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        const [one, other] = [shown.get(a.id), shown.get(b.id)];
        if (one === undefined || other === undefined || (one.upper === 0 && other.upper === 0)) continue;
        const tables = nameOf([tableOf(a), tableOf(b)]);
        const isOneRelease = a.of.release?.id === b.of.release?.id;
        const isSame = one.lower <= other.upper && other.lower <= one.upper;
        balance.add(tables, isSame || (isOneRelease && isNear(one, other)));
      }
  return balance.against();
}

/** Sets of tables whose sums over one another often cannot hold, whatever is hidden in them. */
function differingSums(
  assumed: readonly { readonly relation: Relation; readonly tables: readonly string[] }[],
  { shown }: Seen
): readonly string[] {
  const balance = balanceOf(DOUBT - 1);
  for (const { relation, tables } of assumed) {
    const ranges = new Map<string, Range>();
    for (const id of idsIn(relation)) {
      const range = shown.get(id);
      if (range !== undefined) ranges.set(id, range);
    }
    if (relation.parts.length < 2 || ranges.size < 2) continue;
    if ([...ranges.values()].every(({ upper }) => upper === 0)) continue;
    balance.add(
      nameOf(tables),
      mayHold(relation, (id) => ranges.get(id) ?? { lower: 0, upper: Infinity })
    );
  }
  return balance.against();
}

interface Balance {
  add(name: string, agrees: boolean): void;
  against(): readonly string[];
}

/** What is against outweighs what is for where it comes to more, counted so many times. */
function balanceOf(weight = 1): Balance {
  const more = new Map<string, number>();
  return {
    add: (name, agrees) => more.set(name, (more.get(name) ?? 0) + (agrees ? 1 : -weight)),
    against: () => [...more].flatMap(([name, by]) => (by < 0 ? [name] : []))
  };
}

/** Cuts what is known of a whole bundle into parts that have nothing to do with one another. */
import type { AuditedTable, KnownBounds, PublishedCell } from './audit-table.ts';
import type { Seen } from './audit-shown.ts';
import { idsIn } from './audit-truth.ts';
import type { Relation } from './relations.ts';

/** Relations that share figures which are not known. */
export interface Part {
  readonly relations: readonly Relation[];
  /** Figures in them that are withheld, or that no table shows. */
  readonly hidden: readonly string[];
}

/** What every part of one audit leans on. */
export interface Ground {
  readonly seen: Seen;
  readonly bounds: (id: string) => KnownBounds;
  /** The relations that speak of a figure. */
  readonly about: ReadonlyMap<string, readonly Relation[]>;
  /** Intervals of this width give nobody away. */
  readonly enough: number;
  /** Relations that were found not to hold, and are leant on no more. */
  readonly aside: Set<Relation>;
}

export function groundOf(
  seen: Seen,
  relations: readonly Relation[],
  bounds: (id: string) => KnownBounds,
  enough: number
): Ground {
  const about = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const id of new Set(idsIn(relation))) {
      const list = about.get(id);
      if (list) list.push(relation);
      else about.set(id, [relation]);
    }
  return { seen, bounds, about, enough, aside: new Set() };
}

const isShown = (seen: Seen, id: string) => !seen.withheld.has(id) && seen.shown.has(id);

/** Not known for certain: hidden, or shown rounded. */
function isOpen(seen: Seen, id: string): boolean {
  const range = seen.withheld.has(id) ? undefined : seen.shown.get(id);
  return range === undefined || range.lower < range.upper;
}

/** The part that some figures stand in, held to be open themselves. */
export function partAround(ground: Ground, ids: Iterable<string>): Part {
  const reached = new Set(ids);
  const relations = new Set<Relation>();
  const hidden: string[] = [];
  for (const id of reached) {
    if (!isShown(ground.seen, id)) hidden.push(id);
    for (const relation of ground.about.get(id) ?? []) {
      if (relations.has(relation) || ground.aside.has(relation)) continue;
      relations.add(relation);
      for (const other of idsIn(relation)) if (isOpen(ground.seen, other)) reached.add(other);
    }
  }
  return { relations: [...relations], hidden };
}

/** The parts with anything hidden in them, in the order of the figures. */
export function partsOf(ground: Ground): Part[] {
  const done = new Set<string>();
  const parts: Part[] = [];
  for (const id of [...ground.seen.withheld, ...ground.about.keys()]) {
    if (done.has(id) || isShown(ground.seen, id)) continue;
    const part = partAround(ground, [id]);
    for (const each of part.hidden) done.add(each);
    parts.push(part);
  }
  return parts;
}

/** A part as the auditor of one table reads it: equation i is relation i. Figures that stand in none are left out. */
export function tableOfPart(
  { seen, bounds }: Ground,
  { relations, hidden }: Part,
  { also = [], known = {}, enough }: Besides = {}
): AuditedTable {
  const cells: Record<string, PublishedCell> = {};
  const open = new Set([...hidden, ...also]);
  const met = new Set<string>();
  const beyond: string[] = [];
  const equations = relations.map((relation, place) => {
    for (const id of idsIn(relation)) {
      const range = open.has(id) ? undefined : seen.shown.get(id);
      if (range !== undefined) cells[id] = range.lower === range.upper ? range.lower : range;
      else met.add(id);
    }
    const { total, parts, sense } = relation;
    if (sense === 'equal') return { total, parts };
    const slack = `beyond ${place}`;
    beyond.push(slack);
    return { total, parts: [...parts, slack] };
  });
  const ids = [...met];
  return {
    cells,
    equations,
    suppressed: ids.filter((id) => seen.cells.has(id)),
    neverPublished: [...ids.filter((id) => !seen.cells.has(id)), ...beyond],
    lower: seen.lowest,
    upper: null,
    integer: true,
    enough,
    known: Object.fromEntries(ids.map((id) => [id, known[id] ?? bounds(id)]))
  };
}

interface Besides {
  /** Shown figures that are taken to be withheld. */
  readonly also?: Iterable<string>;
  /** What is known of hidden figures, in place of the usual. */
  readonly known?: Readonly<Record<string, KnownBounds>>;
  /** See `AuditedTable`. */
  readonly enough?: number | undefined;
}

/**
 * Whether a reader may take figures of two tables to be the same. That two tables count the same thing is an assumption:
 * where most of what both show differs, nobody believes it of what one of them withholds.
 */
import type { Seen } from './audit-shown.ts';
import { idsIn } from './audit-truth.ts';
import { figuresOf } from './relation-links.ts';
import type { Frame, Relation, TableCell } from './relations.ts';

const tableOf = ({ of }: TableCell) => `${of.release?.id ?? ''}:${of.table.id}`;
const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Relations that lean on two tables being the same that are not: nobody would lean on them. */
export function disbelieved(relations: readonly Relation[], seen: Seen, frame: Frame): Set<Relation> {
  const differing = differingTables(seen, frame);
  return new Set(
    relations.filter((relation) => {
      if (relation.assumed !== true) return false;
      const cells = idsIn(relation).flatMap((id) => seen.cells.get(id) ?? []);
      if (cells.some(({ of }) => of.release !== undefined && of.release.kind !== 'official')) return false;
      const tables = [...new Set(cells.map(tableOf))];
      return tables.some((a, at) => tables.slice(at + 1).some((b) => differing.has(pairOf(a, b))));
    })
  );
}

/** Pairs of tables of which more figures differ than agree, of those that both show and are not none in both. */
function differingTables({ cells, shown }: Seen, frame: Frame): ReadonlySet<string> {
  const figureOf = figuresOf(frame);
  const groups = new Map<string, TableCell[]>();
  for (const cell of cells.values()) {
    if (!shown.has(cell.id)) continue;
    const figure = figureOf(cell);
    const group = groups.get(figure);
    if (group) group.push(cell);
    else groups.set(figure, [cell]);
  }
  const balance = new Map<string, number>();
  for (const group of groups.values())
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        const [one, other] = [shown.get(a.id), shown.get(b.id)];
        if (one === undefined || other === undefined || (one.upper === 0 && other.upper === 0)) continue;
        const agree = one.lower <= other.upper && other.lower <= one.upper;
        const pair = pairOf(tableOf(a), tableOf(b));
        balance.set(pair, (balance.get(pair) ?? 0) + (agree ? 1 : -1));
      }
  return new Set([...balance].flatMap(([pair, more]) => (more < 0 ? [pair] : [])));
}

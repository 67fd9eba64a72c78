/** Why a hidden cell can be worked out, and what would have to be withheld so that it cannot. */
import { openAuditor, type AuditedTable, type Auditor, type Interval } from './audit.ts';
import { irreducible } from './irreducible.ts';

/** What counts as given away. */
export interface LeakRule {
  /**
   * The least difference between the ends of an interval that is wide enough; without it only exact cells are given
   * away. 4 asks for at least five possible counts.
   */
  readonly width?: number;
}

export interface Leak {
  readonly interval: Interval;
  /**
   * Places of equations that suffice to give the cell away, none of which could be missing; empty where what is known
   * beforehand suffices. Undefined where the cell is not given away.
   */
  readonly givenAwayBy: readonly number[] | undefined;
}

/** Exact, or narrower than the rule allows. */
export function isGivenAway({ lower, upper, exact }: Interval, { width = 0 }: LeakRule = {}): boolean {
  return exact || (lower !== null && upper !== null && upper - lower < width);
}

/**
 * The relations that give a hidden cell away: few, near it, and none of them idle (deletion, as for irreducible
 * infeasible systems: Chinneck 2008; Junker 2004).
 * @throws as `auditCells`; RangeError where the cell is not a hidden one
 */
export async function explainLeak(table: AuditedTable, id: string, rule: LeakRule = {}): Promise<Leak> {
  if (![...table.suppressed, ...(table.neverPublished ?? [])].includes(id))
    throw new RangeError(`cell ${id} is not hidden`);
  const auditor = await openAuditor(table);
  const interval = auditor.intervals([id]).get(id);
  if (interval === undefined) throw new RangeError(`cell ${id} is not hidden`);
  return {
    interval,
    givenAwayBy: isGivenAway(interval, rule) ? reasons(auditor, table, id, rule) : undefined
  };
}

/** Places of equations that together give a cell away, of a table in which it is. */
export function reasons(
  auditor: Auditor,
  table: AuditedTable,
  id: string,
  rule: LeakRule
): readonly number[] {
  const { equations } = table;
  const suffice = (places: readonly number[]): boolean => {
    const some = places.flatMap((place) => equations[place] ?? []);
    const interval = auditor.intervals([id], some).get(id);
    return interval !== undefined && isGivenAway(interval, rule);
  };
  const near = nearest(spreading(table, auditor.published, id), suffice) ?? [...equations.keys()];
  return [...irreducible(near, suffice)].sort((a, b) => a - b);
}

function nearest(
  circles: Iterable<readonly number[]>,
  suffice: (places: readonly number[]) => boolean
): readonly number[] | undefined {
  for (const places of circles) if (suffice(places)) return places;
  return undefined;
}

/** None; the equations that speak of the cell; with those that share an unknown with these; and so on. */
function* spreading(
  table: AuditedTable,
  published: Auditor['published'],
  id: string
): Generator<readonly number[]> {
  const isOpen = (cell: string) => typeof published.get(cell) !== 'number';
  const reached = new Set([id]);
  const places = new Set<number>();
  for (let before = -1; before < places.size;) {
    before = places.size;
    yield [...places];
    const next = table.equations.flatMap(({ total, parts }, place) => {
      const cells = [total, ...parts];
      if (places.has(place) || !cells.some((cell) => reached.has(cell))) return [];
      places.add(place);
      return cells.filter(isOpen);
    });
    for (const cell of next) reached.add(cell);
  }
}

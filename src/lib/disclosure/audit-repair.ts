/** The fewest published cells whose withholding stops hidden ones from being given away. */
import { auditorOf, type AuditedTable, type Auditor } from './audit.ts';
import { costing, type Effort } from './audit-effort.ts';
import { isGivenAway, reasons, type LeakRule } from './audit-leak.ts';
import { irreducible } from './irreducible.ts';
import { openSolver, type Solver, type Term } from './solver.ts';

export interface RepairRule extends LeakRule {
  /** The hidden cells that must not be given away: every suppressed one, unless said. */
  readonly protect?: readonly string[];
  /** Published cells that must stay. */
  readonly keep?: readonly string[];
  /** How many sets to try before the smallest found so far has to do: 60, unless said. */
  readonly rounds?: number;
  /** What the search may cost at most; it ends in OutOfEffort beyond. */
  readonly effort?: Effort;
}

export type Repair =
  /** Withholding these as well gives away none of the cells to protect, nor these. `fewest`: no smaller set does. */
  | { readonly kind: 'repair'; readonly withhold: readonly string[]; readonly fewest: boolean }
  /** Whatever else is withheld, these equations give the cell away: all they speak of must stay or is 0. */
  | { readonly kind: 'none'; readonly cell: string; readonly givenAwayBy: readonly number[] };

/** One of these must be withheld, if the cell they give away is (or has to stay) hidden. */
interface Conflict {
  readonly candidates: readonly string[];
  readonly unless?: string;
}

/**
 * The smallest repair found. Every way in which a cell is given away says that one of the published cells in it must
 * be withheld; the smallest set that meets all the ways found so far is tried, and what still gives a cell away is
 * one more (implicit hitting sets: Moreno-Centeno and Karp, Operations Research 61, 2013; cf. the cutting planes of
 * Fischetti and Salazar-González 2000). Among sets of one size, the smaller sum of counts. A published 0 is never
 * withheld, nor a figure outside the bounds of suppressed cells.
 * @throws as `auditCells`
 */
export async function repairLeak(table: AuditedTable, rule: RepairRule = {}): Promise<Repair> {
  return repairOf(table, rule, await openSolver());
}

/** The smallest repair found, with the solver open already. @throws as `repairLeak` */
export function repairOf(table: AuditedTable, rule: RepairRule, solver: Solver): Repair {
  const search = searchOf(table, rule, solver);
  const conflicts: Conflict[] = [];
  const rounds = rule.rounds ?? 60;
  for (let round = 0; ; round += 1) {
    const withhold = search.fewestFor(conflicts);
    const found = search.conflictsOf(withhold);
    if (found.kind === 'none') return found;
    if (found.conflicts.length === 0) return { kind: 'repair', withhold, fewest: true };
    conflicts.push(...found.conflicts);
    if (round >= rounds) return search.thinned(found.enough);
  }
}

type Found =
  | {
      readonly kind: 'conflicts';
      readonly conflicts: readonly Conflict[];
      readonly enough: readonly string[];
    }
  | Extract<Repair, { kind: 'none' }>;

interface Search {
  fewestFor(conflicts: readonly Conflict[]): readonly string[];
  conflictsOf(withhold: readonly string[]): Found;
  thinned(enough: readonly string[]): Repair;
}

function searchOf(table: AuditedTable, rule: RepairRule, solver: Solver): Search {
  const candidates = candidatesOf(table, rule, solver);
  const stateOf = (withhold: readonly string[]): State => {
    const wider = { ...table, suppressed: [...table.suppressed, ...withhold] };
    return { table: wider, auditor: costing(auditorOf(wider, solver), wider, rule.effort) };
  };
  const leaksOf = ({ auditor }: State, ids: readonly string[]) =>
    [...auditor.intervals(ids)].flatMap(([id, interval]) => (isGivenAway(interval, rule) ? [id] : []));
  /** Intervals only widen as more is withheld: what is safe now stays so. */
  const exposed = leaksOf(stateOf([]), rule.protect ?? table.suppressed);
  const explained = (state: State, cell: string) => {
    const places = reasons(state.auditor, state.table, cell, rule);
    const spoken = new Set(places.flatMap((place) => cellsOf(table, place)));
    const hidden = new Set(state.table.suppressed);
    return { places, open: [...spoken].filter((id) => candidates.has(id) && !hidden.has(id)) };
  };

  /** What still gives a cell away, and a set that is enough for the cells to protect, if not the smallest. */
  const conflictsOf = (withhold: readonly string[]): Found => {
    const conflicts: Conflict[] = [];
    let work = withhold;
    let state = stateOf(work);
    for (const cell of [...exposed, ...withhold])
      while (leaksOf(state, [cell]).length > 0) {
        const { places, open } = explained(state, cell);
        const own = !exposed.includes(cell);
        if (open.length === 0 && !own) return { kind: 'none', cell, givenAwayBy: places };
        conflicts.push(own ? { candidates: open, unless: cell } : { candidates: open });
        if (open.length === 0) break;
        work = [...work, ...open];
        state = stateOf(work);
      }
    return { kind: 'conflicts', conflicts, enough: work };
  };

  /** A part of a set that is enough, none of which could be left out, and what keeps that part itself safe. */
  const thinned = (enough: readonly string[]): Repair => {
    let withhold = irreducible(enough, (some) => leaksOf(stateOf(some), exposed).length === 0);
    for (;;) {
      const state = stateOf(withhold);
      const [cell] = leaksOf(state, withhold);
      if (cell === undefined) return { kind: 'repair', withhold, fewest: false };
      const { places, open } = explained(state, cell);
      const [next] = open.sort((a, b) => (candidates.get(a) ?? 0) - (candidates.get(b) ?? 0));
      if (next === undefined) return { kind: 'none', cell, givenAwayBy: places };
      withhold = [...withhold, next];
    }
  };

  return {
    conflictsOf,
    thinned,
    fewestFor: (conflicts) => fewestFor(conflicts, candidates, solver)
  };
}

interface State {
  readonly table: AuditedTable;
  readonly auditor: Auditor;
}

function cellsOf({ equations }: AuditedTable, place: number): readonly string[] {
  const equation = equations[place];
  return equation === undefined ? [] : [equation.total, ...equation.parts];
}

/** The published cells that may be withheld, and their values. */
function candidatesOf(
  table: AuditedTable,
  { keep = [] }: RepairRule,
  solver: Solver
): ReadonlyMap<string, number> {
  const { published } = auditorOf(table, solver);
  const kept = new Set(keep);
  const least = table.lower ?? -Infinity;
  const greatest = table.upper ?? Infinity;
  return new Map(
    [...published].flatMap(([id, cell]): [string, number][] => {
      const lower = typeof cell === 'number' ? cell : cell.lower;
      const upper = typeof cell === 'number' ? cell : (cell.upper ?? Infinity);
      const holdsZero = lower <= 0 && upper >= 0;
      const size = Math.abs(Number.isFinite(upper) ? upper : lower);
      return holdsZero || lower < least || upper > greatest || kept.has(id) ? [] : [[id, size]];
    })
  );
}

/** A smallest set that has one of every conflict's candidates; of these, one of the smallest sum. */
function fewestFor(
  conflicts: readonly Conflict[],
  candidates: ReadonlyMap<string, number>,
  solver: Solver
): readonly string[] {
  if (conflicts.length === 0) return [];
  const ids = [
    ...new Set(conflicts.flatMap(({ candidates: some, unless }) => [...some, unless ?? []].flat()))
  ];
  const places = new Map(ids.map((id, place) => [id, place]));
  const term = (id: string, by: number): Term => [places.get(id) ?? -1, by];
  const all = ids.reduce((sum, id) => sum + (candidates.get(id) ?? 0), 1);
  const { status, values } = solver.solve({
    sense: 'minimise',
    objective: ids.map((id) => term(id, 1 + (candidates.get(id) ?? 0) / all)),
    rows: conflicts.map(({ candidates: some, unless }) => ({
      terms: [...some.map((id) => term(id, 1)), ...(unless === undefined ? [] : [term(unless, -1)])],
      lower: unless === undefined ? 1 : 0,
      upper: Infinity
    })),
    bounds: ids.map(() => ({ lower: 0, upper: 1 })),
    integers: [...ids.keys()]
  });
  if (status !== 'optimal') throw new Error(`the solver could not settle the repair: ${status}`);
  return ids.filter((_, place) => (values[place] ?? 0) > 0.5);
}

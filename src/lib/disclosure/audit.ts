/**
 * The auditor: what a reader with a pencil, or a solver, can work out about every withheld cell. Written apart from
 * the protector, so that neither repeats the other's mistake.
 */
import { componentsOf, setExtremes } from './audit-extremes.ts';
import { Contradiction, rangeOf, reduce, rootOf } from './audit-reduce.ts';
import {
  checkIds,
  equationInWords,
  InconsistentTable,
  readPublished,
  systemOf,
  TOLERANCE,
  type AuditedTable,
  type Equation,
  type PublishedCell
} from './audit-table.ts';
import { irreducible } from './irreducible.ts';
import { openSolver, type Solver } from './solver.ts';

export {
  InconsistentTable,
  type AuditedTable,
  type Equation,
  type KnownBounds,
  type PublishedCell
} from './audit-table.ts';

/** The narrowest interval that can be derived; `null` where there is no bound. `exact`: one value is left. */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly exact: boolean;
}

export interface Audit {
  /** Of every suppressed and never-published cell. */
  readonly intervals: Readonly<Record<string, Interval>>;
}

/**
 * The narrowest interval that equations, published cells and what is known beforehand leave to each hidden cell: both
 * ends are values it takes in some table that fits all that is published (the attacker's problems of Fischetti and
 * Salazar-González 2000; Handbook on Statistical Disclosure Control, ch. 4 and 5). With `integer`, tables of whole
 * numbers. The values of hidden cells are never read. Blocks while it solves: in a browser, call it in a worker.
 * @throws RangeError for an unknown id, one named twice, or a figure that is none; InconsistentTable where no table
 *   fits, naming equations that cannot all hold.
 */
export async function auditCells(table: AuditedTable): Promise<Audit> {
  const auditor = await openAuditor(table);
  const intervals = auditor.intervals();
  return { intervals: Object.fromEntries(intervals) };
}

/** A checked table, ready to be audited whole or by some of its equations. */
export interface Auditor {
  readonly solver: Solver;
  readonly published: ReadonlyMap<string, PublishedCell>;
  /** Of the ids (all hidden, unless said), by the equations (all, unless said). */
  intervals(ids?: readonly string[], equations?: readonly Equation[]): ReadonlyMap<string, Interval>;
}

/** Checks a table and opens the solver. @throws as `auditCells` */
export async function openAuditor(table: AuditedTable): Promise<Auditor> {
  return auditorOf(table, await openSolver());
}

/** Checks a table, with the solver open already. @throws as `auditCells` */
export function auditorOf(table: AuditedTable, solver: Solver): Auditor {
  checkIds(table);
  const published = readPublished(table);
  return {
    solver,
    published,
    intervals: (ids, equations = table.equations) => {
      try {
        return intervalsOf(table, published, solver, equations, ids);
      } catch (problem) {
        throw problem instanceof Contradiction ? inconsistent(table, published, solver, equations) : problem;
      }
    }
  };
}

function intervalsOf(
  table: AuditedTable,
  published: ReadonlyMap<string, PublishedCell>,
  solver: Solver,
  equations: readonly Equation[],
  ids?: readonly string[]
): ReadonlyMap<string, Interval> {
  const system = systemOf(table, published, equations);
  reduce(system);
  const only = ids === undefined ? undefined : new Set(ids);
  const asked = [...system.hidden].filter(([id]) => only?.has(id) ?? true);
  const roots = new Set(asked.map(([, unknown]) => rootOf(unknown).root));
  const all = ids === undefined ? system.relations.flatMap(({ terms }) => [...terms.keys()]) : roots;
  for (const component of componentsOf(all))
    setExtremes(component, roots, table.integer, solver, table.enough);
  return new Map(asked.map(([id, unknown]) => [id, intervalOf(rangeOf(unknown), table.integer)]));
}

function intervalOf({ lower, upper }: { lower: number; upper: number }, integer: boolean): Interval {
  return {
    lower: lower === -Infinity ? null : lower,
    upper: upper === Infinity ? null : upper,
    exact: upper - lower <= (integer ? 0 : TOLERANCE)
  };
}

/** The error that names a smallest set of equations that cannot all hold; a single one where there is one. */
function inconsistent(
  table: AuditedTable,
  published: ReadonlyMap<string, PublishedCell>,
  solver: Solver,
  equations: readonly Equation[]
): InconsistentTable {
  const fails = (some: readonly Equation[]) => !isPossible(table, published, solver, some);
  const alone = equations.find((equation) => fails([equation]));
  const together = alone === undefined ? irreducible(equations, fails) : [alone];
  const places = together.map((equation) => table.equations.indexOf(equation)).sort((a, b) => a - b);
  const named = together.map((equation) => equationInWords(equation)).join('; ');
  const what =
    alone === undefined ? 'the equations contradict each other' : 'the parts do not make the total';
  return new InconsistentTable(`${what}: ${named}`, places);
}

function isPossible(
  table: AuditedTable,
  published: ReadonlyMap<string, PublishedCell>,
  solver: Solver,
  equations: readonly Equation[]
): boolean {
  const system = systemOf(table, published, equations);
  try {
    reduce(system);
    for (const component of componentsOf(system.relations.flatMap(({ terms }) => [...terms.keys()])))
      setExtremes(component, new Set(), table.integer, solver);
    return true;
  } catch (problem) {
    if (problem instanceof Contradiction) return false;
    throw problem;
  }
}

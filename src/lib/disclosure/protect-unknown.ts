/** Gives figures that are not known a value that every line allows, and tells which values could be no other. */
import type { Equation } from './protect-network.ts';
import { InconsistentCellsError } from './protect-error.ts';
import type { Row, Solver } from './solver.ts';

export interface Completed {
  readonly of: ReadonlyMap<string, number>;
  /** False where the value is one of several that the lines allow. */
  certain(id: string): boolean;
}

export const byId = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param lower what a figure that is not known is at least
 * @throws {InconsistentCellsError} where no values add up as the equations say.
 */
export function completed(
  solver: Solver,
  known: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  lower: (id: string) => number
): Completed {
  const values = new Map(known);
  const open = propagate(values, equations);
  refuseSums(values, equations);
  const several = new Set<string>();
  const failing: InconsistentCellsError[] = [];
  for (const group of groupsOf(open, values)) {
    const found = feasible(solver, values, group, lower);
    if (found instanceof InconsistentCellsError) failing.push(found);
    else
      for (const [id, value, certain] of found) {
        values.set(id, value);
        if (!certain) several.add(id);
      }
  }
  const [first] = failing;
  if (first)
    throw new InconsistentCellsError(
      first.message,
      failing.flatMap((each) => each.equations)
    );
  return { of: values, certain: (id) => !several.has(id) };
}

/** @throws {InconsistentCellsError} naming all equations of figures that are less than none, or whose parts do not add up. */
function refuseSums(values: ReadonlyMap<string, number>, equations: readonly Equation[]): void {
  const negative = new Map([...values].filter(([, value]) => value < 0));
  const [less] = negative;
  if (less)
    throw new InconsistentCellsError(
      `“${less[0]}” would be ${less[1]} for the rest to add up`,
      equations.filter((equation) => idsOf(equation).some((id) => negative.has(id)))
    );
  const broken = equations.filter(({ total, parts }) => {
    const sum = sumOf(values, parts);
    const whole = values.get(total);
    return sum !== undefined && whole !== undefined && sum !== whole;
  });
  const [first] = broken;
  if (first)
    throw new InconsistentCellsError(
      `“${first.total}” is ${values.get(first.total) ?? ''} and its parts come to ${sumOf(values, first.parts) ?? ''}`,
      broken
    );
}

/** Lines that share a figure that is not known, together. */
function groupsOf(equations: readonly Equation[], known: ReadonlyMap<string, number>): Equation[][] {
  const group = new Map<string, Equation[]>();
  for (const equation of equations) {
    const ids = idsOf(equation).filter((id) => !known.has(id));
    const merged = [equation, ...new Set(ids.flatMap((id) => group.get(id) ?? []))];
    const list = [...new Set(merged)];
    for (const each of list) for (const id of idsOf(each)) if (!known.has(id)) group.set(id, list);
  }
  return [...new Set(group.values())];
}

export const idsOf = ({ total, parts }: Equation) => [total, ...parts];

function sumOf(values: ReadonlyMap<string, number>, parts: readonly string[]): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const value = values.get(part);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** Works out every figure that is alone not known on its line, again and again; the lines with more than one left. */
export function propagate(values: Map<string, number>, equations: readonly Equation[]): Equation[] {
  const unknownOf = (equation: Equation) => idsOf(equation).filter((id) => !values.has(id));
  const linesOf = new Map<string, Equation[]>();
  for (const equation of equations)
    for (const id of unknownOf(equation)) linesOf.set(id, [...(linesOf.get(id) ?? []), equation]);
  const queue = equations.filter((equation) => unknownOf(equation).length === 1);
  for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
    const [id, ...others] = unknownOf(line);
    if (id === undefined || others.length > 0) continue;
    const rest = line.parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0);
    values.set(id, id === line.total ? rest : (values.get(line.total) ?? 0) - rest);
    queue.push(...(linesOf.get(id) ?? []).filter((each) => unknownOf(each).length === 1));
  }
  return equations.filter((equation) => unknownOf(equation).length > 0);
}

/** Up to so many figures, whether each could be another is asked of the solver; of more, none is held to be certain. */
const ASKED_UP_TO = 30;

function feasible(
  solver: Solver,
  values: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  lower: (id: string) => number
): (readonly [id: string, value: number, certain: boolean])[] | InconsistentCellsError {
  const ids = [...new Set(equations.flatMap(idsOf))].filter((id) => !values.has(id)).sort(byId);
  const column = new Map(ids.map((id, index) => [id, index]));
  const rows = equations.map(({ total, parts }): Row => {
    const terms = new Map<number, number>();
    let constant = 0;
    const add = (id: string, by: number) => {
      const at = column.get(id);
      if (at === undefined) constant += by * (values.get(id) ?? 0);
      else terms.set(at, (terms.get(at) ?? 0) + by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return { terms: [...terms], lower: -constant, upper: -constant };
  });
  const model = solver.keep({
    rows,
    bounds: ids.map((id) => ({ lower: lower(id), upper: Infinity })),
    integers: ids.map((_, index) => index)
  });
  try {
    const answer = model.optimise('minimise', []);
    if (answer.status !== 'optimal')
      return new InconsistentCellsError(
        `no figures in whole numbers add up as they should, “${ids[0] ?? ''}” among them`,
        equations
      );
    return ids.map((id, index) => {
      const value = Math.round(answer.values[index] ?? 0);
      const ends = (['minimise', 'maximise'] as const).map((sense) =>
        ids.length > ASKED_UP_TO ? undefined : model.optimise(sense, [[index, 1]])
      );
      const certain = ends.every((end) => end?.status === 'optimal' && Math.round(end.objective) === value);
      return [id, value, certain] as const;
    });
  } finally {
    model.dispose();
  }
}

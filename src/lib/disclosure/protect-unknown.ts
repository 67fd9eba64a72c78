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
  for (const [id, value] of values)
    if (value < 0) throw new InconsistentCellsError(`“${id}” would be ${value} for the rest to add up`);
  for (const { total, parts } of equations) {
    const sum = sumOf(values, parts);
    const whole = values.get(total);
    if (sum !== undefined && whole !== undefined && sum !== whole)
      throw new InconsistentCellsError(`“${total}” is ${whole} and its parts come to ${sum}`);
  }
  const several = new Set(open.flatMap(idsOf).filter((id) => !values.has(id)));
  for (const [id, value] of feasible(solver, values, open, [...several].sort(byId), lower))
    values.set(id, value);
  return { of: values, certain: (id) => !several.has(id) };
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

function feasible(
  solver: Solver,
  values: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  ids: readonly string[],
  lower: (id: string) => number
): (readonly [string, number])[] {
  if (ids.length === 0) return [];
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
  const answer = solver.solve({
    sense: 'minimise',
    objective: [],
    rows,
    bounds: ids.map((id) => ({ lower: lower(id), upper: Infinity })),
    integers: ids.map((_, index) => index)
  });
  if (answer.status !== 'optimal')
    throw new InconsistentCellsError('no figures in whole numbers add up as they should');
  return ids.map((id, index) => [id, Math.round(answer.values[index] ?? 0)] as const);
}

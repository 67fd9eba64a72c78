/** The same mistake found in table after table, or row after row, of one place: told once, with how many rows it concerns. */
import type { Problem } from '#lib/domain/problem.ts';

/** Problems that say the same of the same place as one, in the order in which each is first met; with what goes along with it. */
export function toldOnce<T extends { readonly problem: Problem }>(found: readonly T[]): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const each of found) {
    const { severity, rule, file, row, column, message, remedy } = each.problem;
    const key = [severity, rule, file, row ?? '', column ?? '', message, remedy].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group): T[] => {
    const [first] = group;
    if (first === undefined) return [];
    const rows = group.reduce((sum, { problem }) => sum + (problem.rows ?? 1), 0);
    return rows === 1 ? [first] : [{ ...first, problem: inWords(first.problem, rows) }];
  });
}

/** Alike problems as one: for whoever has no more than problems. */
export function problemsOnce(problems: readonly Problem[]): readonly Problem[] {
  return toldOnce(problems.map((problem) => ({ problem }))).map(({ problem }) => problem);
}

function inWords(problem: Problem, rows: number): Problem {
  return {
    ...problem,
    rows,
    message: `${problem.message} (so in ${rows.toLocaleString('en-GB')} rows)`
  };
}

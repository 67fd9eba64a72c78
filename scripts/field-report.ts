/** What somebody who knows the field would ask of a bundle, as a command says it. */
import { isoDate } from '#lib/domain/dates.ts';
import { describeProblem, type Problem } from '#lib/domain/problem.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { problemsOnce } from '#lib/sources/given/told-once.ts';
import { checkField } from '#lib/sources/rules/rules.ts';
import type { BundleOnDisk } from './read-bundle.ts';

/** So many of one rule in one file are told one by one. */
const TOLD = 3;

/** Problems of the figures themselves, each where the reader wrote the figure. */
export function fieldProblems(
  { bundle, placed }: Pick<BundleOnDisk, 'bundle' | 'placed'>,
  official: readonly Bundle[]
): readonly Problem[] {
  const today = isoDate(new Date());
  const areas = official.flatMap(({ manifest }) => manifest.areas);
  return problemsOnce(checkField(bundle, { today, official: areas }).map(placed));
}

/** Errors first, a few of each rule in each file, and how many more there are: `--json` has them. */
export function problemsInWords(problems: readonly Problem[]): readonly string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity}\n${problem.rule}\n${problem.file}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const each = [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
  return each.flatMap((group) => {
    const [first] = group;
    const more = group.length - TOLD;
    const told = group.slice(0, TOLD).map((problem) => `${problem.severity}: ${describeProblem(problem)}`);
    return more <= 0 || first === undefined
      ? told
      : [...told, `${first.severity}: ${first.file}: and more of “${first.rule}”: --json lists them`];
  });
}

function rankOf([first]: readonly Problem[]): number {
  return first?.severity === 'error' ? 0 : 1;
}

/** Whether nothing stands in the way of loading. */
export function hasNoErrors(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

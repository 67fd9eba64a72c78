import type { Problem } from '#lib/domain/problem.ts';

const LIMIT = 50;

export type Finding = Omit<Problem, 'severity' | 'rule' | 'file'>;

/**
 * Gathers problems. After fifty of one rule in one file the rest are counted, not described: a column that is wrong
 * throughout must not hide the other mistakes behind it.
 */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<
    string,
    { severity: Problem['severity']; rule: string; file: string; count: number }
  >();

  #add(severity: Problem['severity'], rule: string, file: string, describe: () => Finding): void {
    const key = `${severity}\n${rule}\n${file}`;
    const seen = this.#counts.get(key) ?? { severity, rule, file, count: 0 };
    seen.count += 1;
    this.#counts.set(key, seen);
    if (seen.count <= LIMIT) this.#problems.push({ severity, rule, file, ...describe() });
  }

  error(rule: string, file: string, describe: () => Finding): void {
    this.#add('error', rule, file, describe);
  }

  warning(rule: string, file: string, describe: () => Finding): void {
    this.#add('warning', rule, file, describe);
  }

  /** Problems found elsewhere, under the same limit. */
  take(problems: readonly Problem[]): void {
    for (const { severity, rule, file, ...finding } of problems)
      this.#add(severity, rule, file, () => finding);
  }

  hasErrors(): boolean {
    return [...this.#counts.values()].some((entry) => entry.severity === 'error');
  }

  /** Everything found, in order, with one line for what went beyond the limit of a rule in a file. */
  all(): Problem[] {
    const more = [...this.#counts.values()]
      .filter((entry) => entry.count > LIMIT)
      .map(({ severity, rule, file, count }) => ({
        severity,
        rule,
        file,
        message: `and ${(count - LIMIT).toLocaleString('en-GB')} more of “${rule}”`,
        remedy: 'Mend those named first: the rest are often the same mistake.'
      }));
    return [...this.#problems, ...more];
  }
}

/** One thing wrong with, or worth knowing about, a file that was read. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** A short stable name of the rule that was broken, such as `unknown-member`. */
  readonly rule: string;
  readonly file: string;
  /** 1-based row of the file, the header being row 1. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  /** How many rows it concerns, where it is told once for several. */
  readonly rows?: number;
  /** What is wrong, noun first, in words. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Thrown when a file or folder cannot be used; carries every problem found, not only the first. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];
  constructor(summary: string, problems: readonly Problem[]) {
    super([summary, ...problems.map(describeProblem)].join('\n'));
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

/** One line: file, row, column, value, what is wrong, what to do. */
export function describeProblem(problem: Problem): string {
  const place = [
    problem.file,
    problem.row === undefined ? undefined : `row ${problem.row}`,
    problem.column === undefined ? undefined : `column “${problem.column}”`
  ]
    .filter(Boolean)
    .join(', ');
  const value = problem.value === undefined ? '' : ` (found “${problem.value}”)`;
  return `${place}: ${problem.message}${value}. ${problem.remedy}`;
}

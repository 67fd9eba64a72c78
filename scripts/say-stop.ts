import { describeProblem, ProblemsError } from '#lib/domain/problem.ts';

/** A command that was not understood: answered with how it is used. */
export class Misuse extends Error {}

/**
 * Says what stopped a command, in words or, for a program that reads the answer, as JSON. Returns the exit code: 2 for
 * a command that was not understood, 1 otherwise.
 */
export function sayStop(error: unknown, help: string, json: boolean): number {
  const misused = error instanceof Misuse;
  const problems = error instanceof ProblemsError ? error.problems : [];
  const words = error instanceof Error ? error.message : String(error);
  const title = problems.length === 0 ? words : (words.split('\n')[0] ?? words);
  if (json) console.log(JSON.stringify({ ok: false, title, problems }, null, 2));
  else
    console.error(
      [
        title,
        ...problems.map((found) => `  ${describeProblem(found)}`),
        ...(misused ? ['', help.split('\n')[0] ?? '', 'With --help it tells all that it takes.'] : [])
      ].join('\n')
    );
  return misused ? 2 : 1;
}

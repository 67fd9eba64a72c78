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

const STOPPED = 130;

/** Aborts where the command is told to stop: by Ctrl-C, a closed terminal or a plain kill. */
export function stopSignal(): AbortSignal {
  const control = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => control.abort(new Error('stopped')));
  return control.signal;
}

/** Says that a command was stopped and wrote nothing, as `sayStop` says what stopped it. Returns the exit code, 130. */
export function sayStopped(json: boolean): number {
  const title = 'Stopped. Nothing was written.';
  if (json) console.log(JSON.stringify({ ok: false, title, problems: [] }, null, 2));
  else console.error(title);
  return STOPPED;
}

// Written for any Node that knows modules: the version is checked before anything newer is read.
import { bearClosedPipes } from './closed-pipe.mjs';
import { nodeProblem } from './node-version.mjs';

/**
 * Runs one command: checks Node, imports the command, hands it the arguments, and turns whatever stops it into
 * one plain sentence and an exit code.
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<number | undefined> }>} load
 */
export function launch(load) {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  bearClosedPipes();
  load()
    .then((command) => command.main(process.argv.slice(2)))
    .then(
      (code) => {
        if (code !== undefined) process.exitCode = code;
      },
      (error) =>
        import('./halt.mjs').then((halt) => {
          console.error('\n' + halt.sentence(error));
          process.exitCode = 1;
        })
    );
}

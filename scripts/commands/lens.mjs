import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { makeInstalled } from '../setup/install.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';

const SCRIPTS = join(ROOT, 'scripts');

/**
 * The commands there are: every script that exports a `summary` of itself in one line.
 *
 * @param {string} [folder]
 * @returns {{ name: string, summary: string }[]}
 */
export function commandsIn(folder = SCRIPTS) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => {
      const found = /export const summary(?:: string)?\s*=\s*(['"`])([\s\S]*?)\1;/.exec(
        readFileSync(join(folder, file), 'utf8')
      );
      return found?.[2] === undefined ? [] : [{ name: file.replace(/\.ts$/, ''), summary: found[2] }];
    });
}

const QUIET =
  'For --json write npm run -s lens -- <command> …: without -s npm prints two lines of its own first.';

/** What `npm run lens` prints by itself: every command in a line. */
export function list() {
  const commands = commandsIn();
  const width = Math.max(0, ...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`);
  const more = ['Each says more with --help.', QUIET];
  return ['npm run lens -- <command> [options]', '', ...lines, '', ...more].join('\n');
}

/** @param {string[]} args */
export async function main(args) {
  const [first, about] = args;
  const [name, ...rest] = first === 'help' && about !== undefined ? [about, '--help'] : args;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    say(list());
    return name === undefined ? 1 : 0;
  }
  const file = join(SCRIPTS, `${name}.ts`);
  if (!commandsIn().some((command) => command.name === name) || !existsSync(file)) {
    const title = `There is no command "${name}".`;
    if (rest.includes('--json')) say(JSON.stringify({ ok: false, title, problems: [] }, null, 2));
    else console.error(`${title}\n\n${list()}`);
    return 1;
  }
  await makeInstalled();
  const runner = join(SCRIPTS, 'setup', 'run-script.mjs');
  const tsx = import.meta.resolve('tsx');
  const ended = spawnSync(process.execPath, ['--import', tsx, runner, file, ...rest], { stdio: 'inherit' });
  return ended.status ?? 1;
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandsIn, list, main } from '../../scripts/commands/lens.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lens-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a script with a summary is a command, and one without is not', () => {
  writeFileSync(join(folder, 'diff.ts'), `export const summary = 'what changed between two bundles';\n`);
  writeFileSync(join(folder, 'import-dfe.ts'), `export const summary: string =\n  "read DfE's release";\n`);
  writeFileSync(join(folder, 'fixture.ts'), `const summary = 'not for the command line';\n`);
  writeFileSync(join(folder, 'start.mjs'), `export const summary = 'not a command';\n`);
  expect(commandsIn(folder)).toEqual([
    { name: 'diff', summary: 'what changed between two bundles' },
    { name: 'import-dfe', summary: "read DfE's release" }
  ]);
});

test('the list says how a program gets JSON and nothing before it', () => {
  expect(list()).toMatch(/--json[^\n]+npm run -s lens/);
});

test('help is a way to ask for help', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await main(['help'])).toBe(0);
  expect(said.mock.calls).toEqual([[list()]]);
  said.mockRestore();
});

test('help with a command is its --help, and with none that there is an error', () => {
  const asked = (...args: string[]) => spawnSync(process.execPath, ['scripts/lens.mjs', ...args]);
  const { status, stdout } = asked('help', 'schema');
  expect(stdout.toString()).toBe(asked('schema', '--help').stdout.toString());
  expect(stdout.toString()).toContain('npm run lens -- schema');
  expect(status).toBe(0);
  expect(asked('help', 'nowhere').status).toBe(1);
});

test.each([
  ['run-script.mjs', 'run', '--import tsx scripts/setup/run-script.mjs COMMAND'],
  ['launch.mjs', 'main', 'LAUNCHER']
])('a command whose lines nobody reads on goes quietly to its end: %s', (_, name, way) => {
  const command = join(folder, 'command.mjs');
  const launcher = join(folder, 'launcher.mjs');
  const ended = join(folder, 'ended');
  writeFileSync(
    command,
    `import { writeFileSync } from 'node:fs';
     export async function ${name}() {
       for (let at = 0; at < 40; at += 1) {
         console.log('line', at);
         await new Promise((resolve) => setTimeout(resolve, 5));
       }
       writeFileSync(${JSON.stringify(ended)}, '');
       return 3;
     }`
  );
  const launch = pathToFileURL(join(process.cwd(), 'scripts/setup/launch.mjs')).href;
  writeFileSync(
    launcher,
    `import { launch } from ${JSON.stringify(launch)}; launch(() => import('./command.mjs'));`
  );
  const started = `"${process.execPath}" ${way.replace('COMMAND', command).replace('LAUNCHER', launcher)}`;
  const piped = spawnSync('sh', ['-c', `{ ${started}; echo "code $?" >&2; } | head -n 1`]);
  expect(piped.stdout.toString()).toBe('line 0\n');
  expect(piped.stderr.toString()).toBe('code 3\n');
  expect(existsSync(ended)).toBe(true);
});

test('a command that is none is refused as JSON where JSON is asked for', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await main(['nowhere', '--json'])).toBe(1);
  expect(JSON.parse(String(said.mock.calls[0]?.[0]))).toEqual({
    ok: false,
    title: 'There is no command "nowhere".',
    problems: []
  });
  said.mockRestore();
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

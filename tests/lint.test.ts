import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNode, toolFile } from '../scripts/setup/child.mjs';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const lint = new ESLint({ cwd });
const LIBRARY = 'src/lib/domain/area.ts';

async function rulesBroken(path: string, text: string): Promise<(string | null)[]> {
  const results = await lint.lintText(text, { filePath: `${cwd}${path}` });
  return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))];
}

test.each([
  ['a second worker', `export const w = new Worker('/w.js');`, 'no-restricted-syntax'],
  ['a worker by way of the window', `export const w = new window.Worker('/w.js');`, 'no-restricted-syntax'],
  [
    'a fetch of another host',
    `export const f = () => fetch('https://example.org/x');`,
    'no-restricted-syntax'
  ],
  [
    'a fetch of another host in a template',
    'export const f = (x: string) => fetch(`https://example.org/${x}`);',
    'no-restricted-syntax'
  ],
  ['an assertion', `export const n = '1' as unknown;`, '@typescript-eslint/consistent-type-assertions'],
  ['any', `export const n = (x: any) => String(x);`, '@typescript-eslint/no-explicit-any']
])('%s does not pass', async (_, text, rule) => {
  expect(await rulesBroken(LIBRARY, text)).toEqual([rule]);
});

test.each([
  ['a fetch of a path of this site', LIBRARY, `export const f = () => fetch('/bundle/plans.arrow');`],
  ['as const and satisfies', LIBRARY, `export const t = ['a'] as const satisfies readonly string[];`],
  ['an assertion in the engine’s adapter', 'src/lib/db/rows.ts', `export const n = '1' as unknown;`],
  ['the one worker', 'src/lib/db/worker.ts', `export const w = () => new Worker('blob:x');`]
])('%s passes', async (_, path, text) => {
  expect(await rulesBroken(path, text)).toEqual([]);
});

const component = (script: string) => `<script lang="ts">\n${script}\n</script>\n<p>{used}</p>\n`;

test.each([
  [
    'a property of an interface that nothing takes',
    `interface Props { readonly used: string; readonly forgotten?: number }
     const { used }: Props = $props();`,
    ['lens/props-are-used']
  ],
  [
    'a property written in place that nothing takes',
    `const { used }: { used: string; forgotten: number } = $props();`,
    ['lens/props-are-used']
  ],
  ['a store', `import { used } from 'svelte/store';`, ['no-restricted-imports']],
  ['every property taken', `const { used, also: _ }: { used: string; also: number } = $props();`, []],
  ['the rest taken together', `const { used, ..._rest }: { used: string; also: number } = $props();`, []]
])('in a component: %s', async (_, script, rules) => {
  expect(await rulesBroken('src/lib/ui/View.svelte', component(script))).toEqual(rules);
});

describe('of what asks for types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-typed-'));
  let said = '';

  beforeAll(async () => {
    const files = {
      'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
      'promise.ts': `export const f = () => { Promise.resolve(1); };`,
      'switch.ts': `export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };`,
      'well.ts': `export const f = async (x: 'a' | 'b') => { await Promise.resolve(x); switch (x) { case 'a': return 1; default: return 2; } };`
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const options = ['--type-aware', '-c', '.oxlintrc.json', '--format=unix', folder];
    said = (await runNode([toolFile('oxlint'), ...options])).output;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['a promise nobody waits for', 'promise.ts', 'no-floating-promises'],
    ['a switch with a case missing', 'switch.ts', 'switch-exhaustiveness-check']
  ])('%s does not pass', (_, file, rule) => {
    expect(said.split('\n').filter((line) => line.includes(file) && line.includes(rule))).toHaveLength(1);
  });

  test('what waits and misses nothing passes', () => {
    expect(said).not.toContain('well.ts');
  });
});

import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const lint = new ESLint({ cwd });
const LIBRARY = 'src/lib/domain/area.ts';

async function rulesBroken(path: string, text: string): Promise<(string | null)[]> {
  const results = await lint.lintText(text, { filePath: `${cwd}${path}` });
  return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))];
}

// The first file read loads the types of the whole project.
beforeAll(async () => void (await rulesBroken(LIBRARY, '')), 60_000);

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
  ['any', `export const n = (x: any) => String(x);`, '@typescript-eslint/no-explicit-any'],
  [
    'a promise nobody waits for',
    `export const f = () => { Promise.resolve(1); };`,
    '@typescript-eslint/no-floating-promises'
  ],
  [
    'a switch with a case missing',
    `export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };`,
    '@typescript-eslint/switch-exhaustiveness-check'
  ]
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

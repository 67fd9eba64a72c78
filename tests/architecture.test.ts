import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FOLDERS, importProblems, importsOf, readSources, type Source } from './architecture-rule.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const code = /\.(ts|js|mjs|svelte)$/;
const library = readSources(root, 'src/lib', code);
const sources = readSources(root, 'src', code);

const TOP = {
  folders: ['.ci', 'data', 'scripts', 'src', 'static', 'tests'],
  files: [
    '.gitattributes',
    '.gitignore',
    '.npmrc',
    '.oxlintrc.json',
    '.prettierignore',
    '.prettierrc',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'eslint.config.js',
    'package-lock.json',
    'package.json',
    'svelte.config.js',
    'tsconfig.json',
    'vite.config.ts'
  ]
};

function aliases(): Record<string, string[]> {
  const { imports }: { imports: Record<string, unknown> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8')
  );
  const paths = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value.replace(/^\.\//, '')]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(paths)
        : [];
  return Object.fromEntries(Object.entries(imports).map(([name, value]) => [name, paths(value)]));
}

/** What git keeps at the top level; in a copy without git, everything but what is made. */
function topLevel(): string[] {
  if (!existsSync(join(root, '.git')))
    return readdirSync(root).filter((name) => !/^(node_modules|\.cache|\.svelte-kit.*|build.*)$/.test(name));
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return [...new Set(listed.split('\0').flatMap((path) => path.split('/')[0] || []))];
}

test('the README says of each run-time dependency why it is there, and of no other', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8')
  );
  const [, table = ''] = readFileSync(join(root, 'README.md'), 'utf8').split(
    /^## Why each run-time dependency is there$/m
  );
  const named = [...table.matchAll(/^\| `([^`]+)` +\| (\S.*?) +\|$/gm)].map(([, name = '']) => name);
  const family = (name: string) => named.find((each) => each === name.replace(/\/.*$/, '/*')) ?? name;
  expect(named.toSorted()).toEqual([...new Set(Object.keys(dependencies).map(family))].toSorted());
});

describe('the pipeline', () => {
  test('imports point only at the own folder or at folders before it', () => {
    expect(importProblems(library, aliases())).toEqual([]);
  });

  test('shared code names no indicator', () => {
    const ids = readdirSync(join(root, 'data/indicators')).map((file) => file.replace(/\.json$/, ''));
    const spelt = [...ids, ...ids.filter((id) => id.includes('-')).map((id) => id.toLowerCase())];
    const named = new RegExp(`['"\`](${spelt.join('|')})['"\`]`);
    const tell = ({ path, text }: Source) =>
      [named.exec(text)?.[0] ?? []].flat().map((id) => `${path}: ${id}`);
    expect(ids.length).toBeGreaterThan(120);
    expect(sources.flatMap(tell)).toEqual([]);
    expect(tell({ path: 'made.ts', text: `if (id === '${ids[0] ?? ''}')` })).toHaveLength(1);
  });

  test('src/lib holds only the folders of the pipeline', () => {
    const held = readdirSync(join(root, 'src/lib'));
    expect(held.filter((name) => !FOLDERS.includes(name))).toEqual([]);
  });

  test('exactly one place starts workers', () => {
    const places = sources.filter(({ text }) => /new\s+(?:\w+\.)?(?:Shared)?Worker\s*\(/.test(text));
    expect(places.map(({ path }) => path)).toEqual(['src/lib/db/worker.ts']);
  });

  test('no route has a server file, which a build with hash routing would refuse', () => {
    const served = readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' });
    expect(served.filter((path) => /\+(page\.server|layout\.server|server)\.(ts|js)$/.test(path))).toEqual(
      []
    );
  });

  test('the top level holds what was agreed and nothing else', () => {
    expect(topLevel().filter((name) => ![...TOP.folders, ...TOP.files].includes(name))).toEqual([]);
  });

  test('no file under src is longer than 400 lines', () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length }));
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

describe('the checker of the pipeline', () => {
  const problems = (path: string, text: string) => importProblems([{ path, text }], aliases());
  const file = (path: string, text: string): Source => ({ path, text });

  test.each([
    ['a static import', 'src/lib/stats/rate.ts', `import { draw } from '#lib/charts/line.ts';`],
    ['a type import', 'src/lib/stats/rate.ts', `import type { Line } from '#lib/charts/line.ts';`],
    ['an export from', 'src/lib/stats/rate.ts', `export * from '../ui/styles.ts';`],
    ['a dynamic import', 'src/lib/stats/rate.ts', `const later = () => import('../views/overview.ts');`],
    ['an alias of package.json', 'src/lib/stats/rate.ts', `import { open } from '#db';`],
    ['a glob', 'src/lib/domain/cube.ts', `const all = import.meta.glob('../charts/*.ts');`],
    ['a route', 'src/lib/ui/page.ts', `import { load } from '../../routes/+page.ts';`],
    [
      'a component',
      'src/lib/charts/Line.svelte',
      `<script lang="ts">import X from '#lib/ui/X.svelte';</script>`
    ],
    ['a package in domain', 'src/lib/domain/area.ts', `import { table } from 'apache-arrow';`],
    ['DuckDB outside db', 'src/lib/queries/plans.ts', `import * as duckdb from '@duckdb/duckdb-wasm';`],
    ['a file outside the folders', 'src/lib/helpers.ts', '']
  ])('finds %s that breaks the rule', (_, path, text) => {
    expect(problems(path, text)).not.toEqual([]);
  });

  test.each([
    ['its own folder', 'src/lib/stats/rate.ts', `import { upper } from './interval.ts';`],
    ['an earlier folder', 'src/lib/views/overview.ts', `import { rate } from '#lib/stats/rate.ts';`],
    ['zod in domain', 'src/lib/domain/area.ts', `import { z } from 'zod';`],
    [
      'a data file',
      'src/lib/indicators/all.ts',
      `const all = import.meta.glob('../../../data/indicators/*.json');`
    ]
  ])('lets pass %s', (_, path, text) => {
    expect(problems(path, text)).toEqual([]);
  });

  test('reads both scripts of a component', () => {
    const text = `<script module>import a from 'a';</script><script>const b = () => import('b');</script><p>from 'c'</p>`;
    expect(importsOf(file('src/lib/ui/Page.svelte', text))).toEqual(['a', 'b']);
  });
});

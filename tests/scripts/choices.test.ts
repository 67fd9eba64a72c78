import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readChoices, workFolder } from '../../scripts/setup/site.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'choices-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without options every area is built into build, with paths', () => {
  expect(readChoices({ out: join(folder, 'new') }, false)).toMatchObject({
    areas: 'all',
    base: '',
    routing: 'path'
  });
});

test.each([
  [{ areas: 'Leeds City' }, /--areas takes slugs/],
  [{ base: 'neglect' }, /--base takes a path/],
  [{ routing: 'query' }, /--routing takes path or hash/]
])('%o is refused in a plain sentence', (values, words) => {
  expect(() => readChoices({ out: join(folder, 'new'), ...values }, false)).toThrow(words);
});

test('a folder that holds something else is never built into, for the build empties it', () => {
  writeFileSync(join(folder, 'letter.txt'), '');
  expect(() => readChoices({ out: folder }, false)).toThrow(/holds something other than a built site/);
  expect(() => readChoices({ out: '.' }, false)).toThrow(/holds something other/);
  expect(() => readChoices({ out: 'src' }, false)).toThrow(/holds something other/);
});

test('an empty folder and an earlier site may be built into', () => {
  expect(readChoices({ out: folder }, false).areas).toBe('all');
  mkdirSync(join(folder, '_app'));
  expect(readChoices({ out: folder }, false).areas).toBe('all');
});

test('a slash at the end of the base is left off', () => {
  expect(readChoices({ out: folder, base: '/neglect/' }, false).base).toBe('/neglect');
});

test('two output folders have two working folders', () => {
  expect([workFolder('build'), workFolder('build-test')]).toEqual(['.svelte-kit', '.svelte-kit-build-test']);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../src/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith(join('lib', 'selection')))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['the address of the window', /\b(?:window|document|globalThis)\s*\.\s*location\b/],
  ['a bare location', /(?<![\w.'"`-])location\s*\.\s*(?:href|search|hash|pathname|assign|replace|origin)\b/],
  ['a query of an address', /\b(?:url|URL)\s*\.\s*(?:searchParams|search|hash|pathname)\b/],
  ['an address of a page written by hand', /\bhref\s*[=:]\s*\{?\s*["'`](?:\/|\.\.?\/|#\/|\{base)/],
  [
    'an address of a page built by hand',
    /["'`]\/(?:area|areas|indicator|indicators|data(?!\/(?:cubes|reports))|methods|glossary|accessibility|privacy)\//
  ],
  ['a navigation that is not given href(…)', /\bgoto\((?!(?:href|privateHref|ownHref|(?:at|host)\.href)\()/]
];

test.each(FORBIDDEN)('no file outside selection uses %s', (_what, pattern) => {
  expect(files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
});

test('the rule would notice each of these', () => {
  const bad = [
    'window.location.href',
    'if (location.search) x()',
    'page.url.searchParams.get("a")',
    '<a href="/methods/">',
    'const path = `/area/${slug}/`',
    "goto('/x')"
  ];
  bad.forEach((line, index) => expect(FORBIDDEN[index]?.[1].test(line)).toBe(true));
});

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { oneFile } from '../../scripts/setup/one-file.mjs';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const PROGRAM = "\n\t{\n\t\t__sveltekit_1 = {};\n\t\tconst trap = '<script>$&</p>';\n\t}\n";
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (program: string) => `<!doctype html>
<html lang="en-GB">
  <head>
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'wasm-unsafe-eval' ${hashOf(PROGRAM)}">
    <style>@font-face{src:url(./_app/immutable/assets/face.woff2)}</style>
    <link href="./_app/immutable/assets/style.css" rel="stylesheet">
  </head>
  <body>
    <div style="display: contents"><script>${program}</script></div>
  </body>
</html>`;

const FILES = {
  '_app/immutable/assets/engine.wasm': 'the engine',
  '_app/immutable/assets/face.woff2': 'the typeface',
  '_app/immutable/workers/draft.js': 'the worker',
  '_app/version.json': '{}',
  'bundle/catalogue.json': 'the catalogue',
  'bundle/demo/catalogue.json': 'another catalogue',
  'favicon.svg': '<svg/>'
};

function built(program = PROGRAM): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-one-file-'));
  folders.push(folder);
  for (const [path, content] of Object.entries({ ...FILES, 'index.html': page(program) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const WORDS = { title: 'Neglect Lens', mark: '', opens: '' };
const heldIn = (html: string) =>
  new Map(
    [...html.matchAll(/<script type="text\/plain" data-held="([^"]*)">([^<]*)<\/script>/g)].map(
      ([, name = '', text = '']) => [name, gunzipSync(Buffer.from(text, 'base64')).toString()]
    )
  );

describe('a site as one file', () => {
  test('holds every file that the pages may ask for, byte for byte, and its program', () => {
    expect(Object.fromEntries(heldIn(oneFile(built(), WORDS)))).toEqual({
      'engine.wasm': 'the engine',
      'face.woff2': 'the typeface',
      'draft.js': 'the worker',
      'bundle/catalogue.json': 'the catalogue',
      'bundle/demo/catalogue.json': 'another catalogue',
      program: PROGRAM
    });
  });

  test('names nothing beside it, and lets only its program and what unpacks it run', () => {
    const html = oneFile(built(), WORDS);
    expect(html).not.toMatch(/(href|src)="(?!data:)|url\((?!data:)/);
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text);
    expect(scripts).toHaveLength(1);
    const policy = /content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy.match(/'sha256-[^']*'/g)?.sort()).toEqual(
      [hashOf(PROGRAM), hashOf(scripts[0] ?? '')].sort()
    );
  });

  test('says how its figures stand before anything is shown, and opens with one area where it was made for one', () => {
    const html = oneFile(built(), { title: 'Restricted · Neglect Lens', mark: 'Restricted', opens: 'leeds' });
    expect(html).toContain('<title>Restricted · Neglect Lens</title>');
    expect(html.indexOf('<strong>Restricted</strong>')).toBeLessThan(html.indexOf('data-held'));
    expect(html).toContain("'#/area/leeds/'");
    expect(oneFile(built(), WORDS)).not.toContain('#/area/');
  });

  test('is refused of a page whose policy does not know its program', () => {
    expect(() => oneFile(built(PROGRAM.replace('trap', 'other')), WORDS)).toThrow('written in another way');
  });
});

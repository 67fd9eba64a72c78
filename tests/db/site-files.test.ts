import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
const [ours = { text: '' }] = files.filter(({ name }) => name.endsWith('site-files.ts'));

describe('files that were built with the site', () => {
  test('are addressed in one way, so that a site of one file finds them in itself', () => {
    const importing = files.filter(({ text }) => /from '[^']+[?&]url'/.test(text));
    expect(importing.length).toBeGreaterThan(3);
    for (const { name, text } of importing) {
      const addresses = [...text.matchAll(/import (\w+) from '[^']+[?&]url'/g)].map(([, word = '']) => word);
      for (const address of addresses) {
        const uses = text.match(new RegExp(`\\b${address}\\b`, 'g')) ?? [];
        const addressed = text.match(new RegExp(`addressOf\\(${address}\\)`, 'g')) ?? [];
        expect(uses.length - 1, `${address} of ${name}`).toBe(addressed.length);
      }
    }
  });

  test('are fetched by one module, and in a worker that was given its way to them', () => {
    const fetching = files.filter(({ text }) => /(?<![.\w])fetch\(/.test(text)).map(({ name }) => name);
    expect(fetching.map((name) => name.replace(/^.*[\\/]/, '')).sort()).toEqual([
      'draft.worker.ts',
      'site-files.ts'
    ]);
    expect(ours.text).toContain('self.fetch = async');
  });
});

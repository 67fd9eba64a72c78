import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { readBundleFolder } from '../../scripts/bundle-folder.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const files = await readBundleFolder(fileURLToPath(new URL('../../data/published', import.meta.url)));
const { bundle, problems } = readBundle(files, await readDictionary());

describe('the published figures', () => {
  test('are a bundle in which nothing is wrong', () => {
    expect(problems).toEqual([]);
    expect(bundle?.manifest.audience).toBe('public');
  });
  test('stand in the order files keep, so that the next release shows as a change of lines', () => {
    if (!bundle) throw new Error('the published figures could not be read');
    const decoder = new TextDecoder();
    for (const [path, text] of writeBundle(bundle)) {
      const content = files.get(path);
      const there = typeof content === 'string' ? content : decoder.decode(content);
      expect(there === text, `${path} is as it would be written`).toBe(true);
    }
  });
  test('stay under 12 megabytes', () => {
    const size = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    expect(size).toBeGreaterThan(1e6);
    expect(size).toBeLessThan(12e6);
  });
});

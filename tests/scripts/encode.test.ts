import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { readIndicators, readWholeBundle } from '../../scripts/read-published.ts';
import { firstLines } from '../../scripts/setup/child.mjs';
import { failure, sentence } from '../../scripts/setup/halt.mjs';
import { smallBundle } from '../fixtures/bundles/small-bundle.ts';

describe('what stops the encoder', () => {
  let folder = '';
  const warned: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lens-encode-'));
    warned.length = 0;
    vi.spyOn(console, 'warn').mockImplementation((text: string) => void warned.push(text));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });
  const at = (name: string) => join(folder, name);
  const said = async (work: Promise<unknown>) => sentence(await work.catch((error: unknown) => error));

  test('is said with the file as it is found from here, and without a stack', async () => {
    const files = writeBundle(smallBundle());
    files.set('cubes/plans-by-age.csv', (files.get('cubes/plans-by-age.csv') ?? '').replace('240', '-240'));
    await writeBundleFolder(at('bad'), files);
    const words = await said(readWholeBundle(at('bad')));
    expect(words.split('\n')).toEqual([
      `${at('bad')} cannot be used:`,
      expect.stringContaining(`${at('bad')}/cubes/plans-by-age.csv, row 2, column “value”`)
    ]);
    expect(words).not.toMatch(/ProblemsError|\n {4}at /);
  });
  test('is a sentence where there is no bundle', async () => {
    expect(await said(readWholeBundle(at('nowhere')))).toBe(`there is no folder ${at('nowhere')}`);
  });
  test('is a sentence where an indicator is no JSON, or not of the format', async () => {
    await writeFile(at('odd.json'), '{"id": ');
    expect(await said(readIndicators(folder))).toMatch(/odd\.json is not JSON: [^\n]+$/);
    await writeFile(at('odd.json'), '{"id": "odd"}');
    expect(await said(readIndicators(folder))).toMatch(/odd\.json, column “\w+”: it is missing/);
  });
  test('is not a warning, which is printed with its place', async () => {
    const files = writeBundle(smallBundle()).set('notes.docx', 'mine');
    await writeBundleFolder(at('small'), files);
    expect((await readWholeBundle(at('small'))).manifest.id).toBe('northmoor-2024');
    expect(warned).toEqual([expect.stringContaining(`warning: ${at('small')}/notes.docx: `)]);
  });
});

describe('the end of a program that failed', () => {
  const cause = 'EACCES: permission denied, open x';
  test('is given its meaning once', () => {
    const inside = sentence(Object.assign(new Error(cause), { code: 'EACCES' }));
    for (const output of [cause, inside]) {
      const words = failure('The figures could not be encoded.', output);
      expect(words.match(/cannot be written to/g)).toHaveLength(1);
      expect(words).toContain(cause);
    }
  });
  test('shows the first of a long list, and how many more there are', () => {
    const output = Array.from({ length: 100 }, (_, line) => `mistake ${line}`).join('\n');
    expect(firstLines(output, 3)).toBe('mistake 0\nmistake 1\nmistake 2\nand 97 more lines');
    expect(firstLines('one\n\ntwo\n', 3)).toBe('one\ntwo');
  });
});

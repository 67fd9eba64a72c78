import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run } from '../../scripts/diff.ts';
import { SMALL, smallBundle } from '../fixtures/bundles/small-bundle.ts';

describe('lens diff --json', () => {
  let folder = '';
  const out: string[] = [];
  const err: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lens-json-'));
    out.length = 0;
    err.length = 0;
    vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });
  const printed = (): unknown => JSON.parse(out.join('\n'));

  test('prints one JSON value with every list whole', async () => {
    expect(await run([SMALL, SMALL, '--json'])).toBe(0);
    expect(printed()).toMatchObject({
      ok: true,
      areas: { added: [], lost: [] },
      fresh: [],
      changed: [{ id: 'plans-by-category', revised: [] }, {}, {}]
    });
  });
  test('writes it to a file, and still prints JSON', async () => {
    const file = join(folder, 'diff.json');
    expect(await run([SMALL, SMALL, '--json', '--out', file])).toBe(0);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ ok: true, fresh: [] });
    expect(printed()).toMatchObject({ ok: true, written: file });
  });
  test.each([
    [['--json'], 2, /two bundle folders are needed/],
    [[SMALL, SMALL, '--json', '--over', 'much'], 2, /--over takes a percentage/],
    [[SMALL, SMALL, '--json', '--what'], 2, /what/],
    [[SMALL, '/no/such/folder', '--json'], 1, /there is no folder/]
  ])('%j is refused as JSON too, with exit code %i', async (args, code, title) => {
    expect(await run(args)).toBe(code);
    expect(printed()).toMatchObject({ ok: false, title: expect.stringMatching(title), problems: [] });
    expect(err).toEqual([]);
  });
  test('a bundle with a mistake comes back as problems with their places', async () => {
    const files = writeBundle(smallBundle());
    files.set('cubes/plans-by-age.csv', (files.get('cubes/plans-by-age.csv') ?? '').replace('240', '-240'));
    const bad = join(folder, 'bad');
    await writeBundleFolder(bad, files);
    expect(await run([SMALL, bad, '--json'])).toBe(1);
    expect(printed()).toMatchObject({
      ok: false,
      title: `${bad} cannot be used:`,
      problems: [{ file: 'cubes/plans-by-age.csv', row: 2, column: 'value' }]
    });
  });
});

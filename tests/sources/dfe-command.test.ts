import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../scripts/import-dfe.ts';

const RELEASE = fileURLToPath(new URL('../fixtures/dfe/release/', import.meta.url));
let folder = '';
let printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-dfe-'));
  printed = [];
  const keep = (line: string) => printed.push(line);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('the command import-dfe', () => {
  test('writes a bundle with a README, and says what it read', async () => {
    expect(await run([RELEASE, '--out', join(folder, 'out')])).toBe(0);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['README.md', 'bundle.json', 'cubes']);
    expect(printed.join('\n')).toContain('Children in need, reporting year 2024: 15 areas, 2023 to 2024.');
  });

  test('prints its report as JSON', async () => {
    expect(await run([RELEASE, '--out', join(folder, 'out'), '--json'])).toBe(0);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ ok: true, vintage: '2024' });
  });

  test('takes the place of a bundle that is there, and gives the same bytes', async () => {
    const out = join(folder, 'out');
    await run([RELEASE, '--out', out]);
    const before = readFileSync(join(out, 'bundle.json'), 'utf8');
    expect(await run([RELEASE, '--out', out])).toBe(0);
    expect(readFileSync(join(out, 'bundle.json'), 'utf8')).toBe(before);
  });

  test('a release that cannot be used ends with 1, and leaves a bundle that is there as it was', async () => {
    const out = join(folder, 'out');
    await run([RELEASE, '--out', out]);
    const before = readFileSync(join(out, 'bundle.json'), 'utf8');
    const broken = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(broken, 'd1.csv'), '<!doctype html><html></html>');
    expect(await run([broken, '--out', out])).toBe(1);
    expect(readFileSync(join(out, 'bundle.json'), 'utf8')).toBe(before);
    expect(printed.join('\n')).toContain('d1.csv: the file is a web page');
  });

  test('an empty folder, and one that is not there, end with 1 and write nothing', async () => {
    expect(await run([mkdtempSync(join(folder, 'empty-')), '--out', join(folder, 'out')])).toBe(1);
    expect(await run([join(folder, 'nowhere'), '--out', join(folder, 'out'), '--json'])).toBe(1);
    expect(readdirSync(folder)).not.toContain('out');
  });

  test('a folder that holds something else is left alone', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'dear reader');
    expect(await run([RELEASE, '--out', folder])).toBe(1);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  test('a command that is not understood ends with 2', async () => {
    expect(await run([RELEASE])).toBe(2);
    expect(await run([RELEASE, '--out', 'x', '--colour', 'red'])).toBe(2);
  });
});

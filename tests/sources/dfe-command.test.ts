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
    expect(await run([RELEASE, '--out', join(folder, 'out')])).toBe(3);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['README.md', 'bundle.json', 'cubes']);
    expect(printed.join('\n')).toContain('Children in need, reporting year 2024: 15 areas, 2023 to 2024.');
  });

  test('prints its report as JSON', async () => {
    expect(await run([RELEASE, '--out', join(folder, 'out'), '--json'])).toBe(3);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ ok: true, vintage: '2024' });
  });

  test('takes the place of a bundle that is there, and gives the same bytes', async () => {
    const out = join(folder, 'out');
    await run([RELEASE, '--out', out]);
    const before = readFileSync(join(out, 'bundle.json'), 'utf8');
    expect(await run([RELEASE, '--out', out])).toBe(3);
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

  test('notes beside a bundle that is there are left alone, and named', async () => {
    const out = join(folder, 'out');
    await run([RELEASE, '--out', out]);
    writeFileSync(join(out, 'my-notes.docx'), 'mine');
    expect(await run([RELEASE, '--out', out])).toBe(1);
    expect(printed.join('\n')).toContain('(my-notes.docx), and was left alone');
    expect(readFileSync(join(out, 'my-notes.docx'), 'utf8')).toBe('mine');
  });

  test('a release without D5 and others opens with what the views will lack, and ends with 3', async () => {
    await run([RELEASE, '--out', join(folder, 'out')]);
    expect(printed.join('\n')).toMatch(
      /^Imported with losses\. The views will lack:\n[\s\S]*Child protection plans at 31 March by duration \(no file holds table D5\)[\s\S]*\n\nChildren in need, reporting year 2024/
    );
  });

  test('a figure that cannot be read counts as lacking', async () => {
    const copy = mkdtempSync(join(folder, 'copy-'));
    for (const name of readdirSync(RELEASE)) {
      const text = readFileSync(join(RELEASE, name), 'utf8');
      writeFileSync(join(copy, name), name.startsWith('d1') ? text.replace(',49900,', ',§,') : text);
    }
    await run([copy, '--out', join(folder, 'out')]);
    expect(printed.join('\n')).toContain('\n  1 figure that could not be read\n');
  });

  test('a file that is no CSV is named with what to do', async () => {
    const copy = mkdtempSync(join(folder, 'copy-'));
    for (const name of readdirSync(RELEASE))
      writeFileSync(join(copy, name), readFileSync(join(RELEASE, name)));
    for (const name of ['rest.zip', 'd5.csv.txt', 'guide.pdf', '.DS_Store'])
      writeFileSync(join(copy, name), '');
    await run([copy, '--out', join(folder, 'out')]);
    const words = printed.join('\n');
    expect(words).toContain('  rest.zip: a zip; unzip it first');
    expect(words).toContain('  d5.csv.txt: its name does not end in .csv; rename it');
    expect(words).toContain('  guide.pdf: not a CSV file');
    expect(words).not.toContain('DS_Store');
  });

  test('a command that is not understood ends with 2', async () => {
    expect(await run([RELEASE])).toBe(2);
    expect(await run([RELEASE, '--out', 'x', '--colour', 'red'])).toBe(2);
  });
});

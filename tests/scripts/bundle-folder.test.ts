import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import {
  readBundleFolder,
  systemErrorInWords,
  writeBundleFolder,
  writeWhole
} from '../../scripts/bundle-folder.ts';

const manifest = (...tables: string[]) => JSON.stringify({ tables: tables.map((file) => ({ file })) });
let folder = '';
let out = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-folder-'));
  out = join(folder, 'out');
  await writeBundleFolder(
    out,
    new Map([
      ['bundle.json', manifest('cubes/plans.csv')],
      ['cubes/plans.csv', 'x'],
      ['registers/neighbours.csv', 'x'],
      ['README.md', 'x']
    ])
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const again = () => writeBundleFolder(out, new Map([['bundle.json', manifest()]]));
const all = () => readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted();

describe('a folder that a bundle is written to', () => {
  test('is replaced whole where all it holds is a bundle and what systems leave behind', async () => {
    writeFileSync(join(out, '.DS_Store'), '');
    await again();
    expect(all()).toEqual(['bundle.json']);
  });

  test.each([
    'my-notes.docx',
    'cubes/my-own.csv',
    'commentary/leeds.md',
    'registers/rounds.csv',
    '.git/HEAD'
  ])('is left as it was where %s would be lost, and the file is named', async (name) => {
    mkdirSync(join(out, name, '..'), { recursive: true });
    writeFileSync(join(out, name), 'mine');
    const before = all();
    await expect(again()).rejects.toThrow(`(${name}), and was left alone`);
    expect(all()).toEqual(before);
    expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('names a few of many files in the way, and how many more', async () => {
    for (const letter of 'abcdefg') writeFileSync(join(out, `${letter}.txt`), '');
    await expect(again()).rejects.toThrow('(a.txt, b.txt, c.txt, d.txt, e.txt and 2 more)');
  });
});

describe('the zip of a bundle', () => {
  const zipOf = (files: ReadonlyMap<string, string>) => {
    const path = join(folder, 'saved.zip');
    writeFileSync(path, writeZip(files));
    return path;
  };

  test('is read as its folder is', async () => {
    const files = await readBundleFolder(
      zipOf(
        new Map([
          ['bundle.json', '{}'],
          ['packs/a.json', 'a']
        ])
      )
    );
    expect([...files.keys()]).toEqual(['bundle.json', 'packs/a.json']);
  });

  test('is refused in a sentence where it holds no bundle, or is none', async () => {
    await expect(readBundleFolder(zipOf(new Map([['a.txt', 'a']])))).rejects.toThrow('no bundle.json in');
    const broken = join(folder, 'broken.zip');
    writeFileSync(broken, 'not a zip');
    await expect(readBundleFolder(broken)).rejects.toThrow('is not a whole zip');
  });
});

describe('a place that cannot be written to', () => {
  test('is named in a sentence, not in the words of the system', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    const inside = `${path} lies inside a file, where a folder is needed`;
    await expect(writeBundleFolder(join(path, 'out'), new Map())).rejects.toThrow(inside);
    await expect(writeWhole(join(path, 'report.md'), '')).rejects.toThrow(inside);
  });

  test('says who may write', () => {
    const refused = Object.assign(new Error('EACCES: permission denied, mkdtemp'), { code: 'EACCES' });
    expect(systemErrorInWords(refused, '/srv/out')).toBe(
      'you may not read or write /srv/out: ask for the right to, or name another place'
    );
    expect(systemErrorInWords(new Error('other'), '/srv/out')).toBeUndefined();
  });
});

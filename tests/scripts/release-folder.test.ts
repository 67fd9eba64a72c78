import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { readRaw, readReleaseFolder } from '../../scripts/release-folder.ts';

const NOBODY = 65534;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-folder-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does something as somebody who may not do everything. */
async function asAnyone<T>(what: () => T): Promise<Awaited<T>> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(NOBODY);
  try {
    return await what();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('the folder of a release', () => {
  test('is read with the folders in it, and everything that is no CSV is named', () => {
    mkdirSync(join(folder, 'data', 'odd.csv'), { recursive: true });
    for (const name of ['data/d1.CSV', 'notes.txt', 'rest.zip', '._d1.csv'])
      writeFileSync(join(folder, name), 'x');
    const { files, others } = readReleaseFolder(folder);
    expect(files.map(({ name }) => name)).toEqual(['data/d1.CSV']);
    expect(others).toEqual(['notes.txt', 'rest.zip']);
  });

  test('that is a zip is to be unzipped first', () => {
    const path = join(folder, 'release.zip');
    writeFileSync(path, 'PK');
    expect(() => readReleaseFolder(path)).toThrow(
      `${path}: the file is a zip, and a folder is needed. Unzip it first`
    );
  });

  test('that is a file is said to be one', () => {
    const path = join(folder, 'd1.csv');
    writeFileSync(path, 'x');
    expect(() => readReleaseFolder(path)).toThrow('a folder is needed, and this is a file');
    expect(() => readRaw(folder)).toThrow('a file is needed, and this is a folder');
    expect(() => readReleaseFolder(join(folder, 'nowhere'))).toThrow('there is no such folder');
  });

  test('names every file that may not be read', async () => {
    for (const name of ['a.csv', 'b.csv', 'c.csv']) writeFileSync(join(folder, name), 'x');
    for (const name of ['a.csv', 'c.csv']) chmodSync(join(folder, name), 0o000);
    const reading = asAnyone(() => readReleaseFolder(folder));
    await expect(reading).rejects.toThrow(/a\.csv: you may not read it\. Ask.*\nc\.csv: you may not read it/);
  });
});

test('a bundle is not written where one may not write, in words', async () => {
  chmodSync(folder, 0o555);
  const writing = asAnyone(() => writeBundleFolder(join(folder, 'out'), new Map([['bundle.json', '{}']])));
  await expect(writing).rejects.toThrow(`you may not read or write ${folder}: ask for the right to`);
});

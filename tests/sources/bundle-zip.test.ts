import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZip, readZip, writeZip } from '#lib/sources/bundle-zip.ts';

const FILES = new Map([
  ['cubes/plans.csv', 'area,period\nleeds,2024\n'],
  ['bundle.json', '{"id": "small"}'],
  ['commentary/zoë.md', 'Words']
]);
const words = (files: ReadonlyMap<string, string | Uint8Array>) =>
  [...files]
    .map(([path, file]) => [path, typeof file === 'string' ? file : new TextDecoder().decode(file)])
    .sort();
const rulesOf = (bytes: Uint8Array, limits?: { files: number; bytes: number }) =>
  readZip(bytes, 'our.zip', limits).problems.map(({ rule }) => rule);

test('what is zipped is read back as it was', () => {
  const { files, problems } = readZip(writeZip(FILES), 'our.zip');
  expect(problems).toEqual([]);
  expect(words(files)).toEqual(words(FILES));
});

test('the same files give the same bytes in any order and at any time', () => {
  const backwards = new Map([...FILES].reverse());
  expect(Buffer.from(writeZip(backwards)).equals(Buffer.from(writeZip(FILES)))).toBe(true);
  const year = new DataView(writeZip(FILES).buffer).getUint16(12, true) >> 9;
  expect(1980 + year).toBe(1980);
});

test('files that are stored and folders that are entries of their own are read', () => {
  const zip = zipSync({ 'bundle.json': [strToU8('{}'), { level: 0 }], 'cubes/': new Uint8Array(0) });
  expect(words(readZip(zip, 'our.zip').files)).toEqual([['bundle.json', '{}']]);
});

test('a zip is known by how it begins', () => {
  expect(isZip(writeZip(FILES))).toBe(true);
  expect(isZip(strToU8('area,period'))).toBe(false);
});

test('a zip that is cut short or is none is refused in words', () => {
  const zip = writeZip(FILES);
  expect(rulesOf(zip.subarray(0, zip.length - 30))).toEqual(['broken-zip']);
  expect(rulesOf(strToU8('not a zip at all, but long enough for one'))).toEqual(['broken-zip']);
  expect(rulesOf(new Uint8Array(0))).toEqual(['broken-zip']);
});

test('a file that was damaged in its zip is named, and nothing of the zip is read', () => {
  const zip = zipSync({ 'a.csv': [strToU8('harmless'), { level: 0 }], 'b.csv': strToU8('x'.repeat(999)) });
  const at = Buffer.from(zip).indexOf('harmless');
  zip[at] = 0x48;
  const { files, problems } = readZip(zip, 'our.zip');
  expect(problems.map(({ rule, file }) => [rule, file])).toEqual([['broken-zip', 'our.zip, a.csv']]);
  expect(files.size).toBe(0);
});

test('a zip with a password is refused', () => {
  const zip = writeZip(new Map([['bundle.json', '{}']]));
  const central = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip[central + 8] = 1;
  expect(rulesOf(zip)).toEqual(['locked-zip']);
});

test('a file packed in a way that is not read is refused', () => {
  const zip = writeZip(new Map([['bundle.json', '{}']]));
  const central = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip[central + 10] = 14;
  expect(rulesOf(zip)).toEqual(['strange-zip']);
});

test('a path that leads out of the zip, and a name given twice, are refused', () => {
  expect(rulesOf(zipSync({ '../away.csv': strToU8('x') }))).toEqual(['path-outside']);
  expect(rulesOf(zipSync({ '/etc/away.csv': strToU8('x') }))).toEqual(['path-outside']);
  const zip = zipSync({ 'a.csv': strToU8('x'), 'b.csv': strToU8('y') });
  const central = Buffer.from(zip).lastIndexOf('b.csv');
  zip[central] = 0x61;
  expect(rulesOf(zip)).toEqual(['twice-in-zip']);
});

test('no more than the limits is unpacked, whatever a zip says of its sizes', () => {
  expect(rulesOf(writeZip(FILES), { files: 2, bytes: 1e6 })).toEqual(['large-zip']);
  const bomb = writeZip(new Map([['cubes/zeros.csv', new Uint8Array(1e6)]]));
  expect(bomb.length).toBeLessThan(2_000);
  expect(rulesOf(bomb, { files: 10, bytes: 500_000 })).toEqual(['large-zip']);
  const central = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(bomb.buffer).setUint32(central + 24, 10, true);
  expect(rulesOf(bomb, { files: 10, bytes: 500_000 })).toEqual(['broken-zip']);
});

import { expect, test } from 'vitest';
import { bundleFilesOf, type GivenFile } from '#lib/sources/bundle-given.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { cubes, smallBundle, smallFiles } from '../fixtures/bundles/small-bundle.ts';

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const given = (rename: (path: string) => string): GivenFile[] =>
  [...smallFiles()].map(([path, content]) => ({ path: rename(path), content: bytes(content) }));

test.each([
  ['a folder', given((path) => `our-bundle/${path}`)],
  ['files without folders', given((path) => path.replace(/^.*\//, ''))],
  ['a zip', [{ path: 'ours.zip', content: writeZip(smallFiles()) }]],
  ['a zip by another name', [{ path: 'ours.bin', content: writeZip(smallFiles()) }]]
])('%s gives the same bundle', (_, files) => {
  const { files: found, problems } = bundleFilesOf(files);
  expect(problems).toEqual([]);
  expect(readBundle(found, cubes).bundle).toEqual(smallBundle());
});

test('a zip among other files, and two files of one name, are refused', () => {
  const zip = { path: 'ours.zip', content: writeZip(smallFiles()) };
  const rules = (files: GivenFile[]) => bundleFilesOf(files).problems.map(({ rule }) => rule);
  expect(rules([zip, { path: 'plans.csv', content: bytes('area') }])).toEqual(['one-zip']);
  expect(rules([zip, { ...zip, path: 'theirs.zip' }])).toEqual(['one-zip']);
  const file = { path: 'bundle.json', content: bytes('{}') };
  expect(rules([file, file])).toEqual(['twice-given']);
});

test('a workbook among files of a folder is left to the reader, which says what to do with it', () => {
  const book = { path: 'ours/cubes/plans-by-age.csv', content: bytes('PK\u0003\u0004 a workbook') };
  const files = given((path) => `ours/${path}`).filter(({ path }) => path !== book.path);
  const { files: found, problems } = bundleFilesOf([...files, book]);
  expect(problems).toEqual([]);
  expect(readBundle(found, cubes).problems.map(({ file }) => file)).toContain('cubes/plans-by-age.csv');
});

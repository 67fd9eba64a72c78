import { describe, expect, test } from 'vitest';
import { openFile } from '#lib/sources/dfe-file.ts';
import { problemsOf, rewritten } from './dfe-altered-release.ts';
import { raw, smallRelease } from './dfe-release-fixture.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const content = smallRelease().get(D4) ?? '';
const bytes = (encoding: BufferEncoding, text = content) => new Uint8Array(Buffer.from(text, encoding));

describe('a file with other marks than commas between its columns', () => {
  const separated = (text: string, mark: string) =>
    rewritten(text, (rows) => rows.map((row) => [row.join(mark)]));

  test.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'upright bars']
  ])('“%s” is an error that names %s', (mark, words) => {
    const texts = smallRelease().set(D4, separated(content, mark).replaceAll('"', ''));
    expect(problemsOf(texts)).toMatchObject([
      { rule: 'separator', file: D4, message: `the columns are separated by ${words}, not by commas` }
    ]);
  });

  test('is named for every file, where all are so', () => {
    const texts = new Map([...smallRelease()].map(([name, text]) => [name, separated(text, ';')]));
    expect(problemsOf(texts).map(({ rule, file }) => [rule, file])).toEqual(
      [...texts.keys()].map((name) => ['separator', name])
    );
  });

  test('is passed over where it is no table of a release', () => {
    expect(openFile(raw('shopping.csv', 'what;how many\neggs;6\n')).foreign).toBe(true);
  });
});

describe('a file in another encoding', () => {
  test.each([
    ['UTF-16 with a mark', bytes('utf16le', `\uFEFF${content}`), 'UTF-16', undefined],
    ['UTF-16 without one', bytes('utf16le'), 'UTF-16', undefined],
    ['Windows-1252', bytes('latin1', content.replace('North West', 'Nôrth West')), 'Windows-1252', 3]
  ])('%s is refused under its own name', (_what, content, says, row) => {
    const [found] = openFile({ name: D4, bytes: content }).problems;
    expect(found).toMatchObject({ rule: 'wrong-encoding', file: D4 });
    expect(found?.message).toContain(says);
    expect(found?.row).toBe(row);
  });

  test('a zip saved as CSV is called a zip, to be unzipped', () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0xff, 0xfe]);
    const [found] = openFile({ name: D4, bytes: zip }).problems;
    expect(found).toMatchObject({
      rule: 'not-text',
      message: 'the file is a workbook or a zip, whatever its name says'
    });
    expect(found?.remedy).toMatch(/^Unzip it/);
  });
});

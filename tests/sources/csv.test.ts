import { describe, expect, test } from 'vitest';
import { guardFormula, readCsv, unguardFormula, writeCsv } from '#lib/sources/csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
  );
}

const PLAIN = { header: ['area', 'name'], rows: [{ row: 2, cells: ['la1', 'York, City of'] }], problems: [] };

describe('reading comma-separated text', () => {
  test('a quoted comma stays in its cell', () => {
    expect(readCsv('area,name\nla1,"York, City of"\n', 'a.csv')).toEqual(PLAIN);
  });
  test('a byte-order mark is dropped, from text and from bytes', () => {
    const text = '\uFEFFarea,name\nla1,"York, City of"\n';
    expect(readCsv(text, 'a.csv')).toEqual(PLAIN);
    expect(readCsv(utf8(text), 'a.csv')).toEqual(PLAIN);
  });
  test('line ends of every system mean the same, even mixed', () => {
    expect(readCsv('area,name\r\nla1,"York, City of"\r\n', 'a.csv')).toEqual(PLAIN);
    expect(readCsv('area,name\rla1,"York, City of"\r', 'a.csv')).toEqual(PLAIN);
    expect(readCsv('area,name\r\nla1,"York, City of"\n', 'a.csv')).toEqual(PLAIN);
  });
  test('UTF-16 is decoded, with a byte-order mark and without', () => {
    const text = 'area,name\nla1,"York, City of"\n';
    for (const little of [true, false])
      for (const mark of [true, false]) expect(readCsv(utf16(text, little, mark), 'a.csv')).toEqual(PLAIN);
  });
  test('Windows-1252 is read and said so', () => {
    const bytes = new Uint8Array([...utf8('area,name\nla1,Caf'), 0xe9, 0x0a]);
    const read = readCsv(bytes, 'a.csv');
    expect(read.rows).toEqual([{ row: 2, cells: ['la1', 'Café'] }]);
    expect(read.problems).toMatchObject([{ severity: 'warning', rule: 'encoding', file: 'a.csv' }]);
  });
  test('blank lines are skipped and counted, so that a row is where a spreadsheet shows it', () => {
    const read = readCsv('\na,b\n\n1,2\n,\n3,4\n\n', 'a.csv');
    expect(read.header).toEqual(['a', 'b']);
    expect(read.rows.map((row) => row.row)).toEqual([4, 6]);
    expect(read.problems).toEqual([]);
  });
  test('a line break inside quotes does not shift the rows below it', () => {
    const read = readCsv('a,b\n1,"two\nlines"\n3,4\n', 'a.csv');
    expect(read.rows).toEqual([
      { row: 2, cells: ['1', 'two\nlines'] },
      { row: 3, cells: ['3', '4'] }
    ]);
  });
  test('every ragged row is named and left out, and the last one may be a file cut short', () => {
    const read = readCsv('a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2\n', 'a.csv');
    expect(read.rows.map((row) => row.row)).toEqual([3]);
    expect(read.problems).toMatchObject([
      { rule: 'ragged-row', row: 2, value: '2 cells' },
      { rule: 'ragged-row', row: 4, value: '4 cells' },
      { rule: 'ragged-row', row: 5, remedy: expect.stringContaining('cut short') }
    ]);
    expect(read.problems[0]?.remedy).not.toContain('cut short');
  });
  test('empty cells that a spreadsheet leaves beyond the table are no fault', () => {
    const read = readCsv('a,b,,\n1,2,,\n3,4\n5,6,,,\n', 'a.csv');
    expect(read.header).toEqual(['a', 'b']);
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6']
    ]);
    expect(read.problems).toEqual([]);
  });
  test('a column with values and no name is named by its number', () => {
    expect(readCsv('a,,b\n1,2,3\n', 'a.csv').problems).toMatchObject([
      { rule: 'unnamed-column', row: 1, column: 'number 2' }
    ]);
  });
  test('a column given twice is named with both places', () => {
    expect(readCsv('a,b,a\n1,2,3\n', 'a.csv').problems).toMatchObject([
      { rule: 'duplicate-column', row: 1, column: 'a', message: expect.stringMatching(/number 1 .*number 3/) }
    ]);
  });
  test('a quote that is never closed is named', () => {
    expect(readCsv('a,b\n1,2\n3,"4\n5,6\n', 'a.csv').problems).toMatchObject([
      { rule: 'open-quote', row: 3 }
    ]);
  });
  test('a web page under the name of a CSV is named as one', () => {
    for (const page of [
      '<!DOCTYPE html><html><body>Sorry</body></html>',
      '\n <html lang="en">\n',
      '<?xml version="1.0"?><a/>'
    ])
      expect(readCsv(page, 'a.csv')).toMatchObject({
        header: [],
        rows: [],
        problems: [{ rule: 'web-page' }]
      });
  });
  test('a workbook, a zip or a PDF under the name of a CSV is named as one', () => {
    const read = readCsv(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a.csv');
    expect(read.problems).toMatchObject([
      { severity: 'error', rule: 'not-text', message: expect.stringContaining('workbook') }
    ]);
    expect(readCsv(utf8('%PDF-1.7'), 'a.csv').problems).toMatchObject([{ rule: 'not-text' }]);
  });
  test('an empty file is an error and not a table of nothing', () => {
    for (const text of ['', '\uFEFF', '\n\n'])
      expect(readCsv(text, 'a.csv').problems).toMatchObject([{ rule: 'empty-file' }]);
  });
  test('a file separated by semicolons or tabs is explained', () => {
    expect(readCsv('a;b\n1;2\n', 'a.csv').problems).toMatchObject([{ rule: 'separator', row: 1 }]);
    expect(readCsv('a\tb\n1\t2\n', 'a.csv').problems).toMatchObject([{ rule: 'separator', row: 1 }]);
  });
});

describe('writing comma-separated text', () => {
  test('lines end with a line feed, and commas, quotes and breaks are quoted', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x, y', 'say "no"'],
          [1, 'two\nlines']
        ]
      )
    ).toBe('a,b\n"x, y","say ""no"""\n1,"two\nlines"\n');
  });
  test('a byte-order mark leads only where asked for', () => {
    expect(writeCsv(['a'], [['1']], { bom: true })).toBe('\uFEFFa\n1\n');
    expect(writeCsv(['a'], [['1']])).toBe('a\n1\n');
  });
  test('text that a spreadsheet would run is made text', () => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      const text = `${start}cmd|' /C calc'!A0`;
      expect(readCsv(writeCsv(['a', 'b'], [[text, 'x']]), 'a.csv').rows[0]?.cells[0]).toBe(`'${text}`);
    }
  });
  test('numbers below zero are left as they are', () => {
    expect(writeCsv(['a', 'b'], [[-5, '-5.5']])).toBe('a,b\n-5,-5.5\n');
  });
  test('what the guard does can always be taken back', () => {
    for (const text of ['=1', "'=1", "''-x", "'quoted'", '-5', "'-5", '+x', 'plain', '', "'", '@', '-'])
      expect(unguardFormula(guardFormula(text))).toBe(text);
  });
});

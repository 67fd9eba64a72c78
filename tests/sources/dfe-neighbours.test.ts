import { describe, expect, test } from 'vitest';
import { openFile } from '#lib/sources/dfe-file.ts';
import { readNeighbours } from '#lib/sources/dfe-neighbours.ts';
import { importTexts, raw, smallRelease } from './dfe-release-fixture.ts';

const AREAS = new Set(['la301', 'la302', 'la308']);

function read(content: string) {
  const { open } = openFile(raw('neighbours.csv', content));
  if (open === undefined) throw new Error('the text cannot be read');
  return readNeighbours(open, AREAS, '2025');
}

describe('statistical neighbours', () => {
  test('one row an authority becomes one row a neighbour, in order, spaces after words ignored', () => {
    const { rows, problems } = read(
      '\uFEFFold_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P\n302,Barnet,301,Not close,308,Close \n301,B,308,Very close,302,Close\n'
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { area: 'la301', rank: 1, neighbour: 'la308', closeness: 'Very close', model: '2025' },
      { area: 'la301', rank: 2, neighbour: 'la302', closeness: 'Close', model: '2025' },
      { area: 'la302', rank: 1, neighbour: 'la301', closeness: 'Not close', model: '2025' },
      { area: 'la302', rank: 2, neighbour: 'la308', closeness: 'Close', model: '2025' }
    ]);
  });

  test('an authority that the release does not know is left out and named', () => {
    const { rows, unknown } = read('old_la_code,SN_1,SN_1P\n301,999,Close\n');
    expect([rows, unknown]).toEqual([[], ['la999']]);
  });

  test('a file of something else is refused', () => {
    expect(read('time_period,CPP_At31\n2024,5\n').problems.map(({ rule }) => rule)).toEqual([
      'not-neighbours'
    ]);
  });

  test('a closeness that is not one of the five words is an error with its place', () => {
    expect(
      read('old_la_code,SN_1,SN_1P\n301,302,Chummy\n').problems.map(({ row, column, value }) => [
        row,
        column,
        value
      ])
    ).toEqual([[2, 'SN_1P', 'Chummy']]);
  });

  test('an authority given twice is an error', () => {
    expect(read('old_la_code,SN_1,SN_1P\n301,302,Close\n301,308,Close\n').problems).toHaveLength(1);
  });

  test('an authority that is its own neighbour is an error with its place', () => {
    expect(read('old_la_code,SN_1,SN_1P\n301,301,Close\n').problems).toMatchObject([
      { row: 2, column: 'SN_1', value: '301', message: 'the authority is given as its own neighbour' }
    ]);
  });

  test('a neighbour given twice for one authority is an error with its place', () => {
    expect(read('old_la_code,SN_1,SN_1P,SN_2,SN_2P\n301,302,Close,302,Close\n').problems).toMatchObject([
      { row: 2, column: 'SN_2', value: '302', message: 'the neighbour is given twice for one authority' }
    ]);
  });

  test('a file whose name has no year is pointed at, since its model has no date', () => {
    const content = 'old_la_code,SN_1,SN_1P\n855,857,Close\n';
    const rules = (name: string) =>
      importTexts(smallRelease(), { neighbours: raw(name, content) }).report.warnings.map(({ rule }) => rule);
    expect(rules('neighbours.csv')).toEqual(['neighbours-year']);
    expect(rules('neighbours_2025.csv')).toEqual([]);
  });
});

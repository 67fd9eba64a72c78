import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { emptyDictionary } from '#lib/db/dictionary.ts';
import { encodeCube } from '#lib/db/encode.ts';
import { makeXlsx, type MadeCell } from '#lib/exports/xlsx.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { Scanner } from './scan.ts';

const PRIME = 1_299_709;
const RATE = (PRIME / 145_007) * 10_000;
const SECRETS = [
  { value: PRIME, what: 'a prime' },
  { value: RATE, what: 'its rate' },
  { value: 99_999_989, what: 'another' }
];
const bytes = (text: string) => new TextEncoder().encode(text);
const found = (file: string, content: Uint8Array | string) =>
  new Scanner(SECRETS)
    .scan(file, typeof content === 'string' ? bytes(content) : content)
    .map(({ what }) => what);

const cube = (await readDictionary()).get('plans');
function arrow(value: number): Uint8Array {
  if (!cube) throw new Error('no cube');
  const row = { area: 'la855', period: '2024', measure: 'open', members: [] };
  const [encoded] = encodeCube(
    cube,
    [
      {
        table: { id: 'plans', dimensions: [] },
        observations: [
          { ...row, cell: known(value) },
          { ...row, area: 'la857', cell: missing('withheld') }
        ]
      }
    ],
    emptyDictionary()
  );
  return encoded?.stream ?? new Uint8Array();
}

describe('a planted number is found', () => {
  test.each([
    ['as it is', '<td>1299709</td>'],
    ['with commas', '<p>1,299,709 children</p>'],
    ['with points', '1.299.709'],
    ['with spaces', '1 299 709'],
    ['with narrow spaces', '1\u202f299\u202f709'],
    ['with spaces that do not break', '1\u00a0299\u00a0709'],
    ['with apostrophes', '1’299’709'],
    ['as a power of ten', '1.299709e6'],
    ['with decimals of nought', '1299709.0'],
    ['with entities', '1&#44;299&#x2c;709'],
    ['with named entities', '1&nbsp;299&nbsp;709'],
    ['as an address wraps it', 'href="data:text/csv,1%2C299%2C709"'],
    ['wrapped twice', '1%26%2344%3B299%26%2344%3B709'],
    ['as a script escapes it', String.raw`"1\u00a0299\x2c709"`],
    ['in base64', `src="data:text/plain;base64,${Buffer.from('n = 1299709').toString('base64')}"`],
    ['among other columns', '100,1,299,709,345'],
    ['in a row of plain numbers', '855,1299709,2024'],
    ['as a coordinate', '<rect width="1299709" height="3"/>'],
    ['with a unit', 'width:1299709px'],
    ['below nought', '{"change":-1299709}']
  ])('%s', (_, text) => {
    expect(found('index.html', text)).toContain('a prime');
  });

  test('as a rate worked out from it, with all its decimals or as many as a record has', () => {
    expect(found('figure.json', JSON.stringify({ value: RATE }))).toEqual(['its rate']);
    expect(found('figure.json', `{"value":${RATE.toPrecision(12)}}`)).toEqual(['its rate']);
  });

  test('as a rate that a page rounds, with commas', () => {
    const rounded = [{ value: 512_345.6, what: 'its rate' }];
    expect(new Scanner(rounded).scanText('page', '<td>512,345.6 per 10,000</td>')).toHaveLength(1);
    expect(new Scanner(rounded).scanText('page', '{"value":512345.6}')).toHaveLength(1);
  });

  test.each(['index.html', 'chart.svg', 'table.csv', 'catalogue.json', 'app.js', 'app.js.map', 'notes.txt'])(
    'in %s',
    (name) => {
      expect(found(name, `{"n":1299709}`)).toEqual(['a prime']);
    }
  );

  test('in Arrow’s columns', () => {
    expect(found('plans.0a1b2c3d.arrow', arrow(PRIME))).toEqual(['a prime']);
  });

  test.each([
    ['gzip', 'index.html.gz', (content: Uint8Array) => gzipSync(content)],
    ['gzip under another name', 'index.html', (content: Uint8Array) => gzipSync(content)],
    ['brotli', 'index.html.br', (content: Uint8Array) => brotliCompressSync(content)],
    ['a zip', 'bundle.zip', (content: Uint8Array) => zipSync({ 'cubes/plans.csv': content })],
    [
      'a zip within gzip',
      'bundle.zip.gz',
      (content: Uint8Array) => gzipSync(zipSync({ 'cubes/plans.csv': content }))
    ]
  ])('packed by %s', (_, name, pack) => {
    expect(found(name, pack(bytes('la855,2024,open,1299709,,')))).toEqual(['a prime']);
  });

  test('in a workbook, as a number and in words', () => {
    const sheet = (cell: MadeCell) => makeXlsx('t', [{ name: 's', widths: [], rows: [[cell]] }]);
    expect(found('tables.xlsx', sheet({ number: PRIME, style: 'number0' }))).toEqual(['a prime']);
    expect(found('tables.xlsx', sheet({ text: '1,299,709 children', style: 'text' }))).toEqual(['a prime']);
    expect(found('tables.xlsx', sheet({ number: PRIME + 1, style: 'number0' }))).toEqual([]);
  });

  test('in Arrow that is packed', () => {
    expect(found('plans.0a1b2c3d.arrow.gz', gzipSync(arrow(PRIME)))).toEqual(['a prime']);
    expect(found('plans.0a1b2c3d.arrow.br', brotliCompressSync(arrow(PRIME)))).toEqual(['a prime']);
  });

  test('in the name of a file, of a folder, and of a file in a zip', () => {
    expect(found('charts/plans-1299709.svg', '')).toContain('a prime');
    expect(found('area/x1299709/index.html', '')).toContain('a prime');
    expect(found('bundle.zip', zipSync({ 'cubes/p1299709.csv': bytes('') }))).toContain('a prime');
  });
});

describe('what is not there is not found', () => {
  test('near numbers, longer ones and parts of a word', () => {
    const text = '1299710 12997090 a1299709f 0.1299709 1.299.70 129,9709';
    expect(found('index.html', text)).toEqual([]);
    expect(found('plans.0a1b2c3d.arrow', arrow(PRIME + 1))).toEqual([]);
  });

  test('and it is known how much was looked at', () => {
    const scanner = new Scanner(SECRETS);
    scanner.scan('page.html', bytes('1234567 and 2,345,678 and 12'));
    expect(scanner.looked).toBe(2);
  });
});

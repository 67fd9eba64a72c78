import { describe, expect, test } from 'vitest';
import { edited, problemsWith, textOf } from '../fixtures/bundles/small-bundle.ts';

const FILE = 'bundle.json';
const change = (from: string, to: string) => problemsWith(edited(FILE, from, to));

describe('a manifest that is wrong is named by its path', () => {
  test.each([
    [
      'a value not among the words',
      '"audience": "restricted"',
      '"audience": "everybody"',
      'audience',
      'everybody',
      /public, restricted/
    ],
    [
      'a key that is not of the format',
      '"synthetic": true',
      '"sintetic": true',
      'sintetic',
      'sintetic',
      /spelling/
    ],
    [
      'a date that is none',
      '"start": "2022-04-01"',
      '"start": "1 April 2022"',
      'periods[0].start',
      '1 April 2022',
      /Correct/
    ],
    [
      'an id a spreadsheet would change',
      '"id": "at20240630"',
      '"id": "30-06-24"',
      'periods[2].id',
      '30-06-24',
      /Correct/
    ],
    [
      'a parent that is no area',
      '"parent": "moors"',
      '"parent": "dales"',
      'areas[0].parent',
      'dales',
      /area/
    ],
    [
      'a predecessor that is no area',
      '["northmoor"]',
      '["oldmoor"]',
      'areas[1].predecessors[0]',
      'oldmoor',
      /area/
    ],
    [
      'a cube that is not in the dictionary',
      '"cube": "assurance"',
      '"cube": "audits"',
      'tables[2].cube',
      'audits',
      /cube/
    ],
    [
      'a dimension its cube does not have',
      '["age"]',
      '["ages"]',
      'tables[1].dimensions[0]',
      'ages',
      /dimension/
    ],
    [
      'a source that is not listed',
      '"source": "plan-list"',
      '"source": "plans"',
      'tables[0].source',
      'plans',
      /source/
    ],
    [
      'a note on a table that is not there',
      '"table": "plans-by-category"',
      '"table": "plans"',
      'notes[0].table',
      'plans',
      /table/
    ],
    [
      'a note on an area that is not there',
      '"areas": ["eastvale"]',
      '"areas": ["westvale"]',
      'notes[0].areas[0]',
      'westvale',
      /area/
    ],
    [
      'a note on a period that is not there',
      '"periods": ["2023"]',
      '"periods": ["2022"]',
      'notes[0].periods[0]',
      '2022',
      /period/
    ],
    [
      'a tier that contains one nobody knows',
      '["universal"]',
      '["general"]',
      'tiers[0].contains[0]',
      'general',
      /tier/
    ],
    [
      'a tier mapped to one nobody knows',
      '"mapsTo": "targeted"',
      '"mapsTo": "aimed"',
      'tiers[0].mapsTo',
      'aimed',
      /tier/
    ],
    [
      'a slug given twice',
      '"slug": "eastvale"',
      '"slug": "northmoor"',
      'areas[1].slug',
      'northmoor',
      /Keep one/
    ],
    [
      'a period that ends before it starts',
      '"end": "2023-03-31"',
      '"end": "2022-03-31"',
      'periods[0].end',
      '2022-03-31',
      /dates/
    ]
  ])('%s', (_, from, to, column, value, remedy) => {
    expect(change(from, to)).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        file: FILE,
        column,
        value,
        remedy: expect.stringMatching(remedy)
      })
    );
  });
  test('a key that is missing is named, with the thing it is missing from', () => {
    expect(change('"vintage": "2024",', '')).toMatchObject([
      {
        rule: 'missing-key',
        file: FILE,
        column: 'sources[0].vintage',
        message: expect.stringContaining('“plan-list”')
      }
    ]);
  });
  test('JSON that is broken is one problem, and the tables are not blamed for it', () => {
    expect(problemsWith({ [FILE]: textOf(FILE).slice(0, 400) })).toMatchObject([
      { rule: 'bad-json', file: FILE }
    ]);
    expect(problemsWith({ [FILE]: '[]' }).every((problem) => problem.file === FILE)).toBe(true);
  });
  test.each([
    ['the top of the file', '"audience": "restricted"', '"audience": "everybody"', 'audience'],
    ['the frame that tables hang on', '"slug": "eastvale"', '"slug": "East vale"', 'areas[1].slug'],
    ['the same table', '"title": "Audits"', '"title": ""', 'tables[2].title'],
    ['an entry that is none', '"categories": []', '"categories": [null]', 'categories[0]']
  ])('a mistake in %s does not hide a cube, source or note that refers to nothing', (_, from, to, column) => {
    const text = textOf(FILE)
      .replace('"cube": "assurance"', '"cube": "audits"')
      .replace('"source": "plan-list"', '"source": "plans"')
      .replace('"areas": ["eastvale"]', '"areas": ["westvale"]')
      .replace(from, to);
    const columns = problemsWith({ [FILE]: text }).map((problem) => problem.column);
    expect(columns.toSorted()).toEqual(
      [column, 'tables[2].cube', 'tables[0].source', 'notes[0].areas[0]'].toSorted()
    );
  });
  test('what refers to an entry that is wrong is not blamed for it', () => {
    const text = textOf(FILE).replace('"name": "Eastvale, City of",', '').replace('"vintage": "2024",', '');
    expect(problemsWith({ [FILE]: text }).map((problem) => problem.column)).toEqual([
      'sources[0].vintage',
      'areas[1].name'
    ]);
  });
  test('a byte-order mark before it does not matter', () => {
    expect(problemsWith({ [FILE]: `\uFEFF${textOf(FILE)}` })).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemList } from '#lib/sources/bundle-problem-list.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { personalIn, refusePeople } from '#lib/sources/people.ts';

const kindsIn = (header: readonly string[], rows: readonly (readonly string[])[]) => [
  ...new Set(personalIn(header, rows).map(({ kind }) => kind))
];
const column = (cells: readonly string[], name = 'x') =>
  kindsIn(
    ['area', name, 'value'],
    cells.map((cell, at) => ['northmoor', cell, String(at + 10)])
  );

describe('names of columns', () => {
  test.each([
    'LAchildID',
    'pers_legacy_id',
    'pers_person_id',
    'cine_person_id',
    'pers_upn',
    'UPN',
    'Former UPN',
    'pers_dob',
    'DOB',
    'd.o.b.',
    'PersonBirthDate',
    'Expected DOB',
    'pers_expected_birth_date',
    'pers_common_child_id',
    'Forename(s)',
    'Surname',
    'Child Unique ID',
    'Individual adopter identifier',
    'Family identifier',
    'Date of Birth',
    'addr_address_postcode',
    'Placement postcode',
    'Home Address Line 1',
    'NHS Number',
    'H&C Number',
    'CHI number',
    'Mosaic ID',
    'Liquidlogic ID',
    'LCS ID',
    'Case Ref No',
    'Allocated Worker',
    'Social worker name',
    'Email',
    'Mobile',
    'Client-ID',
    'person id',
    'Cyfenw',
    'Dyddiad geni',
    'Initials',
    'refe_referral_id',
    'Pupil Name'
  ])('%s is refused', (name) => {
    expect(kindsIn(['area', name, 'value'], [])).toEqual(['column']);
  });
  test.each([
    'area',
    'la_name',
    'old_la_code',
    'new_la_code',
    'region_name',
    'children',
    'Child',
    'cases',
    'Referrals',
    'NI',
    'CPP_child_start',
    'Number of children',
    'category_initial',
    'Initial',
    'Initial category',
    'period',
    'value',
    'of',
    'owner_role',
    'indicator',
    'subsource',
    'earlier_plan',
    'Total',
    'Age of child',
    'Ward name',
    'Family Help',
    'EH'
  ])('%s is not', (name) => {
    expect(kindsIn(['area', name, 'value'], [])).toEqual([]);
  });
  test('are found below a title, and down the side of a form', () => {
    expect(personalIn(['Plans'], [[''], ['Team', 'DOB', 'Plan'], ['North', '', '']])).toMatchObject([
      { kind: 'column', row: 3, column: 'DOB' }
    ]);
    expect(
      personalIn(
        ['Form'],
        [
          ['Surname:', 'SECRET'],
          ['Date of birth', 'SECRET']
        ]
      )
    ).toHaveLength(2);
  });
  test('“name” is that of a place beside codes of places', () => {
    expect(kindsIn(['Name', 'Plans'], [])).toEqual(['column']);
    expect(kindsIn(['Code', 'Name', 'Plans'], [['E06000016', 'Leicester', '3']])).toEqual([]);
  });
});

describe('what is in cells', () => {
  test.each([
    ['NHS numbers', ['4505577104']],
    ['NHS numbers', ['943 476 5919']],
    ['pupil numbers', ['A850728973744', 'A141396438491']],
    ['National Insurance numbers', ['AB123456C']],
    ['postcodes', ['LE1 6ZG']],
    ['email addresses', ['someone@example.org']],
    ['telephone numbers', ['07700 900123']],
    ['names', ['Sophie Barnes', 'Oliver Twist', 'Jack Ahmed']],
    ['identifiers in words', ['seen at home on the estate, call her on 07700 900123 after four']]
  ] as const)('%s are seen under a name that says nothing', (kind, cells) => {
    expect(column(cells)).toEqual([kind]);
  });
  test('dates of birth are seen, and ends of months, weeks and days in a row are not', () => {
    expect(
      column(['2015-03-27', '2012-11-02', '2009-06-18', '2017-01-09', '2014-08-21', '2011-12-30'])
    ).toEqual(['days']);
    expect(
      column(['31/03/2019', '30/06/2019', '30/09/2019', '31/12/2019', '31/03/2020', '30/06/2020'])
    ).toEqual([]);
    expect(
      column(['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29', '2024-02-05'])
    ).toEqual([]);
    expect(
      column(Array.from({ length: 20 }, (_, at) => `2024-05-${String(at + 1).padStart(2, '0')}`))
    ).toEqual([]);
  });
  test('one row for each id is seen, and codes of places are not ids', () => {
    const many = Array.from({ length: 40 }, (_, at) => at);
    expect(column(many.map((at) => `RND${100_200_300 + at * 7919}`))).toEqual(['one row each']);
    expect(
      column(
        many.map((at) => String(70_001 + at)),
        'ref no'
      )
    ).toEqual(['one row each']);
    expect(
      column(
        many.map((at) => String(70_001 + at * 13)),
        'population'
      )
    ).toEqual([]);
    expect(column(many.map((at) => `E0600${1000 + at}`))).toEqual([]);
    expect(column(many.map((at) => `at2024${String((at % 12) + 1).padStart(2, '0')}28`))).toEqual([]);
  });
  test('sentences are seen beside figures, and notes under a table are not', () => {
    const text =
      'mother says that she will attend the next meeting with the school and the health visitor on Monday';
    expect(column([`${text} 1`, `${text} 2`, `${text} 3`])).toEqual(['free text']);
    expect(
      kindsIn(
        ['area', 'value'],
        [
          ['north', '1'],
          [text, ''],
          [`${text}.`, ''],
          [`${text}:`, '']
        ]
      )
    ).toEqual([]);
  });
  test('in registers and notes sentences and dates belong, and identifiers do not', () => {
    const text =
      'the board agreed that every school will have a named lead for neglect by the end of the summer term';
    const register = ['date', 'decision', 'owner_role'];
    const rows = ['2024-01-09', '2024-02-13', '2024-03-12', '2024-04-16', '2024-06-11', '2024-09-03'].map(
      (date) => [date, text, 'chair']
    );
    expect(personalIn(register, rows)).toEqual([]);
    expect(
      personalIn(register, [['2024-01-09', 'ring 07700 900123 about it, says the chair', 'chair']])
    ).toMatchObject([{ kind: 'identifiers in words', column: 'decision', inWords: true }]);
  });
  test('a column is named only where its name is about nobody', () => {
    expect(personalIn(['Sophie Barnes'], [['4505577104']])).toMatchObject([{ column: 'number 1' }]);
    expect(personalIn(['Reference'], [['4505577104']])).toMatchObject([{ column: 'Reference' }]);
  });
});

describe('a refusal', () => {
  test('says what was seen and how often, and repeats nothing', () => {
    const list = new ProblemList();
    const csv = 'team;ref\nnorth;450 557 7104\nsouth;943 476 5919\n';
    expect(refusePeople('x.csv', csv, list)).toBe(true);
    const told = JSON.stringify(list.all());
    expect(list.all()).toMatchObject([
      { rule: 'row-level', severity: 'error', column: 'ref', message: expect.stringContaining('2 rows') }
    ]);
    expect(told).not.toMatch(/450|943/);
  });
  test('is not made of rows of counts, whatever their size', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('la855', 'E06000016', 'northmoor', 'Bristol, City of'),
            fc.constantFrom('2024', '2024Q3', 'at20240630', '31/03/2024', '2023-24'),
            fc.nat(99_999_999).map(String),
            fc.constantFrom('', 'c', 'x', '[c]')
          ),
          { maxLength: 60 }
        ),
        (rows) => {
          expect(personalIn(['area', 'period', 'value', 'status'], rows)).toEqual([]);
        }
      )
    );
  });
  test('never throws and never repeats a cell, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 30 }))), (rows) => {
        const list = new ProblemList();
        refusePeople('x.csv', rows, list);
        personalIn(rows[0] ?? [], rows.slice(1), 'words');
      })
    );
  });
});

const RETURNS = join(process.cwd(), '../shared/data/returns');
const RELEASE = join(process.cwd(), '../shared/data/dfe-children-in-need-2024');

describe('real files', () => {
  test.skipIf(!existsSync(RETURNS))('child-level returns are refused (needs ../shared)', () => {
    for (const name of readdirSync(RETURNS).filter((file) => file.endsWith('.xml'))) {
      const list = new ProblemList();
      expect(refusePeople(name, readFileSync(join(RETURNS, name)), list), name).toBe(true);
    }
  });
  test.skipIf(!existsSync(RETURNS))('so is every list of an Annex A workbook (needs ../shared)', () => {
    const file = 'Annex_A_2024_Jan.xlsx';
    const { sheets, problems } = readWorkbook(new Uint8Array(readFileSync(join(RETURNS, file))), file);
    expect(sheets).toEqual([]);
    const refused = problems.filter(({ rule }) => rule === 'row-level').map((problem) => problem.file);
    expect(new Set(refused).size).toBe(11);
  });
  test.skipIf(!existsSync(RELEASE))('official tables are not (needs ../shared)', () => {
    for (const name of readdirSync(RELEASE)) {
      const list = new ProblemList();
      expect(refusePeople(name, readFileSync(join(RELEASE, name)), list), name).toBe(false);
    }
  });
  test('nor are those of the published bundle and of the standard one', () => {
    for (const folder of ['data/published', 'tests/bundles/standard'])
      for (const part of ['cubes', 'registers'])
        for (const name of readdirSync(join(folder, part))) {
          const list = new ProblemList();
          expect(refusePeople(name, readFileSync(join(folder, part, name)), list), name).toBe(false);
        }
  });
});

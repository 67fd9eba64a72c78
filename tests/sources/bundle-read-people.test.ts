import { describe, expect, test } from 'vitest';
import { AGES, problemsWith } from '../fixtures/bundles/small-bundle.ts';

describe('a row-level file is refused', () => {
  test.each([
    'Forename',
    'Surname',
    'child_name',
    'DOB',
    'Date of birth',
    'PersonBirthDate',
    'UPN',
    'FormerUPN',
    'NHS number',
    'NHS_No',
    'Postcode',
    'home_postcode',
    'LAchildID',
    'child id',
    'Child Unique ID',
    'case_number',
    'address'
  ])('by its column %s, and nothing in its rows is repeated', (column) => {
    const problems = problemsWith({ [AGES]: `area,${column},value\nnorthmoor,SECRET,1\n` });
    expect(problems).toMatchObject([{ severity: 'error', rule: 'row-level', file: AGES, row: 1, column }]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });
  test('wherever in the bundle it lies', () => {
    for (const path of ['people.csv', 'registers/people.csv', 'cubes/people.csv', 'registers/rounds.csv'])
      expect(problemsWith({ [path]: 'round,NHS number\na,1\n' })).toMatchObject([
        { severity: 'error', rule: 'row-level', file: path }
      ]);
  });
  test('whatever separates its columns, and as a return in XML', () => {
    expect(problemsWith({ 'people.txt': 'Sex\tNHS number\nF\tSECRET\n' })).toMatchObject([
      { rule: 'row-level', column: 'NHS number' }
    ]);
    expect(problemsWith({ [AGES]: 'area;UPN\nnorthmoor;SECRET\n' })).toMatchObject([
      { rule: 'row-level', column: 'UPN' }
    ]);
    const xml = '<?xml version="1.0"?><Message><Child><ChildIdentifiers><LAchildID>SECRET</LAchildID>';
    const problems = problemsWith({ 'cin.xml': xml });
    expect(problems).toMatchObject([
      { severity: 'error', rule: 'row-level', file: 'cin.xml', column: 'ChildIdentifiers' }
    ]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });
  test('columns of counts are not taken for people', () => {
    for (const column of [
      'area_name',
      'la_name',
      'child',
      'children',
      'family',
      'case',
      'name_of_area',
      'format',
      'status'
    ])
      expect(problemsWith({ 'cubes/other.csv': `area,${column}\n` })).toMatchObject([
        { rule: 'undeclared-file' }
      ]);
  });
});

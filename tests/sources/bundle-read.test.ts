import { describe, expect, test } from 'vitest';
import { describeProblem } from '#lib/domain/problem.ts';
import { readBundle, tidyFiles } from '#lib/sources/bundle-read.ts';
import {
  cubes,
  edited,
  problemsWith,
  smallBundle,
  smallFiles,
  textOf
} from '../fixtures/bundles/small-bundle.ts';

const PLANS = 'cubes/plans-by-category.csv';
const AGES = 'cubes/plans-by-age.csv';
const AUDITS = 'cubes/audits.csv';
const MANIFEST = 'bundle.json';

/** The plans table with one row put at its end, which is row 11. */
const withRow = (row: string) => ({ [PLANS]: `${textOf(PLANS)}${row}\n` });

function table(id: string) {
  const found = smallBundle().tables.find((candidate) => candidate.table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

describe('a bundle that is whole', () => {
  test('gives its tables in the order of the manifest, with their cubes', () => {
    const bundle = smallBundle();
    expect(bundle.tables.map((item) => [item.table.id, item.cube.id])).toEqual([
      ['plans-by-category', 'plans'],
      ['plans-by-age', 'plans'],
      ['audits', 'assurance']
    ]);
    expect([...bundle.cubes.keys()]).toEqual(['plans', 'assurance']);
  });
  test('a value, a true zero, a withheld cell and one that rounds to zero are four different things', () => {
    const cells = table('plans-by-category').observations.map((observation) => observation.cell);
    expect(cells[3]).toEqual({ kind: 'known', value: 130, flags: [] });
    expect(cells[4]).toEqual({ kind: 'missing', reason: 'withheld' });
    expect(cells[5]).toEqual({ kind: 'known', value: 0, flags: [] });
    expect(table('plans-by-age').observations[2]?.cell).toEqual({ kind: 'missing', reason: 'roundsToZero' });
  });
  test('flags stand beside a value, in one order however they are written', () => {
    expect(table('plans-by-category').observations[1]?.cell).toEqual({
      kind: 'known',
      value: 240,
      flags: ['r', 'p']
    });
    const { bundle } = readBundle(smallFiles(edited(PLANS, ',r p', ',pr')), cubes);
    expect(bundle?.tables[0]?.observations[1]?.cell).toMatchObject({ flags: ['r', 'p'] });
  });
  test('an absent row is absent', () => {
    const rows = table('plans-by-category').observations;
    expect(rows).toHaveLength(9);
    expect(rows.some((row) => row.area === 'eastvale' && row.period === '2023')).toBe(false);
  });
  test('so many out of so many carries both numbers, and each may be missing for its own reason', () => {
    const rows = table('audits').observations;
    expect(rows[0]).toMatchObject({ cell: { value: 27 }, of: { value: 44 } });
    expect(rows[2]).toMatchObject({ cell: { reason: 'notSubmitted' }, of: { reason: 'late' } });
  });
  test('tiers, agencies and rounds of the bundle’s own are members', () => {
    expect(table('audits').observations[1]?.members).toEqual([
      'voice-heard',
      'northmoorpolice',
      'spring',
      'stronger'
    ]);
  });
  test('registers come typed, with blanks left out and guarded text as it was meant', () => {
    const { registers } = smallBundle();
    expect(registers.rounds).toEqual([
      { round: 'spring', method: 'random, of open plans', frame: '240', size: 44, date: '2024-03-01' }
    ]);
    expect(registers.actions?.[0]).toEqual({
      action: '=Ask dentists, in writing',
      owner_role: 'Designated nurse',
      due: '2024-09-01',
      indicator: 'voice-heard'
    });
    expect(registers.neighbours).toBeUndefined();
  });
  test('a folder around it, back slashes and what file systems leave behind do not matter', () => {
    const wrapped = new Map(
      [...smallFiles()].map(([path, content]) => [`Northmoor\\${path.replaceAll('/', '\\')}`, content])
    );
    wrapped.set('Northmoor/.DS_Store', 'x').set('__MACOSX/Northmoor/bundle.json', '{}');
    expect([...tidyFiles(wrapped).keys()].sort()).toEqual([...smallFiles().keys()].sort());
    expect(readBundle(wrapped, cubes)).toMatchObject({
      problems: [],
      bundle: { manifest: { id: 'northmoor-2024' } }
    });
  });
  test('columns may stand in any order', () => {
    const lines = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','));
    const { bundle } = readBundle(smallFiles({ [AGES]: lines.join('\n') }), cubes);
    expect(bundle?.tables[1]?.observations).toEqual(table('plans-by-age').observations);
  });
});

describe('a row that is wrong is named by file, row, column and value', () => {
  test.each([
    ['unknown-area', 'Northmoor,2024,open,physical,all,6,,', 'area', 'Northmoor', /northmoor/],
    ['unknown-area', '990,2024,open,physical,all,6,,', 'area', '990', /northmoor/],
    ['unknown-area', 'nowhere,2024,open,physical,all,6,,', 'area', 'nowhere', /bundle\.json/],
    ['unknown-period', 'northmoor,2025,open,physical,all,6,,', 'period', '2025', /bundle\.json/],
    ['unknown-measure', 'northmoor,2024,opened,physical,all,6,,', 'measure', 'opened', /open, started/],
    ['unknown-member', 'northmoor,2024,open,NEG,physical,6,,', 'category_initial', 'NEG', /“neglect”/],
    ['unknown-member', 'northmoor,2024,open,All,physical,6,,', 'category_initial', 'All', /“all”/],
    ['unknown-member', 'northmoor,2024,open,harm,physical,6,,', 'category_initial', 'harm', /cube “plans”/],
    ['unknown-member', 'northmoor,2024,open,,physical,6,,', 'category_initial', '', /“all”/],
    ['flow-on-a-date', 'northmoor,at20240630,started,physical,all,6,,', 'period', 'at20240630', /period/],
    ['value-and-status', 'northmoor,2024,open,physical,all,6,c,', 'status', 'c', /clear/],
    ['no-value-no-status', 'northmoor,2024,open,physical,all,,,', 'value', '', /true zero/],
    ['negative', 'northmoor,2024,open,physical,all,-6,,', 'value', '-6', /zero/],
    ['not-whole', 'northmoor,2024,open,physical,all,6.5,,', 'value', '6.5', /counted/],
    ['not-whole', 'northmoor,2024,open,physical,all,6.0,,', 'value', '6.0', /Write 6\./],
    ['percentage', 'northmoor,2024,open,physical,all,12%,,', 'value', '12%', /counted/],
    ['thousands-separator', 'northmoor,2024,open,physical,all,"1,234",,', 'value', '1,234', /1234/],
    ['not-a-number', 'northmoor,2024,open,physical,all,1E+05,,', 'value', '1E+05', /Format/],
    ['not-a-number', 'northmoor,2024,open,physical,all,few,,', 'value', 'few', /digits/],
    ['symbol-in-value', 'northmoor,2024,open,physical,all,c,,', 'value', 'c', /“c” in the status/],
    ['symbol-in-value', 'northmoor,2024,open,physical,all,..,,', 'value', '..', /“x” in the status/],
    ['symbol-in-value', 'northmoor,2024,open,physical,all,~,,', 'value', '~', /“low” in the status/],
    ['symbol-in-value', 'northmoor,2024,open,physical,all,<5,,', 'value', '<5', /“c” in the status/],
    ['bad-status', 'northmoor,2024,open,physical,all,,:,', 'status', ':', /Write “x”/],
    ['bad-status', 'northmoor,2024,open,physical,all,,[c],', 'status', '[c]', /Write “c”/],
    ['bad-status', 'northmoor,2024,open,physical,all,,C,', 'status', 'C', /Write “c”/],
    ['bad-status', 'northmoor,2024,open,physical,all,,hidden,', 'status', 'hidden', /notsubmitted/],
    ['bad-flag', 'northmoor,2024,open,physical,all,6,,q', 'flags', 'q', /revised/],
    ['flag-without-value', 'northmoor,2024,open,physical,all,,c,r', 'flags', 'r', /Clear/]
  ])('%s: %s', (rule, row, column, value, remedy) => {
    expect(problemsWith(withRow(row))).toEqual([
      {
        severity: 'error',
        rule,
        file: PLANS,
        row: 11,
        column,
        value,
        message: expect.stringMatching(/\w/),
        remedy: expect.stringMatching(remedy)
      }
    ]);
  });
  test('a row for the same thing twice names both rows', () => {
    expect(problemsWith(withRow('northmoor,2024,open,all,neglect,131,,'))).toMatchObject([
      {
        rule: 'duplicate-key',
        file: PLANS,
        row: 11,
        column: 'area, period, measure, category_initial, category_latest',
        value: 'northmoor, 2024, open, all, neglect',
        message: expect.stringContaining('row 5')
      }
    ]);
  });
  test('a member of an open breakdown says where its list is', () => {
    expect(problemsWith(edited(AUDITS, 'spring,stronger', 'autumn,stronger'))).toMatchObject([
      {
        rule: 'unknown-member',
        file: AUDITS,
        row: 3,
        column: 'round',
        value: 'autumn',
        remedy: expect.stringContaining('registers/rounds.csv')
      }
    ]);
    expect(problemsWith(edited(AUDITS, 'spring,stronger', 'spring,weaker'))).toMatchObject([
      { column: 'tier', value: 'weaker', remedy: expect.stringContaining('tiers in bundle.json') }
    ]);
  });
  test('all that is wrong with one row is said at once', () => {
    const rules = problemsWith(withRow('nowhere,1999,opened,NEG,,-1,:,q')).map((problem) => problem.column);
    expect(rules).toEqual([
      'area',
      'period',
      'measure',
      'category_initial',
      'category_latest',
      'flags',
      'value',
      'status',
      'status'
    ]);
  });
  test('after fifty of one kind in a file the rest are counted, and other kinds are still named', () => {
    const rows = Array.from({ length: 1060 }, (_, index) => `nowhere${index},2024,open,all,all,1,,`);
    const problems = problemsWith(withRow([...rows, 'northmoor,2024,open,physical,all,-1,,'].join('\n')));
    expect(
      problems.filter((problem) => problem.rule === 'unknown-area' && problem.row !== undefined)
    ).toHaveLength(50);
    expect(problems.filter((problem) => problem.rule === 'negative')).toMatchObject([{ row: 1071 }]);
    expect(problems.at(-1)).toMatchObject({
      rule: 'unknown-area',
      file: PLANS,
      message: expect.stringContaining('1,010 more')
    });
  });
});

describe('a part is never more than what it is part of', () => {
  test('a member above its total names both rows', () => {
    expect(problemsWith(withRow('eastvale,2024,open,physical,all,27,,'))).toMatchObject([
      {
        severity: 'error',
        rule: 'part-over-total',
        file: PLANS,
        row: 11,
        column: 'value',
        value: '27',
        message: expect.stringMatching(/is 26 in row 4/)
      }
    ]);
  });
  test('a band above the band it is part of names both rows', () => {
    expect(problemsWith(edited(AGES, '7to9,50', '7to9,81'))).toMatchObject([
      {
        severity: 'error',
        rule: 'part-over-total',
        file: AGES,
        row: 6,
        value: '81',
        message: expect.stringMatching(/“5to9”.*80 in row 5/)
      }
    ]);
  });
  test('bands of two cuts may pass the total together', () => {
    expect(problemsWith(edited(AGES, '7to15,110', '7to15,239'))).toEqual([]);
  });
  test('parts that pass their total together are a warning at the total', () => {
    expect(problemsWith(edited(PLANS, 'all,multiple,0', 'all,multiple,111'))).toMatchObject([
      {
        severity: 'warning',
        rule: 'parts-over-total',
        file: PLANS,
        row: 3,
        value: '240',
        message: expect.stringContaining('241')
      }
    ]);
  });
  test('figures given in tens may pass their total by rounding', () => {
    expect(problemsWith(edited(PLANS, 'all,multiple,0', 'all,multiple,120'))).toEqual([]);
    expect(problemsWith(edited(PLANS, 'all,multiple,0', 'all,multiple,130'))).toMatchObject([
      { rule: 'parts-over-total' }
    ]);
  });
  test('and so may figures given in fives', () => {
    const fives = edited(PLANS, 'all,multiple,0', 'all,multiple,115');
    expect(problemsWith(fives)).toEqual([]);
    expect(problemsWith(edited(PLANS, 'all,multiple,0', 'all,multiple,120'))).toEqual([]);
    expect(problemsWith(edited(PLANS, 'all,multiple,0', 'all,multiple,125'))).toMatchObject([
      { rule: 'parts-over-total' }
    ]);
  });
  test('more found than looked at is an error at the row', () => {
    expect(problemsWith(edited(AUDITS, '27,44', '45,44'))).toMatchObject([
      { severity: 'error', rule: 'part-over-total', file: AUDITS, row: 2, column: 'value', value: '45' }
    ]);
  });
  test('so many out of nothing said is an error at the second number', () => {
    expect(problemsWith(edited(AUDITS, '27,44', '27,'))).toMatchObject([
      { rule: 'no-value-no-status', row: 2, column: 'of' }
    ]);
    expect(problemsWith(edited(AUDITS, ',,,notsubmitted,,late', ',,3,notsubmitted,,late'))).toMatchObject([
      { rule: 'value-and-status', row: 4, column: 'of_status', value: 'late' }
    ]);
  });
});

describe('a file that is wrong', () => {
  test('a column that is missing is named with what it should be', () => {
    expect(problemsWith(edited(AGES, ',age,', ',ages,'))).toMatchObject([
      { rule: 'unknown-column', file: AGES, row: 1, column: 'ages' },
      { rule: 'missing-column', file: AGES, row: 1, column: 'age', remedy: expect.stringContaining('“all”') }
    ]);
  });
  test('a breakdown that the manifest does not declare says where to declare it', () => {
    const text = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line, index) => `${line},${index === 0 ? 'sex' : 'all'}`);
    expect(problemsWith({ [AGES]: text.join('\n') })).toMatchObject([
      { rule: 'unknown-column', file: AGES, column: 'sex', remedy: expect.stringContaining('bundle.json') }
    ]);
  });
  test('the second number is no column of a table that counts', () => {
    const text = textOf(AGES)
      .trimEnd()
      .split('\n')
      .map((line, index) => `${line},${index === 0 ? 'of' : ''}`);
    expect(problemsWith({ [AGES]: text.join('\n') })).toMatchObject([
      { rule: 'unknown-column', column: 'of' }
    ]);
  });
  test('a declared file that is missing and a file that is not declared are both named', () => {
    expect(
      problemsWith({ [AGES]: undefined, 'cubes/other.csv': 'area,value\n', 'notes.docx': 'x' })
    ).toMatchObject([
      { severity: 'error', rule: 'missing-file', file: AGES },
      { severity: 'error', rule: 'undeclared-file', file: 'cubes/other.csv' },
      { severity: 'warning', rule: 'not-read', file: 'notes.docx' }
    ]);
  });
  test('a table without rows is a warning', () => {
    expect(problemsWith({ [AGES]: textOf(AGES).split('\n')[0] })).toMatchObject([
      { severity: 'warning', rule: 'no-rows', file: AGES }
    ]);
  });
  test('a web page in place of a table is named as one', () => {
    expect(problemsWith({ [AGES]: '<!doctype html><title>Log in</title>' })).toMatchObject([
      { rule: 'web-page', file: AGES }
    ]);
  });
  test('a manifest without the file that makes a bundle is said in one problem', () => {
    expect(problemsWith({ [MANIFEST]: undefined })).toMatchObject([{ rule: 'missing-file', file: MANIFEST }]);
  });
  test('what is wrong in every file comes at once', () => {
    const problems = problemsWith({
      ...edited(PLANS, 'eastvale,2024,open,all,all,26', 'eastvale,2024,open,all,all,-26'),
      ...edited(AGES, '5to9', '5-9'),
      ...edited('registers/rounds.csv', '2024-03-01', '1 March'),
      ...edited(MANIFEST, '"audience": "restricted"', '"audience": "board"')
    });
    expect(problems.map(({ file, row, column, value }) => [file, row, column, value])).toEqual([
      [MANIFEST, undefined, 'audience', 'board'],
      ['registers/rounds.csv', 2, 'date', '1 March'],
      [PLANS, 4, 'value', '-26'],
      [AGES, 5, 'age', '5-9']
    ]);
  });
  test('a problem reads as one line with its place', () => {
    const [problem] = problemsWith(edited(AGES, '5to9', '5-9'));
    expect(problem && describeProblem(problem)).toBe(
      'cubes/plans-by-age.csv, row 5, column “age”: the member is not known (found “5-9”). Use a member of “age” in cube “plans”.'
    );
  });
});

describe('a file that is cut short or broken', () => {
  test('is an error wherever it is cut, save at the end of a row, and never gives another figure', () => {
    const text = textOf(AGES);
    const whole = table('plans-by-age').observations;
    for (let length = 0; length < text.length; length += 1) {
      const { bundle } = readBundle(smallFiles({ [AGES]: text.slice(0, length) }), cubes);
      const rows = bundle?.tables[1]?.observations;
      if (rows === undefined) continue;
      expect(`${text.slice(0, length)}\n`.replace(/\n\n$/, '\n')).toMatch(/,[a-z ]*\n$/);
      expect(rows).toEqual(
        whole.slice(0, rows.length).map((row, index) => ({ ...row, cell: rows[index]?.cell }))
      );
      expect(rows.map((row) => ('value' in row.cell ? row.cell.value : row.cell.reason))).toEqual(
        whole.slice(0, rows.length).map((row) => ('value' in row.cell ? row.cell.value : row.cell.reason))
      );
    }
  });
  test('bytes of no meaning are explained and throw nothing', () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    for (const path of [MANIFEST, AGES, AUDITS, 'registers/rounds.csv'])
      expect(problemsWith({ [path]: noise }).filter((problem) => problem.severity === 'error')).not.toEqual(
        []
      );
  });
});

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

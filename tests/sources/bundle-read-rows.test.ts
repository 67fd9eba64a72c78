import { describe, expect, test } from 'vitest';
import { AGES, AUDITS, PLANS, edited, problemsWith, withRow } from '../fixtures/bundles/small-bundle.ts';

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
        message: expect.stringMatching(/“5 to 9” .*80 in row 5/)
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

import { describe, expect, test } from 'vitest';
import { problemsWith } from '../fixtures/bundles/small-bundle.ts';

const NEIGHBOURS = 'registers/neighbours.csv';
const HEADER = 'area,rank,neighbour,closeness,model\n';
const neighbours = (...rows: string[]) => problemsWith({ [NEIGHBOURS]: `${HEADER}${rows.join('\n')}\n` });

describe('a register that is wrong is named by file, row, column and value', () => {
  test('a register that obeys its schema has no problem', () => {
    expect(neighbours('northmoor,1,eastvale,Close,2025')).toEqual([]);
  });
  test.each([
    ['bad-value', 'northmoor,first,eastvale,Close,2025', 'rank', 'first', /in digits/],
    ['bad-value', 'northmoor,0,eastvale,Close,2025', 'rank', '0', /in digits/],
    ['bad-value', 'northmoor,1,eastvale,Near,2025', 'closeness', 'Near', /Extremely close/],
    ['blank', 'northmoor,1,eastvale,Close,', 'model', '', /Fill/],
    ['unknown-area', 'northmoor,1,westvale,Close,2025', 'neighbour', 'westvale', /bundle\.json/],
    ['unknown-area', 'Northmoor,1,eastvale,Close,2025', 'area', 'Northmoor', /northmoor/]
  ])('%s: %s', (rule, row, column, value, remedy) => {
    expect(neighbours(row)).toEqual([
      {
        severity: 'error',
        rule,
        file: NEIGHBOURS,
        row: 2,
        column,
        value,
        message: expect.any(String),
        remedy: expect.stringMatching(remedy)
      }
    ]);
  });
  test('a neighbour given twice names both rows', () => {
    expect(neighbours('northmoor,1,eastvale,Close,2025', 'northmoor,1,moors,Close,2025')).toMatchObject([
      {
        rule: 'duplicate-key',
        row: 3,
        value: 'northmoor, 1, 2025',
        message: expect.stringContaining('row 2')
      }
    ]);
  });
  test('columns that are missing or not of the register are named', () => {
    expect(problemsWith({ [NEIGHBOURS]: 'area,rank,neighbour,close,model\n' })).toMatchObject([
      { rule: 'unknown-column', row: 1, column: 'close' },
      { rule: 'missing-column', row: 1, column: 'closeness' }
    ]);
  });
  test('an optional column may be left out and an optional cell blank', () => {
    expect(problemsWith({ 'registers/milestones.csv': 'date,what\n2024-01-01,Strategy agreed\n' })).toEqual(
      []
    );
    expect(
      problemsWith({ 'registers/targets.csv': 'indicator,value,by,set_by\nvoice-heard,,,Board\n' })
    ).toEqual([]);
  });
  test('a table or period that a return names must be there', () => {
    expect(
      problemsWith({
        'registers/returns.csv': 'table,area,period\nplans,northmoor,2024\nplans-by-age,northmoor,2020\n'
      })
    ).toMatchObject([
      { rule: 'unknown-table', row: 2, column: 'table', value: 'plans' },
      { rule: 'unknown-period', row: 3, column: 'period', value: '2020' }
    ]);
  });
  test('a register nobody knows is an error', () => {
    expect(problemsWith({ 'registers/risks.csv': 'risk\nx\n' })).toMatchObject([
      { severity: 'error', rule: 'unknown-register', file: 'registers/risks.csv' }
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { reportInWords } from '#lib/sources/dfe-report.ts';
import { problemsOf, withCells } from './dfe-altered-release.ts';
import { importTexts, smallRelease, valueOf } from './dfe-release-fixture.ts';

const D1 = 'd1_child_protection_plans.csv';
const open = { area: 'E92000001', period: '2024', measure: 'open' };

function withOpen(change: (value: string, row: readonly string[], index: number) => string) {
  const texts = smallRelease();
  return texts.set(D1, withCells(texts.get(D1) ?? '', 'CPP_At31', change));
}

describe('cells that give neither a figure nor a reason', () => {
  test('a column all blank is an error that names file and column', () => {
    expect(problemsOf(withOpen(() => ''))).toMatchObject([
      { rule: 'blank-column', file: D1, row: 2, column: 'CPP_At31' }
    ]);
  });

  test('blanks are not supplied, never “not available”, and the report counts them by column', () => {
    const { bundle, report } = importTexts(withOpen((value, row) => (row[0] === '2024' ? ' ' : value)));
    expect(valueOf(bundle, 'plans', open)).toBeUndefined();
    expect(report.unknown).toEqual([]);
    expect(reportInWords(report)).toContain(
      `${D1}, row 2, column “CPP_At31”: 14 of its 28 cells (all of 2024) are blank, so not supplied.`
    );
  });

  test('a dash is read as withheld, and the report counts it', () => {
    const { bundle, report } = importTexts(withOpen((value, _row, index) => (index === 0 ? '-' : value)));
    expect(valueOf(bundle, 'plans', open)).toBe('withheld');
    expect(report.warnings).toMatchObject([
      { rule: 'dash-cells', file: D1, row: 2, column: 'CPP_At31', value: '-' }
    ]);
    expect(report.warnings[0]?.message).toContain('1 of its 28 cells is a dash');
  });

  test.each(['-5', '−5', '-1,234'])('%s is an error, since no count is below zero', (value) => {
    expect(problemsOf(withOpen((was, _row, index) => (index === 3 ? value : was)))).toMatchObject([
      { rule: 'negative-count', file: D1, row: 5, column: 'CPP_At31', value }
    ]);
  });

  test.each([
    ['of which most cannot be read', () => true, 'most of the column'],
    ['a year of which cannot be read', (row: readonly string[]) => row[0] === '2023', 'most of 2023']
  ])('a column %s is an error', (_what, at, says) => {
    const problems = problemsOf(withOpen((value, row) => (at(row) ? `${value}*` : value)));
    expect(problems).toMatchObject([{ rule: 'unreadable-column', file: D1, column: 'CPP_At31' }]);
    expect(problems[0]?.message).toContain(says);
  });

  test('values that cannot be read stand on one line a column, the first few with their rows', () => {
    const odd = ['1 192', '19.2%', '185.5', '192*', '1e3'];
    const { report } = importTexts(withOpen((value, _row, index) => odd[index] ?? value));
    expect(reportInWords(report)).toContain(
      `${D1}, column “CPP_At31”: 5 cells, “1 192” (row 2), “19.2%” (row 3), “185.5” (row 4) and 2 more`
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { hasNoErrors, problemsInWords } from '../../scripts/field-report.ts';

const problem = (severity: Problem['severity'], row: number): Problem => ({
  severity,
  rule: severity === 'error' ? 'children-over-events' : 'tenfold-change',
  file: 'cubes/plans.csv',
  row,
  message: 'it is wrong',
  remedy: 'Mend it.'
});

describe('problems of figures on the command line', () => {
  test('are told errors first, three of a rule in a file, and that there are more', () => {
    const lines = problemsInWords(
      [1, 2, 3, 4, 5].map((row) => problem('warning', row)).concat(problem('error', 9))
    );
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^error: cubes\/plans\.csv, row 9/);
    expect(lines[4]).toMatch(/more of “tenfold-change”/);
  });
  test('stop a check only where one is an error', () => {
    expect(hasNoErrors([problem('warning', 1)])).toBe(true);
    expect(hasNoErrors([problem('warning', 1), problem('error', 2)])).toBe(false);
  });
});

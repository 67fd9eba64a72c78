import { describe, expect, test } from 'vitest';
import { problemsOf, type Row } from './field-bundle.ts';

function told(neglect: (need: string) => readonly Row[]) {
  return problemsOf([
    {
      cube: 'primary_need',
      dimensions: ['need', 'neglect'],
      rows: [['town 2023 open n1 all', 61], ['town 2024 open n1 all', 72], ...neglect('n1')]
    }
  ]).filter(({ rule }) => rule === 'n1-as-neglect');
}

describe('N1 given as neglect on the sheet “Primary need” itself', () => {
  test.each(['n1', 'all'])('is told where as many of %s have neglect recorded, year after year', (need) => {
    const [problem] = told(() => [
      [`town 2023 open ${need} yes`, 61],
      [`town 2024 open ${need} yes`, 72]
    ]);
    expect(problem).toMatchObject({ severity: 'error', column: 'neglect', rows: 2 });
    expect(problem?.remedy).toContain('Leave these rows out');
  });
  test('is not told of one day that a year and its last quarter share', () => {
    const rows: readonly Row[] = ['2024', '2024Q4'].flatMap((period): Row[] => [
      [`town ${period} open n1 all`, 61],
      [`town ${period} open n1 yes`, 61]
    ]);
    const found = problemsOf([{ cube: 'primary_need', dimensions: ['need', 'neglect'], rows }]);
    expect(found.map(({ rule }) => rule)).not.toContain('n1-as-neglect');
  });
  test('is not told of a part of them', () => {
    expect(
      told(() => [
        ['town 2023 open n1 yes', 40],
        ['town 2024 open n1 yes', 72]
      ])
    ).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { periodOf } from '#lib/domain/period.ts';
import { MANIFEST, problemsOf, type Row } from './field-bundle.ts';

const TODAY = '2024-12-01';

function told(period: string, measure: string, more: { synthetic?: boolean } = {}) {
  const known = periodOf(period);
  if (known === undefined) throw new Error(`no period ${period}`);
  const rows: readonly Row[] = ['town', 'north', 'late'].map((area): Row => [
    `${area} ${period} ${measure}`,
    30
  ]);
  return problemsOf(
    [{ cube: 'plans', rows }],
    { periods: [...MANIFEST.periods.filter(({ id }) => id !== period), known], ...more },
    { today: TODAY }
  ).filter(({ rule }) => rule.startsWith('period-in') || rule.startsWith('period-not'));
}

describe('a year that is still running', () => {
  test('has no count on its last day yet', () => {
    const [problem, ...more] = told('2025', 'open');
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', rule: 'period-in-future', row: 2, rows: 3 });
    expect(problem?.message).toBe(
      'children are counted on one date, here 31 March 2025, and that day has not come'
    );
    expect(problem?.remedy).toContain('such as at20241201 for 1 December 2024');
  });

  test('is no whole year of what happens, and its part so far is', () => {
    const [problem, ...more] = told('2025', 'started');
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', rule: 'period-not-over', rows: 3 });
    expect(problem?.remedy).toContain('to20241201');
    expect(told('to20241201', 'started')).toEqual([]);
  });

  test('is fine where figures are made up', () => {
    expect(told('2025', 'open', { synthetic: true })).toEqual([]);
    expect(told('2027', 'open', { synthetic: true })).toEqual([]);
  });
});

test('a year so far that ends on a day to come is told', () => {
  expect(told('to20241231', 'started')).toMatchObject([{ rule: 'period-in-future', severity: 'error' }]);
});

test('the day on which figures were supplied has come', () => {
  const supplied = (publishedOn: string, synthetic = false) =>
    problemsOf(
      [{ cube: 'plans', rows: [['town 2024 open', 30]] }],
      {
        synthetic,
        sources: MANIFEST.sources.map((source) => ({ ...source, publishedOn }))
      },
      { today: TODAY }
    ).filter(({ rule }) => rule === 'supplied-in-future');
  expect(supplied('2024-12-01')).toEqual([]);
  expect(supplied('2027-01-15', true)).toEqual([]);
  expect(supplied('2027-01-15')).toMatchObject([
    { severity: 'error', file: 'bundle.json', column: 'sources[0].publishedOn', value: '2027-01-15' }
  ]);
});

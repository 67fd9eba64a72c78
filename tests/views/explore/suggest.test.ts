import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BARS, MOST_LINES, MOST_PANELS, suggestChart } from '#lib/views/explore/suggest.ts';

const ONE = { areas: 1, periods: 1, yearly: true, members: [] };

describe('the chart that is suggested', () => {
  test('is lines over years, panels where there are more than four, and a table beyond that', () => {
    expect(suggestChart({ ...ONE, periods: 12 })).toBe('series');
    expect(suggestChart({ ...ONE, periods: 12, areas: MOST_LINES })).toBe('series');
    expect(suggestChart({ ...ONE, periods: 12, members: [5] })).toBe('multiples');
    expect(suggestChart({ ...ONE, periods: 12, members: [MOST_PANELS + 1] })).toBe('table');
    expect(suggestChart({ ...ONE, periods: 12, areas: 150, members: [5] })).toBe('table');
  });

  test('is bars for one thing told apart, and a strip for more areas than can be read', () => {
    expect(suggestChart(ONE)).toBe('bars');
    expect(suggestChart({ ...ONE, members: [10] })).toBe('bars');
    expect(suggestChart({ ...ONE, areas: 10 })).toBe('bars');
    expect(suggestChart({ ...ONE, areas: MOST_BARS + 1 })).toBe('strip');
    expect(suggestChart({ ...ONE, members: [MOST_BARS + 1] })).toBe('table');
  });

  test('is bars in groups or shades for two things told apart, and a table for three', () => {
    expect(suggestChart({ ...ONE, members: [3, 4] })).toBe('bars');
    expect(suggestChart({ ...ONE, members: [5, 10] })).toBe('heat');
    expect(suggestChart({ ...ONE, areas: 10, members: [5] })).toBe('heat');
    expect(suggestChart({ ...ONE, members: [20, 20] })).toBe('table');
    expect(suggestChart({ ...ONE, members: [2, 2, 2] })).toBe('table');
  });

  test('is never lines where periods are no years', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(40),
        fc.array(fc.nat(50), { maxLength: 3 }),
        (areas, periods, members) => {
          expect(['series', 'multiples']).not.toContain(
            suggestChart({ areas, periods, members, yearly: false })
          );
        }
      )
    );
    expect(suggestChart({ ...ONE, periods: 12, yearly: false })).toBe('bars');
  });

  test('is a table where there is nothing', () => {
    expect(suggestChart({ ...ONE, areas: 0 })).toBe('table');
    expect(suggestChart({ ...ONE, members: [0] })).toBe('table');
  });
});

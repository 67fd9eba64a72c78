import { describe, expect, test } from 'vitest';
import { periodOf } from '#lib/domain/period.ts';
import {
  dateId,
  endedPeriods,
  lastFourQuarters,
  lastQuarter,
  periodsBetween
} from '#lib/exports/template-periods.ts';

describe('periods of a template', () => {
  test('a quarter is offered from its last day on', () => {
    expect(lastQuarter('2025-12-31')).toBe('2026Q3');
    expect(lastQuarter('2025-12-30')).toBe('2026Q2');
    expect(lastQuarter('2026-01-01')).toBe('2026Q3');
    expect(lastQuarter('2026-03-31')).toBe('2026Q4');
    expect(lastQuarter('2026-04-01')).toBe('2026Q4');
    for (let day = 0; day < 800; day += 1) {
      const today = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      const end = periodOf(lastQuarter(today))?.end ?? '';
      expect(
        end <= today && today < new Date(Date.parse(end) + 93 * 86_400_000).toISOString().slice(0, 10)
      ).toBe(true);
    }
  });

  test('four quarters and the years that have ended', () => {
    expect(lastFourQuarters('2026-11-22')).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2']);
    expect(endedPeriods('year', '2026-03-30')[0]).toBe('2025');
    expect(endedPeriods('year', '2026-03-31')[0]).toBe('2026');
    expect(endedPeriods('quarter', '2026-03-31').at(-1)).toBe('2013Q1');
  });

  test('from one to another, whichever is first, of one kind only', () => {
    expect(periodsBetween('2025Q3', '2026Q1')).toEqual(['2025Q3', '2025Q4', '2026Q1']);
    expect(periodsBetween('2024', '2022')).toEqual(['2022', '2023', '2024']);
    expect(periodsBetween('2024', '2025Q1')).toEqual([]);
    expect(dateId('2025-12-31')).toBe('at20251231');
    expect(dateId('2025-02-30')).toBeUndefined();
  });
});

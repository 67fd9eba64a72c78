import { expect, test } from 'vitest';
import { periodOf, reportingYear, reportingYearOf } from '#lib/domain/period.ts';

test.each([
  ['2024', 'year', '2023-04-01', '2024-03-31', 'year to 31 March 2024'],
  ['2024Q1', 'quarter', '2023-04-01', '2023-06-30', 'April to June 2023'],
  ['2024Q4', 'quarter', '2024-01-01', '2024-03-31', 'January to March 2024'],
  ['2023M11', 'month', '2023-11-01', '2023-11-30', 'November 2023'],
  ['2024M02', 'month', '2024-02-01', '2024-02-29', 'February 2024'],
  ['at20240630', 'date', '2024-06-30', '2024-06-30', '30 June 2024'],
  ['mid2023', 'date', '2023-06-30', '2023-06-30', 'mid-2023 (30 June 2023)'],
  ['2022to2024', 'pooled', '2021-04-01', '2024-03-31', '3 years to 31 March 2024'],
  ['to20241231', 'to-date', '2024-04-01', '2024-12-31', '1 April 2024 to 31 December 2024']
])('%s names a period by itself', (id, kind, start, end, label) => {
  expect(periodOf(id)).toMatchObject({ id, kind, start, end, label });
});

test('a reporting year by its id is the reporting year', () => {
  expect(periodOf('2024')).toEqual(reportingYear(2024));
});

test.each(['2024Q5', '2024M13', 'at20240231', '2024to2022', 'round3', 'Q3', '2023-24', ''])(
  '“%s” names no period by itself',
  (id) => {
    expect(periodOf(id)).toBeUndefined();
  }
);

test('rates of a period use the population of the middle of the year before its reporting year ends', () => {
  expect(periodOf('2024Q1')?.population).toBe('mid2023');
  expect(periodOf('at20240401')?.population).toBe('mid2024');
  expect(reportingYearOf('2024-03-31')).toBe(2024);
});

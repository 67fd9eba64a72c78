import { expect, it } from 'vitest';
import { chartForPoints, shareAs } from '#lib/stats/which-chart.ts';

it.each([
  [0, 'figures'],
  [4, 'figures'],
  [5, 'trend'],
  [8, 'trend'],
  [9, 'trend'],
  [10, 'run'],
  [12, 'run'],
  [13, 'control'],
  [40, 'control']
] as const)('%i points support: %s', (points, chart) => {
  expect(chartForPoints(points)).toBe(chart);
});

it.each([
  [6, 'counts'],
  [19, 'counts'],
  [20, 'percentage'],
  [506_370, 'percentage']
] as const)('a share of %i is said as %s', (n, words) => {
  expect(shareAs(n)).toBe(words);
});

it.each([-1, 2.5, NaN])('%s is no number of points', (points) => {
  expect(() => chartForPoints(points)).toThrow(
    `number of points must be a whole number, 0 or more: ${points}`
  );
  expect(() => shareAs(points)).toThrow(RangeError);
});

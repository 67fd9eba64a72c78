import { expect, test } from 'vitest';
import { namedTicks, withMarkedYear, yearTicks } from '#lib/charts/ticks.ts';
import { widthOf } from '#lib/charts/text-width.ts';

const SIZE = 14;

test('where the names of ticks would touch, only every second or further one is named', () => {
  const ticks = [0, 100_000, 200_000, 300_000, 400_000];
  expect(namedTicks(ticks, (tick) => tick / 1000, SIZE)).toEqual(ticks);
  expect(namedTicks(ticks, (tick) => tick / 2000, SIZE)).toEqual([0, 200_000, 400_000]);
  expect(namedTicks([0], () => 0, SIZE)).toEqual([0]);
});

test.each([320, 180])('the chosen year is always named, and no name touches another, in %i px', (width) => {
  const place = (year: number) => ((year - 2013) / 11) * width;
  for (let year = 2013; year < 2024; year++) {
    const ticks = withMarkedYear(yearTicks(2013, 2024, place, SIZE), year, place, SIZE);
    expect(ticks.filter((tick) => tick.year === year)).toHaveLength(1);
    ticks.slice(1).forEach((tick, index) => {
      const before = ticks[index];
      if (before === undefined) throw new Error('each tick but the first has one before it');
      const half = (words: string) => widthOf(words, SIZE, 400) / 2;
      expect(place(tick.year) - half(tick.text)).toBeGreaterThan(place(before.year) + half(before.text));
    });
  }
});

import { describe, expect, it } from 'vitest';
import { mayRebase } from '#lib/stats/rebase.ts';
import { strategyVerdict, type Around } from '#lib/stats/strategy-verdict.ts';
import { studentDeviate } from '#lib/stats/student.ts';

const years = (values: readonly number[], variance: number) => values.map((value) => ({ value, variance }));
const around = (before: readonly number[], after: readonly number[], variance = 1): Around => ({
  before: years(before, variance),
  after: years(after, variance)
});
/** Ten areas whose shares moved by these points, each by its own. */
const moved = (points: readonly number[]) => points.map((by) => around([30, 30], [30 + by, 30 + by]));
const STILL = [-1, -0.5, 0, 0.5, 1, -1, -0.5, 0, 0.5, 1];
const FALLING = STILL.map((by) => by - 4);

describe('Student’s t', () => {
  it('meets the tables of it', () => {
    const table: readonly (readonly [number, number, number])[] = [
      [0.95, 1, 12.706],
      [0.95, 2, 4.3027],
      [0.95, 3, 3.1824],
      [0.95, 5, 2.5706],
      [0.95, 9, 2.2622],
      [0.95, 30, 2.0423],
      [0.99, 9, 3.2498]
    ];
    for (const [confidence, df, value] of table)
      expect(Math.abs(studentDeviate(confidence, df) - value)).toBeLessThan(0.0005);
  });
  it('takes no part of a degree of freedom', () =>
    expect(() => studentDeviate(0.95, 1.5)).toThrow(RangeError));
});

describe('the verdict after a milestone', () => {
  const ask = (own: Around, points: readonly number[]) =>
    strategyVerdict({ own, scale: 'points', similar: moved(points) });
  it('is “more” where the area moved and similar areas did not', () =>
    expect(ask(around([30, 30], [40, 40]), STILL)).toMatchObject({ verdict: 'more', apart: true }));
  it('is “with” where all moved alike', () =>
    expect(ask(around([30, 30], [26, 26]), FALLING)).toMatchObject({ verdict: 'with', apart: false }));
  it('is “no sign” where nothing moved', () =>
    expect(ask(around([30, 30], [30.2, 30.2]), STILL).verdict).toBe('noSign'));
  it('is “no sign”, and apart, where all moved but the area', () =>
    expect(ask(around([30, 30], [30, 30]), FALLING)).toMatchObject({ verdict: 'noSign', apart: true }));
  it('is not “more” where similar areas differ among themselves as widely', () =>
    expect(ask(around([30, 30], [40, 40]), [-20, 15, -10, 20, 0, 12, -14, 18, -8, 5]).verdict).toBe(
      'noSign'
    ));
  it('is not “more” where the area’s own years differ by as much', () =>
    expect(ask(around([30, 30], [40, 40], 60), STILL).verdict).toBe('noSign'));
  it('needs two years on each side', () =>
    expect(ask(around([30], [40, 40]), STILL)).toEqual({ verdict: 'tooFew', before: 1, after: 2 }));
  it('is none across a change of recording, however large the change', () =>
    expect(
      strategyVerdict({
        own: around([30, 30], [60, 60]),
        scale: 'points',
        similar: moved(STILL),
        redefined: 'moved'
      })
    ).toEqual({ verdict: 'redefined', because: 'moved' }));
  it('sets the area beside the country where fewer than six similar areas have figures', () =>
    expect(
      strategyVerdict({
        own: around([30, 30], [40, 40]),
        scale: 'points',
        similar: moved(STILL.slice(0, 5)),
        country: around([30, 30], [30, 30], 0.01)
      })
    ).toMatchObject({ verdict: 'more', others: { against: 'country' } }));
  it('is none without anybody to compare with', () =>
    expect(strategyVerdict({ own: around([30, 30], [40, 40]), scale: 'points', similar: [] }).verdict).toBe(
      'notCompared'
    ));
  it('takes counts and rates in proportion, and none from nothing', () => {
    const own = around([50, 50], [100, 100]);
    const doubled = strategyVerdict({ own, scale: 'ratio', similar: moved(STILL) });
    expect('own' in doubled && doubled.own.size).toBeCloseTo(Math.log(2), 10);
    expect(
      strategyVerdict({ own: around([0, 0], [9, 9]), scale: 'ratio', similar: moved(STILL) }).verdict
    ).toBe('tooFew');
  });
  it('refuses a variance below 0', () =>
    expect(() => ask(around([30, 30], [40, 40], -1), STILL)).toThrow(RangeError));
});

describe('limits start anew', () => {
  const low = [10, 11, 9, 10, 11, 9, 10, 10];
  it('where eight figures follow a known change and seven in a row lie above the old mean', () =>
    expect(mayRebase([...low, 14, 15, 14, 15, 14, 15, 14, 15], 8)).toBe(true));
  it('and not where figures go on as before', () => expect(mayRebase([...low, ...low], 8)).toBe(false));
  it('nor where fewer than eight follow', () =>
    expect(mayRebase([...low, 14, 15, 14, 15, 14, 15, 14], 8)).toBe(false));
  it('nor where a missing figure parts the run', () =>
    expect(mayRebase([...low, 14, 15, 14, 15, undefined, 14, 15, 14, 15], 8)).toBe(false));
});

import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflationAt, inflationBySize } from '#lib/stats/inflation.ts';
import type { Amount } from '#lib/stats/usual-change.ts';
import { normalQuantile } from '#lib/stats/quantile.ts';

type Pair = readonly [Amount, Amount];

/** Every place once, in no order that has to do with size. */
const turn = (i: number, count: number) => (i * 7919) % count;

/** Changes that spread as a normal does, with so many times the variance of chance. */
function changes(of: (units: number) => number, count = 4000): readonly Pair[] {
  return Array.from({ length: count }, (_, i): Pair => {
    const units = 40 + ((i * 7919) % 1000);
    const deviate = normalQuantile(((i * 104_729) % count) / count + 0.5 / count);
    const change = deviate * Math.sqrt(2 * units * of(units));
    return [{ x: units - change / 2 + 5000 }, { x: units + change / 2 + 5000 }];
  });
}

/** The same for figures of one size, whose changes are exactly normal. */
function steady(times: number, x: number, count = 2000): readonly Pair[] {
  return Array.from({ length: count }, (_, i): Pair => {
    const change = normalQuantile((turn(i, count) + 0.5) / count) * Math.sqrt(2 * x * times);
    return [{ x: x - change / 2 }, { x: x + change / 2 }];
  });
}

describe('inflation by size', () => {
  it('is 1 where figures change by chance alone, whatever their size', () => {
    const line = inflationBySize([...steady(1, 400), ...steady(1, 4000)]);
    expect(line && inflationAt(line, { x: 400 })).toBeCloseTo(1, 1);
    expect(line && inflationAt(line, { x: 4000 })).toBeCloseTo(1, 1);
  });
  it('finds what widens small and large counts alike, and what widens large ones more', () => {
    const sizes = [200, 600, 1000, 1400, 1800, 2200, 2600, 3000, 3400, 3800];
    const line = inflationBySize(sizes.flatMap((x) => steady(2 + 0.01 * x, x, 500)));
    expect(line?.base).toBeCloseTo(2, 0);
    expect(line?.perUnit).toBeCloseTo(0.01, 3);
    expect(line && inflationAt(line, { x: 1000 })).toBeCloseTo(12, 0);
  });
  it('leaves the outer tenth out, since it is not how such figures usually change', () => {
    const usual = steady(3, 500, 2000);
    const wild = usual.map((pair, i): Pair => (i % 12 === 0 ? [{ x: 100 }, { x: 900 }] : pair));
    const line = inflationBySize(wild);
    expect(line && inflationAt(line, { x: 500 })).toBeLessThan(4.5);
  });
  it('goes by n and the share where figures are shares', () => {
    const pairs = Array.from({ length: 1000 }, (_, i): Pair => {
      const n = 20_000 + 40 * ((i * 613) % 1000);
      const change = normalQuantile((turn(i, 1000) + 0.5) / 1000) * Math.sqrt(0.25 * (2 / n)) * 2;
      return [
        { x: n * (0.5 - change / 2), n },
        { x: n * (0.5 + change / 2), n }
      ];
    });
    const line = inflationBySize(pairs);
    expect(line && inflationAt(line, { x: 20_000, n: 40_000 })).toBeCloseTo(4, 0);
  });
  it('never makes a figure surer than chance does, and needs a hundred changes', () => {
    expect(inflationBySize(steady(0.2, 300))).toEqual({ base: 1, perUnit: 0 });
    expect(inflationBySize(steady(4, 300, 99))).toBeUndefined();
    assert(
      property(integer({ min: 0, max: 100_000 }), (x) => {
        const line = inflationBySize(changes((units) => 1 + units / 500, 400));
        return line !== undefined && inflationAt(line, { x }) >= 1;
      }),
      { seed: 20, numRuns: 100 }
    );
  });
});

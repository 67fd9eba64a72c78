import { describe, expect, test } from 'vitest';
import { isKnown, type Cell } from '../../src/lib/domain/cell.ts';
import { ticksTo, yearTicks } from '../../src/lib/charts/ticks.ts';
import type { ChartKind } from '../../src/lib/views/model.ts';
import { number } from '../../src/lib/words/number.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

describe('bars', () => {
  test('bars start at zero and are as long as their values', () => {
    const fixture = FIXTURES['bars-missing-and-zero'];
    if (fixture?.spec.kind !== 'bars') throw new Error('fixture is not of bars');
    const solid = boxesIn(draw(fixture.spec, 'wide'), '#12436D');
    const [schools, health] = solid;
    expect(schools?.x).toBe(health?.x);
    expect((schools?.width ?? 0) / 103.4).toBeCloseTo((health?.width ?? 0) / 0.4, -1);
  });

  test('all rungs share one scale and one zero', () => {
    const fixture = FIXTURES['ladder-published'];
    if (!fixture) throw new Error('fixture missing');
    const [inNeed, plans, cin] = boxesIn(draw(fixture.spec, 'wide'), '#dbe6f0');
    expect(new Set([inNeed?.x, plans?.x, cin?.x]).size).toBe(1);
    expect((inNeed?.width ?? 0) / 3816).toBeCloseTo((cin?.width ?? 0) / 1204, 2);
    expect((inNeed?.width ?? 0) / 3816).toBeCloseTo((plans?.width ?? 0) / 429, 2);
  });
});

describe('ticks', () => {
  test('ticks begin at zero, reach the maximum and are at most ten', () => {
    for (const max of [0.049, 0.7, 1, 9.6, 21.9, 610, 25_980, 403_000]) {
      const ticks = ticksTo(max, 5, false);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(10);
    }
  });

  test('counts have whole ticks', () => {
    expect(ticksTo(2, 5, true)).toEqual([0, 1, 2]);
  });

  test('thousands have commas', () => {
    expect(number(25_980.04, 1)).toBe('25,980.0');
  });

  test('years are in words at both ends and thinned between', () => {
    const place = (year: number) => (year - 2013) * 18;
    const ticks = yearTicks(2013, 2024, place, 14);
    expect(ticks[0]?.text).toBe('March 2013');
    expect(ticks.at(-1)?.text).toBe('March 2024');
    expect(ticks.length).toBeLessThan(6);
  });
});

/** Kinds that draw every year, and print the latest figure only. */
const TIMES: readonly ChartKind[] = ['series', 'multiples'];

/** Kinds that draw every figure, and print those of the lines and areas they name, or the steps of their shades: their own tests hold them to it. */
const NAMED: readonly ChartKind[] = ['control', 'funnel', 'tiles'];

describe('table and chart carry the same numbers', () => {
  test.each(Object.values(FIXTURES).filter(({ spec }) => ![...TIMES, ...NAMED].includes(spec.kind)))(
    '$id prints every known figure of its table',
    ({ spec, table }) => {
      const drawn = wordsIn(draw(spec, 'wide'))
        .map(({ text }) => text)
        .join(' ')
        .replaceAll('\u2212', '-');
      for (const row of table.rows)
        for (const { key, decimals } of table.columns) {
          const value: string | Cell | undefined = row[key];
          if (typeof value !== 'object' || !isKnown(value)) continue;
          expect(drawn).toContain(number(value.value, decimals ?? 0));
        }
    }
  );

  test.each(Object.values(FIXTURES).filter(({ spec }) => spec.kind === 'series'))(
    '$id draws a mark or a gap for every year and prints the last known figure',
    ({ spec, table }) => {
      if (spec.kind !== 'series') return;
      const svg = draw(spec, 'wide');
      const drawn = wordsIn(svg)
        .map(({ text }) => text)
        .join(' ');
      for (const series of spec.series) {
        const values = table.rows.flatMap((row) => {
          const value = row[series.id];
          return typeof value === 'object' && isKnown(value) ? [value.value] : [];
        });
        const last = values.at(-1);
        if (last !== undefined) expect(drawn).toContain(number(last, spec.decimals));
      }
      const focus = spec.series.find(({ role }) => role === 'focus');
      const known = focus?.points.filter(({ cell }) => isKnown(cell)).length ?? 0;
      const own = [...svg.querySelectorAll('circle')].filter(
        (dot) => dot.parentElement?.getAttribute('fill') === '#12436D'
      );
      expect(own).toHaveLength(known);
    }
  );
});

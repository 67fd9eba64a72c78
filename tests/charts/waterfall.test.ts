import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/lib/charts/frame.ts';
import { STEP_FILL, STYLES } from '../../src/lib/charts/palette.ts';
import { layoutWaterfall, type WaterfallSpec } from '../../src/lib/charts/waterfall-layout.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

function waterfall(name: string): WaterfallSpec {
  const spec = FIXTURES[name]?.spec;
  if (spec?.kind !== 'waterfall') throw new Error(`fixture is not a waterfall: ${name}`);
  return spec;
}
const NAMES = Object.values(FIXTURES).flatMap(({ id, spec }) => (spec.kind === 'waterfall' ? [id] : []));
const sizes = ['wide', 'narrow'] as const;

describe.each(NAMES)('%s', (name) => {
  const spec = waterfall(name);

  test.each(sizes)(
    'the last step ends where the total does, each beginning where another ended: %s',
    (size) => {
      const { rows } = layoutWaterfall(spec, frameOf(size, 'x'));
      const last = rows.at(-1);
      expect(rows.at(-2)?.end).toBeCloseTo(last?.end ?? NaN, 9);
      rows.slice(1, -1).forEach((row, i) => expect(row.start).toBe(rows[i]?.end));
    }
  );

  test.each(sizes)('both totals begin at zero: %s', (size) => {
    const { rows } = layoutWaterfall(spec, frameOf(size, 'x'));
    expect([rows[0]?.start, rows.at(-1)?.start]).toEqual([0, 0]);
  });

  test('has one colour for every step, whichever way it goes', () => {
    const steps = [...draw(spec, 'wide').querySelectorAll(`g[fill="${STEP_FILL}"] path`)];
    const moving = spec.steps.filter(({ change }) => Math.abs(change) > 0.05);
    expect(steps.length).toBeGreaterThanOrEqual(moving.length);
    expect(steps.length).toBeLessThanOrEqual(spec.steps.length);
  });
});

describe('steps', () => {
  const svg = draw(waterfall('waterfall-leeds'), 'wide');
  const said = wordsIn(svg).map(({ text }) => text);

  test('carry their sign and name in words', () => {
    expect(said).toEqual(expect.arrayContaining(['+1.6', '\u22122.3', '\u22120.3', '\u221211.8']));
    expect(said.join(' ')).toContain('How many children are referred');
  });

  test('point to the right where they add, and to the left where they take away', () => {
    const tips = [...svg.querySelectorAll(`g[fill="${STEP_FILL}"] path`)].map((path) => {
      const xs = (path.getAttribute('d') ?? '').match(/-?[\d.]+(?=,)/g)?.map(Number) ?? [];
      return Math.sign((xs[2] ?? 0) - (xs[0] ?? 0));
    });
    expect(tips).toEqual([1, -1, -1, -1]);
  });

  test('a step of nothing is an upright at the running total, and has no sign', () => {
    const still = draw(waterfall('waterfall-zero-change'), 'wide');
    const texts = wordsIn(still).map(({ text }) => text);
    expect(texts.filter((text) => text === '0.0')).toHaveLength(3);
    expect(texts.join()).not.toMatch(/[+\u2212]0\.0/);
  });

  test('the bars of both totals are as long as their values', () => {
    const [here] = boxesIn(svg, STYLES.focus.fill);
    const [there] = boxesIn(svg, STYLES.england.fill);
    expect(here?.x).toBe(there?.x);
    expect((here?.width ?? 0) / 12.9).toBeCloseTo((there?.width ?? 0) / 25.7, 1);
  });

  test('a running total below zero stays in the drawing', () => {
    for (const size of sizes) {
      const { rows, ticks, place } = layoutWaterfall(waterfall('waterfall-below-zero'), frameOf(size, 'x'));
      expect(Math.min(...rows.map(({ end }) => place(end)))).toBeGreaterThanOrEqual(0);
      expect(ticks).toContain(0);
      expect(ticks[0]).toBeLessThan(0);
    }
  });
});

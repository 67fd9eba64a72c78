import { describe, expect, test } from 'vitest';
import { known } from '../../src/lib/domain/cell.ts';
import { BAND, INK, STYLES } from '../../src/lib/charts/palette.ts';
import type { ChartSpec } from '../../src/lib/views/model.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';

test('every authority has one thin upright on the scale, at its value', () => {
  const others = [0, 4, 10, 10, 20];
  const svg = draw(
    {
      kind: 'strip',
      unit: 'per 10,000 children',
      decimals: 1,
      rows: [{ id: 'focus', label: 'Leeds', role: 'focus', cell: known(10), text: '10.0' }],
      others
    },
    'wide'
  );
  const path = svg.querySelector('[stroke="#8a8a8a"] path')?.getAttribute('d') ?? '';
  const uprights = [...path.matchAll(/M(-?[\d.]+),[\d.]+L(-?[\d.]+),/g)].map(([, from, to]) => [
    Number(from),
    Number(to)
  ]);
  expect(uprights).toHaveLength(others.length);
  for (const [from, to] of uprights) expect(from).toBe(to);
  const xs = uprights.map(([x = NaN]) => x);
  expect(xs[0]).toBe(10);
  expect(xs[4]).toBe(630);
  expect(xs[2]).toBe(320);
  expect(Math.min(...xs.slice(1).map((x, i) => x - (xs[i] ?? 0)))).toBe(0);
});

test('a strip without other authorities tells of no thin lines', () => {
  const alone = wordsIn(draw({ ...strip(), others: [] }, 'wide')).map(({ text }) => text);
  expect(alone).toContain('Per 10,000 children');
  expect(alone.join(' ')).not.toMatch(/thin line|areas|authorities/);
  expect(said(strip())).toContain('each thin line is one of 5 areas');
});

type Strip = Extract<ChartSpec, { kind: 'strip' }>;
const strip = (more: Partial<Pick<Strip, 'quartiles' | 'similar'>> = {}): Strip => ({
  kind: 'strip',
  unit: 'per 10,000 children',
  decimals: 1,
  rows: [{ id: 'focus', label: 'Leeds', role: 'focus', cell: known(10), text: '10.0' }],
  others: [0, 4, 10, 10, 20],
  ...more
});
const quartiles = { lower: 4, median: 10, upper: 12 };
const said = (spec: Strip) =>
  wordsIn(draw(spec, 'wide'))
    .map(({ text }) => text)
    .join(' ');
const diamonds = (spec: Strip) =>
  [...draw(spec, 'wide').querySelectorAll(`g[stroke="${INK}"][fill="${STYLES.neighbours.fill}"] path`)]
    .length;

describe('quartiles', () => {
  test('are said in words with their values', () => {
    const words = said(strip({ quartiles }));
    expect(words).toContain('a quarter are below this: 4.0');
    expect(words).toContain('half are below this: 10.0');
    expect(words).toContain('three quarters are below this: 12.0');
  });

  test('hold the middle half in one band, from the lower to the upper', () => {
    const [band, ...more] = boxesIn(draw(strip({ quartiles }), 'wide'), BAND);
    expect(more).toEqual([]);
    expect(band?.x).toBeCloseTo(10 + (4 / 20) * 620, 0);
    expect(band?.width).toBeCloseTo((8 / 20) * 620, 0);
  });

  test('above every authority that is drawn still fit on the scale', () => {
    const [band] = boxesIn(draw(strip({ quartiles: { ...quartiles, upper: 40 } }), 'wide'), BAND);
    expect((band?.x ?? 0) + (band?.width ?? Infinity)).toBeLessThanOrEqual(631);
  });
});

describe('similar areas', () => {
  test('are diamonds, one for each, and the words say so', () => {
    expect(diamonds(strip({ similar: [3, 7, 11] }))).toBe(3);
    expect(said(strip({ similar: [3, 7, 11] }))).toContain('each diamond one of 3 similar areas');
    expect(said(strip({ similar: [3] }))).toContain('the diamond the one similar area');
  });

  test('and quartiles that are absent leave no word and no mark', () => {
    expect(said(strip())).not.toMatch(/diamond|band|below this/);
    expect(diamonds(strip({ similar: [] }))).toBe(0);
    expect(said(strip({ similar: [] }))).toBe(said(strip()));
  });
});

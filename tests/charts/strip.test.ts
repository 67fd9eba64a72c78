import { expect, test } from 'vitest';
import { known } from '../../src/lib/domain/cell.ts';
import { draw } from './drawing.ts';

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

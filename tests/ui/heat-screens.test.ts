import { svgDocument } from '#svg-document';
import { expect, test } from 'vitest';
import { drawChart } from '#lib/charts/draw.ts';
import { known } from '#lib/domain/cell.ts';
import { partHeats, rowsByScreen } from '#lib/ui/heat-screens.ts';
import type { ChartSpec } from '#lib/views/model.ts';

const heat = (rows: number): ChartSpec => ({
  kind: 'heat',
  columns: [{ id: 'first', label: 'First' }],
  shade: 'share',
  rows: Array.from({ length: rows }, (_, index) => ({
    id: String(index),
    label: `Standard ${String(index)}`,
    places: [{ column: 'first', n: known(1), of: known(2), text: '1 of 2' }]
  }))
});
function viewOf(rows: number): Element {
  const view = svgDocument.createElement('div');
  view.innerHTML = `<div class="chart">${(['wide', 'narrow'] as const)
    .map(
      (size) =>
        `<div class="drawing" data-size="${size}" data-kind="heat">${drawChart(heat(rows), size, svgDocument)}</div>`
    )
    .join('')}</div>`;
  return view;
}
const boxes = (part: Element) =>
  [...part.querySelectorAll('svg')].map((svg) => (svg.getAttribute('viewBox') ?? '').split(' ').map(Number));

test('rows are shared out evenly over as few screens as hold them', () => {
  expect(rowsByScreen(19)).toEqual([
    [0, 5],
    [5, 10],
    [10, 14],
    [14, 19]
  ]);
  expect(rowsByScreen(5)).toEqual([[0, 5]]);
});

test('a long heat table is cut into parts that all have its head, and every row once', () => {
  const view = viewOf(12);
  partHeats(view);
  const parts = [...view.querySelectorAll('.drawing[data-part][data-size="wide"]')].map(boxes);
  expect(parts).toHaveLength(3);
  const heads = parts.map(([head]) => head);
  expect(new Set(heads.map((head) => head?.join(' '))).size).toBe(1);
  const rows = parts.map(([, box]) => box ?? []);
  const [, top = 0, , height = 0] = heads[0] ?? [];
  expect(rows[0]?.[1]).toBe(top + height);
  rows.slice(1).forEach(([, y], index) => {
    const [, before = 0, , tall = 0] = rows[index] ?? [];
    expect(y).toBeCloseTo(before + tall);
  });
  const whole = view.querySelector('.drawing:not([data-part]) svg')?.getAttribute('viewBox')?.split(' ');
  expect((rows.at(-1)?.[1] ?? 0) + (rows.at(-1)?.[3] ?? 0)).toBeLessThanOrEqual(Number(whole?.[3]));
});

test('a short one is left whole, and a long one is whole again once it is no longer presented', () => {
  const short = viewOf(5);
  const long = viewOf(12);
  const before = [short.innerHTML, long.innerHTML];
  partHeats(short);
  expect(short.innerHTML).toBe(before[0]);
  partHeats(long)();
  expect(long.innerHTML).toBe(before[1]);
});

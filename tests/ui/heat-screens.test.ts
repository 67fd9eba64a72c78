import { svgDocument } from '#svg-document';
import { expect, test } from 'vitest';
import { drawChart } from '#lib/charts/draw.ts';
import { known } from '#lib/domain/cell.ts';
import { HEAD, partHeats } from '#lib/ui/heat-screens.ts';
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
function viewOf(of: number | ChartSpec): Element {
  const spec = typeof of === 'number' ? heat(of) : of;
  const view = svgDocument.createElement('div');
  view.innerHTML = `<div class="chart">${(['wide', 'narrow'] as const)
    .map(
      (size) =>
        `<div class="drawing" data-size="${size}" data-kind="${spec.kind}">${drawChart(spec, size, svgDocument)}</div>`
    )
    .join('')}</div>`;
  return view;
}
const boxes = (part: Element) =>
  [...part.querySelectorAll('svg')].map((svg) => (svg.getAttribute('viewBox') ?? '').split(' ').map(Number));

test('a heat table is cut into its head and its rows, each once, without a gap', () => {
  const view = viewOf(12);
  partHeats(view);
  for (const size of ['wide', 'narrow']) {
    const parts = [...view.querySelectorAll<HTMLElement>(`.drawing[data-part][data-size="${size}"]`)];
    expect(parts.map(({ dataset }) => dataset['part'])).toEqual([
      HEAD,
      ...Array.from({ length: 12 }, (_, row) => String(row + 1))
    ]);
    const seen = parts.map((part) => boxes(part)[0] ?? []);
    expect(seen[0]?.[1]).toBe(0);
    seen.slice(1).forEach(([, y], index) => {
      const [, before = 0, , tall = 0] = seen[index] ?? [];
      expect(tall).toBeGreaterThan(0);
      expect(y).toBeCloseTo(before + tall);
    });
    const whole = view
      .querySelector(`.drawing[data-size="${size}"]:not([data-part]) svg`)
      ?.getAttribute('viewBox')
      ?.split(' ');
    expect((seen.at(-1)?.[1] ?? 0) + (seen.at(-1)?.[3] ?? 0)).toBeCloseTo(Number(whole?.[3]));
  }
});

test('one of a single row is left whole, and another is whole again once it is no longer presented', () => {
  const short = viewOf(1);
  const long = viewOf(12);
  const before = [short.innerHTML, long.innerHTML];
  partHeats(short);
  expect(short.innerHTML).toBe(before[0]);
  partHeats(long)();
  expect(long.innerHTML).toBe(before[1]);
});

const bars = (groups: number): ChartSpec => ({
  kind: 'bars',
  unit: 'children',
  decimals: 0,
  rows: Array.from({ length: groups * 3 }, (_, index) => ({
    id: String(index),
    group: `Group ${String(Math.floor(index / 3))}`,
    label: `Length ${String(index)}`,
    role: 'focus',
    cell: known(index + 1),
    text: String(index + 1)
  }))
});

test('bars in groups are cut between the groups, each once, with the unit and the scale seen with any', () => {
  const view = viewOf(bars(3));
  partHeats(view);
  for (const size of ['wide', 'narrow']) {
    const parts = [...view.querySelectorAll<HTMLElement>(`.drawing[data-part][data-size="${size}"]`)];
    expect(parts.map(({ dataset }) => dataset['part'])).toEqual([HEAD, '1', '2', '3', HEAD]);
    const seen = parts.map((part) => boxes(part)[0] ?? []);
    seen.slice(1).forEach(([, y], index) => {
      const [, before = 0, , tall = 0] = seen[index] ?? [];
      expect(y).toBeCloseTo(before + tall);
    });
    const svg = parts[0]?.querySelector('svg');
    const tops = (svg?.getAttribute('data-rows') ?? '').split(' ').map(Number);
    const groups = [...(svg?.querySelectorAll('text') ?? [])].filter((text) =>
      /^Group/.test(text.textContent)
    );
    expect(groups).toHaveLength(3);
    groups.forEach((text, index) => {
      const y = Number(/,\s*([\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1]);
      expect(y).toBeGreaterThan(tops[index] ?? Infinity);
      expect(y).toBeLessThan(tops[index + 1] ?? 0);
    });
  }
});

test('bars of one group are left whole', () => {
  const view = viewOf(bars(1));
  const before = view.innerHTML;
  partHeats(view);
  expect(view.innerHTML).toBe(before);
});

import { svgDocument } from '#svg-document';
import { describe, expect, test } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { moveOf, parted, screenAt, screensOf } from '#lib/ui/screens.ts';
import { leicestershire } from './fixtures.ts';

function viewOf(model: ViewModel): Element {
  const holder = svgDocument.createElement('div');
  holder.innerHTML = renderView(model);
  const view = holder.querySelector('.view');
  if (view === null) throw new Error('no view');
  return view;
}

describe('the screens of a page', () => {
  const screens = screensOf(viewOf(leicestershire));
  const drawn = leicestershire.slots.map(({ charts, tables = [] }) => charts.length + tables.length);
  const expected = 1 + drawn.reduce((sum, n) => sum + Math.max(1, n), 0) + leicestershire.questions.length;

  test('are the headline, each slot with one chart at a time, and each question', () => {
    expect(screens).toHaveLength(expected);
    expect(screens[0]?.title).toContain(leicestershire.headline.text);
    expect(screens[1]?.title).toBe(leicestershire.slots[0]?.heading);
  });
  test('show no two charts together, and every chart once', () => {
    const figures = screens.map(
      ({ parts }) => parts.filter((part) => part.matches('.chart-figure, .table-figure')).length
    );
    expect(Math.max(...figures)).toBe(1);
    expect(figures.reduce((sum, n) => sum + n, 0)).toBe(drawn.reduce((sum, n) => sum + n, 0));
  });
  test('keep what is not supplied beside the slot that says it', () => {
    const boxes = screens.flatMap(({ parts }) => parts.filter((part) => part.matches('.not-supplied')));
    expect(boxes).toHaveLength(leicestershire.slots.filter((slot) => slot.notSupplied).length);
  });
});

test('a screen that is not there is the nearest that is', () => {
  expect([-3, 0, 4, 99, Number.NaN].map((asked) => screenAt(asked, 5))).toEqual([0, 0, 4, 4, 0]);
});

test('keys move both ways, to the ends, out, and mean nothing else', () => {
  expect(['ArrowRight', 'PageUp', 'Home', 'End', 'Escape', 'f', 'x'].map(moveOf)).toEqual([
    'next',
    'previous',
    'first',
    'last',
    'end',
    'full',
    undefined
  ]);
});

test('what is too much for one screen is parted in order, as much on each as fits, one at the least', () => {
  const room = (some: readonly number[]) => some.reduce((sum, each) => sum + each, 0) <= 10;
  expect(parted([3, 4, 3, 5, 12, 1, 9, 1], room)).toEqual([[3, 4, 3], [5], [12], [1, 9], [1]]);
  expect(parted([], room)).toEqual([]);
});

const slotWith = (evidence: string, after = '') => {
  const view = svgDocument.createElement('div');
  view.innerHTML = `<div class="slots"><section class="slot"><div class="slot-words"><h2>Head</h2><p>Words</p></div>
    <div class="slot-evidence">${evidence}</div></section></div>${after}`;
  return view;
};
const unitsOf = (view: Element, screen = 1) =>
  screensOf(view)[screen]?.units.map((unit) =>
    unit.map((part) => part.getAttribute('data-name') ?? part.textContent.trim())
  );

test('rows of a table are the units it is parted by, each with the head of its group', () => {
  const table = `<figure class="table-figure" data-name="table"><table><tbody><tr class="row-group"><th>G</th></tr>
    <tr><th>one</th></tr><tr><th>two</th></tr></tbody></table></figure>`;
  expect(unitsOf(slotWith(table))).toEqual([['Words'], ['table', 'G', 'one'], ['table', 'G', 'two']]);
});

const fold = (name: string, open: string, rows: readonly string[] = ['one', 'two']) =>
  `<details class="fold" data-name="${name}" ${open}><summary><span class="fold-name">${name}</span></summary>
    <table><tbody>${rows.map((row) => `<tr><th>${name} ${row}</th></tr>`).join('')}</tbody></table></details>`;

test('a folded table shows its rows, each with the line of its group, whether that stands open or not', () => {
  const view = slotWith(
    `<figure class="table-figure" data-name="table">${fold('A', '', ['one'])}${fold('B', 'open=""')}</figure>`
  );
  expect(screensOf(view).map(({ title }) => title)).toEqual(['', 'Head']);
  expect(unitsOf(view)).toEqual([
    ['Words'],
    ['table', 'A', 'A one'],
    ['table', 'B', 'B one'],
    ['table', 'B', 'B two']
  ]);
});

test('where a group is long it shows the line of each, then the rows of short ones that stand open', () => {
  const many = Array.from({ length: 9 }, (_, row) => String(row));
  const view = slotWith(
    `<figure class="table-figure" data-name="table">${fold('A', '', many)}${fold('B', 'open=""')}</figure>`
  );
  expect(screensOf(view).map(({ title }) => title)).toEqual(['', 'Head', 'Head: B']);
  expect(unitsOf(view)).toEqual([['Words'], ['table', 'A'], ['table', 'B']]);
  expect(unitsOf(view, 2)).toEqual([
    ['B', 'table', 'B one'],
    ['B', 'table', 'B two']
  ]);
});

test('a chart that is drawn in parts is parted by them, wide and narrow together, with its head on each', () => {
  const drawing = (name: string, part: string) =>
    `<div class="drawing" data-part="${part}" data-name="${name}"></div>`;
  const parts = ['head', '1', '2'].map((part) => drawing(`wide ${part}`, part));
  const narrow = ['head', '1', '2'].map((part) => drawing(`narrow ${part}`, part));
  const chart = `<figure class="chart-figure" data-name="chart">${[...parts, ...narrow].join('')}</figure>`;
  const head = ['chart', 'wide head', 'narrow head'];
  expect(unitsOf(slotWith(chart))).toEqual([
    ['Words'],
    [...head, 'wide 1', 'narrow 1'],
    [...head, 'wide 2', 'narrow 2']
  ]);
});

test('what stands below the questions on the page is shown after them', () => {
  const asked = '<section class="questions"><h2>To ask</h2><ol><li>Why?</li></ol></section>';
  const scorecard =
    '<div class="slots"><section class="slot"><div class="slot-words"><h2>Scorecard</h2></div></section></div>';
  expect(screensOf(slotWith('', `${asked}${scorecard}`)).map(({ title }) => title)).toEqual([
    '',
    'Head',
    'To ask, 1 of 1',
    'Scorecard'
  ]);
});

import { describe, expect, test } from 'vitest';
import { known, missing, NOT_SUPPLIED, type Cell } from '../../src/lib/domain/cell.ts';
import type { ChartSpec } from '../../src/lib/views/model.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';

const HATCH = 'url(#test-wide-withheld)';
const bars = (cells: readonly Cell[]): ChartSpec => ({
  kind: 'bars',
  unit: 'Children',
  decimals: 0,
  rows: cells.map((cell, i) => ({
    id: String(i),
    label: `Row ${i}`,
    role: 'focus',
    cell,
    text: cell.kind === 'known' ? String(cell.value) : ''
  }))
});
const line = (cells: readonly Cell[]): ChartSpec => ({
  kind: 'series',
  unit: 'Children',
  decimals: 0,
  series: [
    {
      id: 'focus',
      name: 'Rutland',
      role: 'focus',
      points: cells.map((cell, i) => ({ year: 2019 + i, cell }))
    }
  ],
  breaks: [],
  milestones: []
});
const texts = (spec: ChartSpec) => wordsIn(draw(spec, 'wide')).map(({ text }) => text);
const dotsOf = (svg: Element) => svg.querySelectorAll('circle').length;

describe('withheld', () => {
  test('a withheld bar is hatched, stands off the zero line and says so', () => {
    const svg = draw(bars([known(40), missing('withheld')]), 'wide');
    const [solid] = boxesIn(svg, '#12436D');
    const [hatched] = boxesIn(svg, HATCH);
    expect(hatched?.x).toBeGreaterThan(solid?.x ?? Infinity);
    expect(wordsIn(svg).map(({ text }) => text)).toContain('withheld');
  });

  test('a withheld bar is as long whatever the others are', () => {
    const width = (value: number) =>
      boxesIn(draw(bars([known(value), missing('withheld')]), 'wide'), HATCH)[0]?.width;
    expect(width(7)).toBe(width(7000));
  });

  test('a withheld year has no dot and no line through it, and its place is below the axis', () => {
    const svg = draw(line([known(8), missing('withheld'), known(9)]), 'wide');
    expect(dotsOf(svg)).toBe(2);
    const [hatched] = boxesIn(svg, HATCH);
    const axis = [...svg.querySelectorAll('g[stroke="#0b0c0c"] path')].map(
      (path) => path.getAttribute('d') ?? ''
    );
    const axisY = Number(axis[0]?.match(/,(\d+(\.\d+)?)/)?.[1]);
    expect(hatched?.y).toBeGreaterThan(axisY);
    expect(texts(line([known(8), missing('withheld'), known(9)]))).toContain('withheld');
  });

  test('every reason is said even where years alternate', () => {
    const cells = [0, 1, 2, 3, 4, 5].map((i) =>
      i % 2 === 0 ? missing('withheld') : missing('notAvailable')
    );
    expect(texts(line(cells))).toEqual(expect.arrayContaining(['withheld', 'not available']));
  });

  test('a withheld strip figure draws no focus mark on the scale', () => {
    const strip = (cell: Cell): ChartSpec => ({
      kind: 'strip',
      unit: 'Children',
      decimals: 1,
      rows: [{ id: 'focus', label: 'Rutland', role: 'focus', cell, text: '32.6' }],
      others: [1, 2, 3]
    });
    expect(dotsOf(draw(strip(known(32.6)), 'wide'))).toBe(1);
    expect(dotsOf(draw(strip(missing('withheld')), 'wide'))).toBe(0);
    expect(texts(strip(missing('withheld')))).toContain('Rutland: withheld');
  });

  test('a withheld part of nested marks draws neither certain nor possible', () => {
    const spec: ChartSpec = {
      kind: 'nested',
      unit: 'Share',
      rows: [
        {
          id: 'focus',
          label: 'Rutland',
          role: 'focus',
          total: known(26),
          certain: missing('withheld'),
          recorded: NOT_SUPPLIED,
          possible: known(20),
          certainText: 'withheld',
          recordedText: 'not supplied',
          possibleText: '20 of 26'
        }
      ]
    };
    const svg = draw(spec, 'wide');
    expect(boxesIn(svg, '#12436D')).toEqual([]);
    expect(boxesIn(svg, 'url(#test-wide-possible)')).toEqual([]);
    expect(boxesIn(svg, HATCH)).toHaveLength(1);
    const said = wordsIn(svg).map(({ text }) => text);
    expect(said.filter((text) => !text.endsWith('%')).join()).not.toContain('20');
  });
});

test('a line chart without a single year says that it was not supplied', () => {
  expect(texts(line([]))).toEqual(['not supplied']);
});

describe('zero and not supplied', () => {
  test('zero is a solid mark on the axis with its figure', () => {
    const svg = draw(bars([known(40), known(0)]), 'wide');
    const [bar, zero] = boxesIn(svg, '#12436D');
    expect(zero?.width).toBe(4);
    expect((zero?.x ?? 0) + 1).toBeCloseTo(bar?.x ?? 0, 0);
    expect(wordsIn(svg).map(({ text }) => text)).toContain('0');
    expect(boxesIn(svg, HATCH)).toEqual([]);
  });

  test('zero, withheld and not supplied are three different fills', () => {
    const svg = draw(bars([known(0), missing('withheld'), NOT_SUPPLIED]), 'wide');
    expect(boxesIn(svg, '#12436D')).toHaveLength(1);
    expect(boxesIn(svg, HATCH)).toHaveLength(1);
    expect(boxesIn(svg, '#ffffff')).toHaveLength(1);
    expect(wordsIn(svg).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['withheld', 'not supplied'])
    );
  });

  test('a hollow rung holds the words it was given', () => {
    const rung: ChartSpec = {
      kind: 'ladder',
      unit: 'Children',
      rungs: [
        {
          id: 'cin',
          label: 'Child in need plan',
          all: known(1204),
          allText: '1,204',
          neglect: NOT_SUPPLIED,
          neglectText: 'not published for any authority',
          place: 'rung'
        }
      ]
    };
    expect(texts(rung)).toContain('not published for any authority');
  });
});

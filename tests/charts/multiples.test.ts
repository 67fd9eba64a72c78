import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/lib/charts/frame.ts';
import { layoutMultiples, type MultiplesSpec } from '../../src/lib/charts/multiples-layout.ts';
import { STYLES } from '../../src/lib/charts/palette.ts';
import { isKnown, known, missing, type Cell } from '../../src/lib/domain/cell.ts';
import type { Panel } from '../../src/lib/views/model.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

const panel = (id: string, cells: readonly Cell[]): Panel => ({
  id,
  label: id,
  points: cells.map((cell, i) => ({ year: 2020 + i, cell })),
  text: 'latest'
});
const spec = (...panels: readonly Panel[]): MultiplesSpec => ({
  kind: 'multiples',
  unit: 'children',
  decimals: 0,
  panels,
  milestones: []
});
const own = (svg: Element) => [...svg.querySelectorAll(`g[stroke="${STYLES.focus.mark}"] path`)].length;
const dots = (svg: Element) =>
  [...svg.querySelectorAll('circle')].filter(
    (dot) => dot.parentElement?.getAttribute('fill') === STYLES.focus.mark
  );
const WITHHELD = missing('withheld');

describe('small panels', () => {
  test('stand on one scale: the same value is as high in each', () => {
    const { panels } = layoutMultiples(
      spec(panel('low', [known(1), known(2)]), panel('high', [known(900), known(1000)])),
      frameOf('wide', 'x')
    );
    const heights = panels.map(({ placeY, bottom }) => bottom - placeY(500));
    expect(new Set(heights).size).toBe(1);
    expect(panels.map(({ placeY, bottom }) => bottom - placeY(0))).toEqual([0, 0]);
  });

  test.each(['wide', 'narrow'] as const)('do not touch each other: %s', (size) => {
    for (const fixture of Object.values(FIXTURES)) {
      if (fixture.spec.kind !== 'multiples') continue;
      const { panels } = layoutMultiples(fixture.spec, frameOf(size, 'x'));
      for (const [i, a] of panels.entries())
        for (const b of panels.slice(i + 1)) {
          const beside = a.right < b.left || b.right < a.left;
          expect(beside || a.yearsY < b.labelY || b.yearsY < a.labelY).toBe(true);
        }
    }
  });

  test('each says its label and its latest value', () => {
    for (const fixture of Object.values(FIXTURES)) {
      if (fixture.spec.kind !== 'multiples') continue;
      const said = wordsIn(draw(fixture.spec, 'narrow'))
        .map(({ text }) => text)
        .join(' ');
      for (const { label, text } of fixture.spec.panels) {
        expect(said).toContain(label);
        expect(said).toContain(text);
      }
    }
  });
});

describe('a year that is missing in a panel', () => {
  test('parts the line, has a hatched place below the axis, and is said', () => {
    const svg = draw(spec(panel('a', [known(8), known(7), WITHHELD, known(9), known(9)])), 'wide');
    expect(own(svg)).toBe(2);
    const [hatched, ...more] = boxesIn(svg, 'url(#test-wide-withheld)');
    expect(more).toEqual([]);
    const { panels } = layoutMultiples(spec(panel('a', [known(8), WITHHELD])), frameOf('wide', 'x'));
    expect(hatched?.y).toBeGreaterThan(panels[0]?.bottom ?? NaN);
    expect(wordsIn(svg).map(({ text }) => text)).toContain('withheld');
  });

  test('is never a dot at zero, while a zero is', () => {
    expect(dots(draw(spec(panel('a', [known(8), known(7), known(9)])), 'wide'))).toHaveLength(1);
    expect(dots(draw(spec(panel('a', [known(8), known(0), known(9)])), 'wide'))).toHaveLength(2);
    expect(dots(draw(spec(panel('a', [WITHHELD, WITHHELD, WITHHELD])), 'wide'))).toHaveLength(0);
  });
});

test('lines of one panel never run on into another, though their names are alike', () => {
  expect(own(draw(spec(panel('a', [known(1), known(2)]), panel('a', [known(3), known(4)])), 'wide'))).toBe(2);
});

test('milestones are one rule in every panel and are said once', () => {
  const fixture = FIXTURES['multiples-sources'];
  if (fixture?.spec.kind !== 'multiples') throw new Error('fixture is not of small panels');
  const said = wordsIn(draw(fixture.spec, 'wide')).map(({ text }) => text);
  expect(said.filter((text) => text.includes('2021: schools closed'))).toHaveLength(1);
  const { milestones } = layoutMultiples(fixture.spec, frameOf('wide', 'x'));
  expect(milestones).toEqual([2020, 2021]);
});

test('every known year of a comparator that has any is drawn behind, and named', () => {
  const fixture = FIXTURES['multiples-sources'];
  if (fixture?.spec.kind !== 'multiples') throw new Error('fixture is not of small panels');
  const { panels } = fixture.spec;
  expect(panels.every(({ behind }) => behind?.every(({ cell }) => isKnown(cell)))).toBe(true);
  const svg = draw(fixture.spec, 'wide');
  const dashed = svg.querySelectorAll(`g[stroke="${STYLES.england.mark}"][stroke-dasharray] path`);
  expect(dashed.length).toBe(panels.length + 1);
  expect(wordsIn(svg).map(({ text }) => text)).toContain('England');
});

test('no panel at all says that nothing was supplied', () => {
  expect(wordsIn(draw(spec(), 'wide')).map(({ text }) => text)).toEqual(['not supplied']);
});

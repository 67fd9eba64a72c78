import { describe, expect, test } from 'vitest';
import { pieces } from '../../src/lib/charts/series-pieces.ts';
import { known, missing } from '../../src/lib/domain/cell.ts';
import type { Break, ChartSpec, Role } from '../../src/lib/views/model.ts';
import { draw, wordsIn } from './drawing.ts';

const points = [2013, 2014, 2015, 2016].map((year) => ({ year, cell: known(year - 2000) }));
const spec = (breaks: readonly Break[]): ChartSpec => ({
  kind: 'series',
  unit: 'children',
  decimals: 0,
  series: (['focus', 'england', 'second'] satisfies Role[]).map((role) => ({
    id: role,
    name: role,
    role,
    points
  })),
  breaks,
  milestones: []
});
const parts = (breaks: readonly Break[], stroke: string) =>
  [...draw(spec(breaks), 'wide').querySelectorAll(`g[stroke="${stroke}"] path`)].length;

describe('breaks', () => {
  test('a line is cut at a missing year, at a break and nowhere else', () => {
    const cut = pieces(
      [...points, { year: 2017, cell: missing('withheld') }, { year: 2018, cell: known(9) }],
      [2015]
    );
    expect(cut.map(({ year, piece }) => [year, piece])).toEqual([
      [2013, 0],
      [2014, 0],
      [2015, 1],
      [2016, 1],
      [2018, 2]
    ]);
  });

  test('a break parts the area’s own lines and lets comparators run on', () => {
    const breaks = [{ year: 2015, label: 'recoded' }];
    expect(parts(breaks, '#12436D')).toBe(2);
    expect(parts(breaks, '#F46A25')).toBe(2);
    expect(parts(breaks, '#3d3d3d')).toBe(1);
  });

  test('a break that names its series parts no other', () => {
    const breaks = [{ year: 2015, label: 'recoded', series: ['focus'] }];
    expect(parts(breaks, '#12436D')).toBe(2);
    expect(parts(breaks, '#F46A25')).toBe(1);
  });

  test('breaks of one kind share one label that names their years', () => {
    const words = wordsIn(
      draw(
        spec([
          { year: 2014, label: 'recoded' },
          { year: 2016, label: 'recoded' }
        ]),
        'wide'
      )
    ).map(({ text }) => text);
    expect(words.filter((text) => text.includes('ecoded'))).toEqual(['Recoded: 2014 and 2016']);
  });
});

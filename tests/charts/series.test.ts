import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/lib/charts/frame.ts';
import { STYLES } from '../../src/lib/charts/palette.ts';
import { layoutSeries, type SeriesSpec } from '../../src/lib/charts/series-layout.ts';
import { rangedPieces } from '../../src/lib/charts/series-pieces.ts';
import { known, missing, type Cell } from '../../src/lib/domain/cell.ts';
import type { Break, Point } from '../../src/lib/views/model.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

const years = [2019, 2020, 2021, 2022];
const line = (ranged = false): Point[] =>
  years.map((year, i) => ({ year, cell: known(10 + i), ...(ranged ? { lower: 8 + i, upper: 12 + i } : {}) }));
const spec = (more: Partial<SeriesSpec> = {}, ranged = false): SeriesSpec => ({
  kind: 'series',
  unit: 'children',
  decimals: 0,
  series: [
    { id: 'focus', name: 'Leeds', role: 'focus', points: line(ranged) },
    { id: 'england', name: 'England', role: 'england', points: line(ranged) }
  ],
  breaks: [],
  milestones: [],
  ...more
});
const band = (uppers: readonly Cell[]): NonNullable<SeriesSpec['band']> => ({
  name: 'neglect and multiple',
  points: years.map((year, i) => ({ year, lower: known(10 + i), upper: uppers[i] ?? known(20) }))
});
const tints = (svg: Element, opacity: string, fill: string = STYLES.focus.mark) =>
  svg.querySelectorAll(`g[fill="${fill}"][fill-opacity="${opacity}"] path`).length;
const said = (each: SeriesSpec) => wordsIn(draw(each, 'wide')).map(({ text }) => text);

describe('the band', () => {
  const parted = (breaks: readonly Break[]) => tints(draw(spec({ band: band([]), breaks }), 'wide'), '0.24');

  test('is parted where the area’s own line is, and not where a comparator’s is', () => {
    expect(parted([])).toBe(1);
    expect(parted([{ year: 2021, label: 'recoded' }])).toBe(2);
    expect(parted([{ year: 2021, label: 'recoded', series: ['england'] }])).toBe(1);
    expect(parted([{ year: 2021, label: 'recoded', series: ['focus'] }])).toBe(2);
  });

  test('whose upper edge is withheld for a year is parted there, hatched below the axis and said', () => {
    const hidden = spec({ band: band([known(20), missing('withheld'), known(20), known(20)]) });
    const svg = draw(hidden, 'wide');
    expect(boxesIn(svg, 'url(#test-wide-withheld)')).toHaveLength(1);
    expect(said(hidden)).toContain('Neglect and multiple: withheld');
    expect(said(spec({ band: band([]) })).join()).not.toContain('withheld');
  });
});

describe('ranges', () => {
  test('are tints on every series that has them', () => {
    const svg = draw(spec({}, true), 'wide');
    expect(tints(svg, '0.16')).toBe(1);
    expect(tints(svg, '0.16', STYLES.england.mark)).toBe(1);
    expect(said(spec({}, true)).join(' ')).toContain('shading shows the range');
  });

  test('of a line with a band are uprights, so that two tints never mean two things', () => {
    const both = spec({ band: band([]) }, true);
    const svg = draw(both, 'wide');
    expect(tints(svg, '0.16')).toBe(0);
    expect(tints(svg, '0.24')).toBe(1);
    expect(said(both).join(' ')).toContain('upright lines and shading show ranges');
  });

  test('are never drawn across a year that has none', () => {
    const dots = years.map((year, i) => ({
      year,
      value: 10,
      piece: 0,
      ...(i === 1 ? {} : { lower: 8, upper: 12 })
    }));
    expect(rangedPieces(dots).map(({ year, piece }) => [year, piece])).toEqual([
      [2019, 0],
      [2021, 1],
      [2022, 1]
    ]);
  });
});

test('lines keep their height however many notes and reasons stand around them', () => {
  for (const { spec: each } of Object.values(FIXTURES)) {
    if (each.kind !== 'series') continue;
    for (const size of ['wide', 'narrow'] as const) {
      const { top, bottom, yTicks } = layoutSeries(each, frameOf(size, 'x'));
      if (yTicks.length > 1) expect(bottom - top).toBeGreaterThanOrEqual(150);
    }
  }
});

test('every set of ranges, band, breaks and milestones has a fixture', () => {
  const sets = new Set(
    Object.values(FIXTURES).flatMap(({ spec: each }) =>
      each.kind === 'series'
        ? [
            [
              each.series.some(({ points }) => points.some(({ upper }) => upper !== undefined)),
              each.band !== undefined,
              each.breaks.length > 0,
              each.milestones.length > 0
            ].join()
          ]
        : []
    )
  );
  expect(sets.size).toBe(16);
});

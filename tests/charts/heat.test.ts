import { describe, expect, test } from 'vitest';
import { shadeOf } from '../../src/lib/charts/heat-layout.ts';
import { INK, SHADES } from '../../src/lib/charts/palette.ts';
import { known, missing } from '../../src/lib/domain/cell.ts';
import type { ChartSpec, HeatPlace } from '../../src/lib/views/model.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

const of44 = (n: number, share?: number): HeatPlace => ({
  column: 'r1',
  n: known(n),
  of: known(44),
  text: `${String(n)} of 44`,
  ...(share === undefined ? {} : { share })
});
const HIDDEN: HeatPlace = {
  column: 'r1',
  n: missing('withheld'),
  of: known(44),
  text: 'withheld',
  share: 0.6
};
const one = (place?: HeatPlace, ...more: readonly HeatPlace[]): ChartSpec => ({
  kind: 'heat',
  shade: 'share of audits that met the standard',
  columns: [{ id: 'r1', label: 'Round 1' }, ...more.map(({ column }) => ({ id: column, label: column }))],
  rows: [{ id: 'voice', label: 'Voice', places: place ? [place, ...more] : [] }]
});
const fills = (spec: ChartSpec) =>
  SHADES.map(({ fill }) => fill).filter((fill) => boxesIn(draw(spec, 'wide'), fill).length > 0);
const texts = (spec: ChartSpec) =>
  wordsIn(draw(spec, 'wide')).map(({ text }) => text.replaceAll('\u00a0', ' '));
const breaks = (spec: ChartSpec, size: 'wide' | 'narrow') =>
  draw(spec, size).querySelectorAll(`g[stroke="${INK}"][stroke-width="3.5"] path`).length;

describe('a place of a heat table', () => {
  test('is shaded only where it has a share, and always says n of N', () => {
    expect(fills(one(of44(27)))).toEqual([]);
    expect(texts(one(of44(27)))).toContain('27 of 44');
    expect(fills(one(of44(27, 27 / 44)))).toEqual(SHADES.map(({ fill }) => fill));
    expect(texts(one(of44(27, 27 / 44)))).toContain('27 of 44');
  });

  test('of no audit that met the standard has the lightest shade, of all the darkest', () => {
    expect(shadeOf(0)).toBe(SHADES[0]);
    expect(shadeOf(0.19999)).toBe(SHADES[0]);
    expect(shadeOf(0.2)).toBe(SHADES[1]);
    expect(shadeOf(1)).toBe(SHADES[4]);
  });

  test('whose n is withheld is hatched, and neither shaded nor counted, whatever it was given', () => {
    const svg = draw(one(HIDDEN), 'wide');
    expect(boxesIn(svg, 'url(#test-wide-withheld)')).toHaveLength(1);
    expect(fills(one(HIDDEN))).toEqual([]);
    expect(texts(one(HIDDEN)).join(' ')).not.toMatch(/44|of/);
  });

  test('that the round did not ask for is outlined, empty, and says so', () => {
    expect(texts(one())).toContain('not asked');
    expect(boxesIn(draw(one(), 'wide'), 'url(#test-wide-withheld)')).toEqual([]);
  });

  test('that cannot be compared with the one before has one rule between them, and the key says what it means', () => {
    const apart = one(of44(27), { ...of44(30), column: 'r2', breaks: true });
    const alike = one(of44(27), { ...of44(30), column: 'r2' });
    for (const size of ['wide', 'narrow'] as const) {
      expect(breaks(apart, size)).toBe(2);
      expect(breaks(alike, size)).toBe(0);
    }
    expect(texts(apart)).toContain('not comparable with the round before');
    if (apart.kind !== 'heat') throw new Error('no heat table');
    expect(texts({ ...apart, apart: 'not comparable with the authority before' })).toContain(
      'not comparable with the authority before'
    );
  });
});

test('more rounds than fit side by side stand below each other, each named', () => {
  const fixture = FIXTURES['heat-many-rounds'];
  if (fixture?.spec.kind !== 'heat') throw new Error('fixture is not a heat table');
  const { columns, rows } = fixture.spec;
  const said = wordsIn(draw(fixture.spec, 'narrow')).map(({ text }) => text);
  for (const { label } of columns)
    expect(said.filter((text) => text.replaceAll('\u00a0', ' ') === label)).toHaveLength(rows.length);
});

test('the key says that darker is more, and that it is so where fewer is better, where any row is such', () => {
  const said = (spec: ChartSpec) => texts(spec).join(' ');
  const plain = one(of44(27, 27 / 44));
  expect(said(plain)).toContain('that met the standard. Darker: more');
  expect(said(plain)).not.toContain('fewer is better');
  if (plain.kind !== 'heat') throw new Error('no heat table');
  const drift = { ...plain, rows: plain.rows.map((row) => ({ ...row, fewerIsBetter: true })) };
  expect(said(drift)).toContain('Darker: more, also where fewer is better');
  expect(said(one(of44(27)))).not.toContain('Darker');
});

test('a heat table without standards says that it was not supplied', () => {
  expect(texts({ kind: 'heat', shade: 'share', columns: [], rows: [] })).toEqual(['not supplied']);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isKnown, known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import { readCsv } from '#lib/sources/csv.ts';
import { proportionLimits, rateLimits } from '#lib/stats/funnel.ts';
import { funnelChart, type FunnelInput, type FunnelMeasure } from '#lib/views/funnel.ts';

const SHARE: FunnelMeasure = {
  kind: 'proportion',
  unit: 'Share, %',
  decimals: 1,
  sizeUnit: 'Plans begun',
  eventUnit: 'Of them, not the first'
};
const RATE: FunnelMeasure = { ...SHARE, kind: 'rate', unit: 'Per 10,000 children', sizeUnit: 'Children' };

const area = (label: string, x: number, n: number, role?: FunnelInput['role']): FunnelInput => ({
  id: label.toLowerCase(),
  label,
  x: known(x),
  n: known(n),
  ...(role === undefined ? {} : { role })
});
const made = (areas: readonly FunnelInput[], measure = SHARE) => {
  const chart = funnelChart(areas, measure, 'Plans');
  if (chart === undefined) throw new Error('no areas');
  return chart;
};
/** Twenty areas about 30%, each within chance of it. */
const alike = Array.from({ length: 20 }, (_, i) => {
  const n = 200 + 50 * i;
  return area(`Area ${String(i).padStart(2, '0')}`, Math.round(n * 0.3 + (i % 2 ? 3 : -3)), n);
});
const unlike = Array.from({ length: 20 }, (_, i) => area(`Area ${i}`, i % 2 ? 500 : 100, 1000));

describe('withheld areas', () => {
  const hidden: readonly FunnelInput[] = [
    { id: 'h1', label: 'Hidden', x: missing('withheld'), n: known(41) },
    { id: 'h2', label: 'Hidden too', role: 'focus', x: known(3), n: missing('withheld') },
    { id: 'h3', label: 'Absent', x: NOT_SUPPLIED, n: NOT_SUPPLIED },
    { id: 'h4', label: 'Nobody', x: known(0), n: known(0) }
  ];

  it('leave no trace in spec, table or words, however large they are', () => {
    const huge = { id: 'h5', label: 'Huge', x: missing('withheld'), n: known(90_000) };
    expect(made([...hidden, ...alike, huge])).toEqual(made(alike));
  });

  it('alone make no funnel', () => {
    expect(funnelChart(hidden, SHARE, 'Plans')).toBeUndefined();
  });
});

describe('the drawing', () => {
  it('shows a share as a percentage about all areas shown, unless told a target', () => {
    const { spec } = made([area('A', 30, 100), area('B', 30, 200)]);
    expect(spec.areas.map(({ value }) => value)).toEqual([30, 15]);
    expect(spec.target).toEqual({ value: 20, label: 'All areas shown' });
    const england = { value: 23.5, label: 'England' };
    expect(made(alike, { ...SHARE, target: england }).spec.target).toEqual(england);
  });

  it('has limits of chance about the target, from the smallest area to the largest', () => {
    const { spec } = made(alike, { ...SHARE, target: { value: 30, label: 'England' } });
    const [first, last] = [spec.limits[0], spec.limits.at(-1)];
    expect(first?.size).toBeCloseTo(200, 9);
    expect(last?.size).toBeCloseTo(1150, 9);
    const { lower, upper } = proportionLimits(0.3, 200, 0.998);
    expect(first?.lower998).toBeCloseTo(100 * lower, 9);
    expect(first?.upper998).toBeCloseTo(100 * upper, 9);
    expect(spec.adjusted).toBe(false);
  });

  it('has the limits of rates in their own unit', () => {
    const areas = [area('A', 300, 75_000), area('B', 610, 150_000), area('C', 410, 101_000)];
    const { spec } = made(areas, { ...RATE, target: { value: 40, label: 'England' } });
    expect(spec.areas[0]?.value).toBeCloseTo(40, 9);
    expect(spec.limits[0]?.upper95).toBeCloseTo(rateLimits(40, 75_000).upper, 9);
  });

  it('never leaves 0 to 100%', () => {
    const { spec } = made([area('A', 9, 10), area('B', 8, 9), area('C', 1, 7)]);
    for (const { lower998, upper998 } of spec.limits) {
      expect(lower998).toBeGreaterThanOrEqual(0);
      expect(upper998).toBeLessThanOrEqual(100);
    }
  });

  it('is the same in whatever order areas come, and ranks none of them', () => {
    const focus = area('Zeal', 40, 500, 'focus');
    const similar = area('Yarrow', 90, 300, 'neighbours');
    const { spec, table } = made([...alike, similar, focus]);
    expect(made([focus, ...[...alike].reverse(), similar])).toEqual({ ...made([...alike, similar, focus]) });
    expect(spec.areas.slice(0, 2).map(({ label }) => label)).toEqual(['Zeal', 'Yarrow']);
    expect(table.rows.slice(2).map((row) => row['area'])).toEqual(alike.map(({ label }) => label));
  });

  it('refuses more events than there are', () => {
    expect(() => made([area('A', 11, 10)])).toThrow();
  });
});

describe('over-dispersion', () => {
  it('is not spoken of where areas differ by chance alone', () => {
    const { spec, said, table } = made(alike);
    expect(spec.adjusted).toBe(false);
    expect(said).toMatch(/^Areas differ about as much as chance alone would make them\./);
    expect(table.columns.at(-1)?.label).toBe('Where it lies');
  });

  it('that makes plain limits meaningless is said, and the limits drawn are wider', () => {
    const { spec, said, table } = made(unlike);
    expect(spec.adjusted).toBe(true);
    expect(said).toMatch(/^Plain limits mean nothing here\. Of 20 areas, 20 lie outside plain 99\.8% limits/);
    expect(said).toContain('areas record in different ways, not that each stands out');
    expect(said).toContain('limits drawn are wider');
    expect(spec.limits[0]?.upper998).toBeGreaterThan(100 * proportionLimits(0.3, 1000, 0.998).upper);
    expect(table.columns.at(-1)?.label).toBe('Where it lies, limits widened');
    expect(new Set(table.rows.map((row) => row['says']))).toEqual(new Set(['Within the 95% limits']));
  });

  it('short of that is said as well', () => {
    const somewhat = alike.map((each, i) => {
      const n = isKnown(each.n) ? each.n.value : 0;
      const push = i % 2 ? 1 : -1;
      return area(each.label, Math.round(n * 0.3 + push * 1.7 * Math.sqrt(n * 0.21)), n);
    });
    const { spec, said } = made(somewhat);
    expect(said).toMatch(/^Areas differ more than chance alone would make them\. They may record in diff/);
    expect(spec.adjusted).toBe(true);
  });

  it('makes plain limits meaningless for neglect as a factor of assessments, in the published figures', () => {
    const file = new URL('../../data/published/cubes/assessment-factors.csv', import.meta.url);
    const { header, rows } = readCsv(readFileSync(file), 'assessment-factors');
    const counts = new Map<string, Map<string, number>>();
    for (const { cells } of rows) {
      const field = (name: string) => cells[header.indexOf(name)] ?? '';
      if (field('period') !== '2024' || !field('area').startsWith('la') || field('value') === '') continue;
      const own = counts.get(field('area')) ?? new Map<string, number>();
      counts.set(field('area'), own.set(field('factor'), Number(field('value'))));
    }
    const areas = [...counts].map(([id, own]): FunnelInput => {
      const cell = (factor: string) => {
        const value = own.get(factor);
        return value === undefined ? missing('withheld') : known(value);
      };
      return { id, label: id, x: cell('f16a'), n: cell('all') };
    });
    const { spec, said } = made(areas);
    expect(spec.areas.length).toBeGreaterThan(140);
    expect(spec.adjusted).toBe(true);
    expect(said).toContain('Plain limits mean nothing here');
  });
});

describe('the table', () => {
  it('has for every area its size, its events, its figure, its limits and where it lies', () => {
    const { spec, table } = made([...alike, area('Stray', 700, 1000)], {
      ...SHARE,
      target: { value: 30, label: 'England' }
    });
    const stray = table.rows.find((row) => row['area'] === 'Stray');
    expect(table.columns.map(({ key }) => key)).toEqual([
      'area',
      'size',
      'events',
      'value',
      'lower998',
      'lower95',
      'upper95',
      'upper998',
      'says'
    ]);
    expect(stray).toMatchObject({ size: known(1000), events: known(700), value: known(70) });
    expect(stray?.['says']).toBe('Above the 99.8% limits');
    expect(table.rows).toHaveLength(spec.areas.length);
  });
});

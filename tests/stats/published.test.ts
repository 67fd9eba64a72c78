/** What the published figures do to textbook statistics, as the facts about the release have it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/sources/csv.ts';
import { funnel } from '#lib/stats/funnel.ts';
import { countInterval } from '#lib/stats/interval.ts';
import { recentTrend } from '#lib/stats/trend.ts';
import { changeSize, inflationOf } from '#lib/stats/usual-change.ts';

type Row = ReadonlyMap<string, string>;
type Figures = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Known figures of authorities, by area and year, of the rows asked for. */
function figuresOf(table: string, wanted: Readonly<Record<string, string>>): Figures {
  const file = new URL(`../../data/published/cubes/${table}.csv`, import.meta.url);
  const { header, rows } = readCsv(readFileSync(file), table);
  const figures = new Map<string, Map<number, number>>();
  for (const { cells } of rows) {
    const row: Row = new Map(header.map((column, i) => [column, cells[i] ?? '']));
    const area = row.get('area') ?? '';
    const asked = Object.entries(wanted).every(([column, value]) => row.get(column) === value);
    if (!asked || !area.startsWith('la') || row.get('value') === '') continue;
    const years = figures.get(area) ?? new Map<number, number>();
    figures.set(area, years.set(Number(row.get('period')), Number(row.get('value'))));
  }
  return figures;
}

const YEARS = Array.from({ length: 9 }, (_, i) => 2016 + i);

function sizesOf(figures: Figures): number[] {
  return [...figures.values()].flatMap((years) =>
    YEARS.flatMap((year) => {
      const from = years.get(year - 1);
      const to = years.get(year);
      const size = from === undefined || to === undefined ? undefined : changeSize({ x: from }, { x: to });
      return size === undefined ? [] : [size];
    })
  );
}

const neglectPlans = figuresOf('plans-by-category', {
  measure: 'open',
  category_initial: 'all',
  category_latest: 'neglect'
});
const recorded = figuresOf('assessment-factors', { factor: 'f16a' });
const assessed = figuresOf('assessment-factors', { factor: 'all' });

describe('year-on-year change, 2016 to 2024', () => {
  it.each([
    ['neglect plans', neglectPlans, 40, 18],
    ['plans starting', figuresOf('plans', { measure: 'started' }), 51, 29],
    ['assessments that record neglect', recorded, 54, 33],
    ['referrals', figuresOf('referrals', { measure: 'referrals', outcome: 'all', rereferral: 'all' }), 76, 63]
  ])('of %s passes a textbook test in far more than 1 authority in 20', (_name, figures, at95, at998) => {
    const sizes = sizesOf(figures);
    const beyond = (z: number) => (sizes.filter((size) => size > z).length / sizes.length) * 100;
    expect(Math.abs(beyond(1.96) - at95)).toBeLessThan(1);
    expect(Math.abs(beyond(3.0902) - at998)).toBeLessThan(1);
  });
  it('of neglect plans is 6.0 times what chance alone makes it', () => {
    expect(inflationOf(sizesOf(neglectPlans))).toBeCloseTo(6.0, 1);
  });
});

describe('recent trends of neglect plans', () => {
  it('are fewer than half as many once they are held to how much such figures jump about', () => {
    const inflation = inflationOf(sizesOf(neglectPlans)) ?? NaN;
    const series = [...neglectPlans.values()].map((years) =>
      YEARS.map((year) => years.get(year)).map((count) =>
        count === undefined ? undefined : countInterval(count)
      )
    );
    const moving = (options: { inflation?: number }) =>
      series.filter((each) => ['increasing', 'decreasing'].includes(recentTrend(each, options).trend)).length;
    expect(moving({})).toBeGreaterThan(30);
    expect(moving({ inflation }) * 2).toBeLessThan(moving({}));
  });
});

describe('the funnel of assessments that recorded neglect, 2024', () => {
  it('says that plain limits mean nothing: most authorities lie outside them', () => {
    const areas = [...recorded].flatMap(([area, years]) => {
      const x = years.get(2024);
      const n = assessed.get(area)?.get(2024);
      return x === undefined || n === undefined ? [] : [{ x, n }];
    });
    const drawn = funnel(areas, { kind: 'proportion' });
    expect(areas).toHaveLength(150);
    expect(drawn).toMatchObject({ plainLimits: 'meaningless', outside998: 110 });
    expect(drawn.dispersion.phi).toBeCloseTo(54.5, 1);
    expect(drawn.points.filter(({ adjustedPosition }) => adjustedPosition.endsWith('998')).length).toBe(3);
  });
});

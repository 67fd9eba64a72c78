import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { readCsv } from '#lib/sources/csv.ts';
import { importDfe } from '#lib/sources/dfe-import.ts';
import { readmeOf } from '#lib/sources/dfe-readme.ts';
import { CHANGES, CUBES, valueOf } from './dfe-release-fixture.ts';

const SHARED = new URL('../../../shared/data/', import.meta.url);
const RELEASE = new URL('dfe-children-in-need-2024/', SHARED);
const PUBLISHED = new URL('../../data/published/', import.meta.url);
const AGES = 'ons_mid_2023_population_by_single_year_of_age_0_to_17.csv';
const missing = existsSync(RELEASE) ? '' : ' (skipped: the 2024 release is not beside the project)';

function file(folder: URL, name: string) {
  return { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) };
}

function imported() {
  const names = readdirSync(fileURLToPath(RELEASE)).filter((name) => name.endsWith('.csv'));
  return importDfe({
    files: names.toSorted().map((name) => file(RELEASE, name)),
    neighbours: file(new URL('geography/', SHARED), 'statistical_neighbours_2025.csv'),
    ages: file(new URL('population/', SHARED), AGES),
    newer: 'Reporting year 2025',
    changes: CHANGES,
    cubes: CUBES
  }).bundle;
}

/** Rows of a file of the release as column name → text, with the id of their area. */
function rowsIn(prefix: string): ReadonlyMap<string, string>[] {
  const name = readdirSync(fileURLToPath(RELEASE)).find((known) => known.startsWith(prefix)) ?? '';
  const { header, rows } = readCsv(readFileSync(new URL(name, RELEASE)), name);
  return rows.map(({ cells }) => new Map(header.map((column, index) => [column, cells[index] ?? ''])));
}

function areaOf(row: ReadonlyMap<string, string>): string {
  const [authority, region, country] = ['old_la_code', 'region_code', 'country_code'].map(
    (name) => row.get(name) ?? ''
  );
  return authority ? `la${authority}` : region || country || '';
}

/** Halves go up, worked out in whole numbers so that no half is lost: tenths of `numerator × scale ÷ denominator`. */
function tenths(numerator: number, denominator: number, scale: number): number {
  return (
    Number((BigInt(numerator) * BigInt(scale * 20) + BigInt(denominator)) / (BigInt(denominator) * 2n)) / 10
  );
}

describe.skipIf(missing !== '')(`the 2024 release as published${missing}`, () => {
  const bundle = missing === '' ? imported() : undefined;
  const index = new Map(
    bundle?.tables.map(({ table, observations }) => [
      table.id,
      new Map(
        observations.map((row) => [[row.area, row.period, row.measure, ...row.members].join(), row.cell])
      )
    ])
  );
  const value = (table: string, ...key: string[]) => {
    const cell = index.get(table)?.get(key.join());
    return cell?.kind === 'known' ? cell.value : undefined;
  };

  /** Counts of England and regions are rounded to 10, their rates worked out before: any count that rounds so will do. */
  const slack = (area: string) => (area.startsWith('la') ? 0 : 5);

  test('every one of 1,927 rates of plans is its count over the population of mid-(Y − 1)', () => {
    const outcomes = rowsIn('d1').flatMap((row) => {
      const rate = Number(row.get('CPP_At31_rate'));
      if (Number.isNaN(rate)) return [];
      const [area, year] = [areaOf(row), row.get('time_period') ?? ''];
      const mid = bundle?.manifest.periods.find(({ id }) => id === year)?.population ?? '';
      const [plans = NaN, children = NaN] = [
        value('plans', area, year, 'open'),
        value('population', area, mid, 'children')
      ];
      const low = tenths(plans - slack(area), children, 10000);
      const high = tenths(plans + slack(area), children, 10000);
      return [{ area, year, reproduced: low <= rate && rate <= high }];
    });
    expect(outcomes.filter(({ reproduced }) => !reproduced)).toEqual([]);
    expect(outcomes.length).toBe(1927);
    expect(outcomes.filter(({ area }) => area.startsWith('la')).length).toBe(1783);
  });

  test('the population of the same year would not do', () => {
    const wrong = rowsIn('d1').filter((row) => {
      const [area, year] = [areaOf(row), row.get('time_period') ?? ''];
      const [plans, children] = [
        value('plans', area, year, 'open'),
        value('population', area, `mid${year}`, 'children')
      ];
      if (plans === undefined || children === undefined) return false;
      return tenths(plans, children, 10000) !== Number(row.get('CPP_At31_rate'));
    });
    expect(wrong.length).toBeGreaterThan(1000);
  });

  test.each([
    ['referrals', 'Re_referrals_percent'],
    ['children', 'Re_referrals_child_percent']
  ])(
    'every published percentage of re-referrals, counted in %s, is re-referrals over referrals',
    (measure, column) => {
      const outcomes = rowsIn('c1').flatMap((row) => {
        const percent = Number(row.get(column));
        const [area, year] = [areaOf(row), row.get('time_period') ?? ''];
        const [again, all] = [
          value('referrals', area, year, measure, 'all', 'yes'),
          value('referrals', area, year, measure, 'all', 'all')
        ];
        if (Number.isNaN(percent) || again === undefined || all === undefined) return [];
        const low = tenths(again - slack(area), all + slack(area), 100);
        const high = tenths(again + slack(area), all - slack(area), 100);
        return [{ area, year, reproduced: low <= percent && percent <= high }];
      });
      expect(outcomes.filter(({ reproduced }) => !reproduced)).toEqual([]);
      expect(outcomes.length).toBe(measure === 'referrals' ? 1939 : 1944);
    }
  );

  test('importing it again gives the published folder byte for byte', () => {
    if (bundle === undefined) throw new Error('nothing was imported');
    const files = writeBundle(bundle).set('README.md', readmeOf(bundle.manifest));
    const there = readdirSync(fileURLToPath(PUBLISHED), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.\w+$/.test(name)
    );
    expect([...files.keys()].toSorted()).toEqual(there.toSorted());
    for (const [name, text] of files) {
      expect(text === readFileSync(new URL(name, PUBLISHED), 'utf8'), name).toBe(true);
    }
  });

  test('children by age are the single years of the file: Leeds, Rutland and England', () => {
    if (bundle === undefined) throw new Error('nothing was imported');
    const at = (area: string, age: string) =>
      valueOf(bundle, 'population-age', { area, period: 'mid2023', measure: 'children', members: [age] });
    const bands = ['all', 'under1', '1to4', '5to9', '10to15', '16to17', '5to6', '7to10', '11to15', '7to15'];
    const rows = (area: string) => bands.map((age) => at(area, age));
    expect(rows('la383')).toEqual([174133, 8478, 36730, 50077, 60246, 18602, 19773, 40466, 50084, 90550]);
    expect(rows('la857')).toEqual([7972, 259, 1148, 1945, 3232, 1388, 769, 1597, 2811, 4408]);
    expect(rows('E92000001')).toEqual([
      11998646, 573100, 2491537, 3348767, 4234946, 1350296, 1312302, 2732634, 3538777, 6271411
    ]);
  });

  test('children by age come to the estimate of all children that the release uses, in every area', () => {
    const all = [...(index.get('population-age') ?? [])].filter(([key]) => key.endsWith(',all'));
    const differ = all.filter(
      ([key, cell]) =>
        cell.kind !== 'known' || cell.value !== value('population', ...key.split(',').slice(0, 3))
    );
    expect(differ).toEqual([]);
    const areas = bundle?.manifest.areas.filter(({ to }) => to === undefined) ?? [];
    const without = areas.filter(({ id }) => !all.some(([key]) => key.startsWith(`${id},`)));
    expect([all.length, without.map(({ name }) => name)]).toEqual([163, ['Inner London', 'Outer London']]);
  });

  test('England’s own breakdowns agree with its totals of the same table', () => {
    if (bundle === undefined) throw new Error('nothing was imported');
    const england = (table: string, members: readonly string[]) =>
      valueOf(bundle, table, { area: 'E92000001', period: '2024', measure: 'open', members });
    expect(england('england-in-need', ['inneed', 'all', 'all', 'all'])).toBe(399460);
    expect(england('england-in-need', ['inneed', 'unborn', 'all', 'all'])).toBe(6780);
    expect(england('england-primary-need', ['n1', 'all', 'female'])).toBe(109660);
    expect(england('england-plans-characteristics', ['neglect', 'all', 'female', 'all'])).toBe(11640);
  });
});

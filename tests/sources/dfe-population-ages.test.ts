import { describe, expect, test } from 'vitest';
import { importTexts, raw, rowsOf, rulesOf, smallRelease, valueOf } from './dfe-release-fixture.ts';

const HEADER = 'area_code,area_name,geography,age,population';
/** As many of each age as `of` says. */
const ages = (code: string, of: (age: number) => number) =>
  Array.from({ length: 18 }, (_, age) => `${code},Somewhere,County,${String(age)},${String(of(age))}`);
const file = (...rows: readonly (readonly string[])[]) =>
  raw('mid_2023_by_age.csv', `${[HEADER, ...rows.flat()].join('\n')}\n`);

/** Cumberland has 51,775 children in the release: 2,800 of every age and 1,375 more aged 17. */
const cumberland = ages('E06000063', (age) => (age === 17 ? 4175 : 2800));
const CUMBERLAND = 'la942';

const childrenIn = (bundle: Parameters<typeof valueOf>[0], area: string, age: string) =>
  valueOf(bundle, 'population-age', { area, period: 'mid2023', measure: 'children', members: [age] });

describe('population by age', () => {
  test('is a table of its own, with its own source, in which every band is a sum of single years', () => {
    const { bundle, report } = importTexts(smallRelease(), { ages: file(cumberland) });
    const bands = ['all', 'under1', '1to4', '10to15', '16to17', '7to15'];
    expect(bands.map((age) => childrenIn(bundle, CUMBERLAND, age))).toEqual([
      51775, 2800, 11200, 16800, 6975, 25200
    ]);
    const { manifest } = bundle;
    const source = manifest.tables.find(({ id }) => id === 'population-age')?.source;
    expect(manifest.sources.find(({ id }) => id === source)).toMatchObject({
      publisher: 'Office for National Statistics',
      edition: 'Estimate for mid-2023',
      licence: 'Open Government Licence v3.0'
    });
    expect(report.ages).toBe('mid_2023_by_age.csv, mid-2023');
  });

  test('is of an area only where the file has it: none is added up from others', () => {
    const { bundle } = importTexts(smallRelease(), { ages: file(cumberland) });
    expect(new Set(rowsOf(bundle, 'population-age').map(({ area }) => area))).toEqual(new Set([CUMBERLAND]));
  });

  test('that does not come to the estimate of all children is left out, and the area is named', () => {
    const other = ages('E06000065', () => 1);
    const { bundle, report } = importTexts(smallRelease(), { ages: file(cumberland, other) });
    expect(childrenIn(bundle, 'la815', 'all')).toBeUndefined();
    expect(childrenIn(bundle, CUMBERLAND, 'all')).toBe(51775);
    const warning = report.warnings.find(({ rule }) => rule === 'population-edition');
    expect(warning?.message).toMatch(/^the ages of North Yorkshire do not come to the estimate/);
  });

  test('is not there without a file of ages, and the report says how to give one', () => {
    const { bundle, report } = importTexts(smallRelease());
    expect(rowsOf(bundle, 'population-age')).toEqual([]);
    expect(report.ages).toBe('none given (--ages), so no rates at each age');
  });

  test('is known by its columns where it lies in the folder of the release', () => {
    const { name, bytes } = file(cumberland);
    const texts = smallRelease().set(name, new TextDecoder().decode(bytes));
    const { bundle, report } = importTexts(texts);
    expect(childrenIn(bundle, CUMBERLAND, '5to9')).toBe(14000);
    expect(report.notUsed.join()).not.toContain(name);
    expect(valueOf(bundle, 'population', { area: CUMBERLAND, period: 'mid2023', measure: 'children' })).toBe(
      51775
    );
  });

  test('of an area that is no more is told of no other', () => {
    const { bundle } = importTexts(smallRelease(), {
      ages: file(
        cumberland,
        ages('E10000006', () => 9)
      )
    });
    expect(rowsOf(bundle, 'population-age').filter(({ area }) => area !== CUMBERLAND)).toEqual([]);
  });

  test.each([
    ['is no population', raw('x.csv', 'a,b\n1,2\n')],
    ['tells no ages', raw('y.csv', smallRelease().get('ons_mid-year_population_estimates.csv') ?? '')]
  ])('a file that %s is refused', (_, given) => {
    expect(rulesOf(smallRelease(), { ages: given })).toEqual(['not-population']);
  });
});

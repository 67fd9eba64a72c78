import { describe, expect, test } from 'vitest';
import { openFile } from '#lib/sources/dfe-file.ts';
import { readPopulation } from '#lib/sources/dfe-population.ts';
import { importTexts, raw, rulesOf, smallRelease, valueOf } from './dfe-release-fixture.ts';

const ages = (code: string, each: number, count = 18) =>
  Array.from({ length: count }, (_, age) => `${code},Somewhere,County,${age},${each}`).join('\n');
const ons = (body: string) => `area_code,area_name,geography,age,population\n${body}\n`;

function read(name: string, content: string) {
  const { open } = openFile(raw(name, content));
  return open && readPopulation(open);
}

describe('population estimates', () => {
  test('single years of age are added up to all children, the mid-year taken from the name of the file', () => {
    const found = read('mid_2023_by_age.csv', ons(ages('E10000018', 100)));
    expect(found?.counts.map(({ mid, reading }) => [mid, reading])).toEqual([
      [2023, { kind: 'number', value: 1800 }]
    ]);
  });

  test('an area with an age missing has no total', () => {
    expect(read('mid_2023.csv', ons(ages('E10000018', 100, 17)))?.counts).toEqual([]);
  });

  test('an age given twice is an error', () => {
    const found = read('mid_2023.csv', ons(`${ages('E10000018', 100)}\nE10000018,Somewhere,County,3,100`));
    expect(found?.problems.map(({ rule, row }) => [rule, row])).toEqual([['duplicate-row', 20]]);
  });

  test('estimates that name no year are refused', () => {
    expect(read('population.csv', ons(ages('E10000018', 100)))?.problems.map(({ rule }) => rule)).toEqual([
      'population-year'
    ]);
  });

  test('a table of plans is no population', () => {
    expect(read('d1.csv', smallRelease().get('d1_child_protection_plans.csv') ?? '')).toBeUndefined();
  });

  test('the file that is given takes the place of the one in the release, matched by ONS code', () => {
    const { bundle, report } = importTexts(smallRelease(), {
      population: raw('ons_mid_2023.csv', ons(`${ages('E10000018', 100)}\n${ages('E92000001', 9)}`))
    });
    const children = (area: string) =>
      valueOf(bundle, 'population', { area, period: 'mid2023', measure: 'children' });
    expect([children('la855'), children('E92000001'), children('la850')]).toEqual([1800, 162, undefined]);
    expect(report.notUsed.join()).toContain(
      'ons_mid-year_population_estimates.csv: another population file was given'
    );
  });

  test('a figure that cannot be read is reported as it stands', () => {
    const name = 'ons_mid-year_population_estimates.csv';
    const texts = smallRelease();
    const { report } = importTexts(
      texts.set(name, (texts.get(name) ?? '').replace('1599260', '1599260 (p)'))
    );
    expect(report.unknown).toEqual([
      { file: name, row: 3, column: 'population_estimate', value: '1599260 (p)', times: 1 }
    ]);
  });

  test.each(['0', '-1599260'])('%s children are an error with its place', (text) => {
    const name = 'ons_mid-year_population_estimates.csv';
    const texts = smallRelease();
    texts.set(name, (texts.get(name) ?? '').replace('1599260', text));
    expect(() => importTexts(texts)).toThrow(
      `${name}, row 3, column “population_estimate”: the estimate is of no children or of fewer than none, and a rate divides by it (found “${text}”)`
    );
  });

  test('ages that come to no children at all are an error', () => {
    expect(rulesOf(smallRelease(), { population: raw('mid_2023.csv', ons(ages('E10000018', 0))) })).toEqual([
      'population-value'
    ]);
  });

  test('a file that is no population is refused', () => {
    expect(rulesOf(smallRelease(), { population: raw('x.csv', 'a,b\n1,2\n') })).toEqual(['not-population']);
  });
});

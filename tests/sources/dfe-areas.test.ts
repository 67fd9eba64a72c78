import { describe, expect, test } from 'vitest';
import { areaIdOf, areasOf, codeBook } from '#lib/sources/dfe-areas.ts';
import type { PlacedRow } from '#lib/sources/dfe-rows.ts';
import { CHANGES } from './dfe-release-fixture.ts';

const BLANK: PlacedRow = {
  file: 'made-up.csv',
  row: 2,
  year: 2024,
  level: 'authority',
  country: 'E92000001',
  countryName: 'England',
  region: '',
  regionName: '',
  dfe: '',
  ons: '',
  name: '',
  category: '',
  characteristic: '',
  cells: []
};
const authority = (dfe: string, ons: string, name: string, region: string, year: number): PlacedRow => ({
  ...BLANK,
  dfe,
  ons,
  name,
  region,
  year
});
const region = (code: string, name: string): PlacedRow => ({
  ...BLANK,
  level: 'region',
  region: code,
  regionName: name
});

const ROWS: readonly PlacedRow[] = [
  { ...BLANK, level: 'country' },
  region('E12000007', 'London'),
  region('E13000001', 'Inner London'),
  region('E12000009', 'South West'),
  region('E12000003', 'Yorkshire and The Humber'),
  authority('204', 'E09000012', 'Hackney', 'E13000001', 2013),
  authority('204', 'E09000012', 'Hackney', 'E13000001', 2024),
  authority('815', 'E10000023', 'North Yorkshire', 'E12000003', 2013),
  authority('815', 'E10000023', 'North Yorkshire', 'E12000003', 2023),
  authority('815', 'E06000065', 'North Yorkshire', 'E12000003', 2024),
  authority('835', 'E10000009', 'Dorset', 'E12000009', 2013),
  authority('835', 'E10000009', 'Dorset', 'E12000009', 2019),
  authority('838', 'E06000059', 'Dorset', 'E12000009', 2020),
  authority('838', 'E06000059', 'Dorset', 'E12000009', 2024)
];
const CODES = codeBook(ROWS);
const AREAS = areasOf(
  ROWS.map((row) => ({ row, year: row.year })),
  CODES,
  CHANGES
);
const area = (id: string) => AREAS.find((known) => known.id === id);

describe('who an area is', () => {
  test('an authority is one series as long as its three-digit code stays, with every ONS code and its years', () => {
    expect(area('la815')).toEqual({
      id: 'la815',
      slug: 'north-yorkshire',
      kind: 'authority',
      name: 'North Yorkshire',
      parent: 'E12000003',
      codes: [
        { scheme: 'dfe', code: '815' },
        { scheme: 'ons', code: 'E10000023', from: 2013, to: 2023 },
        { scheme: 'ons', code: 'E06000065', from: 2024, to: 2024 }
      ]
    });
  });

  test('a row with an ONS code alone finds its authority', () => {
    expect(areaIdOf(authority('', 'E10000023', 'North Yorkshire', '', 2022), CODES)).toBe('la815');
    expect(areaIdOf(authority('', 'E99999999', 'Nowhere', '', 2022), CODES)).toBeUndefined();
  });

  test('Inner London lies in London, and London in England', () => {
    expect([
      area('la204')?.parent,
      area('E13000001')?.parent,
      area('E12000007')?.parent,
      area('E92000001')?.parent
    ]).toEqual(['E13000001', 'E12000007', 'E92000001', undefined]);
  });

  test('two areas of one name have addresses of their own, the present one the plain one', () => {
    expect([area('la838')?.slug, area('la835')?.slug]).toEqual(['dorset', 'dorset-to-2019']);
  });

  test('a former authority ends, and its successor begins and names it', () => {
    expect([area('la835')?.to, area('la835')?.from, area('la838')?.from, area('la838')?.to]).toEqual([
      2019,
      undefined,
      2020,
      undefined
    ]);
    expect(area('la838')?.predecessors).toEqual(['la835']);
  });

  test('England comes first, then regions, then authorities', () => {
    expect(AREAS.map(({ kind }) => kind)).toEqual([
      'country',
      ...Array(4).fill('region'),
      ...Array(4).fill('authority')
    ]);
  });
});

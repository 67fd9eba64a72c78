import { describe, expect, test } from 'vitest';
import { cellsOf } from '#lib/disclosure/relations.ts';
import { namedNumbers } from '#lib/sources/bundle-named-numbers.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { bundleOf } from '../disclosure/small-bundle.ts';
import { tablesOf } from '../disclosure/small-tables.ts';

const make = tablesOf(await readDictionary());
const table = make(
  't',
  ['plans', 'open'],
  ['sex'],
  [
    { members: ['all'], value: 40 },
    { members: ['male'], value: 37 },
    { members: ['female'], value: 3 }
  ]
);
const bundle = bundleOf([table]);
const [known] = table.observations;
const withheld = new Set(
  cellsOf(table).flatMap(({ id, cell }) => (cell.kind === 'known' && cell.value === 3 ? [id] : []))
);
const placeOf = { area: known?.area ?? '', period: known?.period ?? '' };
const noted = (text: string, of: Partial<Bundle['manifest']['notes'][number]> = {}): Bundle => ({
  ...bundle,
  manifest: { ...bundle.manifest, notes: [{ id: 'n', text, ...of }] }
});
const warned = (given: Bundle) =>
  namedNumbers(given, withheld).map(({ column, message }) => [column, message]);

describe('a note that names a withheld count', () => {
  test('is warned of, where the count is of the table, area and date that it is about', () => {
    const text = 'There were 3 girls.';
    expect(warned(noted(text))).toEqual([
      ['note n', 'the words hold 3, and a count of that size is withheld']
    ]);
    expect(
      warned(noted(text, { table: 't', areas: [placeOf.area], periods: [placeOf.period] }))
    ).toHaveLength(1);
    expect(warned(noted(text, { table: 'other' }))).toEqual([]);
    expect(warned(noted(text, { areas: ['elsewhere'] }))).toEqual([]);
    expect(warned(noted(text, { periods: ['1999'] }))).toEqual([]);
  });

  test('is not warned of for counts that are shown, or for numbers that are none', () => {
    expect(warned(noted('There were 37 boys.'))).toEqual([]);
    expect(warned(noted('Reviewed on 3 June, within 3 months, at tier 3.'))).toEqual([]);
  });
});

test('a register is read too, and of an area only beside the counts of it', () => {
  const said = (area: string): Bundle => ({
    ...bundle,
    registers: { milestones: [{ date: '2024-05-01', what: 'Audit of 3 plans', area }] }
  });
  const found = namedNumbers(said(placeOf.area), withheld);
  expect(found).toMatchObject([{ file: 'registers/milestones.csv', row: 2, column: 'what' }]);
  expect(namedNumbers(said(''), withheld)).toHaveLength(1);
  expect(namedNumbers(said('elsewhere'), withheld)).toEqual([]);
});

test('other words that are published with a bundle are read as well', () => {
  const texts = new Map([
    ['commentary.md', 'Last year there were 3.'],
    ['about.md', 'In 3 parts.']
  ]);
  expect(namedNumbers(bundle, withheld, texts).map(({ file }) => file)).toEqual(['commentary.md']);
});

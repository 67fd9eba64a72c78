import { describe, expect, test } from 'vitest';
import { readLevel, readYear } from '#lib/sources/dfe-rows.ts';
import { readCharacteristic } from '#lib/sources/dfe-characteristics.ts';

describe('when and where a row is about', () => {
  test.each([
    ['2024', 2024],
    ['202324', 2024],
    ['2023/24', 2024],
    ['199900', 2000]
  ])('%s is the reporting year %d', (text, year) => {
    expect(readYear(text)).toBe(year);
  });

  test.each(['24', '202325', 'March 2024', ''])('“%s” is no year', (text) => {
    expect(readYear(text)).toBeUndefined();
  });

  test('levels are known in any case, and others are not read', () => {
    expect(readLevel('Local Authority')).toBe('authority');
    expect(readLevel('REGIONAL')).toBe('region');
    expect(readLevel('national')).toBe('country');
    expect(readLevel('School')).toBeUndefined();
  });
});

describe('characteristics', () => {
  test.each([
    ['Total', {}],
    ['Total Aged 1 to 4 years', { age: '1to4' }],
    ['Female Aged Under 1 year', { age: 'under1', sex: 'female' }],
    ['Male', { sex: 'male' }],
    ['5-9 years', { age: '5to9' }],
    ['16 & over', { age: '16plus' }],
    ['Male Aged 16 years and over', { age: '16plus', sex: 'male' }],
    ['Unborn', { age: 'unborn' }],
    ['Under 1', { age: 'under1' }],
    ['10-15 years', { age: '10to15' }],
    ['Unknown or Indeterminate gender', { sex: 'notknown' }],
    ['Total White', { ethnicity: 'white' }],
    ['White', { ethnicity: 'white' }],
    ['White and Asian', { ethnicity: 'mixed_asian' }],
    ['Any other Asian background', { ethnicity: 'asian_other' }],
    ['Asian or Asian British', { ethnicity: 'asian' }],
    ['Any other ethnic group', { ethnicity: 'other' }],
    ['Gypsy or Irish Traveller', { ethnicity: 'white_traveller' }]
  ])('%s is read', (text, members) => {
    expect(readCharacteristic(text)).toEqual(members);
  });

  test('a subtotal without a member of ours is left out, and an unknown one is unknown', () => {
    expect(readCharacteristic('Known ethnicity')).toBe('left-out');
    expect(readCharacteristic('Left-handed')).toBeUndefined();
  });
});

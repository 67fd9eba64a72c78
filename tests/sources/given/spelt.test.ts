import { describe, expect, test } from 'vitest';
import { areaSpelling } from '#lib/sources/given/spelt-area.ts';
import { memberSpelling } from '#lib/sources/given/spelt-member.ts';
import { speltPeriod } from '#lib/sources/given/spelt-period.ts';
import { speltStatus, speltValue } from '#lib/sources/given/spelt-value.ts';
import { areas, cubes } from './own.ts';

const ids = ({ meanings }: { readonly meanings: readonly { readonly id: string }[] }) =>
  meanings.map(({ id }) => id).join(' or ');

function members(cube: string, dimension: string): (text: string) => string {
  const found = cubes.get(cube)?.dimensions.find(({ id }) => id === dimension);
  if (found === undefined) throw new Error(`${cube} has no ${dimension}`);
  const spelt = memberSpelling(found, { members: [], open: false });
  return (text) => ids(spelt(text));
}

describe('a period', () => {
  test.each([
    ['2024', '2024'],
    ['31 March 2024', '2024'],
    ['31/03/2024', '2024'],
    ['31.3.24', '2024'],
    ['2024-03-31 00:00:00', '2024'],
    ['45382', '2024'],
    ['as at 31 March 2024', '2024'],
    ['year ending 31 March 2024', '2024'],
    ['2023-24', '2024'],
    ['2023/24', '2024'],
    ['2023 to 2024', '2024'],
    ['FY2023-24', '2024'],
    ['Q3 2023-24', '2024Q3'],
    ['2023/24 Q3', '2024Q3'],
    ['Oct-Dec 2023', '2024Q3'],
    ['quarter ending December 2023', '2024Q3'],
    ['Mar-24', '2024M03'],
    ['2023-11', '2023M11'],
    ['30 June 2024', 'at20240630'],
    ['mid-2023', 'mid2023'],
    ['Round 3', 'round3']
  ])('“%s” is %s', (text, id) => {
    expect(ids(speltPeriod(text, 'stock'))).toBe(id);
  });

  test.each([
    ['2011-12', '2012 or 2011M12'],
    ['03/04/2024', 'at20240403 or at20240304'],
    ['Q3 2024', '2024Q3 or 2025Q2']
  ])('“%s” has two meanings, and none is chosen', (text, both) => {
    expect(ids(speltPeriod(text, 'stock'))).toBe(both);
  });

  test('31 March is not the year that ends then for what is counted over a time', () => {
    expect(ids(speltPeriod('31 March 2024', 'flow'))).toBe('at20240331');
  });

  test.each(['31 Feb 2024', 'last year', '2023-25', ''])('“%s” is none', (text) => {
    expect(ids(speltPeriod(text, 'stock'))).toBe('');
  });
});

describe('an age', () => {
  const age = members('plans', 'age');

  test.each([
    ['10 to 15', '10to15'],
    ['10-15', '10to15'],
    ['10–15 years', '10to15'],
    ['16 and over', '16plus'],
    ['16 & over', '16plus'],
    ['16+', '16plus'],
    ['<1', 'under1'],
    ['Under 1', 'under1'],
    ['Total Aged 5 to 9 years', '5to9'],
    ['ALL', 'all'],
    ['Total', 'all'],
    ['Unborn', 'unborn']
  ])('“%s” is %s', (text, id) => {
    expect(age(text)).toBe(id);
  });

  test.each([
    ['05-Sep', '5to9'],
    ['01-Apr', '1to4'],
    ['Jan-04', '1to4'],
    ['Oct-15', '10to15'],
    ['2015-10-01', '10to15'],
    ['05/09/2026', '5to9'],
    ['07-Sep', '7to9']
  ])('that a spreadsheet made “%s” of is %s', (text, id) => {
    expect(age(text)).toBe(id);
  });

  test.each(['0-4', '12-Dec', 'Sep-26', '17'])('is not guessed from “%s”', (text) => {
    expect(age(text)).toBe('');
  });
});

describe('a code', () => {
  const category = members('plans', 'category_latest');

  test.each([
    ['NEG', 'neglect'],
    ['neg', 'neglect'],
    ['EMO', 'emotional'],
    ['Emotional abuse', 'emotional'],
    ['NEG - Neglect', 'neglect'],
    ['01', 'neglect'],
    ['1', 'neglect'],
    ['4.0', 'sexual']
  ])('of a category, “%s”, is %s', (text, id) => {
    expect(category(text)).toBe(id);
  });

  test('of a factor keeps its letter', () => {
    const factor = members('assessments', 'factor');
    expect([factor('16A'), factor('1A'), factor('20'), factor('16A: Neglect')]).toEqual([
      'f16a',
      'f1a',
      'f20',
      'f16a'
    ]);
  });

  test('that two members share is both of them', () => {
    expect(members('referrals', 'subsource')('3D')).toBe('dentist or adultmental or otherprimary');
    expect(members('known', 'tier')('Early help')).toBe('universal or targeted');
    expect(members('known', 'neglect')('not recorded')).toBe('no or notknown');
  });

  test('with a name that says something else is both', () => {
    expect(category('NEG - Physical abuse')).toBe('neglect or physical');
  });
});

describe('an area', () => {
  const spelt = areaSpelling(areas);

  test.each([
    ['Leicester', 'la856'],
    ['Leicester City Council', 'la856'],
    ['Leicestershire County Council', 'la855'],
    ['855', 'la855'],
    ['855.0', 'la855'],
    ['0855', 'la855'],
    ['E10000018', 'la855'],
    ['Hull', 'la810'],
    ['Bristol', 'la801'],
    ['St Helens', 'la342'],
    ['Telford & Wrekin', 'la894'],
    ['London Borough of Hackney', 'la204'],
    ['London', 'E12000007'],
    ['City of London', 'la201'],
    ['E10000027', 'la933']
  ])('“%s” is %s', (text, id) => {
    expect(ids(spelt(text))).toBe(id);
  });

  test('whose name two authorities had is told by the year, else it is both', () => {
    expect(ids(spelt('Dorset'))).toBe('la835 or la838');
    expect(ids(spelt('Dorset', 2016))).toBe('la835');
    expect(ids(spelt('Dorset', 2024))).toBe('la838');
  });

  test('of which name and code disagree is both', () => {
    expect(ids(spelt('Leicester (855)'))).toBe('la855 or la856');
  });
});

describe('a value', () => {
  const count = (text: string) => speltValue(text, { whole: true, commas: false });

  test.each([
    ['1,234', '1234'],
    ['1 234', '1234'],
    ['1.234.567', '1234567'],
    ['12.0', '12'],
    ['nil', '0'],
    ["'12", '12']
  ])('“%s” is the number %s', (text, number) => {
    expect(count(text)).toEqual({ kind: 'number', text: number });
  });

  test.each([
    ['c', 'c'],
    ['*', 'c'],
    ['<5', 'c'],
    ['Suppressed', 'c'],
    ['x', 'x'],
    ['..', 'x'],
    ['not applicable', 'z'],
    ['Awaited', 'late']
  ])('“%s” is the status %s', (text, code) => {
    expect(count(text)).toEqual({ kind: 'status', code });
  });

  test.each(['-', 'n/a', 'none'])(
    '“%s” means different things to different people, and is not guessed',
    (text) => {
      expect(speltStatus(text).kind).toBe('unclear');
    }
  );

  test('with a comma is decimal or in thousands only as its file writes numbers', () => {
    const score = (text: string, commas: boolean) => speltValue(text, { whole: false, commas });
    expect(score('12,5', true)).toEqual({ kind: 'number', text: '12.5' });
    expect(score('1,234', false)).toEqual({ kind: 'number', text: '1234' });
    expect(score('1,234', true).kind).toBe('unclear');
    expect(speltValue('1.234', { whole: true, commas: true }).kind).toBe('unclear');
  });

  test('that a spreadsheet took for a date is no number', () => {
    expect(count('01-May').kind).toBe('date');
  });

  test.each(['45%', '-4', '1.2E+05', '12.5', '=HYPERLINK("x")', '١٢'])(
    '“%s” is left for the check of the cell',
    (text) => {
      expect(count(text)).toEqual({ kind: 'other' });
    }
  );
});

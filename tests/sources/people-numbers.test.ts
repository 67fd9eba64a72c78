import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOf,
  isInsuranceNumber,
  isNhsNumber,
  isPlainlyNhsNumber,
  isPupilNumber,
  isTelephone,
  postcodeShape
} from '#lib/sources/people-numbers.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });

/** The check digit of an NHS number, found by trying: the weighted sum of all ten is a multiple of 11. */
function nhsCheck(first: readonly number[]): number | undefined {
  return [...Array(10).keys()].find(
    (check) => [...first, check].reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0
  );
}

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

describe('an NHS number', () => {
  test('is known by its tenth digit, and by no other', () => {
    fc.assert(
      fc.property(digits(9), (first) => {
        const check = nhsCheck(first);
        for (let last = 0; last < 10; last += 1) {
          const text = [...first, last].join('');
          if (!/^(\d)\1*$/.test(text)) expect(isNhsNumber(text)).toBe(last === check);
        }
      })
    );
  });
  test('is known with spaces and hyphens in their places, and not in others', () => {
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('943-476-5919')).toBe(true);
    expect(isNhsNumber('9434 765919')).toBe(false);
  });
  test('with two neighbouring digits exchanged is none', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 8 }), (first, at) => {
        const check = nhsCheck(first);
        if (check === undefined) return;
        const all = [...first, check];
        const [one = 0, other = 0] = [all[at], all[at + 1]];
        if (one === other) return;
        expect(
          isNhsNumber(
            all
              .with(at, other)
              .with(at + 1, one)
              .join('')
          )
        ).toBe(false);
      })
    );
  });
  test('is hardly one by chance where it is in groups or in the range of England', () => {
    expect(isPlainlyNhsNumber('4505577104')).toBe(true);
    expect(isPlainlyNhsNumber('9434765919')).toBe(false);
    expect(isPlainlyNhsNumber('943 476 5919')).toBe(true);
  });
});

describe('a unique pupil number', () => {
  test('is known by its letter, and by no other', () => {
    fc.assert(
      fc.property(digits(12), (all) => {
        const sum = all.reduce((total, digit, at) => total + digit * (at + 2), 0);
        for (const letter of LETTERS)
          expect(isPupilNumber(`${letter}${all.join('')}`)).toBe(letter === LETTERS[sum % 23]);
      })
    );
  });
  test('never begins with I, O or S', () => {
    fc.assert(
      fc.property(fc.constantFrom('I', 'O', 'S'), digits(12), (letter, all) => {
        expect(isPupilNumber(`${letter}${all.join('')}`)).toBe(false);
      })
    );
  });
});

describe('other numbers', () => {
  test.each(['QQ123456C', 'BG123456A', 'AB12345C', 'AB123456E'])(
    '%s is no National Insurance number',
    (text) => {
      expect(isInsuranceNumber(text)).toBe(false);
    }
  );
  test('a National Insurance number is known with or without spaces', () => {
    expect(isInsuranceNumber('AB123456C')).toBe(true);
    expect(isInsuranceNumber('AB 12 34 56 C')).toBe(true);
  });
  test.each(['SW1A 1AA', 'M1 1AE', 'LE1 6ZG', 'ls2 8jr', 'EC1A 1BB'])('%s is a postcode', (text) => {
    expect(postcodeShape(text)).toBe('spaced');
  });
  test.each(['E06000016', 'la855', '2024Q3', 'f16a', '10to15', 'SW1A', 'A1 to D8', 'Q1 2024'])(
    '%s is no postcode',
    (text) => {
      expect(postcodeShape(text)).toBeUndefined();
    }
  );
  test.each(['0808 800 5000', '0300 123 4567', '0800 1111', '2024'])(
    '%s is nobody’s own telephone',
    (text) => {
      expect(isTelephone(text)).toBe(false);
    }
  );
  test.each(['07700 900123', '+44 7700 900123', '0116 496 0123'])(
    '%s may be somebody’s telephone',
    (text) => {
      expect(isTelephone(text)).toBe(true);
    }
  );
  test('a day is the same however it is written', () => {
    for (const text of [
      '2015-03-27',
      '27/03/2015',
      '27.3.2015',
      '27-Mar-15',
      '27 March 2015',
      '2015-03-27T00:00:00'
    ])
      expect(dayOf(text), text).toBe(16521);
    for (const text of ['2024', '2023/24', '13', '2024Q3', '31/13/13/1', ''])
      expect(dayOf(text), text).toBeUndefined();
  });
  test('no text makes any of them throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        isNhsNumber(text);
        isPupilNumber(text);
        isInsuranceNumber(text);
        isTelephone(text);
        postcodeShape(text);
        dayOf(text);
      })
    );
  });
});

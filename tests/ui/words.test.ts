import { expect, test } from 'vitest';
import { ageInWords } from '#lib/ui/age.ts';
import { askedInWords, shownInWords } from '#lib/ui/asked.ts';

const place = { page: 'view', area: 'leeds', view: 'overview' } as const;
const shown = { period: '2024', compare: 'neighbours', vintage: '2024' } as const;

test('the age of a position is whole months', () => {
  expect(ageInWords('2024-03-31', '2026-11-22')).toBe('31 months ago');
  expect(ageInWords('2024-03-31', '2024-04-30')).toBe('1 month ago');
  expect(ageInWords('2024-03-31', '2024-04-02')).toBe('less than a month ago');
});

test('what a link asks for is said in words, and only what differs', () => {
  expect(askedInWords({ ...place, period: '2020' }, shown)).toBe('the position at 31 March 2020');
  expect(askedInWords({ ...place, period: '2020', compare: 'england' }, shown)).toBe(
    'the position at 31 March 2020, compared with England'
  );
  expect(askedInWords({ ...place, period: '2024', vintage: '2023' }, shown)).toBe(
    'the position from the 2023 release'
  );
  expect(shownInWords(shown)).toBe(
    'the position at 31 March 2024, compared with similar areas, from the 2024 release'
  );
});

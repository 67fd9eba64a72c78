import { expect, test } from 'vitest';
import { firstSentence } from '#lib/words/sentences.ts';

test('decimals and abbreviated names end no sentence', () => {
  expect(firstSentence('In St. Helens 16.2 for every 10,000 are on a plan. That is few. Ask why.')).toEqual([
    'In St. Helens 16.2 for every 10,000 are on a plan.',
    'That is few. Ask why.'
  ]);
});

test('one sentence has no rest, and both parts together are the text', () => {
  expect(firstSentence('Neglect is withheld')).toEqual(['Neglect is withheld', '']);
  expect(firstSentence('A fell. 3 rose.').join(' ')).toBe('A fell. 3 rose.');
});

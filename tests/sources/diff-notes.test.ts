import { describe, expect, test } from 'vitest';
import type { Note } from '#lib/domain/bundle.ts';
import { rewordedNotes } from '#lib/sources/diff-notes.ts';

const note = (text: string, periods?: string[]): Note => ({ id: 'n', text, ...(periods ? { periods } : {}) });
const compare = (before: Note, after: Note) => {
  const { changed, extended } = rewordedNotes([before], [after], ['2025']);
  return changed.length > 0 ? 'changed' : extended.length > 0 ? 'extended' : 'same';
};

describe('a note whose words differ', () => {
  test.each([
    ['2024', '2024 and 2025'],
    ['2023 and 2024', '2023, 2024 and 2025'],
    ['2013 to 2024', '2013 to 2025']
  ])('only names the new year too where %s became %s', (before, after) => {
    expect(compare(note(`Not usable for ${before}.`), note(`Not usable for ${after}.`))).toBe('extended');
  });
  test('only names the new year too where it is bound to one more period', () => {
    expect(
      compare(note('No figures for 2024.', ['2024']), note('No figures for 2024 and 2025.', ['2024', '2025']))
    ).toBe('extended');
  });
  test.each([
    ['an earlier year was added', 'Bad in 2024.', 'Bad in 2023 and 2024.'],
    ['a year was taken out', 'Bad in 2023 and 2024.', 'Bad in 2024 and 2025.'],
    ['a word changed with the year', 'Bad in 2024.', 'Good in 2024 and 2025.'],
    ['a code changed', 'Under E08000020 (2013 to 2024).', 'Under E08000037 (2013 to 2025).'],
    ['another number changed', 'Rounded to 10 in 2024.', 'Rounded to 5 in 2024 and 2025.']
  ])('is listed where %s', (_, before, after) => {
    expect(compare(note(before), note(after))).toBe('changed');
  });
  test('is not counted where it has not changed', () => {
    expect(compare(note('Bad in 2024.'), note('Bad in 2024.'))).toBe('same');
  });
});

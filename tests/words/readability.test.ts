import { describe, expect, test } from 'vitest';
import { countWords, readingOf, sentencesOf } from './readability.ts';

describe('the measure of words', () => {
  test('is that of the published formulas, five years on', () => {
    const { words, sentences, bySyllables, byLetters, age } = readingOf(['The cat sat on the mat.']);
    expect([words, sentences]).toEqual([6, 1]);
    expect(bySyllables).toBeCloseTo(0.39 * 6 + 11.8 - 15.59 + 5, 6);
    expect(byLetters).toBeCloseTo((4.71 * 17) / 6 + 3 - 21.43 + 5, 6);
    expect(age).toBe(Math.max(bySyllables, byLetters));
  });

  test('finds officialese far older than twelve', () => {
    const { bySyllables, byLetters } = readingOf([
      'The proportionality of interventions undertaken notwithstanding organisational capacity limitations necessitates continuous multidisciplinary reconsideration.'
    ]);
    expect(bySyllables).toBeGreaterThan(25);
    expect(byLetters).toBeGreaterThan(25);
  });

  test('counts a name, a number and a term that is explained as easy words, and nothing as none', () => {
    const bare = readingOf(['Northumberland had 12,345 assessments.']);
    const easy = readingOf(['Northumberland had 12,345 assessments.'], {
      names: ['Northumberland'],
      terms: ['assessments']
    });
    expect(easy.words).toBe(bare.words);
    expect(easy.bySyllables).toBeLessThan(bare.bySyllables);
    expect(easy.bySyllables).toBeCloseTo(0.39 * 4 + (11.8 * 7) / 4 - 15.59 + 5, 6);
  });

  test('parts sentences and the items of a list, and not what only looks like an end', () => {
    expect(sentencesOf('It rose by 3.5. It fell. (No more.)')).toEqual([
      'It rose by 3.5.',
      'It fell.',
      '(No more.)'
    ]);
    expect(sentencesOf('a 1; b 2; c 3')).toHaveLength(3);
    expect(sentencesOf('It rose; it fell.')).toHaveLength(1);
    expect(countWords('“Multiple”, −6.2 and 17%: child’s')).toBe(5);
  });

  test('refuses to measure nothing', () => {
    expect(() => readingOf(['…'])).toThrow('no words');
  });
});

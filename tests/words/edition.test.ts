import { describe, expect, test } from 'vitest';
import { changeText, revisedText, seenText, type Revision } from '#lib/words/edition.ts';

const revised = (what: string): Revision => ({ what, change: { kind: 'revised', then: '235', now: '238' } });

describe('how a figure changed', () => {
  test('is said by both numbers where both releases publish one', () => {
    expect(changeText({ kind: 'revised', then: '235', now: '238' })).toBe('235 then, 238 now');
  });
  test('is said without any number where one of them withholds it', () => {
    expect(changeText({ kind: 'missing', reason: 'withheld' })).toBe('now withheld');
    expect(changeText({ kind: 'published' })).toBe('now published');
    expect(changeText({ kind: 'missing', reason: 'notSubmitted' })).toBe('now not submitted');
  });
});

describe('what was revised', () => {
  test('is one sentence where nothing was', () => {
    expect(revisedText({ of: 'page', compared: 12, revisions: [] }, '2025')).toEqual({
      text: 'The figures of this page were not revised: all 12 stand in the 2025 release as here.',
      figures: []
    });
    expect(revisedText({ of: 'figure', compared: 1, revisions: [] }, '2025').text).toBe(
      'The figures of this chart or table were not revised: the one there is stands in the 2025 release as here.'
    );
  });
  test('is never claimed where there was nothing to compare', () => {
    const { text } = revisedText({ of: 'page', compared: 0, revisions: [] }, '2025');
    expect(text).not.toMatch(/not revised/);
    expect(text).toContain('no figures to hold these against');
  });
  test('lists three figures and counts the rest', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map(revised);
    expect(revisedText({ of: 'page', compared: 40, revisions: many }, '2025')).toEqual({
      text: 'Of this page, 5 figures were revised in the 2025 release:',
      figures: ['A', 'B', 'C'].map((name) => `${name}: 235 then, 238 now`).concat('and 2 others')
    });
    const one = revisedText({ of: 'figure', compared: 40, revisions: [revised('A')] }, '2025');
    expect(one.text).toBe('Of this chart or table, 1 figure was revised in the 2025 release:');
    expect(one.figures).toHaveLength(1);
  });
});

test('each way that a figure can be seen again has words of its own', () => {
  const words = (['same', 'added', 'changed', 'absent'] as const).map((seen) => seenText(seen, 'Plans'));
  expect(new Set(words).size).toBe(4);
  expect(words[0]).toBe('The figure “Plans” is as it was when this link was made.');
  expect(words[2]).toContain('has been revised since this link was made');
});

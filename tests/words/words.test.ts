import { describe, expect, it } from 'vitest';
import { changeInWords, inWords, listed, number, possessive } from '#lib/words/number.ts';
import { certaintyText, fewText, levelText, relations } from '#lib/words/compare.ts';
import { countChange, howUsual } from '#lib/words/change.ts';

describe('numbers in words', () => {
  it('have commas, fixed decimals and halves rounded up', () => {
    expect(number(24570)).toBe('24,570');
    expect(number(16.25, 1)).toBe('16.3');
    expect(number(3, 1)).toBe('3.0');
  });
  it('are words to ten', () => expect([0, 9, 10, 11].map(inWords)).toEqual(['none', 'nine', 'ten', '11']));
  it('join with and or or', () => {
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a', 'b'], 'or')).toBe('a or b');
  });
  it('own names that end in s with an apostrophe alone', () => {
    expect(possessive('Leeds')).toBe('Leeds’');
    expect(possessive('Rutland')).toBe('Rutland’s');
  });
  it('say a change without a percentage of nothing', () => {
    expect(changeInWords(0, 5)).toBe('rose from none');
    expect(changeInWords(1000, 1001)).toBe('rose by less than 1%');
    expect(changeInWords(7, 7)).toBe('did not change');
  });
});

describe('comparison in words', () => {
  const clearlyBelow = { direction: 'lower', certainty: 'clearly', close: false } as const;
  const unsure = { direction: 'higher', certainty: 'cannotTell', close: true } as const;
  it('uses one word for comparators on the same side', () => {
    expect(
      relations([
        { name: 'similar areas', comparison: unsure },
        { name: 'England', comparison: clearlyBelow }
      ])
    ).toBe('close to similar areas and below England');
    expect(
      relations([
        { name: 'similar areas', comparison: clearlyBelow },
        { name: 'England', comparison: clearlyBelow }
      ])
    ).toBe('below similar areas and England');
  });
  it('calls close only what has a range narrow enough to say so', () =>
    expect(relations([{ name: 'England', comparison: { ...unsure, close: false } }])).toBe(
      'too uncertain to tell from England'
    ));
  it('says how sure it is', () => {
    expect(certaintyText({ ...unsure, close: false }, 'England')).toBe('cannot tell from England');
    expect(certaintyText({ ...unsure, close: true }, 'England')).toBe('close to England');
    expect(certaintyText({ direction: 'higher', certainty: 'probably', close: false }, 'England')).toBe(
      'probably above England'
    );
  });
  it('gives a level by its longer side, never a rank', () => {
    expect(levelText({ lower: 23, higher: 126, of: 150 })).toBe(
      'lower than 126 of the 149 other authorities with figures'
    );
    expect(levelText({ lower: 0, higher: 14, of: 15 })).toBe(
      'lower than all 14 other authorities with figures'
    );
    expect(levelText({ lower: 8, higher: 6, of: 15 })).toBe(
      'higher than 8 of the 14 other authorities with figures'
    );
    expect(levelText({ lower: 2, higher: 0, of: 3 })).toBe('higher than both other authorities with figures');
    expect(levelText({ lower: 0, higher: 1, of: 2 })).toBe('lower than the one other authority with figures');
    expect(levelText({ lower: 1, higher: 1, of: 3 })).toBe(
      'lower than one of the two other authorities with figures'
    );
    expect(fewText({ lower: 8, higher: 6, of: 15 })).toBe('six of the other 14 authorities are higher');
    expect(fewText({ lower: 1, higher: 148, of: 150 })).toBe('one of the other 149 authorities is lower');
  });
});

describe('change in words', () => {
  it('is little where half of all changes are as big', () =>
    expect(countChange(250, 235, { unusual: false, inHundred: 76 })).toBe('changed little, from 250 to 235'));
  it('of a tenth or more is said in full, however usual', () =>
    expect(countChange(224, 276, { unusual: false, inHundred: 71 })).toBe('rose 23%, from 224 to 276'));
  it('says how usual it is', () => {
    expect(howUsual({ unusual: true, inHundred: 1 })).toBe(
      'That is unusual: in a year, 1 of 100 authorities or fewer see a change as big, allowing for size.'
    );
    expect(howUsual({ unusual: false, inHundred: 26 })).toBe(
      'That is not unusual: in a year, about 26 of 100 authorities see a change as big, allowing for size.'
    );
  });
});

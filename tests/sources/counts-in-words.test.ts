import { describe, expect, test } from 'vitest';
import { countsIn } from '#lib/sources/counts-in-words.ts';

const countsOf = (text: string) => [...countsIn(text)];

describe('numbers in words', () => {
  test.each([
    ['There were 3 girls on a plan.', 3],
    ['Only two of them were under five.', 2],
    ['neglect: 4', 4],
    ['All 9 and 27.', 9],
    ['Plans for neglect fell from 14 to 3 in 2024.', 3],
    ['This includes one child placed elsewhere.', 1],
    ['three large sibling groups, of whom 5 children are unborn', 3],
    ['The fall is one large family leaving.', 1],
    ['Of the 1,204 contacts, most were from the police.', 1204],
    ['An error in 37 records was put right.', 37],
    ['There were 2024 children.', 2024]
  ])('“%s” may hold a count: %i', (text, count) => {
    expect(countsOf(text)).toContain(count);
  });

  test.each([
    'Figures are at 31 March 2024, and were counted anew on 3 June.',
    'From 5 to 9 May the system was closed.',
    'Children aged 5 to 9, aged 4, 16 and over, 5 to 9 years old, and a 2-year window.',
    'Plans of 6 months or more; a review within 10 working days; two years; 3 further weeks.',
    'One in ten; 1 in 5; two in every ten; per 10,000; 40% or 12 per cent.',
    'Section 47, table 3, note 2, tier 2 and level 3 of version 4.',
    'Counts of 1 to 5 are withheld, and others are rounded to 5; fewer than 6 are not shown.',
    '1. Read this first.\n2. Then that.\n(3) Last.',
    'No one of these is new; one system replaced another.',
    'The two systems were joined, and four teams became three teams.',
    'Recorded in 2023/24 and in 2024, 1.5 times as often, at 10:30.'
  ])('“%s” holds none', (text) => {
    expect(countsOf(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { annualHeadings } from '#lib/views/annual/draft.ts';
import { AnnualHeadings } from '#lib/domain/annual.ts';
import { restsChanged } from '#lib/words/annual/changed.ts';
import { actionText, decisionText, feedsText, lackText, noneText } from '#lib/words/annual/draft.ts';
import { standingText } from '#lib/words/audits/actions.ts';
import {
  figuresTogether,
  NOBODY_SAID,
  stalledText,
  unjudgedText,
  unseenText,
  withheldText
} from '#lib/words/annual/progress.ts';
import { readingOf } from './readability.ts';

const rest = (what: string, shown: string, when = '31 March 2024') => ({ what, shown, when });

describe('what is said of sentences that changed', () => {
  it('sets a single one as it was beside it as it is, in full', () => {
    expect(restsChanged([rest('Plans', 'Plans: 7.')], [rest('Plans', 'Plans: 9.')])).toEqual({
      text: 'Figures that this rests on have changed since it was written. It was: “Plans: 7.” It is now: “Plans: 9.”',
      changes: ['It was: “Plans: 7.” It is now: “Plans: 9.”']
    });
  });
  it('counts several in a line, and lists each with its dates where those are new', () => {
    expect(
      restsChanged(
        [rest('Plans', 'Plans: 7.'), rest('Audits', 'Audits: 3.')],
        [rest('Plans', 'Plans: 9.', '31 March 2025'), rest('Courses', 'Courses: 4.')]
      )
    ).toEqual({
      text: 'Figures that this rests on have changed since it was written. Of what was drafted from them, 1 sentence has other numbers, 1 is no longer here and 1 is new.',
      changes: [
        'It was (31 March 2024): “Plans: 7.” It is now (31 March 2025): “Plans: 9.”',
        'No longer here: “Audits: 3.”',
        'New since: “Courses: 4.”'
      ]
    });
  });
  it.each([
    [
      '**Share of plans that are for neglect**: Kestrelshire 26.4%.',
      '**Plans with neglect as category or in the record**: Kestrelshire 59.2%.'
    ],
    ['Quillmere: Children on a plan for neglect: 16.', 'Quillmere: England (made up): 21,400.'],
    ['7 of 10 audits.', '8 of 10 surveys.']
  ])('takes “%s” to be gone where “%s” is new', (was, is) => {
    expect(restsChanged([rest('Neglect', was)], [rest('Neglect', is)])?.changes).toEqual([
      `No longer here: “${was}”`,
      `New since: “${is}”`
    ]);
  });
  it('stays a few lines however many there are', () => {
    const many = (value: number) =>
      Array.from({ length: 77 }, (_, at) =>
        rest(`Figure ${String(at)}`, `The count of this: ${String(value)}.`)
      );
    const said = restsChanged(many(1), many(2));
    expect(said?.text.length).toBeLessThan(200);
    expect(said?.changes).toHaveLength(77);
  });
  it('is nothing where none did, in whatever order they stand', () => {
    const [one, other] = [rest('Plans', 'Plans: 7.'), rest('Plans', 'Plans: 8.')];
    expect(restsChanged([one, other], [other, one])).toBeUndefined();
  });
});

describe('what did not move', () => {
  it('names a figure once, with those whose it is', () => {
    expect(
      figuresTogether(['Plans (Lanternport)', 'Audits', 'Plans (Quillmere)', 'Audits', 'Plans'])
    ).toEqual(['Plans (Lanternport and Quillmere)', 'Audits', 'Plans']);
  });
  it('lists much that is lacking heading by heading, and little in one sentence', () => {
    const some = { heading: 'Scrutiny', abouts: ['audits', 'challenge'] };
    expect(unseenText([some])).toBe('Progress cannot be seen where no evidence is held: audits; challenge.');
    const more = { heading: 'What was done', abouts: ['a', 'b', 'c', 'd', 'e'] };
    expect(unseenText([more, some])).toBe(
      'Progress cannot be seen where no evidence is held. Under “What was done”: a; b; c; d; e. Under “Scrutiny”: audits; challenge.'
    );
  });
});

describe('what a sentence about a milestone counts', () => {
  it('is told by its name, whatever the month', () => {
    const one = (name: string, value: number) =>
      rest('After', `After April 2022 (${name}). Plans: ${String(value)}.`);
    expect(
      restsChanged([one('Tool agreed', 7)], [one('Strategy launched', 9), one('Tool agreed', 8)])?.changes
    ).toEqual([
      'It was: “After April 2022 (Tool agreed). Plans: 7.” It is now: “After April 2022 (Tool agreed). Plans: 8.”',
      'New since: “After April 2022 (Strategy launched). Plans: 9.”'
    ]);
  });
});

describe('words of a draft', () => {
  const ASK = { action: 'Ask dentists', owner_role: 'a nurse', due: '2024-01-31' };
  const own = [
    lackText(['training', 'what families say']),
    feedsText(['survey', 'training', 'published']),
    noneText(['finished']),
    noneText(['decisions']),
    decisionText({ date: '2024-02-20', decision: 'Closed help is looked at again', owner_role: 'the chair' }),
    actionText(ASK, standingText(ASK, '2024-06-30')),
    stalledText({
      verdict: 'No sign of a change',
      figure: 'Referrals',
      change: 'up 1%',
      since: '1 April 2022',
      others: '; similar areas −10% to +6%'
    }),
    unjudgedText('No verdict: recording changed', ['Plans', 'Audits']),
    withheldText(['Plans judged good']),
    NOBODY_SAID
  ];

  it('are plain enough to be read at 12', () => {
    expect(readingOf(own).bySyllables).toBeLessThan(12);
  });

  it('say what a heading asks for in words that can be read at 15', () => {
    for (const { must, heading } of annualHeadings())
      expect(readingOf([`${heading}. ${must}`]).bySyllables, must).toBeLessThan(15);
  });
});

describe('headings as data', () => {
  it('refuse two of one id that hold at once', () => {
    const [heading] = annualHeadings();
    if (heading === undefined) throw new Error('there is one');
    const next = { ...heading, from: '2027-01' };
    expect(AnnualHeadings.safeParse({ headings: [heading, next] }).success).toBe(false);
    expect(AnnualHeadings.safeParse({ headings: [{ ...heading, to: '2026-12-31' }, next] }).success).toBe(
      true
    );
  });
});

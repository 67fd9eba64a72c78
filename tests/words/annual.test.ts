import { describe, expect, it } from 'vitest';
import { annualHeadings } from '#lib/views/annual/draft.ts';
import { AnnualHeadings } from '#lib/domain/annual.ts';
import { restsChanged } from '#lib/words/annual/changed.ts';
import { actionText, decisionText, feedsText, lackText, noneText } from '#lib/words/annual/draft.ts';
import { NOBODY_SAID, stalledText, unjudgedText, withheldText } from '#lib/words/annual/progress.ts';
import { readingOf } from './readability.ts';

const rest = (what: string, shown: string, when = '31 March 2024') => ({ what, shown, when });

describe('what is said of figures that changed', () => {
  it('names each, from what to what', () => {
    expect(restsChanged([rest('Plans', '7')], [rest('Plans', '9')])).toBe(
      'Figures that this rests on have changed since it was written. Plans: it was 7, and is 9.'
    );
  });
  it('gives the dates where those are new, and what is gone or new besides', () => {
    expect(
      restsChanged(
        [rest('Plans', '7'), rest('Audits', '3')],
        [rest('Plans', '9', '31 March 2025'), rest('Courses', '4')]
      )
    ).toBe(
      'Figures that this rests on have changed since it was written. Plans: it was 7 (31 March 2024), and is 9 (31 March 2025). No longer here: audits. New since: courses.'
    );
  });
  it('is nothing where none did, in whatever order they stand', () => {
    const [one, other] = [rest('Plans', '7'), rest('Plans', '8')];
    expect(restsChanged([one, other], [other, one])).toBeUndefined();
  });
});

describe('words of a draft', () => {
  const own = [
    lackText(['training', 'what families say']),
    feedsText(['survey', 'training', 'published']),
    noneText(['finished']),
    noneText(['decisions']),
    decisionText({ date: '2024-02-20', decision: 'Closed help is looked at again', owner_role: 'the chair' }),
    actionText({ action: 'Ask dentists', owner_role: 'a nurse', due: '2024-01-31' }, '2024-06-30'),
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

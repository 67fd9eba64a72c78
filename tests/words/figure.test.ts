import { describe, expect, it } from 'vitest';
import { reportingYear } from '#lib/domain/period.ts';
import { figureSentences, headSentence, markSentence } from '#lib/words/figure.ts';
import {
  ABOVE,
  answer,
  AUDIT,
  beside,
  CLOSE,
  CONTEXT,
  COUNT,
  figure,
  indicator,
  LEICESTERSHIRE,
  PROBABLY_BELOW,
  QUARTER,
  ranged,
  RATE,
  SHARE,
  UNSURE,
  outcomes,
  eachRow,
  type Row
} from './made.ts';

const similar = beside('neighbours', 15.1, CLOSE, { withData: 9 });
const from = answer(RATE, 250, 143_000);
const now = answer(RATE, 235, 145_000);
const usual = { unusual: false, inHundred: 76 };
const soon = (earlier: number) => ({ verdict: 'tooSoonToTell' as const, earlier, needed: 9 });
const slope = { slope: 1, chi2: 10, stableSign: true };

const pooled = indicator({
  ...COUNT,
  numerator: { cube: 'assurance', table: 'reviews', measure: 'reviews', pool: 3 }
});
const region = { ...LEICESTERSHIRE, kind: 'region' as const, name: 'East Midlands' };

const HEADS: readonly Row[] = [
  ['a stock', headSentence(figure(now)), 'Leicestershire, at 31 March 2024.'],
  ['a flow', headSentence(figure(now, { counted: 'flow' })), 'Leicestershire, in the year to 31 March 2024.'],
  [
    'a quarter',
    headSentence(figure(now, { counted: 'flow', period: QUARTER })),
    'Leicestershire, in the quarter to 31 March 2024.'
  ],
  [
    'three years pooled',
    headSentence(figure(answer(pooled, 6), { counted: 'flow' })),
    'Leicestershire, over the three years to 31 March 2024.'
  ],
  ['a region', headSentence(figure(now, { area: region })), 'The East Midlands, at 31 March 2024.'],
  [
    'a survey',
    headSentence(figure(answer(CONTEXT, 11), { counted: undefined })),
    'From a survey, not from the records of Leicestershire.'
  ],
  ['neglect, said already', markSentence(SHARE), undefined],
  ['neglect, not said', markSentence(AUDIT), 'It is about neglect.'],
  [
    'neglect with others',
    markSentence(indicator({ mark: 'includes' })),
    'It includes neglect, together with other things.'
  ],
  ['all reasons', markSentence(indicator({ mark: 'all' })), 'It covers all reasons, not neglect alone.']
];

eachRow('when, where and mark', HEADS);

describe('a whole figure', () => {
  const whole = figure(ranged(now, 11.2, 21.7), {
    beside: [similar, beside('england', 20.5, PROBABLY_BELOW)],
    level: { lower: 48, higher: 98, of: 148 },
    change: { from, usual },
    trend: { trend: 'noChange', ...slope }
  });
  const series = (recoding: 'none' | 'moved' | 'unknown') =>
    [2023, 2024].map((year) => ({ period: reportingYear(year), answer: now, recoding }));

  it('says the number, then what it is beside, then how sure that is', () =>
    expect(figureSentences(whole)).toEqual([
      'Leicestershire, at 31 March 2024.',
      'Children on a plan for neglect: 235, or 16.2 per 10,000 children.',
      'What is counted: children on a plan whose latest category is neglect, per 10,000 children.',
      'That is close to similar areas (middle of nine: 15.1) and probably below England (20.5).',
      'It is lower than 98 of the 147 other authorities with figures.',
      'With nothing underlying changed, it could have been anywhere from 11.2 to 21.7.',
      'It was 250, or 17.5, the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big, allowing for size.',
      'Over the last five years there is no clear rise or fall.'
    ]));
  it('across a change in recording describes no change', () => {
    const { change: _, ...rest } = whole;
    expect(figureSentences({ ...rest, series: series('moved') })).toContain(
      'The use of “multiple” as a category changed between 2023 and 2024, so no change in this figure can be described.'
    );
    expect(figureSentences({ ...rest, series: series('unknown') })).toContain(
      '“Multiple” is withheld or missing for 2023 or 2024, so a change in this figure cannot be told from a change in recording.'
    );
    expect(figureSentences({ ...rest, series: series('none') }).join(' ')).not.toContain('Multiple');
  });
  it('that stands in for another says so before it is compared', () => {
    const standIn = indicator({ mark: 'all', standIn: 'Nothing is published for neglect alone.' });
    const said = figureSentences(
      figure(ranged(answer(standIn, 9, 39), 10, 40), { beside: [beside('england', 24.7, UNSURE)] })
    );
    expect(said.slice(3, 6)).toEqual([
      'It covers all reasons, not neglect alone.',
      'It is a stand-in for what is meant. Nothing is published for neglect alone.',
      'That is too uncertain to tell from England (24.7%).'
    ]);
  });
  it('of fewer than 20 draws no comparison, range or trend', () => {
    const few = figure(ranged(answer(AUDIT, 4, 6), 30, 90), {
      beside: [beside('england', 40, ABOVE, { judgement: { side: 'higher', judgement: 'better' } })],
      level: { lower: 1, higher: 0, of: 2 },
      change: { from: answer(AUDIT, 3, 8), past: soon(0) },
      trend: { trend: 'increasing', ...slope }
    });
    expect(figureSentences(few).slice(4)).toEqual(['It was 3 of 8 the year before.']);
  });
  it('of several outcomes says which of them the rest is about', () => {
    const made = ranged(outcomes(['Better', 18, 40], ['No better', 22, 40]), 30, 60);
    const said = figureSentences(figure(made));
    expect(said[said.indexOf('What follows is about “better” alone.') + 1]).toBe(
      'With nothing underlying changed, it could have been anywhere from 30.0% to 60.0%.'
    );
  });
  it('of outcomes that would give a withheld one away says none of them', () => {
    const made = ranged(outcomes(['Better', 33, 41], ['No better', 'withheld', 41]), 30, 60);
    expect(figureSentences(figure(made, { counted: 'flow' })).join(' ')).not.toMatch(/33|41|30|60/);
  });
  it('that nobody supplies says what could', () => {
    const unsupplied = answer(indicator({ supplied: false }), 'notSupplied', 'notSupplied');
    expect(figureSentences(figure(unsupplied)).at(-1)).toBe('It could come from: published statistics.');
  });
});

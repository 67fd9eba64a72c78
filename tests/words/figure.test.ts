import { describe, expect, it, test } from 'vitest';
import { reportingYear } from '#lib/domain/period.ts';
import type { Trend } from '#lib/indicators/figure.ts';
import {
  besideSentence,
  changeSentence,
  figureSentences,
  headSentence,
  judgementSentence,
  levelSentence,
  markSentence,
  rangeSentence,
  similarSentence,
  supplySentence,
  trendSentence,
  valueSentence
} from '#lib/words/figure.ts';
import { coveredSentence } from '#lib/words/kinds.ts';
import {
  ABOVE,
  answer,
  AUDIT,
  BELOW,
  beside,
  CLOSE,
  CONTEXT,
  COUNT,
  COVERAGE,
  DOWN,
  figure,
  indicator,
  LEICESTERSHIRE,
  OUTCOMES,
  part,
  PROBABLY_BELOW,
  QUARTER,
  ranged,
  RATE,
  RATIO,
  SHARE,
  STATE,
  UNSURE
} from './made.ts';

type Row = readonly [what: string, said: string | undefined, sentence: string | undefined];

const PLANS = 'Share of plans that are for neglect';
const ON_PLAN = 'Children on a plan for neglect';
const RATIO_NAME = 'Assessments that recorded neglect for each new plan for neglect';
const CELLS = 'Neglected children kept overnight in police cells';
const CHRON = 'A chronology that is up to date and explains';
const STRATEGY = 'A neglect strategy that is in date';
const LIFE = 'Whether life is getting better for children on a plan';

const state = (inPlace: 'yes' | 'no' | 'draft', more: object = {}) =>
  valueSentence({ ...answer(STATE, 1), state: { inPlace, ...more } });
const outcomes = (...parts: readonly (readonly [string, number | 'withheld', number])[]) => {
  const made = parts.map(([name, x, n]) => part(OUTCOMES, name, x, n));
  return {
    ...answer(OUTCOMES, made[0]?.['result'] ? 1 : 0, 1),
    ...made[0]?.result,
    indicator: OUTCOMES,
    parts: made
  };
};

const VALUES: readonly Row[] = [
  ['a share', valueSentence(answer(SHARE, 235, 429)), `${PLANS}: 235 of 429 children on a plan, or 54.8%.`],
  ['one of many', valueSentence(answer(SHARE, 1, 40)), `${PLANS}: 1 of 40 children on a plan, or 2.5%.`],
  ['none of many', valueSentence(answer(SHARE, 0, 40)), `${PLANS}: none of 40 children on a plan, or 0.0%.`],
  ['all of many', valueSentence(answer(SHARE, 40, 40)), `${PLANS}: all 40 children on a plan, or 100.0%.`],
  [
    'so few that it would round to none',
    valueSentence(answer(SHARE, 1, 3000)),
    `${PLANS}: 1 of 3,000 children on a plan, or less than 0.1%.`
  ],
  [
    'so many that it would round to all',
    valueSentence(answer(SHARE, 2999, 3000)),
    `${PLANS}: 2,999 of 3,000 children on a plan, or more than 99.9%.`
  ],
  [
    '20, the fewest for a percentage',
    valueSentence(answer(AUDIT, 4, 20)),
    `${CHRON}: 4 of 20 families audited, or 20.0%.`
  ],
  [
    'under 20 audits',
    valueSentence(answer(AUDIT, 4, 6)),
    `${CHRON}: 4 of 6 families audited. No conclusion: n = 6, and fewer than 20 are too few for a percentage.`
  ],
  [
    'none of under 20',
    valueSentence(answer(AUDIT, 0, 12)),
    `${CHRON}: none of 12 families audited. No conclusion: n = 12, and fewer than 20 are too few for a percentage.`
  ],
  [
    'all of under 20',
    valueSentence(answer(AUDIT, 12, 12)),
    `${CHRON}: all 12 families audited. No conclusion: n = 12, and fewer than 20 are too few for a percentage.`
  ],
  [
    'the only one',
    valueSentence(answer(AUDIT, 1, 1)),
    `${CHRON}: 1 of 1. No conclusion: n = 1, and fewer than 20 are too few for a percentage.`
  ],
  [
    'n of nothing',
    valueSentence(answer(SHARE, 0, 0)),
    `${PLANS}: there were no children on a plan to count.`
  ],
  ['a rate', valueSentence(answer(RATE, 235, 145_000)), `${ON_PLAN}: 235, or 16.2 per 10,000 children.`],
  [
    'a rate from one child',
    valueSentence(answer(RATE, 1, 8000)),
    `${ON_PLAN}: 1, or 1.3 per 10,000 children.`
  ],
  ['a rate of none', valueSentence(answer(RATE, 0, 8000)), `${ON_PLAN}: none, or 0.0 per 10,000 children.`],
  [
    'a count without a population',
    valueSentence(answer(RATE, 228, 'notSupplied')),
    `${ON_PLAN}: 228. There is no population figure to work out a rate from.`
  ],
  [
    'a ratio',
    valueSentence(answer(RATIO, 389, 286)),
    `${RATIO_NAME}: 1.4 assessments for each new plan, from 389 and 286.`
  ],
  [
    'a ratio to few',
    valueSentence(answer(RATIO, 12, 5)),
    `${RATIO_NAME}: 2.4 assessments for each new plan, from 12 and 5. From so few it can jump about.`
  ],
  [
    'a ratio to none',
    valueSentence(answer(RATIO, 12, 0)),
    `${RATIO_NAME}: there was nothing to set it against.`
  ],
  ['a count', valueSentence(answer(COUNT, 7)), `${CELLS}: 7 children.`],
  ['a count of one', valueSentence(answer(COUNT, 1)), `${CELLS}: 1 child.`],
  ['a count of none', valueSentence(answer(COUNT, 0)), `${CELLS}: none.`],
  ['a count in thousands', valueSentence(answer(COUNT, 24_570)), `${CELLS}: 24,570 children.`],
  [
    'a count over three years, of one',
    valueSentence(answer(indicator({ ...COUNT, name: 'Reviews', unit: 'reviews in three years' }), 1)),
    'Reviews: 1 review in three years.'
  ],
  [
    'what a survey says',
    valueSentence(answer(CONTEXT, 11)),
    'What surveys say about neglect in childhood: 11% of young people asked.'
  ],
  [
    'words alone',
    valueSentence(
      answer(
        indicator({ kind: 'derived', name: 'Known and not known', definition: 'No number is worked out.' }),
        'notSupplied'
      )
    ),
    'Known and not known: said in words only. No number is worked out.'
  ],
  [
    'a document in place',
    state('yes', { reviewedOn: '2025-06-10' }),
    `${STRATEGY}: yes. It was last reviewed on 10 June 2025.`
  ],
  [
    'a document in date',
    state('yes', { reviewDue: '2027-06-30', inDate: true }),
    `${STRATEGY}: yes. Its next review is due by 30 June 2027.`
  ],
  [
    'a document out of date',
    state('yes', { reviewDue: '2023-06-30', inDate: false }),
    `${STRATEGY}: there is one, and its date for review has passed. Its review was due by 30 June 2023.`
  ],
  ['a draft', state('draft'), `${STRATEGY}: a draft only.`],
  ['no document', state('no'), `${STRATEGY}: no.`],
  ['coverage', valueSentence(answer(COVERAGE, 1, 5)), 'Parts of the system that report on neglect: 1 of 5.'],
  [
    'parts not supplied',
    coveredSentence({
      ...answer(COVERAGE, 1, 3),
      covered: [
        { id: 'a', name: 'Child protection', supplied: true },
        { id: 'b', name: 'Early help', supplied: false },
        { id: 'c', name: 'Family Help', supplied: false }
      ]
    }),
    'Not supplied: early help and Family Help.'
  ],
  [
    'all parts supplied',
    coveredSentence({
      ...answer(COVERAGE, 1, 1),
      covered: [{ id: 'a', name: 'Early help', supplied: true }]
    }),
    'Nothing is missing.'
  ],
  [
    'outcomes of one whole',
    valueSentence(outcomes(['Better', 18, 40], ['Partly better', 12, 40], ['No better', 0, 40])),
    `${LIFE}, of 40 families reviewed: better, 18 (45.0%); partly better, 12 (30.0%); no better, none (0.0%).`
  ],
  [
    'outcomes of few',
    valueSentence(outcomes(['Better', 4, 7], ['No better', 3, 7])),
    `${LIFE}, of 7 families reviewed: better, 4; no better, 3. No conclusion: n = 7, and fewer than 20 are too few for a percentage.`
  ],
  [
    'outcomes of wholes that differ',
    valueSentence(outcomes(['Up', 24, 178], ['Down', 4, 12])),
    `${LIFE}: up, 24 of 178, or 13.5%; down, 4 of 12.`
  ],
  [
    'outcomes with two withheld',
    valueSentence(
      outcomes(['Better', 30, 40], ['Partly better', 'withheld', 40], ['No better', 'withheld', 40])
    ),
    `${LIFE}, of 40 families reviewed: better, 30 (75.0%); partly better, withheld; no better, withheld.`
  ],
  [
    'outcomes with one withheld, which the others would give away',
    valueSentence(outcomes(['Better', 30, 40], ['No better', 'withheld', 40])),
    `${LIFE}: one part is withheld, so that no child can be identified, and the others would give it away.`
  ]
];

const MISSING: readonly Row[] = [
  [
    'withheld',
    valueSentence(answer(SHARE, 'withheld', 429)),
    `${PLANS}: withheld, so that no child can be identified.`
  ],
  [
    'a withheld whole',
    valueSentence(answer(SHARE, 4, 'withheld')),
    `${PLANS}: withheld, so that no child can be identified.`
  ],
  [
    'not available',
    valueSentence(answer(SHARE, 'notAvailable', 429)),
    `${PLANS}: not available, as no usable return was made or no estimate exists.`
  ],
  [
    'not applicable',
    valueSentence(answer(COUNT, 'notApplicable')),
    `${CELLS}: there was nothing to count, or it was not collected then.`
  ],
  [
    'unreliable',
    valueSentence(answer(SHARE, 'unreliable', 429)),
    `${PLANS}: not shown, as the publisher judged it too unreliable to publish.`
  ],
  [
    'rounds to zero',
    valueSentence(answer(SHARE, 'roundsToZero', 429)),
    `${PLANS}: more than none, but so few that it rounds to zero.`
  ],
  ['late', valueSentence(answer(SHARE, 'late', 429)), `${PLANS}: expected, and not in yet.`],
  [
    'not submitted',
    valueSentence(answer(SHARE, 'notSubmitted', 429)),
    `${PLANS}: expected, and not submitted.`
  ],
  [
    'no code',
    valueSentence(answer(SHARE, 'noCode', 429)),
    `${PLANS}: nobody can be counted, because no code exists for it.`
  ],
  [
    'not in these figures, for this area and date',
    valueSentence(answer(SHARE, 'notSupplied', 'notSupplied')),
    `${PLANS}: not in these figures.`
  ],
  [
    'not supplied by anybody',
    valueSentence(answer(indicator({ supplied: false }), 'notSupplied', 'notSupplied')),
    `${PLANS}: not supplied.`
  ],
  [
    'what to supply',
    supplySentence(indicator({ feeds: ['earlyhelp', 'casesystem', 'audit'] })),
    'It could come from: early help system, case system (children in need census) or multi-agency audit.'
  ]
];

const similar = beside('neighbours', 15.1, CLOSE, { withData: 9 });
const worse = { judgement: { side: 'higher', judgement: 'worse' } } as const;
const better = { judgement: { side: 'lower', judgement: 'better' } } as const;

const BESIDE: readonly Row[] = [
  [
    'three comparators, two words',
    besideSentence(RATE, [
      similar,
      beside('region', 21.5, PROBABLY_BELOW),
      beside('england', 20.5, PROBABLY_BELOW)
    ]),
    'That is close to similar areas (middle of nine: 15.1), and probably below the East Midlands (21.5) and England (20.5).'
  ],
  [
    'England last, whatever the words',
    besideSentence(SHARE, [similar, beside('region', 21.5, BELOW), beside('england', 20.5, CLOSE)]),
    'That is below the East Midlands (21.5%), and close to similar areas (middle of nine: 15.1%) and England (20.5%).'
  ],
  [
    'one word for each',
    besideSentence(RATE, [beside('region', 12, ABOVE), beside('england', 20.5, BELOW)]),
    'That is above the East Midlands (12.0) and below England (20.5).'
  ],
  [
    'too uncertain',
    besideSentence(RATE, [beside('england', 20.5, UNSURE)]),
    'That is too uncertain to tell from England (20.5).'
  ],
  ['nobody to compare with', besideSentence(RATE, []), undefined],
  ['a count, as big as its area', besideSentence(COUNT, [beside('england', 231_940)]), undefined],
  [
    'a ratio, which has no range',
    besideSentence(RATIO, [beside('region', 2.8), beside('england', 2.7)]),
    'Beside it: the East Midlands (2.8) and England (2.7). A figure of this kind has no range, so how sure a difference is cannot be told.'
  ],
  [
    'too few similar areas',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 4 }),
      beside('england', 20.5, BELOW)
    ]),
    'Only four similar areas have figures, too few to compare with.'
  ],
  [
    'one similar area',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 1 }),
      beside('england', 20.5, BELOW)
    ]),
    'Only one similar area has a figure, too few to compare with.'
  ],
  [
    'no similar area',
    similarSentence(RATE, [
      beside('neighbours', 'notAvailable', undefined, { withData: 0 }),
      beside('england', 20.5, BELOW)
    ]),
    'No similar area has a figure, so there is no comparison with them.'
  ],
  ['enough similar areas', similarSentence(RATE, [similar, beside('england', 20.5, BELOW)]), undefined],
  ['no direction', judgementSentence(RATE, [beside('england', 20.5, BELOW, better)]), undefined],
  [
    'worse, where lower is better',
    judgementSentence(DOWN, [beside('region', 1.8, ABOVE, worse)]),
    'Lower is better here, so this is clearly worse than the East Midlands.'
  ],
  [
    'better, where higher is better',
    judgementSentence(AUDIT, [
      beside('england', 40, ABOVE, { judgement: { side: 'higher', judgement: 'better' } })
    ]),
    'Higher is better here, so this is clearly better than England.'
  ],
  [
    'better than some and worse than others',
    judgementSentence(DOWN, [{ ...similar, ...worse }, beside('england', 20.5, BELOW, better)]),
    'Lower is better here, so this is clearly better than England and clearly worse than similar areas.'
  ],
  [
    'not told apart',
    judgementSentence(DOWN, [beside('england', 20.5, CLOSE, { judgement: { side: 'similar' } })]),
    undefined
  ],
  [
    'a level',
    levelSentence({ lower: 48, higher: 98, of: 148 }),
    'It is lower than 98 of 148 authorities with figures.'
  ],
  [
    'a level beside a range too wide to place it',
    levelSentence({ lower: 5, higher: 142, of: 148 }, [beside('england', 20.5, UNSURE)]),
    'As a bare number it is lower than 142 of 148 authorities with figures; its range is too wide to be sure of that.'
  ],
  [
    'a level shared by all',
    levelSentence({ lower: 0, higher: 0, of: 20 }),
    'It is the same as all 20 authorities with figures.'
  ]
];

const from = answer(RATE, 250, 143_000);
const now = answer(RATE, 235, 145_000);
const usual = { unusual: false, inHundred: 76 };
const soon = (earlier: number) => ({ verdict: 'tooSoonToTell' as const, earlier, needed: 9 });
const past = (asBig: number, unusual = false) => ({
  verdict: 'judged' as const,
  unusual,
  asBig,
  earlier: 10
});

const CHANGE: readonly Row[] = [
  [
    'a usual change',
    changeSentence({ from, usual }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big.'
  ],
  [
    'an unusual change',
    changeSentence({ from, usual: { unusual: true, inHundred: 1 } }, 'year', now),
    'It was 250, or 17.5, the year before. That is unusual: in a year, 1 of 100 authorities or fewer see a change as big.'
  ],
  [
    'so small a change that nearly every authority sees one',
    changeSentence({ from, usual: { unusual: false, inHundred: 100 } }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual: in a year, nearly every authority sees a change as big.'
  ],
  ['no change', changeSentence({ from: now, usual }, 'year', now), 'It was the same the year before.'],
  [
    'the same count of other children',
    changeSentence({ from: answer(RATE, 235, 120_000), usual }, 'year', now),
    'It was 235, or 19.6, the year before.'
  ],
  ['from none', changeSentence({ from: answer(RATE, 0, 8000) }, 'year', now), 'It was none the year before.'],
  [
    'too soon to tell, with none before',
    changeSentence({ from, past: soon(0) }, 'year', now),
    'It was 250, or 17.5, the year before. It is too soon to tell whether that is unusual: it takes nine earlier changes, and there are none.'
  ],
  [
    'too soon to tell, with one before, by quarter',
    changeSentence({ from, past: soon(1) }, 'quarter', now),
    'It was 250, or 17.5, the quarter before. It is too soon to tell whether that is unusual: it takes nine earlier changes, and there is one.'
  ],
  [
    'beside its own past',
    changeSentence({ from, past: past(4) }, 'year', now),
    'It was 250, or 17.5, the year before. That is not unusual here: four of its ten earlier changes were as big.'
  ],
  [
    'bigger than all of its own past',
    changeSentence({ from, past: past(0, true) }, 'year', now),
    'It was 250, or 17.5, the year before. That is unusual here: none of its ten earlier changes was as big.'
  ],
  [
    'a share',
    changeSentence({ from: answer(SHARE, 25, 100), usual }, 'year', answer(SHARE, 30, 100)),
    'It was 25.0% the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big.'
  ],
  [
    'a share of few, which nothing is judged from',
    changeSentence({ from: answer(AUDIT, 3, 8), past: soon(0) }, 'round', answer(AUDIT, 12, 30)),
    'It was 3 of 8 the round before.'
  ],
  ['a missing year before', changeSentence({ from: answer(SHARE, 'withheld', 429) }), undefined],
  [
    'a range of a share, one percent sign to a number',
    rangeSentence(ranged(answer(SHARE, 235, 429), 43.4, 65.6)),
    'With nothing underlying changed, it could have been anywhere from 43.4% to 65.6%.'
  ],
  [
    'a range of a rate',
    rangeSentence(ranged(now, 11.2, 21.7)),
    'With nothing underlying changed, it could have been anywhere from 11.2 to 21.7.'
  ],
  ['no range of few', rangeSentence(ranged(answer(AUDIT, 4, 6), 30, 90)), undefined]
];

const slope = { slope: 1, chi2: 10, stableSign: true };
const trend = (given: Trend['trend'], noun?: string) =>
  given === 'tooFewPoints' || given === 'notDescribed'
    ? undefined
    : trendSentence({ trend: given, ...slope }, noun);

const TREND: readonly Row[] = [
  ['rising', trend('increasing'), 'Over the last five years it has clearly risen.'],
  ['falling', trend('decreasing', 'quarters'), 'Over the last five quarters it has clearly fallen.'],
  ['neither', trend('noChange'), 'Over the last five years there is no clear rise or fall.'],
  [
    'no points',
    trendSentence({ trend: 'tooFewPoints', points: 0 }),
    'A trend needs figures for five years in a row; there are none.'
  ],
  [
    'one point',
    trendSentence({ trend: 'tooFewPoints', points: 1 }),
    'A trend needs figures for five years in a row; there is one.'
  ],
  [
    'recoded',
    trendSentence({ trend: 'notDescribed', because: 'moved' }),
    'The use of “multiple” as a category changed in the last five years, so no trend can be described.'
  ],
  [
    'perhaps recoded',
    trendSentence({ trend: 'notDescribed', because: 'unknown' }),
    '“Multiple” is withheld or missing in the last five years, so a trend cannot be told from a change in recording.'
  ]
];

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

describe.each([
  ['values', VALUES],
  ['what is missing', MISSING],
  ['comparison', BESIDE],
  ['change and range', CHANGE],
  ['trend', TREND],
  ['when, where and mark', HEADS]
] as const)('%s', (_, rows) => {
  test.each(rows.map(([what, said, sentence]) => ({ what, said, sentence })))(
    'of $what',
    ({ said, sentence }) => {
      expect(said).toBe(sentence);
    }
  );
});

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
      'It is lower than 98 of 148 authorities with figures.',
      'With nothing underlying changed, it could have been anywhere from 11.2 to 21.7.',
      'It was 250, or 17.5, the year before. That is not unusual: in a year, about 76 of 100 authorities see a change as big.',
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

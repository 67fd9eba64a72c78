import { supplySentence, valueSentence } from '#lib/words/figure.ts';
import { coveredSentence } from '#lib/words/kinds.ts';
import {
  answer,
  AUDIT,
  CONTEXT,
  COUNT,
  COVERAGE,
  indicator,
  RATE,
  RATIO,
  SHARE,
  STATE,
  outcomes,
  eachRow,
  type Row
} from './made.ts';

const PLANS = 'Share of plans that are for neglect';
const ON_PLAN = 'Children on a plan for neglect';
const RATIO_NAME = 'Assessments that recorded neglect for each new plan for neglect';
const CELLS = 'Neglected children kept overnight in police cells';
const CHRON = 'A chronology that is up to date and explains';
const STRATEGY = 'A neglect strategy that is in date';
const LIFE = 'Whether life is getting better for children on a plan';

const state = (inPlace: 'yes' | 'no' | 'draft', more: object = {}) =>
  valueSentence({ ...answer(STATE, 1), state: { inPlace, ...more } });
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
    `${LIFE}, of 40 families reviewed: better, 18 (45.0%); partly better, 12 (30.0%); no better, none.`
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
    supplySentence(indicator({ feeds: ['earlyhelp', 'casesystem', 'audit', 'population'] })),
    'It could come from: early help system, case system (children in need census) or multi-agency audit.'
  ]
];

eachRow('what is known', VALUES);
eachRow('what is missing', MISSING);
